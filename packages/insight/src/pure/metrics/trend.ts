import { smallestSample } from '../statistics/change-test.ts'
import type { BatchMetrics, BatchOperation } from './batch-metrics.ts'
import { BATCH_OPERATIONS } from './batch-metrics.ts'
import { countsContradict } from './comparable-work.ts'
import type { Bottleneck, Thresholds } from './bottlenecks.ts'
import { findBottlenecks } from './bottlenecks.ts'
import { describeNumbers, MEASURES, observe } from './measures.ts'
import type { MeasureName, Statistics } from './measures.ts'
import { findContradictions } from './read-metrics.ts'
import type { SeriesChange } from './series-changes.ts'
import { findSeriesChanges } from './series-changes.ts'

export type Selection =
  | { readonly kind: 'all' }
  /** The batches whose last operation is most recent. */
  | { readonly kind: 'recent'; readonly batches: number }
  | { readonly kind: 'weeks'; readonly weeks: number; readonly nowMs: number }

export interface TrendOptions {
  readonly selection: Selection
  readonly thresholds: Thresholds
  /** Of all that is reported as changed, the share that may be chance; with no change at all, the chance of any. */
  readonly level: number
  /** Fewer numbers are "insufficient data"; raised to what the level needs. */
  readonly minSample: number
  /** Smaller steps are not told: 0.05 is 5%, for a success rate 5 points. */
  readonly leastEffect: number
  readonly seed: number
}

export const defaultTrendOptions: TrendOptions = {
  selection: { kind: 'all' },
  thresholds: { durationSeconds: 600, successRate: 0.9, costUsd: 1, tokens: 100_000 },
  level: 0.05,
  minSample: 8,
  leastEffect: 0.05,
  seed: 20_260_101,
}

export interface SuccessCounts {
  readonly rate: number
  readonly total: number
  readonly success: number
  readonly failure: number
}

export interface OperationTrend {
  readonly operation: BatchOperation
  readonly count: number
  readonly statistics: { readonly [name in MeasureName]: Statistics | null }
  /** Over all items of all batches; null if no file says. */
  readonly success: SuccessCounts | null
  /** In the order of time, for a chart; null is not known. */
  readonly durations: readonly (number | null)[]
}

export interface TrendReport {
  readonly operationCount: number
  readonly batchCount: number
  readonly firstTimestamp: string | null
  readonly lastTimestamp: string | null
  readonly operations: readonly OperationTrend[]
  readonly bottlenecks: readonly Bottleneck[]
  readonly changes: readonly SeriesChange[]
  /** Operations whose counts cannot all be right: their success rate is unknown. */
  readonly contradictions: readonly {
    readonly batchId: string
    readonly operation: BatchOperation
    readonly problem: string
  }[]
  readonly options: TrendOptions
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Sums up the operations of many batches, in the order of time regardless of the order of the files.
 *
 * @example
 * const report = analyzeTrends(files, { ...defaultTrendOptions, selection: { kind: 'recent', batches: 10 } })
 * for (const { operation, recommendation } of report.bottlenecks) console.log(operation, recommendation)
 */
export function analyzeTrends(
  files: readonly BatchMetrics[],
  options: TrendOptions = defaultTrendOptions,
): TrendReport {
  const selected = select(
    [...files].sort((a, b) => timeOf(a) - timeOf(b)),
    options.selection,
  )
  const byOperation = BATCH_OPERATIONS.map((operation) => ({
    operation,
    runs: selected.filter((metrics) => metrics.operation === operation),
  })).filter(({ runs }) => runs.length > 0)
  return {
    operationCount: selected.length,
    batchCount: new Set(selected.map((metrics) => metrics.batch_id)).size,
    firstTimestamp: selected[0]?.timestamp ?? null,
    lastTimestamp: selected.at(-1)?.timestamp ?? null,
    operations: byOperation.map(({ operation, runs }) => summarize(operation, runs)),
    bottlenecks: byOperation.flatMap(({ operation, runs }) =>
      findBottlenecks(summarize(operation, runs), runs, options.thresholds),
    ),
    changes: findSeriesChanges(byOperation, {
      ...options,
      minSample: Math.max(options.minSample, smallestSample(options.level)),
    }),
    contradictions: selected.filter(countsContradict).map((metrics) => ({
      batchId: metrics.batch_id,
      operation: metrics.operation,
      problem: findContradictions(metrics).join('; '),
    })),
    options,
  }
}

function summarize(operation: BatchOperation, runs: readonly BatchMetrics[]): OperationTrend {
  const entries = MEASURES.map((name) => [name, describeNumbers(observe(runs, name))] as const)
  return {
    operation,
    count: runs.length,
    // One entry for each measure.
    statistics: Object.fromEntries(entries) as OperationTrend['statistics'],
    success: countSuccess(runs),
    durations: runs.map((run) => run.duration_seconds ?? null),
  }
}

function countSuccess(runs: readonly BatchMetrics[]): SuccessCounts | null {
  const known = observe(runs, 'success rate').map(({ metrics }) => metrics.metrics)
  if (known.length === 0) return null
  const total = known.reduce((sum, counts) => sum + (counts.total_items ?? 0), 0)
  const success = known.reduce((sum, counts) => sum + (counts.success_count ?? 0), 0)
  const failure = known.reduce((sum, counts) => sum + (counts.failure_count ?? 0), 0)
  return { rate: success / total, total, success, failure }
}

function select(sorted: readonly BatchMetrics[], selection: Selection): readonly BatchMetrics[] {
  switch (selection.kind) {
    case 'all':
      return sorted
    case 'weeks': {
      const start = selection.nowMs - selection.weeks * WEEK_MS
      return sorted.filter((metrics) => timeOf(metrics) >= start)
    }
    default: {
      const recent = new Set<string>()
      for (const metrics of sorted.toReversed()) {
        if (recent.size >= selection.batches) break
        recent.add(metrics.batch_id)
      }
      return sorted.filter((metrics) => recent.has(metrics.batch_id))
    }
  }
}

function timeOf({ timestamp }: BatchMetrics): number {
  return Date.parse(timestamp)
}
