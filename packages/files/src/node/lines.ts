import { createReadStream } from 'node:fs'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { issueOfError } from './files.ts'
import type { FileIssue } from './files.ts'

export interface ReadLinesOptions {
  /** The longest line to hold, in bytes; longer ones are passed over. Default: 32 MiB. */
  readonly maxLineBytes?: number
  /** Called after every part that was read, with its size. */
  readonly onBytes?: (sizeBytes: number) => void
  readonly onOversizedLine?: () => void
  /** Read instead of the file itself, as what it holds packed. */
  readonly stream?: AsyncIterable<Buffer>
}

const DEFAULT_MAX_LINE_BYTES = 32 * 1024 * 1024
const CHUNK_BYTES = 256 * 1024
const NEWLINE = 0x0a

/**
 * Reads a text file line by line, in the memory of one part and one line, whatever the size of the file. Bytes that
 * are no UTF-8 become U+FFFD. A last line without an end counts as a line.
 *
 * @example
 * const read = await readLines('session.jsonl', (line) => ledger.addLine(line, 'session.jsonl'))
 */
export async function readLines(
  path: string,
  onLine: (line: string) => void,
  options: ReadLinesOptions = {},
): Promise<Result<void, FileIssue>> {
  const maxLineBytes = options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES
  let parts: Buffer[] = []
  let heldBytes = 0
  const endLine = (end: Buffer): void => {
    if (heldBytes + end.length > maxLineBytes) options.onOversizedLine?.()
    else if (parts.length === 0) onLine(end.toString('utf8'))
    else onLine(Buffer.concat([...parts, end]).toString('utf8'))
    parts = []
    heldBytes = 0
  }
  try {
    // A stream of a file without an encoding gives buffers.
    const stream =
      options.stream ?? (createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>)
    for await (const chunk of stream) {
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        endLine(chunk.subarray(start, end))
        start = end + 1
      }
      const rest = chunk.subarray(start)
      heldBytes += rest.length
      if (heldBytes > maxLineBytes) parts = []
      else if (rest.length > 0) parts.push(rest)
      options.onBytes?.(chunk.length)
    }
    if (heldBytes > 0) {
      const last = parts.pop() ?? Buffer.alloc(0)
      heldBytes -= last.length
      endLine(last)
    }
    return ok(undefined)
  } catch (error) {
    return fail(issueOfError(error, path))
  }
}
