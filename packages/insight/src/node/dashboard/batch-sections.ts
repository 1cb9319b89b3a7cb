import { measureText } from '../../pure/metrics/measure-text.ts'
import type { TrendReport } from '../../pure/metrics/trend.ts'
import type { BatchTrends } from './batch-trends.ts'
import { changeSection } from './change-section.ts'
import { filterAttributes, itemAnchor, listRuns, modelsOf } from './listed-run.ts'
import type { ListedRun } from './listed-run.ts'
import { escapeHtml, figureList, plot, section, table } from './page-parts.ts'
import { runSection } from './run-section.ts'
import { patternDefinitions, tokenSection } from './token-section.ts'

/** What became of the batches over time. */
export function batchSections(trends: BatchTrends): string {
  const { report, files } = trends
  const runs = listRuns(files)
  return [
    patternDefinitions(),
    tiles(trends),
    filters(runs),
    section(
      'Durations',
      `${operationTable(report)}${plot('batch-duration', 'Duration of each operation by batch; the table above sums it up')}`,
      `${period(report)} A numbered line marks a change; its evidence stands under Changes. Thin lines show the medians before and after.`,
    ),
    changeSection(trends),
    tokenSection(trends.tokenDays),
    section(
      'Success rate',
      plot('batch-success', 'Success rate of each operation by batch'),
      'Items that succeeded, of all items.',
    ),
    trends.concurrencies.length === 0
      ? ''
      : section(
          'Concurrency',
          plot('batch-concurrency', 'Attempts under way at a time, by batch'),
          'Attempts under way at a time, on average. Waiting counts as much as working, so this is not a speed-up.',
        ),
    section('Bottlenecks', bottleneckTable(report)),
    section('Failures', failureTable(runs)),
    runSection(runs, files.length),
  ].join('\n')
}

/** Hidden until the script that applies them runs. */
function filters(runs: readonly ListedRun[]): string {
  if (runs.length === 0) return ''
  const option = (name: string): string => `<option>${escapeHtml(name)}</option>`
  const operations = [...new Set(runs.map(({ run }) => run.operation))].map(option)
  const models = [...new Set(runs.flatMap(({ run }) => modelsOf(run)))].sort().map(option)
  return `<form id="filters" class="filters" data-scripted hidden aria-label="Filters"><label>Operation <select id="filter-operation"><option value="">all</option>${operations.join('')}</select></label><label>Batch <input id="filter-batch" type="search" size="10"></label><label>Model <select id="filter-model"><option value="">all</option>${models.join('')}</select></label><label>Outcome <select id="filter-outcome"><option value="">all</option><option value="failed">with failures</option><option value="clean">without failures</option></select></label><span class="faint">Charts follow the operation; runs and failures follow all four.</span></form>`
}

function period({ operationCount, batchCount, firstTimestamp, lastTimestamp }: TrendReport): string {
  return firstTimestamp === null
    ? 'No batches.'
    : `${operationCount} operations of ${batchCount} batches from ${firstTimestamp} to ${lastTimestamp ?? ''}.`
}

function operationTable({ operations }: TrendReport): string {
  return table(
    ['operation', 'runs', 'median', 'min', 'max', 'success', 'items', 'tokens'],
    operations.map(({ operation, count, statistics, success }) => {
      const { duration, tokens } = statistics
      const [median, min, max] =
        duration === null
          ? ['unknown', '', '']
          : [duration.median, duration.min, duration.max].map((value) => measureText('duration', value))
      return [
        operation,
        String(count),
        median!,
        min!,
        max!,
        success === null ? 'unknown' : measureText('success rate', success.rate),
        success === null ? 'unknown' : String(success.total),
        tokens === null ? 'unknown' : measureText('tokens', tokens.mean * tokens.count),
      ]
    }),
    'Operations on batches',
  )
}

/** Sums over everything; a cost or count that is known in part says so. */
function tiles({ report, files }: BatchTrends): string {
  const items = report.operations.flatMap(({ success }) => success ?? [])
  const total = items.reduce((sum, one) => sum + one.total, 0)
  const done = items.reduce((sum, one) => sum + one.success, 0)
  const sumOf = (name: 'tokens' | 'cost'): string => {
    const known = report.operations.flatMap(({ statistics }) => statistics[name] ?? [])
    const count = known.reduce((sum, one) => sum + one.count, 0)
    if (count === 0) return 'unknown'
    const sum = known.reduce((all, one) => all + one.mean * one.count, 0)
    return `${count < files.length ? '≥ ' : ''}${name === 'tokens' && sum >= 1e6 ? `${(sum / 1e6).toFixed(2)}M` : measureText(name, sum)}`
  }
  const worse = report.changes.filter((change) => change.status === 'change' && change.isRegression).length
  return figureList([
    ['batches', String(report.batchCount)],
    ['operations', String(report.operationCount)],
    ['items succeeded', total === 0 ? 'unknown' : `${((done / total) * 100).toFixed(1)}%`],
    ['tokens', sumOf('tokens')],
    ['cost', sumOf('cost')],
    ['regressions', String(worse)],
    ['bottlenecks', String(report.bottlenecks.length)],
  ])
}

function bottleneckTable({ bottlenecks }: TrendReport): string {
  return table(
    ['bottleneck', 'operation', 'to win', 'where to look'],
    bottlenecks.map(({ kind, operation, potential, recommendation }) => [
      kind,
      operation,
      `${(potential * 100).toFixed(0)}%`,
      recommendation,
    ]),
    'Bottlenecks',
  )
}

const MOST_FAILURES = 50

/** The latest first; each leads to its item. */
function failureTable(runs: readonly ListedRun[]): string {
  const failures = runs.flatMap((listed) =>
    (listed.run.metrics.errors ?? []).map((error) => ({ listed, error })),
  )
  if (failures.length === 0) return '<p class="faint">None.</p>'
  const rows = failures.slice(0, MOST_FAILURES).map(({ listed, error }) => {
    const { run, anchor } = listed
    const item = { text: error.item_id, anchor: itemAnchor(listed, error.item_id) ?? anchor }
    const message = (error.error_message ?? '').slice(0, 300)
    return {
      cells: [item, run.batch_id, run.operation, error.error_type, message],
      attributes: filterAttributes(run),
    }
  })
  const rest =
    failures.length > MOST_FAILURES
      ? `<p class="faint">${failures.length - MOST_FAILURES} older ones are left out.</p>`
      : ''
  return `${table(['item', 'batch', 'operation', 'reason', 'message'], rows, 'Failures, the latest first')}${rest}`
}
