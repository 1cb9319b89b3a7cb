import type { Cursor } from '../cursor.ts'
import { isName } from './noun-words.ts'

/** At the end of a clause once politeness is skipped. */
export function endsClause(cursor: Cursor): boolean {
  while (
    cursor.senses.filler === true ||
    cursor.senses.grammar === 'too' ||
    cursor.senses.grammar === 'instead'
  )
    cursor.at++
  return (
    cursor.atEnd || cursor.atBoundary || cursor.senses.grammar === 'because' || beginsSpokenClause(cursor)
  )
}

/** Without punctuation a verb and its object begin the next clause: "... is too small make it bigger". */
function beginsSpokenClause(cursor: Cursor): boolean {
  if (cursor.senses.verb === undefined || cursor.at === 0) return false
  const next = cursor.peek(1)
  return (
    next.senses.change !== undefined ||
    next.senses.degree === 'more' ||
    next.senses.degree === 'less' ||
    next.senses.grammar === 'the' ||
    next.token.kind === 'hash' ||
    next.senses.pronoun === 'it' ||
    next.senses.pronoun === 'them' ||
    next.senses.quantity === 'all' ||
    next.senses.types !== undefined ||
    (next.token.kind === 'word' && isName(next.senses))
  )
}
