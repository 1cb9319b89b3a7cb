import { escapeMarkdown } from '@blueprint-engine/files/formats'
import { measureText } from './measure-text.ts'
import type { MeasureName, Statistics } from './measures.ts'
import type { FoundChange, SeriesChange } from './series-changes.ts'
import type { OperationTrend, TrendReport } from './trend.ts'

/** What was met beside the numbers: files that could not be read, sums that contradict each other. */
export interface ReadingFaults {
  readonly broken: readonly { readonly path: string; readonly problems: readonly string[] }[]
  readonly warnings: readonly string[]
}

/** The report for people. Texts of files are escaped: they may hold anything. */
export function trendMarkdown(report: TrendReport, faults: ReadingFaults): string {
  const sections = [
    '# Batch Operations Trend Analysis',
    intro(report),
    ...(report.operations.length === 0 ? [] : [table(report.operations), successTable(report.operations)]),
    `## Bottlenecks\n\n${bottleneckText(report)}`,
    `## Changes\n\n${changeText(report)}`,
    ...(report.bottlenecks.length === 0
      ? []
      : [
          `## Recommendations\n\n${report.bottlenecks.map(({ recommendation }) => `- ${escapeMarkdown(recommendation)}`).join('\n')}`,
        ]),
    ...(report.contradictions.length === 0
      ? []
      : [
          `## Contradictions\n\n${report.contradictions.map(({ batchId, operation, problem }) => `- ${operation} of batch ${escapeMarkdown(batchId)}: ${escapeMarkdown(problem)}; its success rate is unknown`).join('\n')}`,
        ]),
    ...faultSections(faults),
  ]
  return `${sections.join('\n\n')}\n`
}

function intro(report: TrendReport): string {
  if (report.operationCount === 0) return 'No metrics found in this selection.'
  const span = `${report.firstTimestamp ?? ''} to ${report.lastTimestamp ?? ''}`
  return `${report.operationCount} operation(s) of ${report.batchCount} batch(es), ${span}.`
}

function table(operations: readonly OperationTrend[]): string {
  const rows = operations.flatMap(({ operation, statistics }) =>
    (['duration', 'duration per item', 'tokens', 'cost'] as const).map((name) =>
      row(operation, name, statistics[name]),
    ),
  )
  return [
    '## Operations',
    '',
    '| Operation | Measure | Mean | Median | Min | Max | Count | Source |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n')
}

function row(operation: string, name: MeasureName, numbers: Statistics | null): string {
  if (numbers === null) return `| ${operation} | ${name} | unknown | | | | 0 | |`
  const cells = [numbers.mean, numbers.median, numbers.min, numbers.max].map((value) =>
    measureText(name, value),
  )
  const sources = Object.entries(numbers.sources).map(([source, count]) => `${source} ${count}`)
  return `| ${operation} | ${name} | ${cells.join(' | ')} | ${numbers.count} | ${sources.join(', ')} |`
}

function successTable(operations: readonly OperationTrend[]): string {
  return [
    '## Success Rates',
    '',
    '| Operation | Rate | Items | Successful | Failed | Batches |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...operations.map(({ operation, success, count }) =>
      success === null
        ? `| ${operation} | unknown | | | | ${count} |`
        : `| ${operation} | ${measureText('success rate', success.rate)} | ${success.total} | ${success.success} | ${success.failure} | ${count} |`,
    ),
  ].join('\n')
}

function bottleneckText({ bottlenecks, operationCount }: TrendReport): string {
  if (operationCount === 0) return 'Insufficient data.'
  if (bottlenecks.length === 0) return 'No bottlenecks: every mean is within its threshold.'
  return bottlenecks
    .map(({ kind, operation, value, threshold, potential }) => {
      const format = (amount: number): string => measureText(MEASURE_OF[kind], amount)
      const side = kind === 'high failure rate' ? 'below' : 'above'
      return `- **${kind}**, ${operation}: ${format(value)}, ${side} ${format(threshold)}; possible gain up to ${(potential * 100).toFixed(0)}%`
    })
    .join('\n')
}

const MEASURE_OF = {
  'long duration': 'duration',
  'high failure rate': 'success rate',
  'high cost': 'cost',
  'high token usage': 'tokens',
} as const

function changeText({ changes, options }: TrendReport): string {
  const open = changes.filter((change) => change.status === 'insufficient data')
  const tested = new Set(changes.filter(({ status }) => status !== 'insufficient data').map(nameOf))
  const found = changes.filter((change) => change.status === 'change')
  const doubtful = changes.filter((change) => change.status === 'not confirmed')
  const level = `permutation test of ranks over ${tested.size} series, level ${options.level} for the report, steps from ${options.leastEffect * 100}%, seed ${options.seed}`
  return [
    ...(tested.size === 0
      ? []
      : [
          found.length === 0
            ? `No change found (${level}).`
            : `${new Set(found.map(nameOf)).size} of ${tested.size} series changed (${level}).`,
        ]),
    ...found.map(changeLine),
    ...doubtful.map(changeLine),
    ...(open.length === 0 && tested.size > 0 ? [] : [insufficientLine(open)]),
  ].join('\n\n')
}

function nameOf({ operation, measure, runs }: SeriesChange): string {
  return [operation, measure, runs].join('\0')
}

function changeLine(change: FoundChange): string {
  const format = (value: number): string => measureText(change.measure, value)
  const direction = change.isRegression ? 'regression' : 'improvement'
  const word =
    change.status === 'not confirmed'
      ? `Perhaps a${change.isRegression ? ' ' : 'n '}${direction}`
      : `${direction[0]!.toUpperCase()}${direction.slice(1)}`
  const doubt = change.status === 'change' ? '' : ' alone: too little among so many series'
  return `- **${word}**: ${change.measure} of ${change.operation}${runsText(change)} went from ${format(change.before)} to ${format(change.after)}${relativeText(change)} with batch ${escapeMarkdown(change.batchId)} (${change.timestamp}), p = ${change.pValue.toPrecision(2)}${doubt}`
}

/** Which runs were compared, where that is not all that succeeded. */
export function runsText({ runs }: Pick<SeriesChange, 'runs'>): string {
  return runs === null || runs === 'all succeeded' || runs === 'outcome not told'
    ? ''
    : ` (runs of which ${runs})`
}

/** ` (+30%)`; for a rate in points. */
export function relativeText({ measure, before, after, relative }: FoundChange): string {
  const sign = after > before ? '+' : ''
  if (measure === 'success rate') return ` (${sign}${((after - before) * 100).toFixed(0)} points)`
  return relative === null ? '' : ` (${sign}${(relative * 100).toFixed(0)}%)`
}

function insufficientLine(open: readonly Extract<SeriesChange, { status: 'insufficient data' }>[]): string {
  const [first] = open
  if (first === undefined) return 'Insufficient data: there are no numbers yet.'
  const names = open.map(({ operation, measure, count }) => `${operation} ${measure} (${count})`)
  return `Insufficient data, ${first.needed} comparable numbers are needed: ${names.join(', ')}.`
}

function faultSections({ broken, warnings }: ReadingFaults): string[] {
  const lines = [
    ...broken.map(
      ({ path, problems }) => `- ${escapeMarkdown(path)} is skipped: ${escapeMarkdown(problems.join('; '))}`,
    ),
    ...warnings.map((warning) => `- ${escapeMarkdown(warning)}`),
  ]
  return lines.length === 0 ? [] : [`## Files\n\n${lines.join('\n')}`]
}
