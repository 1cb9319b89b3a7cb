import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import { readReference } from '../read/read-reference.ts'
import { PLAIN } from '../read/read-options.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

const MAX_WORDS = 8

/** "the banner is annoying, hide it": a remark wishes nothing, it says what the next clause speaks of. */
export const remark: Family = {
  name: 'remark',
  about: 'Says what "it" is in the clause behind it.',
  on: 'shop',
  examples: ["I don't need the promo text, remove it", 'the newsletter is annoying, hide it'],
  read(cursor) {
    const target = cursor.attempt(readUnwanted) ?? cursor.attempt(readRemarked)
    return target === null || !continues(cursor) ? null : styleWish(target, [])
  },
}

/** "I do not need the divider" */
function readUnwanted(cursor: Cursor): Reference | null {
  cursor.takeWord('i', 'we')
  cursor.takeWord('do')
  if (!cursor.take('not')) return null
  cursor.skipFillers()
  if (!cursor.takeWord('need', 'want', 'like', 'i like', 'love', 'use')) return null
  return readReference(cursor, PLAIN)
}

/** "the badge is annoying", "there is a divider below the title" */
function readRemarked(cursor: Cursor): Reference | null {
  const isThere = cursor.take('be')
  const target = readReference(cursor, PLAIN)
  if (target === null || target.pronoun !== null || isThere) return target
  if (!cursor.take('be') && !cursor.take('was')) return null
  for (let words = 0; words < MAX_WORDS && !cursor.atEnd && !cursor.atBoundary; words++) cursor.at++
  return target
}

/** Whether the next clause does something with "it". */
function continues(cursor: Cursor): boolean {
  cursor.skipFillers()
  if (cursor.atEnd || !cursor.atBoundary) return false
  let ahead = 0
  while (isPassed(cursor, ahead)) ahead++
  const { verb } = cursor.peek(ahead).senses
  const { pronoun } = cursor.peek(ahead + 1).senses
  return verb !== undefined && (pronoun === 'it' || pronoun === 'them' || pronoun === 'this')
}

function isPassed(cursor: Cursor, ahead: number): boolean {
  const lexeme = cursor.peek(ahead)
  if (ahead >= MAX_WORDS || lexeme.token.word === '') return false
  return isBoundary(lexeme) || lexeme.senses.filler === true || lexeme.senses.frame === true
}
