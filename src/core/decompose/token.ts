import type { Span } from '../command/issue.ts'

/** Units that may follow a number. */
export type Unit = 'px' | '%' | 'rem' | 'em' | 'pt' | 'x' | 'deg'

/** A piece of a command as it was written. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'quoted' | 'hash' | 'url' | 'color' | 'separator' | 'possessive'
  /** Lower case; for quoted text the text between the quotes, letter for letter. */
  readonly word: string
  /** For numbers. */
  readonly value?: number
  readonly unit?: Unit
  /** A sign was written: `+8`, `-4px`. */
  readonly signed?: boolean
  /** Written with a capital letter. */
  readonly capital?: boolean
}
