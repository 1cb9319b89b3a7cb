import type { BatchMetrics, ItemMetrics } from '../metrics/batch-metrics.ts'
import type { MeasureName } from '../metrics/measures.ts'

const AMOUNTS: { readonly [measure in MeasureName]?: (item: ItemMetrics) => number | null | undefined } = {
  duration: (item) => item.duration_seconds,
  'duration per item': (item) => item.duration_seconds,
  tokens: (item) => item.total_tokens,
  cost: (item) => item.estimated_cost,
}

/**
 * The share of what the items took that brought nothing: items that failed, and items that were done again although an equal
 * input had succeeded. Null where no item says what it took. O(items)
 */
export function measuredWaste(measure: MeasureName, runs: readonly BatchMetrics[]): number | null {
  const amountOf = AMOUNTS[measure]
  if (amountOf === undefined) return null
  const succeeded = new Set<string>()
  let all = 0
  let wasted = 0
  for (const item of runs.flatMap(({ items = [] }) => items)) {
    const amount = item.from_cache === true ? 0 : (amountOf(item) ?? 0)
    const hash = typeof item.input_hash === 'string' ? item.input_hash : undefined
    all += amount
    if (item.status === 'failure' || (hash !== undefined && succeeded.has(hash))) wasted += amount
    if (item.status === 'success' && hash !== undefined) succeeded.add(hash)
  }
  return all === 0 ? null : wasted / all
}
