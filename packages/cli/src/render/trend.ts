import { measureText, relativeText, runsText } from '@blueprint-engine/insight'
import type { FoundChange, OperationTrend, TrendReport } from '@blueprint-engine/insight'
import { printable } from './printable.ts'
import { sparkline } from './sparkline.ts'
import { renderTable } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { hang, plural, section } from './view.ts'

const right = (title: string): Column => ({ title, align: 'right' })
const left = (title: string): Column => ({ title, align: 'left' })
const COLUMNS: readonly Column[] = [
  left('operation'),
  left('measure'),
  ...['median', 'mean', 'min', 'max', 'count'].map(right),
  left('source'),
]
const MEASURES = ['duration', 'duration per item', 'tokens', 'cost'] as const

/** The report for a terminal: aligned, coloured, as wide as it is. */
export function renderTrend(view: View, report: TrendReport, faults: readonly string[]): string[] {
  const { palette } = view
  if (report.operationCount === 0) return ['No metrics found in this selection.', ...faultLines(view, faults)]
  return [
    palette.title(
      `${plural(report.operationCount, 'operation')} of ${plural(report.batchCount, 'batch', 'batches')}, ${report.firstTimestamp ?? ''} to ${report.lastTimestamp ?? ''}`,
    ),
    '',
    ...renderTable(view, COLUMNS, report.operations.flatMap(measureRows)),
    ...section(view, 'Success', renderTable(view, SUCCESS_COLUMNS, report.operations.map(successRow))),
    ...section(
      view,
      'Durations, oldest first',
      report.operations.flatMap((one) => sparkLine(view, one)),
    ),
    ...section(view, 'Bottlenecks', bottleneckLines(view, report)),
    ...section(view, 'Changes', changeLines(view, report)),
    ...section(
      view,
      'Contradictions',
      report.contradictions.flatMap(({ batchId, operation, problem }) =>
        hang(
          view,
          '',
          printable(`${operation} of batch ${batchId}: ${problem}; its success rate is unknown`),
          palette.warning,
        ),
      ),
    ),
    ...faultLines(view, faults),
  ]
}

function measureRows({ operation, statistics }: OperationTrend): string[][] {
  return MEASURES.map((name) => {
    const numbers = statistics[name]
    if (numbers === null) return [operation, name, 'unknown', '', '', '', '0', '']
    const cells = [numbers.median, numbers.mean, numbers.min, numbers.max].map((value) =>
      measureText(name, value),
    )
    const sources = Object.entries(numbers.sources).map(([source, count]) => `${source} ${count}`)
    return [operation, name, ...cells, String(numbers.count), sources.join(', ')]
  })
}

const SUCCESS_COLUMNS: readonly Column[] = [
  left('operation'),
  ...['rate', 'items', 'successful', 'failed', 'batches'].map(right),
]

function successRow({ operation, success, count }: OperationTrend): string[] {
  return success === null
    ? [operation, 'unknown', '', '', '', String(count)]
    : [
        operation,
        measureText('success rate', success.rate),
        ...[success.total, success.success, success.failure, count].map(String),
      ]
}

const NAME_WIDTH = 16

/** Bars from zero, with the smallest, the largest and the latest number. */
function sparkLine({ columns, palette }: View, { operation, durations }: OperationTrend): string[] {
  const known = durations.flatMap((value) => value ?? [])
  if (known.length < 2) return []
  const text = (value: number): string => measureText('duration', value)
  const figures = `min ${text(Math.min(...known))}, max ${text(Math.max(...known))}, last ${text(known.at(-1)!)}`
  const bars = sparkline(durations, Math.max(8, columns - NAME_WIDTH - figures.length - 5))
  return [`${operation.padEnd(NAME_WIDTH)}${bars} ${palette.faint(figures)}`]
}

function bottleneckLines(view: View, { bottlenecks }: TrendReport): string[] {
  if (bottlenecks.length === 0) return ['none: every mean is within its threshold']
  return bottlenecks.flatMap(({ kind, operation, potential, recommendation }) =>
    hang(
      view,
      `${view.palette.warning(kind)} `,
      printable(`${operation}: possible gain up to ${(potential * 100).toFixed(0)}%. ${recommendation}`),
    ),
  )
}

function changeLines(view: View, { changes, options }: TrendReport): string[] {
  const found = changes.filter((change) => change.status === 'change' || change.status === 'not confirmed')
  const open = changes.filter(({ status }) => status === 'insufficient data')
  const tested = changes.length - open.length
  return [
    ...found.flatMap((change) => changeLine(view, change)),
    ...(found.length === 0 && tested > 0 ? ['none found'] : []),
    ...(open.length === 0
      ? []
      : hang(
          view,
          'too few comparable values: ',
          open.map(({ operation, measure, count }) => `${operation} ${measure} (${count})`).join(', '),
        )),
    view.palette.faint(
      `ranks, level ${options.level} for the report, steps from ${options.leastEffect * 100}%`,
    ),
  ]
}

function changeLine(view: View, change: FoundChange): string[] {
  const { palette } = view
  const paint =
    change.status === 'not confirmed' ? palette.warning : change.isRegression ? palette.bad : palette.good
  const word = `${change.status === 'not confirmed' ? 'perhaps ' : ''}${change.isRegression ? 'regression' : 'improvement'}`
  const text = `${change.measure} of ${change.operation}${runsText(change)} ${measureText(change.measure, change.before)} -> ${measureText(change.measure, change.after)}${relativeText(change)} with batch ${change.batchId} (${change.timestamp}), p = ${change.pValue.toPrecision(2)}`
  return hang(view, `${paint(word)} `, printable(text))
}

function faultLines(view: View, faults: readonly string[]): string[] {
  return section(
    view,
    'Files',
    faults.flatMap((fault) => hang(view, '', printable(fault), view.palette.warning)),
  )
}
