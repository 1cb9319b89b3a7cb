/** Lines without a terminal: not one for each of some hundred scenarios. */
const EVERY = 20

/** Says on stderr how far a long run is: one line that changes on a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #what: string
  readonly #count: number
  #done = 0

  constructor(what: string, count: number) {
    this.#what = what
    this.#count = count
  }

  next(name: string): void {
    this.#done++
    const line = `[bench] ${this.#what} ${this.#done} of ${this.#count}: ${name}`
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${line}`)
    else if (this.#done % EVERY === 0) process.stderr.write(`${line}\n`)
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K')
  }
}
