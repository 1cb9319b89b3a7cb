import type { BatchMetrics, BatchOperation } from '../../orchestrator/metrics/batch-metrics.ts'
import { observe } from '../../orchestrator/metrics/measures.ts'
import { analyzeTrends } from '../../orchestrator/metrics/trend.ts'
import type { TrendReport } from '../../orchestrator/metrics/trend.ts'

/** One value an operation and column; null is not known. */
export type BatchSeries = readonly {
  readonly operation: BatchOperation
  readonly values: readonly (number | null)[]
}[]

/** What the dashboard shows of batches, and what `--json` prints. */
export interface BatchTrends {
  readonly report: TrendReport
  /** Ids of the batches in the order of time; one that was run again has another column. */
  readonly columns: readonly string[]
  readonly durations: BatchSeries
  /** 0 to 1. */
  readonly successRates: BatchSeries
  /** Speed against one item after the other; 1 is no gain. */
  readonly efficiencies: BatchSeries
  /** Columns from which on durations lie on another level. */
  readonly durationChanges: readonly { readonly operation: BatchOperation; readonly column: number }[]
}

/** Lines up the operations of each batch for the charts. O(n log n). */
export function batchTrends(files: readonly BatchMetrics[]): BatchTrends {
  const report = analyzeTrends(files)
  const columns = columnsOf(files)
  const operations = report.operations.map(({ operation }) => operation)
  const seriesOf = (valueOf: (metrics: BatchMetrics) => number | null | undefined): BatchSeries =>
    operations
      .map((operation) => ({
        operation,
        values: columns.map(({ runs }) => {
          const run = runs.get(operation)
          return run === undefined ? null : (valueOf(run) ?? null)
        }),
      }))
      .filter(({ values }) => values.some((value) => value !== null))
  return {
    report,
    columns: columns.map(({ id }) => id),
    durations: seriesOf((run) => run.duration_seconds),
    successRates: seriesOf((run) => observe([run], 'success rate')[0]?.value),
    efficiencies: seriesOf((run) => run.optimization_metrics?.parallel_efficiency),
    durationChanges: report.changes.flatMap((change) =>
      change.status === 'change' && change.measure === 'duration'
        ? columns.flatMap(({ id, runs }, column) =>
            id === change.batchId && runs.get(change.operation)?.timestamp === change.timestamp
              ? [{ operation: change.operation, column }]
              : [],
          )
        : [],
    ),
  }
}

interface Column {
  readonly id: string
  readonly runs: Map<BatchOperation, BatchMetrics>
}

/** A batch has one column, until one of its operations comes again. */
function columnsOf(files: readonly BatchMetrics[]): readonly Column[] {
  const columns: Column[] = []
  const latest = new Map<string, Column>()
  for (const metrics of [...files].sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp))) {
    const { batch_id: id, operation } = metrics
    let column = latest.get(id)
    if (column === undefined || column.runs.has(operation)) {
      column = { id, runs: new Map() }
      columns.push(column)
      latest.set(id, column)
    }
    column.runs.set(operation, metrics)
  }
  return columns
}
