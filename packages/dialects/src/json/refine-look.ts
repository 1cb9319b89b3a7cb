import { parseColor, scaleLightness } from 'blueprint-command-engine'
import type { Issue, PropertyName, Step } from 'blueprint-command-engine'
import { coerce, loosely, numberIn } from './coerce.ts'
import { climb, stepsOf } from './ladder.ts'
import type { Row } from './row.ts'
import { writing } from './site.ts'
import type { Site } from './site.ts'
import { allowed, looksIn } from './allowed.ts'
import type { Outcome } from '../refining/each-target.ts'
import { changeLengths, pixelsIn, rounded } from '../refining/lengths.ts'
import type { Length } from '../refining/lengths.ts'
import { note, refusal, warning } from '../refining/refusal.ts'

type Scalar = string | number | boolean

export const done = (steps: readonly Step[], issues: readonly Issue[] = []): Outcome => ({
  ok: true,
  value: { steps, issues },
})
export const refused = (error: readonly Issue[]): Outcome => ({ ok: false, error })

/** A relative change, and whether its amount was said ("20% bigger", "by 4px") or is the language's own ("bigger"). */
export interface Relative {
  readonly factor?: number
  readonly by?: number
  readonly isExact: boolean
  /** What one step of it is in px, for ladders. */
  readonly single: number
}

/** Sets what a property of the language stands for. */
export function setNative(site: Site, property: PropertyName, value: Scalar | null): Outcome {
  const row = site.row(property)
  if (row === undefined) return lacks(site, property)
  return setRow(site, row, value)
}

/** Sets a property of the format by its name; an empty one is the property that can have the value. */
export function setOwn(site: Site, key: string, value: Scalar | null): Outcome {
  if (key !== '') {
    const wanted = loosely(key)
    const row =
      site.rows.find((one) => [one.name, ...(one.words ?? [])].some((name) => loosely(name) === wanted)) ??
      site.rows.find(({ means }) => means?.some((meaning) => meaning === key) === true)
    return row === undefined ? lacks(site, key) : setRow(site, row, value)
  }
  const rows = site.rows.filter((row) => row.holds.kind === 'enum' && canHold(row, value))
  // "large" is said of the thing itself before its spacing.
  const sizes = rows.filter((row) => row.means?.includes('size') === true)
  if (rows.length === 1 || sizes.length === 1) return setRow(site, sizes[0] ?? rows[0]!, value)
  if (rows.length === 0)
    return refused(
      refusal(
        'not-applicable',
        `${capital(site.name)} cannot be "${String(value)}"; it has ${looksIn(site.rows)}.`,
        site.id,
      ),
    )
  const names = rows.map(({ name }) => name).join(' or ')
  return refused(
    refusal(
      'not-applicable',
      `"${String(value)}" could be the ${names} of ${site.name}: say which.`,
      site.id,
    ),
  )
}

export function canHold(row: Row, value: Scalar | null): boolean {
  return value !== null && coerce(row, value, undefined).ok
}

export function setRow(site: Site, row: Row, value: Scalar | null): Outcome {
  const bound = site.bound(row)
  if (bound !== null) return refused(bound)
  if (value === null) {
    if (row.isRequired === true)
      return refused(refusal('not-applicable', `The ${row.name} of ${site.name} cannot be removed.`, site.id))
    return done([writing(site, row, null)])
  }
  const present = site.present(row)
  const next = coerce(row, value, present ?? site.raw(row))
  if (!next.ok)
    return refused(
      refusal(
        'value-invalid',
        `The ${row.name} of ${site.typeWithArticle} is ${allowed(row.holds)}; "${String(value)}" is not.`,
        site.id,
      ),
    )
  if (present === undefined && !site.hasOdd(row) && isInitial(row, next.value)) return nothing(site, row)
  return done([writing(site, row, next.value)])
}

function isInitial({ holds }: Row, value: Scalar): boolean {
  return 'initial' in holds && holds.initial === value
}

function nothing(site: Site, row: Row): Outcome {
  return done([], [note('no-effect', `The ${row.name} of ${site.name} is so already.`, site.id)])
}

/** The type has no such property: what it has instead is said. */
export function lacks(site: Site, property: string): Outcome {
  const message = `${capital(site.typeWithArticle)} has no ${labelOf(property)}; it has ${looksIn(site.rows)}.${site.parentSizes(property)}`
  return refused(refusal('not-applicable', message, site.id))
}

