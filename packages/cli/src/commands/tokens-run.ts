import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describeFileIssue, readTextFile } from '@blueprint-engine/files'
import {
  allInputTokens,
  cacheWriteTokens,
  parseAssignmentMap,
  reportTokens,
  tokenReportJson,
} from '@blueprint-engine/insight'
import type { AssignmentRule, Grouping, ReportScope, TokenReport, TokenRow } from '@blueprint-engine/insight'
import { findTranscripts, readAttemptSpecs, readTranscripts } from '@blueprint-engine/insight/node'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse, viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { csvLines } from '../render/csv.ts'
import { printable } from '../render/printable.ts'
import { showReadingProgress } from '../render/reading-progress.ts'
import { renderTokenReport } from '../render/token-report.ts'
import { renderTokenStatus } from '../render/token-status.ts'

export interface TokensOptions {
  readonly by: readonly Grouping[]
  readonly map?: string
  readonly since?: string
  readonly until?: string
  readonly timezone?: string
  readonly project?: string
  readonly csv?: boolean
  readonly prometheus?: boolean
  readonly json?: boolean
}

/** Where agents keep their transcripts, in the home folder. */
const USUAL_PLACES = ['.claude/projects', '.codex/sessions', '.gemini/tmp']

export async function runTokens(host: Host, paths: readonly string[], options: TokensOptions): Promise<void> {
  const rules = await readRules(host, options.map)
  const scope = readScope(host, options)
  if (rules === undefined || scope === undefined) return
  const by = options.prometheus === true ? (['model'] as const) : options.by
  const found = await reportOf(host, paths, by, rules, scope)
  if (found === undefined) return
  const { report, fileCount } = found
  if (options.prometheus === true) {
    const { tokenSeriesText } = await import('@blueprint-engine/insight/prometheus')
    host.stdout.write(await tokenSeriesText(report))
  } else if (options.csv === true) printLines(host.stdout, csvLines(csvRows(report)))
  else if (options.json === true) printJson(host.stdout, tokenReportJson(report))
  else printLines(host.stdout, renderTokenReport(viewOf(host, host.stdout), report, fileCount))
}

/** One line for a prompt: today, and the current five-hour block. */
export async function runTokenStatus(
  host: Host,
  paths: readonly string[],
  options: Pick<TokensOptions, 'timezone' | 'project' | 'json'>,
): Promise<void> {
  const scope = readScope(host, options)
  if (scope === undefined) return
  const found = await reportOf(host, paths, ['day', 'block'], [], scope)
  if (found === undefined) return
  const status = renderTokenStatus(viewOf(host, host.stdout), found.report, Date.now(), scope.timeZone)
  if (options.json === true) printJson(host.stdout, status.data)
  else printLines(host.stdout, [status.line])
}

async function reportOf(
  host: Host,
  paths: readonly string[],
  by: readonly Grouping[],
  rules: readonly AssignmentRule[],
  scope: ReportScope,
): Promise<{ readonly report: TokenReport; readonly fileCount: number } | undefined> {
  const places = paths.length > 0 ? paths : await usualPlaces()
  if (places.length === 0) {
    refuse(
      host,
      `expected transcripts or a folder of them; none of these exists: ${USUAL_PLACES.map((place) => `~/${place}`).join(', ')}`,
    )
    return undefined
  }
  const warn = (text: string): unknown => host.stderr.write(`warning: ${printable(text)}\n`)
  const files = await findTranscripts(places, (issue) => warn(describeFileIssue(issue)))
  if (!files.ok) {
    refuse(host, describeFileIssue(files.error))
    return undefined
  }
  if (files.value.length === 0) {
    refuse(host, `no transcript (*.jsonl, *.jsonl.gz, session-*.json) in ${places.join(', ')}`)
    return undefined
  }
  const progress = showReadingProgress(host)
  const { ledger, issues, foreign } = await readTranscripts(files.value, ({ readBytes, totalBytes }) =>
    progress.update(readBytes, totalBytes),
  )
  progress.end()
  for (const issue of issues) host.stderr.write(`error: ${printable(describeFileIssue(issue))}\n`)
  for (const path of foreign)
    warn(`${path} is not a transcript of Claude Code, Codex or Gemini CLI and is not counted`)
  if (foreign.length + issues.length === files.value.length) {
    host.exitCode = issues.length > 0 ? exitCodes.rejected : exitCodes.data
    if (foreign.length > 0) host.stderr.write('error: no file is a transcript\n')
    return undefined
  }
  host.exitCode = issues.length + foreign.length > 0 ? exitCodes.rejected : 0
  const report = reportTokens(ledger, by, { rules, specs: await readAttemptSpecs(files.value) }, scope)
  return { report, fileCount: files.value.length }
}

async function usualPlaces(): Promise<readonly string[]> {
  const places = USUAL_PLACES.map((place) => join(homedir(), place))
  const there = await Promise.all(
    places.map(async (place) =>
      stat(place).then(
        (found) => found.isDirectory(),
        () => false,
      ),
    ),
  )
  return places.filter((_, i) => there[i])
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function readScope(host: Host, options: Partial<TokensOptions>): ReportScope | undefined {
  const { since, until, timezone, project } = options
  const problems = (
    [
      ['--since', since],
      ['--until', until],
    ] as const
  ).flatMap(([flag, day]) =>
    day === undefined || (DAY.test(day) && !Number.isNaN(Date.parse(day)))
      ? []
      : [`${flag} takes a day such as 2026-03-01, got ${day}`],
  )
  if (timezone !== undefined && !isTimeZone(timezone)) {
    problems.push(`--timezone takes a name such as Europe/Berlin or UTC, got ${timezone}`)
  }
  if (problems.length > 0) {
    refuse(host, printable(problems.join('; ')))
    return undefined
  }
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(timezone !== undefined && { timeZone: timezone }),
    ...(project !== undefined && { project }),
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const CSV_HEAD = [
  'grouping',
  'name',
  'responses',
  'input',
  'output',
  'cache_write',
  'cache_read',
  'total',
  'cost_usd',
  'unpriced_responses',
]

function csvRows(report: TokenReport): (string | number | null)[][] {
  const line = (
    grouping: string,
    { name, responses, usage, totalTokens, costUsd, unpricedResponses }: TokenRow,
  ) => [
    grouping,
    name,
    responses,
    allInputTokens(usage) - usage.cacheReadTokens - cacheWriteTokens(usage),
    usage.outputTokens,
    cacheWriteTokens(usage),
    usage.cacheReadTokens,
    totalTokens,
    unpricedResponses > 0 ? null : costUsd,
    unpricedResponses,
  ]
  return [
    CSV_HEAD,
    ...Object.entries(report.groups).flatMap(([grouping, rows]) => rows.map((row) => line(grouping, row))),
    line('total', report.total),
  ]
}

async function readRules(
  host: Host,
  path: string | undefined,
): Promise<readonly AssignmentRule[] | undefined> {
  if (path === undefined) return []
  const text = await readTextFile(path, { stdin: host.stdin })
  if (!text.ok) {
    refuse(host, describeFileIssue(text.error))
    return undefined
  }
  const rules = parseAssignmentMap(text.value)
  if (rules.ok) return rules.value
  refuse(host, `${path}: ${rules.error.join('\n  ')}`)
  return undefined
}
