import { measureText } from '../../orchestrator/metrics/measure-text.ts'
import type { TrendReport } from '../../orchestrator/metrics/trend.ts'
import type { BatchTrends } from './batch-trends.ts'
import { plot, section, table } from './page-parts.ts'

/** What became of the batches over time. */
export function batchSections(trends: BatchTrends): string {
  const { report } = trends
  return [
    section(
      'Batches: durations',
      `${operationTable(report)}${plot('batch-duration')}`,
      `${period(report)} A broken line stands where durations change.`,
    ),
    section('Batches: success rate', plot('batch-success'), 'Items that succeeded, of all items.'),
    trends.efficiencies.length === 0
      ? ''
      : section(
          'Batches: parallel efficiency',
          plot('batch-efficiency'),
          'Speed against one item after the other; 1 is no gain.',
        ),
    section('Batches: changes', changeTable(report), changeNote(report)),
  ].join('\n')
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
  )
}

function changeTable({ changes }: TrendReport): string {
  return table(
    ['operation', 'measure', 'before', 'after', 'from batch', 'p', 'verdict'],
    changes.flatMap((change) =>
      change.status === 'change'
        ? [
            [
              change.operation,
              change.measure,
              measureText(change.measure, change.before),
              measureText(change.measure, change.after),
              change.batchId,
              change.pValue.toPrecision(2),
              change.isRegression ? 'regression' : 'improvement',
            ],
          ]
        : [],
    ),
  )
}

function changeNote({ changes, options }: TrendReport): string {
  const open = changes.filter(({ status }) => status === 'insufficient data').length
  const tested = changes.length - open
  const more = open === 0 ? '' : ` Of ${open} more there are too few numbers.`
  return `Permutation test over ${tested} series, level ${options.level} for all together.${more}`
}
