import type { BatchMetrics } from './batch-metrics.ts'
import { kindOfRun } from './comparable-work.ts'

/** How much faster work went side by side than the same work did one item after the other. */
export interface SpeedUp {
  readonly factor: number
  /** The sequential run it is measured against. */
  readonly against: { readonly batchId: string; readonly timestamp: string; readonly durationSeconds: number }
}

/** Attempts under way at a time, on average. Waiting counts as much as working: it says nothing about speed. */
export function concurrencyOf({ optimization_metrics: found }: BatchMetrics): number | null {
  return found?.concurrency ?? found?.parallel_efficiency ?? null
}

/**
 * The speed-up of a run against the fastest run of the same items by the same inputs, all of which succeeded without the
 * cache, of which never two ran at a time. Null if there is none: what the items would have taken alone cannot be told from
 * what they took beside each other. O(runs x items).
 */
export function speedUpOf(run: BatchMetrics, all: readonly BatchMetrics[]): SpeedUp | null {
  const work = workOf(run)
  const duration = run.duration_seconds ?? 0
  if (work === null || duration <= 0 || (run.parallelism_achieved ?? 0) <= 1) return null
  const sequential = all.flatMap((other) => {
    const isSame =
      other.parallelism_achieved === 1 && (other.duration_seconds ?? 0) > 0 && workOf(other) === work
    return isSame
      ? [{ batchId: other.batch_id, timestamp: other.timestamp, durationSeconds: other.duration_seconds! }]
      : []
  })
  const [first, ...rest] = sequential
  if (first === undefined) return null
  const against = rest.reduce(
    (best, next) => (next.durationSeconds < best.durationSeconds ? next : best),
    first,
  )
  return { factor: against.durationSeconds / duration, against }
}

/** The operation and its inputs; null if they are not known, or the work was not all done afresh. */
function workOf(run: BatchMetrics): string | null {
  const hashes = (run.items ?? []).map((item) => item.input_hash)
  if (hashes.length === 0 || hashes.some((hash) => typeof hash !== 'string')) return null
  return kindOfRun(run) === 'all succeeded'
    ? [run.operation, ...hashes.map(String).sort(compareText)].join('\0')
    : null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
