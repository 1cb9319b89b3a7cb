import { Cursor } from './cursor.ts'
import type { Family } from './intents/family.ts'
import type { Lexeme } from './lexeme.ts'
import { endsClause } from './read/ends-clause.ts'

/** Longer stretches are not looked into: nobody says so much without a mark. */
const MAX_LEXEMES = 40

/**
 * How many of the words a family can read as a clause of their own, at most; 0 for none. It reads once for each number of
 * words, so it is for what was refused and for explanations.
 */
export function readableBeginning(family: Family, lexemes: readonly Lexeme[]): number {
  for (let count = Math.min(lexemes.length, MAX_LEXEMES); count > 0; count--) {
    const cursor = new Cursor('', lexemes.slice(0, count), 0, false)
    if (family.read(cursor, null) !== null && endsClause(cursor) && cursor.atEnd) return count
  }
  return 0
}
