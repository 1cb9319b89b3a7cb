import type { Lexeme } from '../../decompose/lexeme.ts'

/** A name on the screen that was found in the command, in positions of lexemes. It holds no ids, so that a reading can be cached. */
export interface SpottedName {
  readonly from: number
  readonly to: number
  readonly how: 'whole' | 'part' | 'shape'
  readonly field: 'text' | 'alt' | 'placeholder' | 'id'
  /** The same for the same name, whatever way it is written. */
  readonly key: string
  /** As it was written in the command. */
  readonly text: string
  /** Several components bear it. */
  readonly many: boolean
  /** Written with a capital, or just as on the screen. */
  readonly capital: boolean
  /** A name of function words, numbers or a bare verb: it counts only quoted, with a capital, or with a noun for its type. */
  readonly weak: boolean
}

/** What a command holds: its lexemes, and the names among them. */
export interface Words {
  readonly text: string
  readonly lexemes: readonly Lexeme[]
  readonly names: readonly SpottedName[]
}
