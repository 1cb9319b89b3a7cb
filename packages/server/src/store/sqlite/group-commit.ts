interface Waiting {
  readonly work: () => unknown
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers what arrives while the event loop turns and does it in one transaction, so that many writers share one wait for
 * the disk. Nobody is reported of a result before the transaction has been committed; where it fails, all are reported.
 */
export class GroupCommit {
  readonly #transaction: (work: () => unknown) => unknown
  #waiting: Waiting[] = []

  constructor(transaction: (work: () => unknown) => unknown) {
    this.#transaction = transaction
  }

  /** @param work what to do inside the transaction; it must not throw for anything that concerns it alone */
  async run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commit())
      // The caller gets back what its own work returned.
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
    })
  }

  #commit(): void {
    const group = this.#waiting
    this.#waiting = []
    try {
      const results: unknown[] = []
      this.#transaction(() => {
        for (const { work } of group) results.push(work())
      })
      for (const [i, { resolve }] of group.entries()) resolve(results[i])
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}
