import { LRUCache } from 'lru-cache'
import type { Reading } from './clause.ts'

/**
 * Readings of commands by their text. A reading depends on the words alone, so a hit can never change an answer: what
 * depends on the document is resolved every time.
 */
export class IntentCache {
  readonly #cache: LRUCache<string, Reading>
  #hits = 0
  #misses = 0

  constructor(max: number) {
    this.#cache = new LRUCache({ max })
  }

  get(text: string): Reading | undefined {
    const reading = this.#cache.get(text)
    if (reading === undefined) this.#misses++
    else this.#hits++
    return reading
  }

  /** Like `get`, counted by nobody. */
  peek(text: string): Reading | undefined {
    return this.#cache.peek(text)
  }

  set(text: string, reading: Reading): void {
    this.#cache.set(text, reading)
  }

  clear(): void {
    this.#cache.clear()
  }

  get size(): number {
    return this.#cache.size
  }

  get hits(): number {
    return this.#hits
  }

  get misses(): number {
    return this.#misses
  }
}
