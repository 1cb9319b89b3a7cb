import type { BatchMetrics } from './batch-metrics.ts'

/**
 * The outcome of the work of an operation: its time and cost can be compared with others of the same kind alone. A run that
 * failed early, or found its results in the cache, is short for no merit of its own.
 */
export const KINDS_OF_RUN = [
  'all succeeded',
  'some failed',
  'some from the cache',
  'outcome not told',
] as const
export type KindOfRun = (typeof KINDS_OF_RUN)[number]

export function kindOfRun(operation: BatchMetrics): KindOfRun {
  const { metrics, items = [] } = operation
  if (items.some((item) => item.from_cache === true)) return 'some from the cache'
  if (countsContradict(operation)) return 'outcome not told'
  const bad = [metrics.failure_count, metrics.partial_count, metrics.blocked_count]
  if (bad.some((count) => (count ?? 0) > 0) || items.some(({ status }) => status !== 'success'))
    return 'some failed'
  const { total_items: total, success_count: success } = metrics
  if (typeof total !== 'number' || typeof success !== 'number') return 'outcome not told'
  return success < total ? 'some failed' : 'all succeeded'
}

/** More outcomes than items, or fewer than none: one of the numbers is wrong, and nobody knows which. */
export function countsContradict({ metrics }: BatchMetrics): boolean {
  const { total_items: total, success_count, failure_count, partial_count, blocked_count } = metrics
  const counts = [success_count, failure_count, partial_count, blocked_count].map((count) => count ?? 0)
  if ([total ?? 0, ...counts].some((count) => count < 0)) return true
  return typeof total === 'number' && counts.reduce((sum, count) => sum + count, 0) > total
}
