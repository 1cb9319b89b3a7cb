import type { Cursor } from '../../decompose/cursor.ts'
import type { Reference } from '../../decompose/reference.ts'
import { PLAIN } from '../../decompose/read/read-options.ts'
import { readReference } from '../../decompose/read/read-reference.ts'
import { takeOneOf } from '../../decompose/read/words-ahead.ts'

/** A set of words from a list. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split('|'))
}

/** "with ..." says what shall be, and not which thing is meant. */
const WITHOUT = { ...PLAIN, with: false }

/** A known thing, or several. */
export function readThing(cursor: Cursor): Reference | null {
  const read = readReference(cursor, WITHOUT)
  return read === null || read.indefinite ? null : read
}

export const PAGE: ReadonlySet<string> = wordSet(
  'page|screen|document|design|layout|app|site|website|file|view|mockup|everything|project',
)

/** "on this page", "in the document": it says nothing about which things are meant. */
export function skipPage(cursor: Cursor): boolean {
  return (
    cursor.attempt((c) => {
      if (c.takeWord('on this page', 'on this screen', 'for this screen')) return true
      if (!c.takeWord('on', 'in', 'of', 'across', 'throughout', 'inside', 'over', 'within')) return null
      while (c.take('the') || c.takeWord('this', 'whole', 'entire', 'my', 'current'));
      return takeOneOf(c, PAGE) ? true : null
    }) === true
  )
}

/** Nothing of the clause is left. */
export function isEnd(cursor: Cursor): boolean {
  return cursor.atEnd || cursor.atBoundary || cursor.senses.filler === true
}

/** "what's", "what is". */
export function takeIs(cursor: Cursor): void {
  if (cursor.peek().token.kind === 'possessive') cursor.at++
  else cursor.take('be')
}
