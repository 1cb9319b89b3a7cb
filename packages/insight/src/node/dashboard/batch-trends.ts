import type { BatchMetrics, BatchOperation } from '../../pure/metrics/batch-metrics.ts'
import { observe } from '../../pure/metrics/measures.ts'
import { concurrencyOf, speedUpOf } from '../../pure/metrics/speed-up.ts'
import type { FoundChange, SeriesChange } from '../../pure/metrics/series-changes.ts'
import { tokensByDay } from '../../pure/metrics/token-days.ts'
import type { TokenDay } from '../../pure/metrics/token-days.ts'
import { analyzeTrends, defaultTrendOptions } from '../../pure/metrics/trend.ts'
import type { TrendReport } from '../../pure/metrics/trend.ts'

/** One value an operation and column; null is not known. */
export type BatchSeries = readonly {
  readonly operation: BatchOperation
  readonly values: readonly (number | null)[]
}[]

/** What the dashboard shows of batches, and what `--json` prints. */
export interface BatchTrends {
  readonly report: TrendReport
  readonly files: readonly BatchMetrics[]
  /** Ids of the batches in the order of time; one that was run again has another column. */
  readonly columns: readonly string[]
  readonly durations: BatchSeries
  /** 0 to 1. */
  readonly successRates: BatchSeries
  /** Attempts under way at a time, on average. */
  readonly concurrencies: BatchSeries
  /** Against a run of the same work one item after the other. */
  readonly speedUps: BatchSeries
  readonly tokenDays: readonly TokenDay[]
  /** What changed at each level that a reader can choose, the strictest first. */
  readonly levels: readonly LevelChanges[]
}

export interface LevelChanges {
  readonly level: number
  readonly changes: readonly SeriesChange[]
  readonly marks: readonly ChangeMark[]
}

/** A change as it stands in a chart, with its evidence. */
export type ChangeMark = FoundChange & {
  /** From 1, in the order of the changes of its level. */
  readonly number: number
  /** The first column on the new level. */
  readonly column: number
}

/** Levels that the page offers beside the one of the report. */
const LEVELS = [0.01, 0.05, 0.1, 0.2]

/**
 * Lines up the operations of each batch for the charts, and looks for changes at each level that the page offers.
 * O(n log n), and the tests for changes once for each level.
 *
 * @param level of the report; default 0.05
 */
export function batchTrends(
  files: readonly BatchMetrics[],
  level: number = defaultTrendOptions.level,
): BatchTrends {
  const report = analyzeTrends(files, { ...defaultTrendOptions, level })
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
    files,
    columns: columns.map(({ id }) => id),
    durations: seriesOf((run) => run.duration_seconds),
    successRates: seriesOf((run) => observe([run], 'success rate')[0]?.value),
    concurrencies: seriesOf(concurrencyOf),
    speedUps: seriesOf((run) => speedUpOf(run, files)?.factor),
    tokenDays: tokensByDay(files),
    levels: [...new Set([...LEVELS, level])]
      .sort((a, b) => a - b)
      .map((one) => {
        const { changes } =
          one === level ? report : analyzeTrends(files, { ...defaultTrendOptions, level: one })
        return { level: one, changes, marks: marksOf(changes, columns) }
      }),
  }
}

function marksOf(changes: readonly SeriesChange[], columns: readonly Column[]): readonly ChangeMark[] {
  const found = changes.filter((change) => change.status === 'change' || change.status === 'not confirmed')
  return found.map((change, i) => {
    const column = columns.findIndex(
      ({ id, runs }) => id === change.batchId && runs.get(change.operation)?.timestamp === change.timestamp,
    )
    return { ...change, number: i + 1, column }
  })
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
