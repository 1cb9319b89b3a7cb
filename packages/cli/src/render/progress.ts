import { viewOf } from '../host.ts'
import type { Host } from '../host.ts'
import { plural } from './view.ts'

const ERASE_LINE = '\r\u001B[K'
const MAX_BAR = 30

/** A bar that fills up, on a terminal; nothing elsewhere. */
export class ProgressBar {
  readonly #host: Host
  readonly #total: number
  #done = 0
  #failed = 0

  constructor(host: Host, total: number) {
    this.#host = host
    this.#total = total
    this.#draw()
  }

  advance(isFailed: boolean): void {
    this.#done++
    if (isFailed) this.#failed++
    this.#draw()
  }

  /** Prints lines above the bar. */
  above(print: () => void): void {
    this.clear()
    print()
    this.#draw()
  }

  clear(): void {
    if (this.#isShown) this.#host.stderr.write(ERASE_LINE)
  }

  get #isShown(): boolean {
    return this.#host.stderr.isTTY === true
  }

  #draw(): void {
    if (!this.#isShown) return
    const { palette, columns } = viewOf(this.#host, this.#host.stderr)
    const width = Math.min(MAX_BAR, columns - 30)
    const filled = this.#total === 0 ? 0 : Math.floor((this.#done / this.#total) * width)
    const failed = this.#failed === 0 ? '' : `, ${palette.bad(`${this.#failed} refused`)}`
    this.#host.stderr.write(
      `${ERASE_LINE}${palette.good('█'.repeat(filled))}${palette.faint('░'.repeat(width - filled))} ` +
        `${this.#done} of ${plural(this.#total, 'document')}${failed}`,
    )
  }
}
