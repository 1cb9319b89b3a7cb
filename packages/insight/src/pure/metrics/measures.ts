import { mean, median } from 'simple-statistics'
import type { BatchMetrics, MetricSource } from './batch-metrics.ts'
import { sourceOf } from './batch-metrics.ts'
import { countsContradict } from './comparable-work.ts'

/** What trends are made of, one number an operation. */
export const MEASURES = ['duration', 'duration per item', 'tokens', 'cost', 'success rate'] as const
export type MeasureName = (typeof MEASURES)[number]

/** One number of one operation and where it comes from. */
export interface Observation {
  readonly metrics: BatchMetrics
  readonly value: number
  readonly source: MetricSource
}

export interface Statistics {
  readonly count: number
  readonly mean: number
  readonly median: number
  readonly min: number
  readonly max: number
  /** How many of the numbers come from where. */
  readonly sources: { readonly [source in MetricSource]?: number }
}

const POINTERS: { readonly [name in MeasureName]: string } = {
  duration: '/duration_seconds',
  'duration per item': '/duration_seconds',
  tokens: '/metrics/token_usage/total_tokens',
  cost: '/metrics/token_usage/estimated_cost',
  'success rate': '/metrics/success_count',
}

/** The numbers that are known, in the order of the operations; what is null or missing is left out, not taken as 0. */
export function observe(operations: readonly BatchMetrics[], name: MeasureName): Observation[] {
  return operations.flatMap((metrics) => {
    const value = valueOf(metrics, name)
    return value === undefined ? [] : [{ metrics, value, source: sourceOf(metrics, POINTERS[name]) }]
  })
}

function valueOf(operation: BatchMetrics, name: MeasureName): number | undefined {
  const { metrics } = operation
  const total = metrics.total_items ?? 0
  switch (name) {
    case 'duration':
      return operation.duration_seconds ?? undefined
    case 'duration per item':
      return total > 0 && typeof operation.duration_seconds === 'number'
        ? operation.duration_seconds / total
        : undefined
    case 'tokens':
      return tokensOf(operation)
    case 'cost':
      return metrics.token_usage?.estimated_cost ?? undefined
    default:
      return total > 0 && typeof metrics.success_count === 'number' && !countsContradict(operation)
        ? metrics.success_count / total
        : undefined
  }
}

function tokensOf({ metrics }: BatchMetrics): number | undefined {
  const usage = metrics.token_usage
  if (typeof usage?.total_tokens === 'number') return usage.total_tokens
  const parts = [usage?.input_tokens, usage?.output_tokens]
  // One half alone would be taken for the whole.
  return parts.every((part) => typeof part === 'number') ? parts[0]! + parts[1]! : undefined
}

/** Null if nothing is known. */
export function describeNumbers(observations: readonly Observation[]): Statistics | null {
  if (observations.length === 0) return null
  const values = observations.map(({ value }) => value)
  const sources: { [source in MetricSource]?: number } = {}
  for (const { source } of observations) sources[source] = (sources[source] ?? 0) + 1
  return {
    count: values.length,
    mean: mean(values),
    median: median(values),
    min: values.reduce((a, b) => Math.min(a, b)),
    max: values.reduce((a, b) => Math.max(a, b)),
    sources,
  }
}
