import type { BatchMetrics, BatchOperation } from './batch-metrics.ts'
import { countsContradict } from './comparable-work.ts'
import { tokensByDay } from './token-days.ts'
import { analyzeTrends } from './trend.ts'
import type { TrendOptions } from './trend.ts'

/** A series of Prometheus, as `@blueprint-engine/telemetry/prometheus` takes it. */
export interface MetricSeries {
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge'
  readonly labels: readonly string[]
  readonly values: readonly { readonly labels: readonly string[]; readonly value: number }[]
}

type Value = MetricSeries['values'][number]

const ITEM_COUNTS = {
  success: 'success_count',
  failure: 'failure_count',
  partial: 'partial_count',
  blocked: 'blocked_count',
} as const

/**
 * What batches did, took and cost, as series for Prometheus. Counts only grow as long as the folder is kept; unknown figures
 * are left out, and how many runs lack them has a series of its own. O(runs x items), and the tests for changes.
 */
export function batchSeries(files: readonly BatchMetrics[], options?: TrendOptions): readonly MetricSeries[] {
  const report = analyzeTrends(files, options)
  const sums = new Map<string, Map<string, Value>>()
  const add = (name: string, labels: readonly string[], value: number | null | undefined): void => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return
    let series = sums.get(name)
    if (series === undefined) sums.set(name, (series = new Map<string, Value>()))
    const key = labels.join('\0')
    series.set(key, { labels, value: (series.get(key)?.value ?? 0) + value })
  }
  for (const run of files) addRun(run, add)
  for (const { model, tokens, costUsd } of tokensByDay(files)) {
    add('tokens', [model ?? ''], tokens)
    add('cost', [model ?? ''], costUsd)
  }
  for (const { operation } of report.operations) {
    const worse = report.changes.filter(
      (change) => change.operation === operation && change.status === 'change' && change.isRegression,
    )
    add('regressions', [operation], worse.length)
    add('bottlenecks', [operation], report.bottlenecks.filter((one) => one.operation === operation).length)
  }
  const last = lastRuns(files)
  for (const [operation, run] of last) {
    add('last', [operation], Date.parse(run.timestamp) / 1000)
    add('lastDuration', [operation], run.duration_seconds)
  }
  return SERIES.map(({ id, ...series }) => ({ ...series, values: [...(sums.get(id)?.values() ?? [])] }))
}

function addRun(
  run: BatchMetrics,
  add: (name: string, labels: readonly string[], value: number | null | undefined) => void,
): void {
  const { operation, metrics } = run
  add('runs', [operation], 1)
  add('duration', [operation], run.duration_seconds)
  if (countsContradict(run)) add('contradictions', [operation], 1)
  else
    for (const [status, name] of Object.entries(ITEM_COUNTS)) add('items', [operation, status], metrics[name])
  if (typeof metrics.token_usage?.estimated_cost !== 'number') add('unpriced', [operation], 1)
}

function lastRuns(files: readonly BatchMetrics[]): ReadonlyMap<BatchOperation, BatchMetrics> {
  const last = new Map<BatchOperation, BatchMetrics>()
  for (const run of files) {
    const known = last.get(run.operation)
    if (known === undefined || Date.parse(run.timestamp) >= Date.parse(known.timestamp))
      last.set(run.operation, run)
  }
  return last
}

const SERIES: readonly (Omit<MetricSeries, 'values'> & { readonly id: string })[] = [
  {
    id: 'runs',
    name: 'blueprint_work_batch_runs_total',
    help: 'Operations on batches of work.',
    kind: 'counter',
    labels: ['operation'],
  },
  {
    id: 'items',
    name: 'blueprint_work_batch_items_total',
    help: 'Items of these operations, by outcome.',
    kind: 'counter',
    labels: ['operation', 'status'],
  },
  {
    id: 'duration',
    name: 'blueprint_work_batch_duration_seconds_total',
    help: 'Time that operations took, where it is known.',
    kind: 'counter',
    labels: ['operation'],
  },
  {
    id: 'tokens',
    name: 'blueprint_work_batch_tokens_total',
    help: 'Tokens used, by model; an empty model is one that no item names.',
    kind: 'counter',
    labels: ['model'],
  },
  {
    id: 'cost',
    name: 'blueprint_work_batch_cost_usd_total',
    help: 'Known cost in US dollars, by model.',
    kind: 'counter',
    labels: ['model'],
  },
  {
    id: 'unpriced',
    name: 'blueprint_work_batch_runs_without_cost_total',
    help: 'Operations whose cost is unknown.',
    kind: 'counter',
    labels: ['operation'],
  },
  {
    id: 'contradictions',
    name: 'blueprint_work_batch_contradictions_total',
    help: 'Operations whose counts contradict each other; their items are not counted.',
    kind: 'counter',
    labels: ['operation'],
  },
  {
    id: 'last',
    name: 'blueprint_work_batch_last_run_timestamp_seconds',
    help: 'Start of the latest operation, Unix time.',
    kind: 'gauge',
    labels: ['operation'],
  },
  {
    id: 'lastDuration',
    name: 'blueprint_work_batch_last_run_duration_seconds',
    help: 'Time that the latest operation took.',
    kind: 'gauge',
    labels: ['operation'],
  },
  {
    id: 'regressions',
    name: 'blueprint_work_batch_regressions',
    help: 'Regressions that the trend report finds.',
    kind: 'gauge',
    labels: ['operation'],
  },
  {
    id: 'bottlenecks',
    name: 'blueprint_work_batch_bottlenecks',
    help: 'Bottlenecks that the trend report finds.',
    kind: 'gauge',
    labels: ['operation'],
  },
]
