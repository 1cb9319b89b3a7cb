import type { BatchMetrics, BatchOperation } from '../../../src/pure/metrics/batch-metrics.ts'

/** What a made-up operation says; whatever is left out is not known. */
export interface MadeOperation {
  readonly id?: string
  readonly operation?: BatchOperation
  /** Days after the first of January 2026, 12:00 UTC. */
  readonly day?: number
  readonly seconds?: number | null
  readonly items?: number
  readonly successes?: number
  readonly failures?: number
  readonly tokens?: number
  readonly usd?: number
  readonly rest?: Partial<BatchMetrics>
}

const START_MS = Date.parse('2026-01-01T12:00:00Z')
const DAY_MS = 86_400_000

export function madeBatch(made: MadeOperation): BatchMetrics {
  const { items, successes, failures, tokens, usd } = made
  return {
    batch_id: made.id ?? '1',
    operation: made.operation ?? 'execute',
    timestamp: new Date(START_MS + (made.day ?? 0) * DAY_MS).toISOString(),
    ...(made.seconds === undefined ? {} : { duration_seconds: made.seconds }),
    metrics: {
      ...(items === undefined ? {} : { total_items: items }),
      ...(successes === undefined ? {} : { success_count: successes }),
      ...(failures === undefined ? {} : { failure_count: failures }),
      ...(tokens === undefined && usd === undefined
        ? {}
        : {
            token_usage: {
              ...(tokens === undefined ? {} : { total_tokens: tokens }),
              ...(usd === undefined ? {} : { estimated_cost: usd }),
            },
          }),
    },
    sources: { '': 'measured' },
    ...made.rest,
  }
}

/** Normal noise from a fixed seed (Box and Muller, 1958, over a linear congruential generator). */
function noise(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 4_294_967_296
  }
  // The first numbers of neighbouring seeds resemble each other.
  for (let i = 0; i < 20; i += 1) uniform()
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** `count` durations around 300 s with 10% noise, times `factor` from `at` on. */
export function noisySeries(seed: number, count: number, at = count, factor = 1): number[] {
  const normal = noise(seed)
  return Array.from({ length: count }, (_, i) => 300 * (i >= at ? factor : 1) * (1 + 0.1 * normal()))
}
