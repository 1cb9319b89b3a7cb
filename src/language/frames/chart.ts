import { Cursor } from '../../decompose/cursor.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import type { Effect, PlaceWish } from '../../decompose/effect.ts'
import { readEffect } from '../../decompose/read/read-effect.ts'
import { readAfterProperty } from '../../decompose/read/read-property.ts'
import { readPlace } from '../../decompose/read/read-place.ts'
import type { PropertyWord } from '../../decompose/read/changes.ts'
import type { ReadOptions } from '../../decompose/read/read-options.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import { readThings } from '../phrases/thing.ts'
import { joinThings } from '../phrases/join.ts'
import type { RoleReader } from './frame.ts'
import type { SpottedName, Words } from '../text/spotted.ts'

/** So many readings of a noun phrase inside a place or a value are tried. */
const VARIANTS = 3

/** The phrases of one command: each kind is read at each place at most once. */
export class Chart {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  /** The document is laid out by whoever shows it: it has a dialect's own words. */
  readonly isFlow: boolean
  readonly #names: readonly (readonly SpottedName[])[]
  #inside: readonly boolean[] | null = null
  readonly #single = new Map<number, readonly Read<Reference>[]>()
  readonly #joined = new Map<number, readonly Read<Reference>[]>()
  readonly #longest = new Map<number, readonly Read<Reference>[]>()
  readonly #looks = new Map<number, readonly Read<readonly Effect[]>[]>()
  readonly #places = new Map<number, readonly Read<PlaceWish>[]>()
  readonly #roles = new Map<RoleReader, Map<number | string, ReturnType<RoleReader>>>()

  constructor({ text, lexemes, names }: Words, isFlow = false) {
    this.text = text
    this.isFlow = isFlow
    this.lexemes = lexemes
    const at: SpottedName[][] = lexemes.map(() => [])
    for (const name of names) at[name.from]?.push(name)
    this.#names = at
  }

  get length(): number {
    return this.lexemes.length
  }

  namesAt(at: number): readonly SpottedName[] {
    return this.#names[at] ?? []
  }

  /** Whether a place is inside a name of several words: a phrase begins there only if the name means nothing. */
  splits(at: number): boolean {
    this.#inside ??= insideNames(this.#names)
    return this.#inside[at] === true
  }

  /** Noun phrases of one thing or kind of thing, likeliest first. */
  singles(at: number): readonly Read<Reference>[] {
    const known = this.#single.get(at)
    if (known !== undefined) return known
    // A phrase inside itself would ask again: it finds nothing then.
    this.#single.set(at, [])
    const read = readThings(this, at)
    this.#single.set(at, read)
    return read
  }

  /** Noun phrases, several joined by "and", commas and slashes included. */
  things(at: number): readonly Read<Reference>[] {
    let read = this.#joined.get(at)
    if (read === undefined) {
      read = joinThings(this, at)
      this.#joined.set(at, read)
    }
    return read
  }

  /** The same, the longer ones first where they are as likely. */
  longest(at: number): readonly Read<Reference>[] {
    let read = this.#longest.get(at)
    if (read === undefined) {
      read = this.things(at).toSorted((a, b) => a.cost - a.end * 2 - (b.cost - b.end * 2))
      this.#longest.set(at, read)
    }
    return read
  }

  /** One look: a colour, a size, a style, a property with its value. */
  looks(at: number): readonly Read<readonly Effect[]>[] {
    let read = this.#looks.get(at)
    if (read === undefined) {
      read = this.variants(at, (cursor) => readEffect(cursor))
      this.#looks.set(at, read)
    }
    return read
  }

  /** The value or change of a property that was named before. */
  values(at: number, property: PropertyWord): readonly Read<readonly Effect[]>[] {
    return this.variants(at, (cursor) => readAfterProperty(cursor, property))
  }

  places(at: number): readonly Read<PlaceWish>[] {
    let read = this.#places.get(at)
    if (read === undefined) {
      read = this.variants(at, (cursor) => readPlace(cursor))
      this.#places.set(at, read)
    }
    return read
  }

  /** What a role can be filled with at a place: frames that share the reader share what it read. */
  filling(
    read: RoleReader,
    at: number,
    property: PropertyWord | undefined,
    hasTarget: boolean,
  ): ReturnType<RoleReader> {
    let known = this.#roles.get(read)
    if (known === undefined)
      this.#roles.set(read, (known = new Map<number | string, ReturnType<RoleReader>>()))
    const place = hasTarget ? at * 2 + 1 : at * 2
    const key = property === undefined ? place : `${place}${property}`
    let reads = known.get(key)
    if (reads === undefined) known.set(key, (reads = read(this, at, { property, hasTarget })))
    return reads
  }

  /** Runs a reader at a place; null where it reads nothing. */
  read<T>(at: number, reader: (cursor: Cursor) => T | null): Read<T> | null {
    const cursor = this.cursor(at, 0)
    const value = reader(cursor)
    return value === null || cursor.at === at ? null : { value, end: cursor.at, cost: cursor.cost }
  }

  /** A cursor whose noun phrases are those of the chart: the n-th likeliest one first. */
  cursor(at: number, choice: number): ChartCursor {
    return new ChartCursor(this, at, choice)
  }

  /** A reader with each of the likeliest noun phrases that it begins with. */
  variants<T>(at: number, reader: (cursor: Cursor) => T | null, most: number = VARIANTS): readonly Read<T>[] {
    const found: Read<T>[] = []
    for (let choice = 0; choice < most; choice++) {
      const cursor = this.cursor(at, choice)
      const value = reader(cursor)
      if (value !== null && cursor.at > at && !found.some(({ end }) => end === cursor.at))
        found.push({ value, end: cursor.at, cost: cursor.cost })
      if (!cursor.chose) break
    }
    return found
  }
}

/** So many words are no accident, whatever words they are: a telephone number. */
const LONG = 3

function insideNames(names: readonly (readonly SpottedName[])[]): readonly boolean[] {
  const inside = names.map(() => false)
  for (const { from, to, how, weak } of names.flat())
    if (how === 'whole' && (!weak || to - from >= LONG)) inside.fill(true, from + 1, to)
  return inside
}

/** Lets the readers of phrases take their noun phrases from the chart. */
export class ChartCursor extends Cursor {
  readonly #chart: Chart
  readonly #choice: number
  /** A noun phrase was read, so that another choice may read otherwise. */
  chose = false
  /** Of the noun phrases read. */
  cost = 0

  constructor(chart: Chart, at: number, choice: number) {
    super(chart.text, chart.lexemes, at, false)
    this.#chart = chart
    this.#choice = choice
  }

  override readonly nounPhrase = (
    cursor: Cursor,
    options: ReadOptions,
    joined: boolean,
  ): Reference | null => {
    const reads =
      joined && options.accept === null ? this.#chart.longest(cursor.at) : this.#chart.singles(cursor.at)
    const fitting = options.with
      ? reads
      : reads.filter(({ value }) => [value, ...value.parts].every(isWithout))
    const read = fitting[this.chose ? 0 : this.#choice]
    this.chose = true
    if (read === undefined) return null
    cursor.at = read.end
    this.cost += read.cost
    return read.value
  }
}

/** Nothing is said of what it has. */
function isWithout({ filters }: Reference): boolean {
  return filters.every(({ kind }) => kind !== 'has' && kind !== 'holds')
}
