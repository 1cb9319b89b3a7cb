import { viewOf } from '../host.ts'
import type { Host } from '../host.ts'

const FIRST_MS = 1000
const TERMINAL_MS = 200
const PLAIN_MS = 5000
const CLEAR_LINE = '\r\u001B[2K'

/** Says how far a long read is, on standard error: one moving line on a terminal, else a line now and then. */
export interface ReadingProgress {
  readonly update: (readBytes: number, totalBytes: number) => void
  readonly end: () => void
}

/** Silent for the first second. */
export function showReadingProgress(
  host: Host,
  now: () => number = () => performance.now(),
): ReadingProgress {
  const terminal = host.stderr.isTTY === true
  const { palette } = viewOf(host, host.stderr)
  let nextMs = now() + FIRST_MS
  let shown = false
  return {
    update: (readBytes, totalBytes) => {
      const time = now()
      if (time < nextMs) return
      nextMs = time + (terminal ? TERMINAL_MS : PLAIN_MS)
      const percent = totalBytes === 0 ? 100 : Math.min(100, Math.floor((readBytes / totalBytes) * 100))
      const text = `reading ${percent}% (${megabytes(readBytes)} of ${megabytes(totalBytes)} MB)`
      host.stderr.write(terminal ? `${CLEAR_LINE}${palette.faint(text)}` : `${text}\n`)
      shown = true
    },
    end: () => {
      if (shown && terminal) host.stderr.write(CLEAR_LINE)
    },
  }
}

function megabytes(sizeBytes: number): string {
  return (sizeBytes / 1_000_000).toFixed(1)
}
