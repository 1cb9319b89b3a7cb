import { open, readFile, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { isJsonObject } from '../../core/base/json.ts'
import type { JsonObject } from '../../core/base/json.ts'

/**
 * A list of facts that outlives whoever writes it: one JSON object a line, on the disk before `add` is over. A last line that
 * is half written (power loss, kill -9) is dropped when it is read.
 */
export class Journal {
  readonly #file: FileHandle
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(file: FileHandle) {
    this.#file = file
  }

  /** Opens a journal to write on; what is half written is cut off first. */
  static async open(path: string): Promise<Journal> {
    const text = await readFile(path, 'utf8').catch(() => '')
    const whole = text.lastIndexOf('\n') + 1
    if (whole < text.length) await truncate(path, Buffer.byteLength(text.slice(0, whole)))
    return new Journal(await open(path, 'a'))
  }

  /** Entries are written in the order of the calls. */
  async add(entry: JsonObject): Promise<void> {
    const written = this.#write(this.#writing, `${JSON.stringify(entry)}\n`)
    this.#writing = written.catch(() => undefined)
    return written
  }

  async #write(before: Promise<unknown>, line: string): Promise<void> {
    await before
    await this.#file.appendFile(line)
    await this.#file.datasync()
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }
}

/** The entries of a journal; [] where there is none. Lines that are no objects are left out. */
export async function readJournal(path: string): Promise<JsonObject[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line)
      return isJsonObject(entry) ? [entry] : []
    } catch {
      return []
    }
  })
}
