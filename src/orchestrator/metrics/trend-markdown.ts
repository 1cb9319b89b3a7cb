import { escapeMarkdown } from '../markdown/escape-markdown.ts'
import { measureText } from './measure-text.ts'
import type { MeasureName, Statistics } from './measures.ts'
import type { SeriesChange } from './series-changes.ts'
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
    ...faultSections(faults),
  ]
  return `${sections.join('\n\n')}\n`
}

function intro(report: TrendReport): string {
  if (report.operationCount === 0) return 'No metrics found: nothing has been measured in this selection yet.'
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
      return `- **${kind}**, ${operation}: ${format(value)}, ${side} ${format(threshold)}; up to ${(potential * 100).toFixed(0)}% to win`
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
  const tested = changes.filter(({ status }) => status !== 'insufficient data')
  const open = changes.filter((change) => change.status === 'insufficient data')
  const found = changes.filter((change) => change.status === 'change')
  const level = `permutation test over ${tested.length} series, level ${options.level} for all together, seed ${options.seed}`
  return [
    ...(tested.length === 0
      ? []
      : [
          found.length === 0
            ? `No change found (${level}).`
            : `${found.length} of ${tested.length} series changed (${level}).`,
        ]),
    ...found.map(changeLine),
    ...(open.length === 0 && tested.length > 0 ? [] : [insufficientLine(open)]),
  ].join('\n\n')
}

function changeLine(change: Extract<SeriesChange, { status: 'change' }>): string {
  const format = (value: number): string => measureText(change.measure, value)
  const relative =
    change.relative === null
      ? ''
      : ` (${change.relative > 0 ? '+' : ''}${(change.relative * 100).toFixed(0)}%)`
  const word = change.isRegression ? 'Regression' : 'Improvement'
  return `- **${word}**: ${change.measure} of ${change.operation} went from ${format(change.before)} to ${format(change.after)}${relative} with batch ${escapeMarkdown(change.batchId)} (${change.timestamp}), p = ${change.pValue.toPrecision(2)}`
}

function insufficientLine(open: readonly Extract<SeriesChange, { status: 'insufficient data' }>[]): string {
  const [first] = open
  if (first === undefined) return 'Insufficient data: there are no numbers yet.'
  const names = open.map(({ operation, measure, count }) => `${operation} ${measure} (${count})`)
  return `Insufficient data, ${first.needed} numbers are needed: ${names.join(', ')}.`
}

function faultSections({ broken, warnings }: ReadingFaults): string[] {
  const lines = [
    ...broken.map(
      ({ path, problems }) => `- ${escapeMarkdown(path)} is left out: ${escapeMarkdown(problems.join('; '))}`,
    ),
    ...warnings.map((warning) => `- ${escapeMarkdown(warning)}`),
  ]
  return lines.length === 0 ? [] : [`## Files\n\n${lines.join('\n')}`]
}
