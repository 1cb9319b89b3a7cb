import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject, own } from 'blueprint-command-engine/base'
import { readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import type { PreviousAttempt } from '../../pure/protocol/task-spec.ts'
import type { BatchFolders } from '../batch-folders.ts'

const FILE = 'previous.json'

/** The outcome of the last attempt at each item, kept in its folder: a later session knows it too. */
export class PreviousAttempts {
  readonly #folders: BatchFolders

  constructor(folders: BatchFolders) {
    this.#folders = folders
  }

  async keep(item: string, previous: PreviousAttempt): Promise<void> {
    const folder = this.#folders.attemptsOf('execute', item)
    await mkdir(folder, { recursive: true })
    await writeTextFileAtomic(join(folder, FILE), `${JSON.stringify(previous, null, 2)}\n`)
  }

  /** Null if there was none, and for what cannot be read: it is only advice. */
  async read(item: string): Promise<PreviousAttempt | null> {
    const text = await readTextFile(join(this.#folders.attemptsOf('execute', item), FILE), {
      maxBytes: 200_000,
    })
    if (!text.ok) return null
    try {
      const value: unknown = JSON.parse(text.value)
      if (!isJsonObject(value)) return null
      const [attempt, reason, output, diff] = ['attempt', 'reason', 'gate_output', 'diff'].map((key) =>
        own(value, key),
      )
      if (typeof attempt !== 'number' || typeof reason !== 'string') return null
      return {
        attempt,
        reason,
        ...(typeof output === 'string' && { gate_output: output }),
        ...(typeof diff === 'string' && { diff }),
      }
    } catch {
      return null
    }
  }
}
