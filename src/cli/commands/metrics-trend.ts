import { describeFileIssue, writeTextFileAtomic } from '../../node/files.ts'
import { readMetricsFolder } from '../../node/metrics-folder.ts'
import type { MetricsFolder } from '../../node/metrics-folder.ts'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { analyzeTrends, defaultTrendOptions } from '../../orchestrator/metrics/trend.ts'
import type { Selection, TrendOptions, TrendReport } from '../../orchestrator/metrics/trend.ts'
import { trendMarkdown } from '../../orchestrator/metrics/trend-markdown.ts'
import { exitCodes } from '../exit-codes.ts'
import { printJson, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { sparkline } from '../render/sparkline.ts'
import type { View } from '../render/view.ts'

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
  readonly out?: string
  readonly json?: boolean
}

const NO_FILES: MetricsFolder = { files: [], broken: [], warnings: [] }

export async function runTrend(host: Host, options: TrendCommandOptions): Promise<void> {
  const settings = readSettings(options, Date.now())
  if (!settings.ok) {
    refuse(host, settings.error)
    return
  }
  const read = await readMetricsFolder(options.folder)
  // Before the first batch there is no folder yet.
  const missing = !read.ok && read.error.code === 'file-not-found'
  if (!read.ok && !missing) {
    refuse(host, describeFileIssue(read.error))
    return
  }
  const found = read.ok ? read.value : NO_FILES
  const report = analyzeTrends(
    found.files.map(({ metrics }) => metrics),
    settings.value,
  )
  const warnings = missing ? [`${options.folder} does not exist`] : found.warnings
  const markdown = trendMarkdown(report, { broken: found.broken, warnings })
  host.exitCode = found.broken.length > 0 ? exitCodes.rejected : 0
  if (options.out !== undefined) {
    const written = await writeTextFileAtomic(options.out, markdown)
    if (!written.ok) {
      refuse(host, describeFileIssue(written.error))
      return
    }
  }
  if (options.json === true) printJson(host.stdout, { ...report, broken: found.broken, warnings })
  else host.stdout.write(`${markdown}${chart(viewOf(host, host.stdout), report)}`)
}

const LABEL_WIDTH = 16

/** One line of bars an operation, for the terminal. */
function chart(view: View, report: TrendReport): string {
  const lines = report.operations
    .filter(({ durations }) => durations.filter((value) => value !== null).length > 1)
    .map(({ operation, durations }) => {
      const largest = durations.reduce<number>((max, value) => Math.max(max, value ?? 0), 0)
      const bars = sparkline(durations, view.columns - LABEL_WIDTH - 12)
      return `${operation.padEnd(LABEL_WIDTH)}${bars} ${view.palette.faint(`max ${largest.toFixed(0)} s`)}`
    })
  return lines.length === 0 ? '' : `\n${view.palette.title('Durations, oldest first')}\n${lines.join('\n')}\n`
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
