/**
 * Tells runs that the system interrupted to let another program have the processor: they time the machine's other users.
 * Where the system does not count such interruptions, there are none.
 */
export class Interruptions {
  #seen = countOf()

  /** Whether there were any since the last call. About 2 us. */
  take(): boolean {
    const count = countOf()
    const isNew = count !== this.#seen
    this.#seen = count
    return isNew
  }
}

function countOf(): number {
  return process.resourceUsage().involuntaryContextSwitches
}
