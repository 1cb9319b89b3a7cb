/** Writes the flat list of a packed trace and gathers its texts. */
export class TraceWriter {
  readonly texts: string[] = []
  readonly data: (number | string)[] = []
  readonly #places = new Map<string, number>()

  text(value: string): void {
    let place = this.#places.get(value)
    if (place === undefined) {
      place = this.texts.push(value) - 1
      this.#places.set(value, place)
    }
    this.data.push(place)
  }

  /** Any number; those that JSON has no form for are written as their name. */
  number(value: number): void {
    this.data.push(Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value))
  }

  mark(value: number): void {
    this.data.push(value)
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.data.push(items.length)
    for (const item of items) write(item)
  }
}
