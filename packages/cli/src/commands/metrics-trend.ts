import { describeFileIssue, writeTextFileAtomic } from '@blueprint-engine/files'
import { readMetricsFolder } from '@blueprint-engine/insight/node'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { analyzeTrends, defaultTrendOptions, trendMarkdown } from '@blueprint-engine/insight'
import type { Selection, TrendOptions, TrendReport } from '@blueprint-engine/insight'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { csvLines } from '../render/csv.ts'
import { printable } from '../render/printable.ts'
import { renderTrend } from '../render/trend.ts'

export interface TrendCommandOptions {
  readonly folder: string
  readonly recent?: string
  readonly weeks?: string
  readonly maxDuration: string
  readonly minSuccess: string
  readonly maxCost: string
  readonly maxTokens: string
  readonly level: string
  readonly minSample: string
  readonly leastEffect: string
  readonly failOn?: readonly Gate[]
  readonly out?: string
  readonly markdown?: boolean
  readonly csv?: boolean
  readonly prometheus?: boolean
  readonly json?: boolean
}

export async function runTrend(host: Host, options: TrendCommandOptions): Promise<void> {
  const settings = readSettings(options, Date.now())
  if (!settings.ok) {
    refuse(host, settings.error)
    return
  }
  const read = await readMetricsFolder(options.folder)
  if (!read.ok) {
    refuse(host, describeFileIssue(read.error))
    return
  }
  const found = read.value
  const report = analyzeTrends(
    found.files.map(({ metrics }) => metrics),
    settings.value,
  )
  const { warnings } = found
  const markdown = trendMarkdown(report, { broken: found.broken, warnings })
  const failures = gateFailures(report, options.failOn ?? [])
  for (const failure of failures) host.stderr.write(`failed: ${printable(failure)}\n`)
  host.exitCode = found.broken.length + failures.length > 0 ? exitCodes.rejected : 0
  if (options.out !== undefined) {
    const written = await writeTextFileAtomic(options.out, markdown)
    if (!written.ok) {
      refuse(host, describeFileIssue(written.error))
      return
    }
  }
  if (options.json === true) printJson(host.stdout, { ...report, broken: found.broken, warnings })
  else if (options.csv === true) printLines(host.stdout, csvLines(csvRows(report)))
  else if (options.prometheus === true) {
    const { batchSeriesText } = await import('@blueprint-engine/insight/prometheus')
    const files = found.files.map(({ metrics }) => metrics)
    host.stdout.write(await batchSeriesText(files, settings.value))
  } else if (host.stdout.isTTY === true && options.markdown !== true) {
    const faults = [
      ...found.broken.map(({ path, problems }) => `${path} is skipped: ${problems.join('; ')}`),
      ...warnings,
    ]
    printLines(host.stdout, renderTrend(viewOf(host, host.stdout), report, faults))
  } else host.stdout.write(markdown)
}

/** What a gate lets through and what not, with the words that say why. */
export const GATES = ['regression', 'bottleneck', 'insufficient-data'] as const
export type Gate = (typeof GATES)[number]

function gateFailures(
  { changes, bottlenecks, operationCount }: TrendReport,
  gates: readonly Gate[],
): string[] {
  const open = changes.filter(({ status }) => status === 'insufficient data')
  const found: { readonly [gate in Gate]: readonly string[] } = {
    regression: changes.flatMap((change) =>
      change.status === 'change' && change.isRegression
        ? [`${change.measure} of ${change.operation} got worse in batch ${change.batchId}`]
        : [],
    ),
    bottleneck: bottlenecks.map(({ kind, operation }) => `${kind} of ${operation}`),
    'insufficient-data':
      operationCount === 0
        ? ['there are no metrics']
        : open.map(({ operation, measure }) => `too few values for ${measure} of ${operation}`),
  }
  return gates.flatMap((gate) => found[gate])
}

function csvRows({ operations, changes }: TrendReport): (string | number | null)[][] {
  return [
    [
      'kind',
      'operation',
      'measure',
      'runs',
      'count',
      'mean',
      'median',
      'min',
      'max',
      'before',
      'after',
      'p',
      'from_batch',
      'verdict',
    ],
    ...operations.flatMap(({ operation, statistics }) =>
      Object.entries(statistics).flatMap(([measure, numbers]) =>
        numbers === null
          ? []
          : [
              [
                'statistics',
                operation,
                measure,
                null,
                numbers.count,
                numbers.mean,
                numbers.median,
                numbers.min,
                numbers.max,
                null,
                null,
                null,
                null,
                null,
              ],
            ],
      ),
    ),
    ...changes.map((change) => {
      const head = [
        'change',
        change.operation,
        change.measure,
        change.runs,
        change.count,
        null,
        null,
        null,
        null,
      ]
      if (change.status === 'insufficient data') return [...head, null, null, null, null, change.status]
      if (change.status === 'none') return [...head, null, null, change.pValue, null, 'none']
      const verdict = `${change.status === 'change' ? '' : 'perhaps '}${change.isRegression ? 'regression' : 'improvement'}`
      return [...head, change.before, change.after, change.pValue, change.batchId, verdict]
    }),
  ]
}

function readSettings(options: TrendCommandOptions, nowMs: number): Result<TrendOptions, string> {
  const problems: string[] = []
  const number = (
    text: string,
    flag: string,
    isRight: (value: number) => boolean,
    expected: string,
  ): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text)
    if (!isRight(value)) problems.push(`${flag} takes ${expected}, got ${text}`)
    return value
  }
  const amount = (text: string, flag: string): number =>
    number(text, flag, (value) => value >= 0 && Number.isFinite(value), 'a number from 0')
  const count = (text: string, flag: string): number =>
    number(text, flag, (value) => Number.isSafeInteger(value) && value >= 1, 'a whole number from 1')
  const share = (text: string, flag: string): number =>
    number(text, flag, (value) => value > 0 && value <= 1, 'a number above 0 and up to 1')
  const settings: TrendOptions = {
    selection: selectionOf(options, nowMs, count),
    thresholds: {
      durationSeconds: amount(options.maxDuration, '--max-duration'),
      successRate: share(options.minSuccess, '--min-success'),
      costUsd: amount(options.maxCost, '--max-cost'),
      tokens: amount(options.maxTokens, '--max-tokens'),
    },
    level: number(
      options.level,
      '--level',
      (value) => value >= 1e-5 && value <= 0.5,
      'a number from 0.00001 to 0.5',
    ),
    minSample: count(options.minSample, '--min-sample'),
    leastEffect:
      number(
        options.leastEffect.replace(/ ?%$/, ''),
        '--least-effect',
        (value) => value >= 0 && value <= 1000,
        'a percentage such as 5%',
      ) / 100,
    seed: defaultTrendOptions.seed,
  }
  return problems.length > 0 ? fail(problems.join('\n  ')) : ok(settings)
}

function selectionOf(
  { recent, weeks }: TrendCommandOptions,
  nowMs: number,
  count: (text: string, flag: string) => number,
): Selection {
  if (recent !== undefined) return { kind: 'recent', batches: count(recent, '--recent') }
  if (weeks !== undefined) return { kind: 'weeks', weeks: count(weeks, '--weeks'), nowMs }
  return { kind: 'all' }
}
