import { exitCodes } from './exit-codes.ts'
import { colorDepthOf, createPalette } from './render/palette.ts'
import type { View } from './render/view.ts'

/** Where a command reads from and writes to; the process is one. */
export interface Host {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: { readonly [name: string]: string | undefined }
  /**
   * Calls back when the user or the system asks to end (Ctrl-C, SIGTERM); while nobody does, the process ends at once.
   * Returns what takes the listener away. Absent where nothing can interrupt.
   */
  readonly onInterrupt?: (listener: () => void) => () => void
  /** What the process will end with. It is set before anything is printed: the reader may go away at any time. */
  exitCode?: number | string | null | undefined
}

export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

const DEFAULT_COLUMNS = 100
const MIN_COLUMNS = 40

export function viewOf(host: Host, output: Output): View {
  return {
    palette: createPalette(colorDepthOf(output, host.env)),
    columns: Math.max(MIN_COLUMNS, output.columns ?? DEFAULT_COLUMNS),
  }
}

export function printLines(output: Output, lines: readonly string[]): void {
  output.write(`${lines.join('\n')}\n`)
}

/** JSON for programs; indented where a person looks at it. */
export function printJson(output: Output, value: unknown): void {
  output.write(`${JSON.stringify(value, null, output.isTTY === true ? 2 : undefined)}\n`)
}

/** Ends a command because of what it was given: a file that cannot be read or written, a text that is not JSON. */
export function refuse(host: Host, problem: string): void {
  host.exitCode = exitCodes.usage
  host.stderr.write(`error: ${problem}\n`)
}
