import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import type { BatchMetrics } from '../pure/metrics/batch-metrics.ts'
import { metricsFileName } from '../pure/metrics/batch-metrics.ts'
import { parseBatchMetrics, validateBatchMetrics } from '../pure/metrics/read-metrics.ts'
import { issueOfError, readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import type { FileIssue } from '@blueprint-engine/files'
import { ARCHIVE_FOLDER } from './metrics-folder.ts'

export interface SavedMetrics {
  readonly path: string
  /** Where the earlier measurement went that lay there; null if there was none, or the same. */
  readonly archivedPath: string | null
}

/**
 * Writes `batch-{id}-{operation}.json`. An earlier measurement, or a broken file, is not lost: it goes to `archive/` under
 * its own time. The same measurement again leaves the archive alone.
 *
 * @throws TypeError when the metrics do not fit their schema.
 */
export async function saveBatchMetrics(
  folder: string,
  metrics: BatchMetrics,
): Promise<Result<SavedMetrics, FileIssue>> {
  const checked = validateBatchMetrics(metrics)
  if (!checked.ok) throw new TypeError(`saveBatchMetrics: ${checked.error.join('; ')}`)
  const path = join(folder, metricsFileName(metrics))
  const text = `${JSON.stringify(metrics, null, 2)}\n`
  try {
    await mkdir(folder, { recursive: true })
    const earlier = await readTextFile(path)
    if (!earlier.ok && earlier.error.code !== 'file-not-found') return earlier
    const isReplaced = earlier.ok && !isSameMeasurement(earlier.value, metrics)
    const archivedPath = isReplaced ? await archive(folder, path, metrics, earlier.value) : null
    const written = await writeTextFileAtomic(path, text)
    return written.ok ? ok({ path, archivedPath }) : written
  } catch (error) {
    return fail(issueOfError(error, path))
  }
}

function isSameMeasurement(text: string, { timestamp }: BatchMetrics): boolean {
  const earlier = parseBatchMetrics(text)
  return earlier.ok && earlier.value.timestamp === timestamp
}

async function archive(folder: string, path: string, metrics: BatchMetrics, text: string): Promise<string> {
  await mkdir(join(folder, ARCHIVE_FOLDER), { recursive: true })
  const earlier = parseBatchMetrics(text)
  const name = metricsFileName(metrics).replace(/\.json$/, '')
  const label = (timestamp: string): string => timestamp.replaceAll(/[^0-9A-Za-z]/g, '-')
  const archivedName = earlier.ok
    ? `${name}.${label(earlier.value.timestamp)}.json`
    : // Not to be met as a metrics file again.
      `${name}.before-${label(metrics.timestamp)}.broken`
  const archivedPath = join(folder, ARCHIVE_FOLDER, archivedName)
  await rename(path, archivedPath)
  return archivedPath
}
