import { constants } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import { unreachable, fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'

/** Why a file could not be read or written. `path` is the path as it was given; `-` is the standard input. */
export type FileIssue =
  | { readonly code: 'file-not-found'; readonly path: string }
  | { readonly code: 'is-a-directory'; readonly path: string }
  | { readonly code: 'not-a-regular-file'; readonly path: string }
  | { readonly code: 'permission-denied'; readonly path: string }
  | { readonly code: 'file-too-large'; readonly path: string; readonly maxBytes: number }
  | { readonly code: 'invalid-utf8'; readonly path: string }
  | { readonly code: 'io-error'; readonly path: string; readonly detail: string }

export interface ReadTextOptions {
  /** The largest text to accept, in bytes. Default: 64 MiB. */
  readonly maxBytes?: number
  /** What `-` reads. Default: the standard input of the process. */
  readonly stdin?: AsyncIterable<string | Uint8Array>
  /** Refuse pipes and devices, which may never end: for files that someone else puts there. Default: read them. */
  readonly regularOnly?: boolean
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads a whole UTF-8 text; a byte order mark at its start is dropped. `-` reads the standard input. Pipes and
 * devices are read as well, and never further than `maxBytes`.
 *
 * @throws RangeError when `maxBytes` is not a positive whole number.
 * @example
 * const read = await readTextFile('shop.json', { maxBytes: 1_000_000 })
 * if (read.ok) console.log(read.value)
 * else console.error(describeFileIssue(read.error))
 */
export async function readTextFile(
  path: string,
  options: ReadTextOptions = {},
): Promise<Result<string, FileIssue>> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1)
    throw new RangeError(`readTextFile: maxBytes must be a positive whole number, got ${maxBytes}`)
  try {
    const bytes =
      path === '-'
        ? await readBounded(options.stdin ?? process.stdin, maxBytes)
        : await readFileBounded(path, maxBytes, options.regularOnly === true)
    if (bytes === 'is-a-directory' || bytes === 'not-a-regular-file') return fail({ code: bytes, path })
    if (bytes === 'too-large') return fail({ code: 'file-too-large', path, maxBytes })
    return decodeUtf8(bytes, path)
  } catch (error) {
    return fail(issueOfError(error, path))
  }
}

/**
 * Replaces a file's text in one step: a reader sees the old text or the new, never a part. An existing file keeps
 * its mode, a symbolic link stays a link and its target is written. Rejects a target that is not a regular file
 * (replacing would turn a directory, pipe or device into a file) and one that may not be written.
 *
 * @example
 * const written = await writeTextFileAtomic('shop.json', answer.json)
 * if (!written.ok) console.error(describeFileIssue(written.error))
 */
export async function writeTextFileAtomic(path: string, text: string): Promise<Result<void, FileIssue>> {
  try {
    const refusal = await refuseTarget(path)
    if (refusal !== undefined) return fail(refusal)
    // Loaded when something is written: a start that only reads does without.
    const { default: writeFileAtomic } = await import('write-file-atomic')
    await writeFileAtomic(path, text, { encoding: 'utf8' })
    return ok(undefined)
  } catch (error) {
    return fail(issueOfError(error, path))
  }
}

/** One sentence for a person. */
export function describeFileIssue(issue: FileIssue): string {
  const name = issue.path === '-' ? 'the standard input' : issue.path
  switch (issue.code) {
    case 'file-not-found':
      return `${name} does not exist`
    case 'is-a-directory':
      return `${name} is a directory, not a file`
    case 'not-a-regular-file':
      return `${name} is not a regular file`
    case 'permission-denied':
      return `${name} may not be accessed: permission denied`
    case 'file-too-large':
      return `${name} is larger than the limit of ${issue.maxBytes} bytes`
    case 'invalid-utf8':
      return `${name} is not valid UTF-8 text`
    case 'io-error':
      return `${name} could not be read or written: ${issue.detail}`
    default:
      return unreachable(issue)
  }
}

async function readFileBounded(
  path: string,
  maxBytes: number,
  regularOnly: boolean,
): Promise<Uint8Array | 'is-a-directory' | 'not-a-regular-file' | 'too-large'> {
  // A pipe that nobody writes to would hold up the opening already. Windows has no such flag, and no such pipes.
  const handle = await open(path, regularOnly ? constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) : 'r')
  try {
    const status = await handle.stat()
    if (status.isDirectory()) return 'is-a-directory'
    if (regularOnly && !status.isFile()) return 'not-a-regular-file'
    if (status.isFile() && status.size > maxBytes) return 'too-large'
    return await readBounded(handle.createReadStream({ autoClose: false }), maxBytes)
  } finally {
    await handle.close()
  }
}

/** The size that a file states is not trusted (it may grow, a pipe has none): reading itself stops past the limit. */
async function readBounded(
  source: AsyncIterable<string | Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk
    sizeBytes += bytes.byteLength
    if (sizeBytes > maxBytes) return 'too-large'
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, sizeBytes)
}

function decodeUtf8(bytes: Uint8Array, path: string): Result<string, FileIssue> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail({ code: 'invalid-utf8', path })
  }
}

async function refuseTarget(path: string): Promise<FileIssue | undefined> {
  try {
    const status = await stat(path)
    if (status.isDirectory()) return { code: 'is-a-directory', path }
    if (!status.isFile()) return { code: 'not-a-regular-file', path }
    // Renaming over a file needs no right to write that file, so a read-only one would be replaced without this.
    await access(path, constants.W_OK)
    return undefined
  } catch (error) {
    // A target that does not exist yet is the normal case; a missing folder shows when it is written.
    return errnoOf(error) === 'ENOENT' ? undefined : issueOfError(error, path)
  }
}

/** What an error of the file system means for the path as it was given. */
export function issueOfError(error: unknown, path: string): FileIssue {
  switch (errnoOf(error)) {
    case 'ENOENT':
      return { code: 'file-not-found', path }
    case 'EISDIR':
      return { code: 'is-a-directory', path }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'permission-denied', path }
    default:
      return { code: 'io-error', path, detail: error instanceof Error ? error.message : String(error) }
  }
}

/** What the system refuses wherever a program may not, or cannot, write: no fault of the program. */
const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'])

/** The issue behind an error that was thrown, where it is the system's refusal of a path; null for other errors. */
export function refusalOfSystem(error: unknown): FileIssue | null {
  if (!(error instanceof Error) || !REFUSALS.has(errnoOf(error) ?? '')) return null
  return 'path' in error && typeof error.path === 'string' ? issueOfError(error, error.path) : null
}

function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
