import { open, readFile, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { isJsonObject } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'

/**
 * A list of facts that outlives whoever writes it: one JSON object a line, on the disk before `add` is over. A last line that
 * is half written (power loss, kill -9) is dropped when it is read.
 */
export class Journal {
  readonly #file: FileHandle
  /** Of whole lines. */
  #sizeBytes: number
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(file: FileHandle, sizeBytes: number) {
    this.#file = file
    this.#sizeBytes = sizeBytes
  }

  /** Opens a journal to write on; what is half written is cut off first. */
  static async open(path: string): Promise<Journal> {
    const text = await readFile(path, 'utf8').catch(() => '')
    const whole = text.lastIndexOf('\n') + 1
    const sizeBytes = Buffer.byteLength(text.slice(0, whole))
    if (whole < text.length) await truncate(path, sizeBytes)
    return new Journal(await open(path, 'a'), sizeBytes)
  }

  /** Entries are written in the order of the calls. One that cannot be written leaves nothing behind. */
  async add(entry: JsonObject): Promise<void> {
    const written = this.#write(this.#writing, `${JSON.stringify(entry)}\n`)
    this.#writing = written.catch(() => undefined)
    return written
  }

  async #write(before: Promise<unknown>, line: string): Promise<void> {
    await before
    try {
      await this.#file.appendFile(line)
      await this.#file.datasync()
      this.#sizeBytes += Buffer.byteLength(line)
    } catch (error) {
      // The disk is full: half a line would spoil the next one.
      await this.#file.truncate(this.#sizeBytes).catch(() => undefined)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }
}

/** The entries of a journal; [] if there is none. Lines that are no objects are left out. */
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
