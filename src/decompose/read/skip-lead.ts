import type { Cursor } from '../cursor.ts'

/** "... and have square corners" */
const HAVING: ReadonlySet<string> = new Set(['have', 'has', 'get', 'keep'])

/** "about 20% bigger": what is said roughly is done exactly. */
const ROUGHLY: ReadonlySet<string> = new Set([
  'about',
  'around',
  'roughly',
  'approximately',
  'approx',
  'circa',
])

/** Whether a word stands here that makes the number behind it a rough one. */
export function isRough(cursor: Cursor): boolean {
  return cursor.peek(1).token.kind === 'number' && ROUGHLY.has(cursor.peek().word)
}

/** Passes over what may stand before an effect: articles, "be", "have", "in" before a colour. */
export function skipLead(cursor: Cursor): void {
  for (;;) {
    const { grammar, relation, filler, types, quantity, verb } = cursor.senses
    if (
      grammar === 'a' ||
      grammar === 'the' ||
      grammar === 'into' ||
      grammar === 'to' ||
      grammar === 'be' ||
      grammar === 'have' ||
      grammar === 'its' ||
      grammar === 'with' ||
      grammar === 'should'
    )
      cursor.at++
    else if (
      relation === 'inside' &&
      cursor.peek().word === 'in' &&
      (cursor.peek(1).senses.color !== undefined ||
        cursor.peek(1).token.kind === 'hash' ||
        cursor.peek(1).senses.shade !== undefined)
    )
      cursor.at++
    else if (filler === true && types === undefined) cursor.at++
    else if (isRough(cursor)) cursor.at++
    else if (verb === 'make' && HAVING.has(cursor.peek().word)) cursor.at++
    else if (
      (quantity === 'both' || quantity === 'each' || cursor.peek().word === 'all') &&
      (cursor.peek(1).token.kind === 'number' ||
        cursor.peek(1).senses.change !== undefined ||
        cursor.peek(1).senses.color !== undefined ||
        cursor.peek(1).senses.style !== undefined ||
        cursor.peek(1).senses.grammar === 'the' ||
        cursor.peek(1).senses.grammar === 'a')
    )
      cursor.at++
    else return
  }
}
