import type { Measured } from './measure.ts'

export interface Target {
  readonly what: string
  /** Scenarios that have to reach it, all of them: the slowest counts. */
  readonly scenarios: readonly string[]
  readonly percentile: 'p50' | 'p95' | 'p99'
  readonly limitMicros: number
  /**
   * A full run fails above `limitMicros x gate`; null if missing the limit is only reported. The limits were set for a quiet
   * machine and a warm process, so medians have a margin, and the slowest runs, which are the machine's as much as the
   * engine's, fail nothing. The hard line has no margin and fails a quick run too.
   */
  readonly gate: number | null
}

/** The roadmap's line: half of the 1.72 ms it began with. */
const HARD_LINE_MICROS = 860
const HARD = 1
const MARGIN = 5

const standard = ['flat', 'nested', 'chain-flat', 'chain-nested'].map((name) => `total/standard-${name}@20`)
const short = (output: string, sizes: readonly number[]): string[] =>
  ['flat', 'nested'].flatMap((shape) =>
    ['1-step', '2-steps'].flatMap((steps) =>
      sizes.map((size) => `total/${steps}-${output}-${shape}@${size}`),
    ),
  )
const both = (name: string, size: number): string[] =>
  ['flat', 'nested'].map((shape) => `total/${name}-${shape}@${size}`)

function pair(what: string, names: readonly string[], p50: number, p99: number): readonly Target[] {
  return [
    { what, scenarios: names, percentile: 'p50', limitMicros: p50, gate: MARGIN },
    { what, scenarios: names, percentile: 'p99', limitMicros: p99, gate: null },
  ]
}

const targets: readonly Target[] = [
  {
    what: 'standard set (hard line)',
    scenarios: standard,
    percentile: 'p95',
    limitMicros: HARD_LINE_MICROS,
    gate: HARD,
  },
  ...pair('1 to 2 steps, 20 to 100 components, delta', short('delta', [20, 100]), 20, 86),
  ...pair("the same with the document's text", short('text', [20, 100]), 40, 150),
  ...pair('1 to 2 steps, 10,000 components, delta', short('delta', [10_000]), 40, 200),
  ...pair('50 steps, 100 components, delta', both('50-steps-delta', 100), 500, 860),
  {
    what: 'one attribute of a page of 60 kB',
    scenarios: ['total/html-edit@60'],
    percentile: 'p50',
    limitMicros: 60,
    gate: MARGIN,
  },
  {
    what: 'one property of a JSON format, 100 elements',
    scenarios: ['json-render', 'a2ui', 'puck', 'adaptive-cards'].map((name) => `total/${name}-edit@100`),
    percentile: 'p50',
    limitMicros: 40,
    gate: MARGIN,
  },
  {
    what: 'a page of 1 MB at first sight',
    scenarios: ['total/html-first-sight@1000'],
    percentile: 'p50',
    limitMicros: 100_000,
    gate: null,
  },
  {
    what: 'first sight, 100 components',
    scenarios: both('first-sight', 100),
    percentile: 'p50',
    limitMicros: 300,
    gate: MARGIN,
  },
  {
    what: 'first sight, 10,000 components',
    scenarios: both('first-sight', 10_000),
    percentile: 'p50',
    limitMicros: 30_000,
    gate: MARGIN,
  },
]

export interface Verdict {
  readonly what: string
  readonly percentile: Target['percentile']
  readonly limitMicros: number
  readonly gate: number | null
  /** The slowest of the scenarios. */
  readonly measuredMicros: number
  readonly slowest: string
  readonly isMet: boolean
  /** False fails the run. */
  readonly isWithinGate: boolean
}

/**
 * Judges what was measured; targets of which no scenario ran are left out.
 *
 * @param isQuick only the hard line can fail, since CI's machine may be slow and busy
 */
export function judge(measured: readonly Measured[], isQuick: boolean): readonly Verdict[] {
  const byName = new Map(measured.map((entry) => [entry.name, entry]))
  return targets.flatMap(({ what, scenarios, percentile, limitMicros, gate }) => {
    let slowest: Measured | null = null
    for (const name of scenarios) {
      const entry = byName.get(name)
      if (entry !== undefined && (slowest === null || entry.total[percentile] > slowest.total[percentile]))
        slowest = entry
    }
    if (slowest === null) return []
    const measuredMicros = slowest.total[percentile]
    const counts = gate !== null && (gate === HARD || !isQuick)
    return [
      {
        what,
        percentile,
        limitMicros,
        gate,
        measuredMicros,
        slowest: slowest.name,
        isMet: measuredMicros <= limitMicros,
        isWithinGate: !counts || measuredMicros <= limitMicros * gate,
      },
    ]
  })
}
