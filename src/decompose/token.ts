import type { Span } from '../command/issue.ts'

/** Units that may follow a number. */
export type Unit = 'px' | '%' | 'rem' | 'em' | 'pt' | 'x' | 'deg'

/** Something in digits that is no number: "$3.50", "7:00-18:00", "(503) 555-0188", "10/15/20". */
export type Figure = 'price' | 'time' | 'phone' | 'list'

/** A piece of a command as it was written. */
export interface Token extends Span {
  readonly kind:
    | 'word'
    | 'number'
    | 'quoted'
    | 'hash'
    | 'url'
    | 'color'
    | 'separator'
    | 'possessive'
    /** What stands for a word or holds words together: an arrow, a bracket, a slash, an ampersand. */
    | 'sign'
    | 'figure'
    /** "56x56", "48 x 48". */
    | 'size'
  /** Lower case; for quoted text and figures letter for letter; for every arrow →, for a dash –, for dots …. */
  readonly word: string
  /** For numbers, and the width of a size. */
  readonly value?: number
  /** The height of a size. */
  readonly second?: number
  readonly figure?: Figure
  readonly unit?: Unit
  /** A sign was written: `+8`, `-4px`. */
  readonly signed?: boolean
  /** Written with a capital letter. */
  readonly capital?: boolean
  /** For a break between lines or items: the mark of the list behind it, as "1." or "-". */
  readonly mark?: string
  /** How far that mark, or the line, is indented. */
  readonly indent?: number
  /** An empty line comes before. */
  readonly blank?: boolean
}
