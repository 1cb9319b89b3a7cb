import type { LensView, Step, StyleValue } from 'blueprint-command-engine'
import type { JsonLens } from './json-lens.ts'
import { changeColor, changeRow, lacks, setNative, setOwn, setRow } from './refine-look.ts'
import { provenanceOf } from './projection.ts'
import { refineStructure } from './refine-structure.ts'
import type { Meaning, Row } from './row.ts'
import { saidRow } from './said-row.ts'
import type { Site } from './site.ts'
import { resize } from './refine-size.ts'
import { saysAmount } from '../refining/command-words.ts'
import { eachTarget, saysVariant } from '../refining/each-target.ts'
import type { LookStep, NamedLookStep, Outcome } from '../refining/each-target.ts'
import { setNamedLook } from './refine-named-look.ts'
import { refusal } from '../refining/refusal.ts'

type JsonLookStep = LookStep | NamedLookStep

/** What a step comes to in a JSON format: nothing is changed where the format cannot hold any part of it. */
export function refine(lens: JsonLens, step: Step, view: LensView): Outcome {
  switch (step.kind) {
    case 'set':
    case 'own':
    case 'adjust':
    case 'resize':
    case 'lightness':
    case 'shadow':
    case 'pill':
    case 'align':
    case 'look':
      if (saysVariant(step))
        return {
          ok: false,
          error: refusal('not-applicable', `${lens.format.title} has no looks for states or devices.`),
        }
      return eachTarget(sizedTogether(lens, step, view), view, (node) =>
        refineLook(lens.site(node, view), step, view.words),
      )
    case 'token':
      return refineToken(lens, step)
    case 'move':
    case 'swap':
    case 'add':
    case 'duplicate':
    case 'delete':
      return refineStructure(lens, step, view)
    default:
      return {
        ok: false,
        error: refusal(
          'not-applicable',
          `${lens.format.title} has nothing that says "${step.kind}"; elements are ordered in lists.`,
        ),
      }
  }
}

/** Where a parent has one size for all that it holds, and all of that is meant, the parent is. */
function sizedTogether(lens: JsonLens, step: JsonLookStep, view: LensView): LookStep['targets'] {
  const isSize = step.kind === 'resize' || (step.kind === 'own' && (step.key === '' || step.key === 'size'))
  const nodes = isSize ? view.nodes(step.targets) : []
  const parent = nodes[0]?.parent ?? null
  if (parent === null || nodes.length < 2 || nodes.length !== parent.children.length) return step.targets
  if (!nodes.every((node) => node.parent === parent)) return step.targets
  const rows = lens.reading.rows(provenanceOf(parent.component).own ?? '')
  return rows.some(({ name }) => name === 'imageSize') ? [parent.id] : step.targets
}

function refineLook(site: Site, step: JsonLookStep, words: string): Outcome {
  const isExact = saysAmount(words)
  switch (step.kind) {
    case 'set':
      return setNativeOrSize(site, step.property, scalarOf(step.value))
    case 'own':
      return setOwn(site, step.key, step.value)
    case 'adjust': {
      const row = rowToAdjust(site, step.property)
      if (row === undefined) return lacks(site, step.property)
      const { factor, by } = step
      return changeRow(site, row, {
        ...(factor === undefined ? {} : { factor }),
        ...(by === undefined ? {} : { by }),
        isExact,
        single: singleOf(step.property),
      })
    }
    case 'resize':
      return resize(site, step, isExact)
    case 'lightness':
      return changeColor(site, step.property, step.factor)
    case 'shadow': {
      const row = site.row('shadow')
      return row === undefined
        ? lacks(site, 'shadow')
        : changeRow(site, row, { by: step.by, isExact: false, single: 1 })
    }
    case 'pill':
      return setNative(site, 'borderRadius', 9999)
    case 'align':
      return align(site, step.to)
    case 'look':
      return step.color === undefined
        ? setNamedLook(site, step.look, words)
        : lacks(site, `${step.look} look in a color`)
  }
}

/** "spacing" may stand for several properties of the language; "padding" said as such is no spacing. */
function rowToAdjust(site: Site, property: AdjustProperty): Row | undefined {
  const row = site.rowFor(property === 'fontSize' ? ['fontSize', 'size'] : [property])
  return property === 'padding' && row?.name === 'spacing' && /\bpadding\b/.test(site.saying)
    ? undefined
    : row
}

type AdjustProperty = Extract<Step, { kind: 'adjust' }>['property']

/** What a relative word adds where it says no amount: so much is one step of a ladder. */
function singleOf(property: string): number {
  if (property === 'fontWeight') return 100
  return property === 'borderRadius' ? 4 : 8
}

function scalarOf(value: StyleValue): string | number | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

function setNativeOrSize(
  site: Site,
  property: Extract<Step, { kind: 'set' }>['property'],
  value: string | number | boolean | null,
): Outcome {
  const said = (property === 'text' ? site.quotedRow : undefined) ?? saidRow(site, property, value)
  if (said !== undefined) return setRow(site, said, value)
  // "font size 20px" where sizes are words: refused with the words.
  if (property === 'fontSize' && site.row('fontSize') === undefined) {
    const row = site.row('size')
    if (row !== undefined) return setOwn(site, row.name, value)
  }
  if (property === 'hidden' && site.row('hidden') === undefined)
    return {
      ok: false,
      error: refusal(
        'not-applicable',
        `${site.name[0]!.toUpperCase()}${site.name.slice(1)} cannot be hidden: the format has nothing that says so.`,
        site.id,
      ),
    }
  return setNative(site, property, value)
}

const ACROSS: ReadonlySet<string> = new Set(['left', 'center', 'right'])

function align(site: Site, to: string): Outcome {
  const meanings: readonly Meaning[] = ACROSS.has(to) ? ['align', 'textAlign'] : []
  const row = site.rowFor(meanings)
  if (row !== undefined) return setNative(site, row.means!.includes('align') ? 'align' : 'textAlign', to)
  const outcome = lacks(site, 'alignment of its own')
  const parent = site.parentAlignment
  if (outcome.ok || parent === null) return outcome
  return {
    ok: false,
    error: outcome.error.map((issue) => ({ ...issue, message: `${issue.message} ${parent}` })),
  }
}

function refineToken(lens: JsonLens, step: Extract<Step, { kind: 'token' }>): Outcome {
  const { tokens } = lens.blueprint
  const keys = tokens === undefined ? [] : Object.keys(tokens)
  if (step.token === 'primaryColor' && keys.includes('primary_color'))
    return { ok: true, value: { steps: [step], issues: [] } }
  const has =
    keys.length === 0
      ? 'it has no theme'
      : `its theme has ${keys.map((key) => key.replaceAll('_', ' ')).join(', ')}`
  return { ok: false, error: refusal('not-applicable', `This document has no such theme value; ${has}.`) }
}
