import { describeFileIssue } from '@blueprint-engine/files'
import { readBatchCommits, readClaimedItems } from '@blueprint-engine/batches/node'
import {
  saveBatchMetrics,
  findTranscripts,
  readAttemptSpecs,
  readTranscripts,
} from '@blueprint-engine/insight/node'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { analyzeBatch, commitsOfBatch } from '@blueprint-engine/batches'
import { BATCH_OPERATIONS, sourceOf, batchTokens } from '@blueprint-engine/insight'
import type { BatchMetrics, BatchOperation, BatchTokenUsage } from '@blueprint-engine/insight'
import { exitCodes } from '../exit-codes.ts'
import { printJson, printLines, refuse } from '../host.ts'
import type { Host } from '../host.ts'
import { printable } from '../render/printable.ts'
import { showReadingProgress } from '../render/reading-progress.ts'
import { withCommas } from '../render/table.ts'

export interface AnalyzeCommandOptions {
  readonly batch: string
  readonly operation: BatchOperation | 'all'
  readonly repository: string
  readonly folder: string
  readonly maxGap: string
  readonly transcripts?: readonly string[]
  readonly dryRun?: boolean
  readonly json?: boolean
}

export async function runAnalyze(host: Host, options: AnalyzeCommandOptions): Promise<void> {
  const { batch, repository } = options
  const maxGapSeconds = readMinutes(options.maxGap) * 60
  if (!/^\d{1,9}$/.test(batch) || !(maxGapSeconds > 0)) {
    refuse(
      host,
      `--batch takes the number of a batch and --max-gap minutes such as 90, got ${batch} and ${options.maxGap}`,
    )
    return
  }
  const commits = await readBatchCommits(repository, batch)
  const items = commits.ok ? await readClaimedItems(repository, batch) : commits
  const tokens = await readTokens(host, batch, options.transcripts)
  if (!commits.ok || !items.ok || !tokens.ok) {
    refuse(host, [commits, items, tokens].flatMap((read) => (read.ok ? [] : [read.error]))[0]!)
    return
  }
  const history = {
    batch,
    items: items.value,
    commits: commitsOfBatch(commits.value, batch),
    tokens: tokens.value,
    maxGapSeconds,
  }
  const operations = options.operation === 'all' ? BATCH_OPERATIONS : [options.operation]
  const analyses = operations.map((operation) => analyzeBatch(history, operation))
  const found = analyses.flatMap(({ metrics }) => (metrics === null ? [] : [metrics]))
  host.exitCode = found.length > 0 ? 0 : exitCodes.rejected
  for (const remark of analyses.flatMap(({ remarks }) => remarks))
    host.stderr.write(`note: ${printable(remark)}\n`)
  const saved: string[] = []
  for (const metrics of options.dryRun === true ? [] : found) {
    const result = await saveBatchMetrics(options.folder, metrics)
    if (!result.ok) {
      refuse(host, describeFileIssue(result.error))
      return
    }
    const { path, archivedPath } = result.value
    saved.push(`saved ${path}${archivedPath === null ? '' : `, the earlier one is now ${archivedPath}`}`)
  }
  if (options.json === true) printJson(host.stdout, found)
  else if (found.length > 0) printLines(host.stdout, [...found.flatMap(summarize), ...saved])
}

function readMinutes(text: string): number {
  return Number(/^(\d{1,6}(?:\.\d{1,3})?)(?: ?m(?:in)?)?$/.exec(text.trim())?.[1])
}

async function readTokens(
  host: Host,
  batch: string,
  paths: readonly string[] | undefined,
): Promise<Result<ReadonlyMap<BatchOperation, BatchTokenUsage>, string>> {
  if (paths === undefined) return ok(new Map())
  const files = await findTranscripts(paths)
  if (!files.ok) return fail(describeFileIssue(files.error))
  const progress = showReadingProgress(host)
  const { ledger, issues } = await readTranscripts(files.value, (at) =>
    progress.update(at.readBytes, at.totalBytes),
  )
  progress.end()
  const [issue] = issues
  if (issue !== undefined) return fail(describeFileIssue(issue))
  return ok(batchTokens(ledger, batch, { specs: await readAttemptSpecs(files.value) }))
}

/** Every number with where it comes from. */
function summarize(found: BatchMetrics): string[] {
  const { metrics } = found
  const number = (label: string, pointer: string, value: number | null | undefined, unit = ''): string =>
    typeof value === 'number'
      ? `  ${label}: ${withCommas(Number(value.toFixed(4)))}${unit} (${sourceOf(found, pointer)})`
      : `  ${label}: unknown`
  return [
    `${found.operation} of batch ${found.batch_id}, from ${found.timestamp} (${sourceOf(found, '/timestamp')})`,
    number('duration', '/duration_seconds', found.duration_seconds, ' s'),
    number('items', '/metrics/total_items', metrics.total_items),
    number('stages', '/metrics/stages', metrics.stages),
    number('succeeded', '/metrics/success_count', metrics.success_count),
    number('failed', '/metrics/failure_count', metrics.failure_count),
    number('partial', '/metrics/partial_count', metrics.partial_count),
    number('tokens', '/metrics/token_usage/total_tokens', metrics.token_usage?.total_tokens),
    number('cost in dollars', '/metrics/token_usage/estimated_cost', metrics.token_usage?.estimated_cost),
    ...(found.disagreements ?? []).map(
      ({ pointer, values }) =>
        `  sources disagree about ${pointer}: ${values.map(({ source, value }) => `${source} ${value}`).join(', ')}`,
    ),
  ]
}