function labelOf(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

/** Changes a property relative to what it is. */
export function changeRow(site: Site, row: Row, relative: Relative): Outcome {
  const bound = site.bound(row)
  if (bound !== null) return refused(bound)
  switch (row.holds.kind) {
    case 'enum':
      return climbRow(site, row, row.holds, relative)
    case 'number':
    case 'length':
      return scaleRow(site, row, relative)
    default:
      return refused(
        refusal(
          'not-applicable',
          `The ${row.name} of ${site.typeWithArticle} is ${allowed(row.holds)}: it cannot go up or down.`,
          site.id,
        ),
      )
  }
}

function climbRow(
  site: Site,
  row: Row,
  holds: Extract<Row['holds'], { kind: 'enum' }>,
  relative: Relative,
): Outcome {
  const present = site.present(row) ?? holds.initial
  const { ladder } = holds
  if (relative.isExact || ladder === undefined || typeof present !== 'string')
    return refused(
      refusal(
        'value-invalid',
        `The ${row.name} of ${site.typeWithArticle} is ${allowed(holds)}, not a number.`,
        site.id,
      ),
    )
  const from = holds.beside?.[present] ?? present
  const next = climb(ladder, from, stepsOf(relative, relative.single))
  if (next === undefined)
    return refused(
      refusal(
        'not-applicable',
        `The ${row.name} of ${site.name} is ${present}, which has no bigger or smaller; it is ${allowed(holds)}.`,
        site.id,
      ),
    )
  if (loosely(next) === loosely(present)) {
    const end = stepsOf(relative, relative.single) > 0 ? 'most' : 'least'
    return done(
      [],
      [
        note(
          'no-effect',
          `The ${row.name} of ${site.name} stays ${present}: that is the ${end} there is.`,
          site.id,
        ),
      ],
    )
  }
  const written = coerce(row, next, site.present(row) ?? site.raw(row))
  const issues =
    holds.isOpen === true && !holds.values.some((value) => loosely(value) === loosely(next))
      ? [
          warning(
            'not-applicable',
            `${next} is a step of the scale that no other ${site.own} in the document takes.`,
            site.id,
          ),
        ]
      : []
  return done([writing(site, row, written.ok ? written.value : next)], issues)
}

function scaleRow(site: Site, row: Row, { factor = 1, by = 0 }: Relative): Outcome {
  const initial = 'initial' in row.holds ? row.holds.initial : undefined
  const present = site.present(row) ?? initial
  const change = ({ amount, unit }: Length): Length | null => {
    if (by !== 0 && pixelsIn({ amount, unit }) === undefined) return null
    const added = unit === 'rem' ? by / 16 : by
    return {
      amount: Math.max(0, amount * factor + added),
      unit: by !== 0 && unit === '' && amount === 0 ? 'px' : unit,
    }
  }
  if (typeof present === 'number') {
    const next = rounded(Math.max(0, present * factor + by))
    const kept = row.holds.kind === 'length' && row.holds.written === 'px' && site.present(row) === undefined
    return done([writing(site, row, kept ? `${next}px` : next)])
  }
  const next = typeof present === 'string' ? changeLengths(present, change) : null
  if (next !== null) {
    const isPlain = typeof present === 'string' && numberIn(present) !== undefined && /^[\d.]+$/.test(present)
    return done([writing(site, row, isPlain ? next.replace(/px$/, '') : next)])
  }
  const what = present === undefined ? 'is not stated' : `is ${JSON.stringify(present)}`
  return refused(
    refusal(
      'not-applicable',
      `The ${row.name} of ${site.name} ${what}, so it cannot go up or down; it can be set to ${allowed(row.holds)}.`,
      site.id,
    ),
  )
}

/** OKLCH lightness times a factor. */
export function changeColor(site: Site, property: PropertyName, factor: number): Outcome {
  const row = site.row(property)
  if (row === undefined) return lacks(site, property)
  const bound = site.bound(row)
  if (bound !== null) return refused(bound)
  const present = site.present(row)
  const color = row.holds.kind === 'color' && typeof present === 'string' ? parseColor(present) : null
  if (color !== null) return done([writing(site, row, scaleLightness(color, factor).hex)])
  return refused(
    refusal(
      'not-applicable',
      `The ${row.name} of ${site.name} is ${present === undefined ? 'not stated' : JSON.stringify(present)}, so it has no darker or lighter; it can be ${allowed(row.holds)}.`,
      site.id,
    ),
  )
}
