import type { Lexeme } from './lexeme.ts'
import type { ReadOptions } from './read/read-options.ts'
import type { Reference } from './reference.ts'
import type { GrammarName, Senses, VerbName } from './lexicon/senses.ts'
import { NO_SENSES } from './lexicon/senses.ts'

const END: Lexeme = {
  token: { kind: 'separator', word: '', start: 0, end: 0 },
  senses: NO_SENSES,
  start: 0,
  end: 0,
  word: '',
}

/** What a clause is about takes fewer words. */
const AHEAD = 24

/** A place in the lexemes of a command. Readers advance it and put it back where they fail. */
export class Cursor {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  at: number
  /** Looser reading of names: "add to cart" may hold words that otherwise end a noun phrase. */
  readonly lenient: boolean

  /** Readings of a subject to pass over, because the caller has them already; counted down while reading. */
  variant: number

  /** Reads noun phrases in the place of this cursor's readers; null where those do. */
  readonly nounPhrase: ((cursor: Cursor, options: ReadOptions, joined: boolean) => Reference | null) | null =
    null

  constructor(text: string, lexemes: readonly Lexeme[], at: number, lenient: boolean, variant = 0) {
    this.variant = variant
    this.text = text
    this.lexemes = lexemes
    this.at = at
    this.lenient = lenient
  }

  peek(ahead = 0): Lexeme {
    return this.lexemes[this.at + ahead] ?? END
  }

  get senses(): Senses {
    return this.peek().senses
  }

  get atEnd(): boolean {
    return this.at >= this.lexemes.length
  }

  /** At the end of a clause: the end, a separator, "and", "then". */
  get atBoundary(): boolean {
    return isBoundary(this.peek())
  }

  /** Takes the next lexeme when it has this grammar sense. */
  take(name: GrammarName): boolean {
    if (this.senses.grammar !== name) return false
    this.at++
    return true
  }

  takeVerb(...names: readonly VerbName[]): boolean {
    const verb = this.senses.verb
    if (verb === undefined || !names.includes(verb)) return false
    this.at++
    return true
  }

  /** Takes the next lexeme when it is this very word or phrase. */
  takeWord(...words: readonly string[]): boolean {
    if (this.peek().token.kind !== 'word' || !words.includes(this.peek().word)) return false
    this.at++
    return true
  }

  /** Takes the next lexeme when it is this separator. */
  takeSeparator(word: string): boolean {
    if (this.peek().token.kind !== 'separator' || this.peek().word !== word) return false
    this.at++
    return true
  }

  /** Whether such a word stands not far ahead: a cheap test before a long reading. */
  hasAhead(isOne: (lexeme: Lexeme) => boolean): boolean {
    for (let ahead = 0; ahead < AHEAD; ahead++) {
      const lexeme = this.peek(ahead)
      if (lexeme === END) return false
      if (isOne(lexeme)) return true
    }
    return false
  }

  skipFillers(): void {
    while (!this.atEnd && this.senses.filler === true) this.at++
  }

  /** Runs a reader; where it gives null the cursor stands as before. */
  attempt<T>(read: (cursor: Cursor) => T | null): T | null {
    const before = this.at
    const result = read(this)
    if (result === null) this.at = before
    return result
  }
}

/** Between two clauses or two parts of a list: a separator, "and", "then". */
export function isBoundary(lexeme: Lexeme): boolean {
  if (lexeme.token.kind === 'separator') return true
  const grammar = lexeme.senses.grammar
  return grammar === 'and' || grammar === 'then'
}
