import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { BatchMetrics } from '../pure/metrics/batch-metrics.ts'
import { findContradictions, parseBatchMetrics } from '../pure/metrics/read-metrics.ts'
import { describeFileIssue, issueOfError, readTextFile } from '@blueprint-engine/files'
import type { FileIssue } from '@blueprint-engine/files'

export interface MetricsFile {
  readonly path: string
  readonly metrics: BatchMetrics
}

export interface MetricsFolder {
  readonly files: readonly MetricsFile[]
  /** Files that could not be read, each with all that is wrong. */
  readonly broken: readonly { readonly path: string; readonly problems: readonly string[] }[]
  /** Of files that were read: sums that contradict each other. */
  readonly warnings: readonly string[]
}

const METRICS_FILE = /^batch-.{1,200}\.json$/
const MAX_BYTES = 16 * 1024 * 1024
/** Where a metrics file goes when the same operation runs again. */
export const ARCHIVE_FOLDER = 'archive'

/**
 * Reads the metrics files of a folder (`completed-batches/`) and of its archive. A broken file is reported and does not
 * stop the others; a measurement that lies there twice is taken once.
 */
export async function readMetricsFolder(folder: string): Promise<Result<MetricsFolder, FileIssue>> {
  const listed = await list(folder)
  if (!listed.ok) return listed
  const archived = await list(join(folder, ARCHIVE_FOLDER))
  const files = new Map<string, MetricsFile>()
  const broken: { path: string; problems: readonly string[] }[] = []
  const warnings: string[] = []
  for (const path of [...listed.value, ...(archived.ok ? archived.value : [])]) {
    const text = await readTextFile(path, { maxBytes: MAX_BYTES })
    const parsed = text.ok ? parseBatchMetrics(text.value) : fail([describeFileIssue(text.error)])
    if (!parsed.ok) {
      broken.push({ path, problems: parsed.error })
      continue
    }
    const metrics = parsed.value
    const key = JSON.stringify([metrics.batch_id, metrics.operation, metrics.timestamp])
    if (!files.has(key)) files.set(key, { path, metrics })
    warnings.push(...findContradictions(metrics).map((problem) => `${path}: ${problem}`))
  }
  return ok({ files: [...files.values()], broken, warnings })
}

async function list(folder: string): Promise<Result<readonly string[], FileIssue>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && METRICS_FILE.test(entry.name))
      .map(({ name }) => name)
    return ok(names.sort().map((name) => join(folder, name)))
  } catch (error) {
    return fail(issueOfError(error, folder))
  }
}
