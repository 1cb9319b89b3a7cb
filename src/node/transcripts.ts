import { lstat, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isJsonObject, own } from '../core/base/json.ts'
import type { Result } from '../core/base/result.ts'
import { fail, ok } from '../core/base/result.ts'
import type { Assignment } from '../orchestrator/tokens/attribution.ts'
import { ResponseLedger } from '../orchestrator/tokens/response-ledger.ts'
import { issueOfError, readTextFile } from './files.ts'
import type { FileIssue } from './files.ts'
import { readLines } from './lines.ts'

export interface TranscriptFile {
  readonly path: string
  readonly sizeBytes: number
}

export interface ReadProgress {
  readonly readBytes: number
  readonly totalBytes: number
}

const MAX_DEPTH = 16
const MAX_SPEC_BYTES = 1024 * 1024

/**
 * The transcripts that files and folders stand for: a file as it is, of a folder every `*.jsonl` below it. Symbolic
 * links inside a folder are not followed. Sorted by path, each file once.
 */
export async function findTranscripts(
  paths: readonly string[],
): Promise<Result<readonly TranscriptFile[], FileIssue>> {
  const found = new Map<string, TranscriptFile>()
  for (const path of paths) {
    try {
      const status = await stat(path)
      if (status.isDirectory()) await searchFolder(path, MAX_DEPTH, found)
      else if (status.isFile()) found.set(path, { path, sizeBytes: status.size })
      else return fail({ code: 'not-a-regular-file', path })
    } catch (error) {
      return fail(issueOfError(error, path))
    }
  }
  return ok([...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)))
}

async function searchFolder(
  folder: string,
  depth: number,
  found: Map<string, TranscriptFile>,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth > 0) await searchFolder(path, depth - 1, found)
    else if (entry.isFile() && entry.name.endsWith('.jsonl')) {
      found.set(path, { path, sizeBytes: (await lstat(path)).size })
    }
  }
}

/**
 * Reads transcripts one after the other into a ledger. A file that cannot be read is reported and does not stop the
 * others. Memory does not grow with the size of the files, only with the number of unique responses.
 */
export async function readTranscripts(
  files: readonly TranscriptFile[],
  onProgress: (progress: ReadProgress) => void = () => undefined,
): Promise<{ readonly ledger: ResponseLedger; readonly issues: readonly FileIssue[] }> {
  const ledger = new ResponseLedger()
  const issues: FileIssue[] = []
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  let readBytes = 0
  for (const { path } of files) {
    const read = await readLines(path, (line) => ledger.addLine(line, path), {
      onBytes: (sizeBytes) => {
        readBytes += sizeBytes
        onProgress({ readBytes, totalBytes })
      },
      onOversizedLine: () => ledger.addOversizedLine(),
    })
    if (!read.ok) issues.push(read.error)
  }
  return { ledger, issues }
}

/** What the `spec.json` of an attempt, in a transcript's folder or the one above, says the transcript was for. */
export async function readAttemptSpecs(
  files: readonly TranscriptFile[],
): Promise<ReadonlyMap<string, Omit<Assignment, 'source'>>> {
  const byFolder = new Map<string, Omit<Assignment, 'source'> | undefined>()
  const specs = new Map<string, Omit<Assignment, 'source'>>()
  for (const { path } of files) {
    const folder = dirname(path)
    for (const candidate of [folder, dirname(folder)]) {
      if (!byFolder.has(candidate)) byFolder.set(candidate, await readSpec(join(candidate, 'spec.json')))
      const spec = byFolder.get(candidate)
      if (spec === undefined) continue
      specs.set(path, spec)
      break
    }
  }
  return specs
}

/** Foreign and broken files called spec.json are none. */
async function readSpec(path: string): Promise<Omit<Assignment, 'source'> | undefined> {
  const text = await readTextFile(path, { maxBytes: MAX_SPEC_BYTES })
  if (!text.ok) return undefined
  try {
    const value: unknown = JSON.parse(text.value)
    if (!isJsonObject(value)) return undefined
    const batch = own(value, 'batch_id')
    const item = own(value, 'work_item_id')
    const operation = own(value, 'operation')
    if (typeof item !== 'string' || (typeof batch !== 'string' && typeof batch !== 'number')) return undefined
    return { batch: String(batch), item, phase: typeof operation === 'string' ? operation : null }
  } catch {
    return undefined
  }
}
