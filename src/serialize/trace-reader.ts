import { describe } from '../base/json.ts'

const NAMED_NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ['-0', -0],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])

/** Reads the flat list of a packed trace, which may come from anywhere: each value is checked before it is used. */
export class TraceReader {
  readonly #texts: readonly unknown[]
  readonly #data: readonly unknown[]
  #at = 0

  constructor(packed: unknown) {
    const [version, texts, data] = Array.isArray(packed) ? (packed as readonly unknown[]) : []
    if (version !== 2 || !Array.isArray(texts) || !Array.isArray(data)) {
      throw new TypeError(`expected a packed trace [2, texts, data], got ${describe(packed)}`)
    }
    this.#texts = texts
    this.#data = data
  }

  text(): string {
    const place = this.#next()
    const value = typeof place === 'number' ? this.#texts[place] : undefined
    if (typeof value !== 'string') throw this.#wrong('the index of a text', place)
    return value
  }

  number(): number {
    const value = this.#next()
    const number = typeof value === 'number' ? value : NAMED_NUMBERS.get(value)
    if (number === undefined) throw this.#wrong('a number', value)
    return number
  }

  flag(): boolean {
    const value = this.#next()
    if (value !== 0 && value !== 1) throw this.#wrong('0 or 1', value)
    return value === 1
  }

  /** Skips the mark where it stands next. */
  takes(mark: number): boolean {
    if (this.#data[this.#at] !== mark) return false
    this.#at++
    return true
  }

  list<T>(read: () => T): T[] {
    const length = this.#next()
    // Every item takes at least one value, so a greater length is a lie, whatever it promises.
    if (
      !Number.isInteger(length) ||
      (length as number) < 0 ||
      (length as number) > this.#data.length - this.#at
    ) {
      throw this.#wrong('the length of a list', length)
    }
    const items: T[] = []
    for (let i = 0; i < (length as number); i++) items.push(read())
    return items
  }

  end(): void {
    if (this.#at !== this.#data.length) throw this.#wrong('the end', this.#data[this.#at], this.#at)
  }

  #next(): unknown {
    return this.#data[this.#at++]
  }

  #wrong(expected: string, value: unknown, at = this.#at - 1): TypeError {
    return new TypeError(`packed trace, value ${at}: expected ${expected}, got ${describe(value)}`)
  }
}
