// The tables that a run prints.
import type { Compared } from './alternate.ts'
import { STAGES } from './measure.ts'
import type { Measured } from './measure.ts'
import type { RatioVerdict } from './ratio-targets.ts'
import { PUSHES, pushName } from './scenarios/pushes.ts'
import { SCALING_SIZES, scalingName, SHAPES } from './scenarios/scaling.ts'
import type { Summary } from './summary.ts'
import { formatMicros, formatTable } from './table.ts'
import type { Verdict } from './targets.ts'

/** p50, p95 and p99 of the whole and of each stage. */
export function formatMeasured(measured: readonly Measured[]): string {
  const head = [
    'us',
    'p50',
    'p95',
    'p99',
    'spread',
    'runs',
    'left out',
    ...STAGES.map((stage) => `${stage} 50/95/99`),
  ]
  const rows = measured.map(({ name, total, interrupted, stages }) => [
    name,
    formatMicros(total.p50),
    formatMicros(total.p95),
    formatMicros(total.p99),
    formatShare(total.spread),
    total.samples.toLocaleString('en'),
    interrupted === 0 ? '' : interrupted.toLocaleString('en'),
    ...(stages === undefined ? [] : STAGES.map((stage) => formatPercentiles(stages[stage]))),
  ])
  return formatTable(head, rows)
}

function formatPercentiles({ p50, p95, p99 }: Summary): string {
  return [p50, p95, p99].map(formatMicros).join('/')
}

function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`
}

export function formatVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(
    ({ what, percentile, limitMicros, gate, measuredMicros, slowest, isMet, isWithinGate }) => [
      what,
      percentile,
      formatMicros(measuredMicros),
      formatMicros(limitMicros),
      isMet ? 'met' : isWithinGate ? 'missed' : 'FAILED',
      gate === null ? 'told' : gate === 1 ? 'hard' : `${gate}x`,
      slowest,
    ],
  )
  return formatTable(['target', '', 'measured', 'limit', '', 'gate', 'slowest scenario'], rows)
}

export function formatRatioVerdicts(verdicts: readonly RatioVerdict[]): string {
  const rows = verdicts.map(({ what, comparison, measured, limit, isMet }) => [
    what,
    formatRatio(measured),
    formatRatio(limit),
    isMet ? 'met' : 'missed',
    comparison,
  ])
  return formatTable(['target', 'ratio', 'limit', '', 'slowest comparison'], rows)
}

/** One table for all: the first variant of each comparison is the 1.00 of the others. */
export function formatCompared(comparisons: readonly Compared[]): string {
  const rows = comparisons.flatMap(({ name, variants }) => [
    [name],
    ...variants.map(({ name: variant, total, ratio, ratioLow, ratioHigh }, i) => [
      `  ${variant}`,
      formatMicros(total.p50),
      formatMicros(total.p95),
      formatMicros(total.p99),
      formatShare(total.spread),
      i === 0 ? '1' : formatRatio(ratio),
      i === 0 ? '' : `${formatRatio(ratioLow)}..${formatRatio(ratioHigh)}`,
    ]),
  ])
  return formatTable(['us', 'p50', 'p95', 'p99', 'spread', 'ratio', 'over the rounds'], rows)
}

export function formatRatio(ratio: number): string {
  if (ratio >= 100) return ratio.toFixed(0)
  return ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(ratio >= 0.1 ? 2 : 4)
}

/** What still grows with the document, and why. */
export const LINEAR_COSTS: readonly string[] = [
  'a change in a list copies the list, one pointer per sibling, because the old document stays valid; the garbage collector also moves the large lists of flat documents',
  'if nothing moves, nothing else grows: reading, resolving by id, verifying, the delta',
  '"the first card" sorts the cards into rows once, and again only after a box or the order changed: O(m log m), m = cards',
  'layout visits all siblings of components that grow, move, appear or disappear: O(n log n), n = siblings; pushed components are written, verified and reported',
  'after a change of order, the document is renumbered when an order is next needed: O(n)',
  'the text of the whole document is as long as the document: its cached pieces are joined',
  'a document seen for the first time is validated and indexed in full',
]

export function formatScaling(measured: readonly Measured[]): string | null {
  const byName = new Map(measured.map((entry) => [entry.name, entry]))
  const rows = SHAPES.flatMap((shape) => {
    const entries = SCALING_SIZES.map((size) => byName.get(scalingName(shape, size)))
    if (entries.every((entry) => entry === undefined)) return []
    return [[`one edit, ${shape}`, ...entries.map((entry) => formatEntry(entry))]]
  })
  rows.push(
    ...PUSHES.flatMap(({ name }) =>
      SHAPES.flatMap((shape) => {
        const entries = SCALING_SIZES.map((size) => byName.get(pushName(name, shape, size)))
        if (entries.every((entry) => entry === undefined)) return []
        return [[`${name}, ${shape}`, ...entries.map((entry) => formatEntry(entry))]]
      }),
    ),
  )
  if (rows.length === 0) return null
  return formatTable(['p50, us', ...SCALING_SIZES.map((size) => size.toLocaleString('en'))], rows)
}

function formatEntry(entry: Measured | undefined): string {
  return entry === undefined ? '-' : formatMicros(entry.total.p50)
}
