import { createReadStream } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { isJsonObject, own, fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Assignment } from '../pure/tokens/attribution.ts'
import { ResponseLedger } from '../pure/tokens/response-ledger.ts'
import { issueOfError, readTextFile, readLines } from '@blueprint-engine/files'
import type { FileIssue } from '@blueprint-engine/files'

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

/** What a folder of transcripts holds: Claude Code and Codex (`*.jsonl`), packed or not, and Gemini CLI (`session-*.json`). */
const TRANSCRIPT_NAME = /\.jsonl(?:\.gz)?$|^session-.{1,200}\.json$/

/**
 * The transcripts that files and folders stand for: a file as it is, of a folder every transcript below it. Symbolic
 * links inside a folder are not followed. Sorted by path, each file once. A folder below that cannot be read is an issue and
 * does not stop the rest.
 */
export async function findTranscripts(
  paths: readonly string[],
  onIssue: (issue: FileIssue) => void = () => undefined,
): Promise<Result<readonly TranscriptFile[], FileIssue>> {
  const found = new Map<string, TranscriptFile>()
  for (const path of paths) {
    try {
      const status = await stat(path)
      if (status.isDirectory()) await searchFolder(path, MAX_DEPTH, found, onIssue)
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
  onIssue: (issue: FileIssue) => void,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    try {
      if (entry.isDirectory() && depth > 0) await searchFolder(path, depth - 1, found, onIssue)
      else if (entry.isFile() && TRANSCRIPT_NAME.test(entry.name))
        found.set(path, { path, sizeBytes: (await lstat(path)).size })
    } catch (error) {
      onIssue(issueOfError(error, path))
    }
  }
}

export interface ReadTranscripts {
  readonly ledger: ResponseLedger
  readonly issues: readonly FileIssue[]
  /** Files of which no line belongs to a transcript of a form that is known. */
  readonly foreign: readonly string[]
}

/**
 * Reads transcripts one after the other into a ledger, packed ones too. A file that cannot be read is reported and does not
 * stop the others. Memory does not grow with the size of the files, only with the number of unique responses.
 */
export async function readTranscripts(
  files: readonly TranscriptFile[],
  onProgress: (progress: ReadProgress) => void = () => undefined,
): Promise<ReadTranscripts> {
  const ledger = new ResponseLedger()
  const issues: FileIssue[] = []
  const foreign: string[] = []
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  let readBytes = 0
  for (const { path, sizeBytes } of files) {
    const isPacked = await beginsPacked(path)
    const onLine = (line: string): void => ledger.addLine(line, path)
    const options = {
      onBytes: (bytes: number) => {
        if (isPacked) return
        readBytes += bytes
        onProgress({ readBytes, totalBytes })
      },
      onOversizedLine: () => ledger.addOversizedLine(),
      ...(isPacked && { stream: unpack(path) }),
    }
    const read =
      path.endsWith('.json') && !isPacked
        ? await readWhole(path, onLine)
        : await readLines(path, onLine, options)
    if (isPacked) readBytes += sizeBytes
    if (!read.ok) issues.push(read.error)
    else if (sizeBytes > 0 && !ledger.isTranscript(path)) foreign.push(path)
  }
  return { ledger, issues, foreign }
}

/** By the first two bytes (RFC 1952): names say it not always. What cannot be opened fails where it is read. */
async function beginsPacked(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

function unpack(path: string): AsyncIterable<Buffer> {
  const unpacked = createGunzip()
  // The error of either side ends the other, and is thrown where the lines are read.
  pipeline(createReadStream(path), unpacked, () => undefined)
  return unpacked as AsyncIterable<Buffer>
}

const MAX_SESSION_BYTES = 64 * 1024 * 1024

/** A session that is one JSON document, over many lines. */
async function readWhole(path: string, onLine: (text: string) => void): Promise<Result<void, FileIssue>> {
  const text = await readTextFile(path, { maxBytes: MAX_SESSION_BYTES })
  if (!text.ok) return text
  onLine(text.value)
  return ok(undefined)
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
