import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isJsonObject, own } from 'blueprint-command-engine/base'
import { readTextFile, writeTextFileAtomic } from '@blueprint-engine/files'
import type { CachedWork, ResultIndex } from '../pure/ports/result-index.ts'

const COMMIT = /^[0-9a-f]{40,64}$/
/** Changed with the meaning of what is kept. */
const FORMAT = 1

/** The key of work: a hash of the content of everything that its result depends on. */
export function contentKey(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, ...parts]))
    .digest('hex')
}

/** Results by the content of everything that they depend on: item, inputs, executor. */
export class ResultCache implements ResultIndex {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(key: string): Promise<CachedWork | null> {
    const text = await readTextFile(this.#path(key), { maxBytes: 10_000 })
    if (!text.ok) return null
    try {
      const value: unknown = JSON.parse(text.value)
      const commit = isJsonObject(value) ? own(value, 'commit') : undefined
      const counted = isJsonObject(value) ? own(value, 'tokens') : undefined
      const tokens =
        typeof counted === 'number' && Number.isSafeInteger(counted) && counted >= 0 ? counted : null
      return commit === null || (typeof commit === 'string' && COMMIT.test(commit))
        ? { commit, tokens }
        : null
    } catch {
      return null
    }
  }

  async write(key: string, work: CachedWork): Promise<void> {
    const path = this.#path(key)
    // Without it the work would only be done again.
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined)
    await writeTextFileAtomic(path, JSON.stringify(work))
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json`)
  }
}
