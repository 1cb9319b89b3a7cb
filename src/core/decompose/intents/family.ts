import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'

/** What a family may know of the clause before. */
export interface Before {
  readonly wish: Wish
  readonly family: string
}

/** One way of saying things. A family reads from the cursor to the end of its clause, or gives null. */
export interface Family {
  readonly name: string
  /** One line for `blueprint grammar`. */
  readonly about: string
  /** Commands it reads; each is tested. */
  readonly examples: readonly string[]
  read(cursor: Cursor, before: Before | null): Wish | null
}
