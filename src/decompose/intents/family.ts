import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'

/** What a family may know of the clause before. */
export interface Before {
  readonly wish: Wish
  readonly family: string
}

/** The screens that examples speak of: `examples/<name>.json`. */
export type ExampleDocument = 'shop' | 'dashboard' | 'settings'

/** One way of saying things. A family reads from the cursor to the end of its clause, or gives null. */
export interface Family {
  readonly name: string
  /** One line for `blueprint grammar`. */
  readonly about: string
  /** The screen that the examples speak of. */
  readonly on: ExampleDocument
  /** Commands that it takes part in reading; each is tested on that screen. */
  readonly examples: readonly string[]
  read(cursor: Cursor, before: Before | null): Wish | null
}
