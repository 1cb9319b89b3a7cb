// `--compare`: this build against an earlier one, or this run against an earlier run.
import { pool, takeTurns } from './alternate.ts'
import type { Rounds } from './alternate.ts'
import type { Core } from './core.ts'
import { prepare, toMeasured } from './measure.ts'
import type { Measured } from './measure.ts'
import { formatRatio } from './report.ts'
import type { Scenario } from './scenario.ts'
import { median, summarize } from './summary.ts'
import { formatMicros, formatTable } from './table.ts'

export interface Pair {
  readonly before: Measured
  readonly after: Measured
  /** After divided by before: of the lower quartiles, over the rounds; null if the two did not run in turn. */
  readonly rounds: { readonly ratio: number; readonly low: number; readonly high: number } | null
}

/** Both builds in turn, on the same scenario; a text says why it cannot run. */
export function compareBuilds(scenario: Scenario, before: Core, after: Core, rounds: Rounds): Pair | string {
  const old = prepare(`${scenario.name}, old build`, () => scenario.prepare(before))
  if (typeof old === 'string') return old
  const own = prepare(`${scenario.name}, this build`, () => scenario.prepare(after))
  if (typeof own === 'string') return own
  const [first, second] = takeTurns([old, own], rounds)
  const quartile = (turn: (typeof first & object)[number]): number =>
    summarize(scenario.stage === undefined ? turn.samples : turn.stages[scenario.stage]).p25
  const ratios = second!.map((turn, i) => quartile(turn) / quartile(first![i]!))
  return {
    before: toMeasured(scenario, pool(first!)),
    after: toMeasured(scenario, pool(second!)),
    rounds: { ratio: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) },
  }
}

/** Pairs of what both runs measured. */
export function pairUp(before: readonly Measured[], after: readonly Measured[]): readonly Pair[] {
  const byName = new Map(before.map((entry) => [entry.name, entry]))
  return after.flatMap((entry) => {
    const old = byName.get(entry.name)
    return old === undefined ? [] : [{ before: old, after: entry, rounds: null }]
  })
}

export function formatPairs(pairs: readonly Pair[]): string {
  const rows = pairs.map(({ before, after, rounds }) => [
    after.name,
    ...(['p50', 'p95', 'p99'] as const).map(
      (percentile) => `${formatMicros(before.total[percentile])} -> ${formatMicros(after.total[percentile])}`,
    ),
    formatRatio(rounds?.ratio ?? after.total.p50 / before.total.p50),
    rounds === null ? '' : `${formatRatio(rounds.low)}..${formatRatio(rounds.high)}`,
  ])
  const ratios = pairs.map(({ before, after, rounds }) => rounds?.ratio ?? after.total.p50 / before.total.p50)
  const head = ['us, before -> after', 'p50', 'p95', 'p99', 'ratio', 'over the rounds']
  return `${formatTable(head, rows)}\n\nmedian of the ratios: ${formatRatio(median(ratios))} (below 1: faster than before)`
}
