import type { Issue, Measure, Step } from 'blueprint-command-engine'
import { allowed } from './allowed.ts'
import type { Outcome } from '../refining/each-target.ts'
import { rounded } from '../refining/lengths.ts'
import { refusal } from '../refining/refusal.ts'
import { changeRow, done, lacks, refused, setRow } from './refine-look.ts'
import type { Row } from './row.ts'
import type { Site } from './site.ts'

/** A size: letters, width and height, or the one ladder that stands for them. */
export function resize(
  site: Site,
  measures: { readonly width?: Measure; readonly height?: Measure; readonly font?: Measure },
  isExact: boolean,
): Outcome {
  const { width, height, font } = measures
  const isWhole = width !== undefined && height !== undefined
  const size = isWhole ? site.row('size') : undefined
  const hasSides = isStated(site, site.row('width')) || isStated(site, site.row('height'))
  if (size !== undefined && width !== undefined && (isStated(site, size) || !hasSides))
    return measured(site, size, width, isExact)
  const letters = font ?? (isWhole ? width : undefined)
  const fontSize = letters === undefined || site.isPicture ? undefined : site.row('fontSize')
  if (fontSize !== undefined && letters !== undefined) return measured(site, fontSize, letters, isExact)
  const steps: Step[] = []
  const issues: Issue[] = []
  const rows = [
    ['width', width],
    ['height', height],
  ] as const
  // A box that states one of its sides alone keeps the other to itself.
  const stated = isWhole ? rows.filter(([side]) => isStated(site, site.row(side))) : rows
  if (stated.length === 0) return isWhole ? unstated(site) : lacks(site, 'width')
  for (const [side, measure] of stated) {
    if (measure === undefined) continue
    const row = site.row(side)
    if (row === undefined) return lacks(site, side)
    const outcome = measured(site, row, measure, isExact)
    if (!outcome.ok) return outcome
    steps.push(...outcome.value.steps)
    issues.push(...outcome.value.issues)
  }
  return done(steps, issues)
}

/** Sides that could be set, but have nothing to grow from. */
function unstated(site: Site): Outcome {
  const rows = [site.row('width'), site.row('height')].filter((row) => row !== undefined)
  if (rows.length === 0) return lacks(site, 'size')
  const names = rows.map(({ name }) => name).join(' and ')
  return refused(
    refusal(
      'not-applicable',
      `The ${names} of ${site.name} ${rows.length > 1 ? 'are' : 'is'} not stated, so it cannot grow or shrink; it can be set to ${allowed(rows[0]!.holds)}.`,
      site.id,
    ),
  )
}

function isStated(site: Site, row: Row | undefined): boolean {
  return row !== undefined && (site.present(row) !== undefined || site.bound(row) !== null)
}

const SINGLE_PX = 8

function measured(site: Site, row: Row, measure: Measure, isExact: boolean): Outcome {
  switch (measure.kind) {
    case 'to':
      return setRow(site, row, measure.px)
    case 'factor':
      return changeRow(site, row, { factor: measure.factor, isExact, single: SINGLE_PX })
    case 'by':
      return changeRow(site, row, { by: measure.px, isExact: true, single: SINGLE_PX })
    case 'share':
      return setRow(site, row, `${rounded(measure.share * 100)}%`)
  }
}
