import { createWriteStream } from 'node:fs'
import type { WriteStream } from 'node:fs'
import type { Observer } from 'blueprint-command-engine'
import { recordOf } from './command-record.ts'
import type { RecordOptions } from './command-record.ts'

export interface MetricsFile {
  /** For `createEngine({ observers: [...] })`. */
  readonly observer: Observer
  /** Resolves when every line is written; rejects with what went wrong in writing. */
  close(): Promise<void>
}

/**
 * Appends one JSON line for each command to a file: what `blueprint dashboard` reads.
 *
 * @example
 * const file = metricsFile('metrics.jsonl', { redact: true })
 * const engine = createEngine({ observers: [file.observer] })
 * // ...
 * await file.close()
 */
export function metricsFile(path: string, options: RecordOptions = {}): MetricsFile {
  const stream: WriteStream = createWriteStream(path, { flags: 'a', encoding: 'utf8' })
  let failure: Error | null = null
  stream.on('error', (error) => {
    failure ??= error
  })
  return {
    observer: {
      command(event): void {
        stream.write(`${JSON.stringify(recordOf(event, new Date(), options))}\n`)
      },
    },
    close: async () =>
      new Promise((resolve, reject) => {
        const settle = (): void => (failure === null ? resolve() : reject(failure))
        if (stream.closed) settle()
        else stream.on('close', settle).end()
      }),
  }
}
