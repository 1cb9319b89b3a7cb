import { tagAt } from './phrase-grammar.ts'
import type { Tag, Tagged } from './phrase-grammar.ts'

/** Words of the phrase, from `start` up to `end`, that some component says as they stand. */
export interface SaidSpan {
  readonly start: number
  readonly end: number
}

/** A place in the words of a phrase, which readers advance. */
export class TaggedWords {
  readonly words: readonly string[]
  readonly #said: readonly SaidSpan[]
  at = 0
  /** Where the noun phrase being read ends at the latest. */
  until: number

  constructor(words: readonly string[], said: readonly SaidSpan[]) {
    this.words = words
    this.#said = said
    this.until = words.length
  }

  get atEnd(): boolean {
    return this.at >= this.until
  }

  /** Words that begin here and are a name whatever they mean as grammar. */
  saidHere(): SaidSpan | undefined {
    return this.#said.find(({ start, end }) => start === this.at && end <= this.until)
  }

  /** The longest phrase that begins here and ends before the next words that are said as they stand. */
  here(): Tagged {
    let limit = this.until
    for (const { start } of this.#said) if (start > this.at && start < limit) limit = start
    return tagAt(this.words, this.at, limit)
  }

  /** What stands at a place; null at the end. A name has no tag. */
  peek(at: number = this.at): Tagged | null {
    if (at >= this.until) return null
    if (this.#said.some(({ start }) => start === at)) return { tag: null, words: [] }
    return tagAt(this.words, at, this.until)
  }

  peekTag(at: number = this.at): Tag['tag'] | undefined {
    return this.peek(at)?.tag?.tag
  }

  /** The next place that is no article or filler. */
  afterFillers(at: number): number {
    let after = at
    while (this.peekTag(after) === 'skip') after++
    return after
  }
}
