import type { Cursor } from '../cursor.ts'

/** A verb after "and" begins the next clause, unless it stands before a noun as its name. */
export function beginsClause(cursor: Cursor): boolean {
  const { verb, types } = cursor.senses
  if (verb === undefined) return false
  if (types === undefined) return true
  const next = cursor.peek(1)
  return next.senses.grammar === 'the' || next.token.kind === 'hash' || next.senses.pronoun === 'it'
}
