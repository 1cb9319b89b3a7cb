import type { Cursor } from '../cursor.ts'
import type { Family } from './family.ts'
import { readPredicate } from './predicate.ts'
import { readAssignment } from './set.ts'
import { PROPERTIES_FIRST, withSubject } from './subject.ts'

const WRONG: ReadonlySet<string> = new Set(['wrong', 'incorrect', 'false', 'not'])

/** "the price of the tour is wrong, must be $21": one clause, although a comma stands in it. */
export const correct: Family = {
  name: 'correct',
  about: 'Says what is wrong, and what it should be instead.',
  on: 'shop',
  examples: [
    'the price of the first product card is wrong, must be $21',
    'the header background is wrong, should be navy',
  ],
  read(cursor) {
    if (!cursor.hasAhead(({ word }) => WRONG.has(word))) return null
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => {
      if (subject.property === null || subject.implied || !readWrong(c)) return null
      c.takeSeparator(',')
      c.take('and')
      c.skipFillers()
      if (c.take('should') || c.take('say')) return readPredicate(c, subject) ?? readAssignment(c, subject)
      return c.takeVerb('set', 'rename', 'make') ? readAssignment(c, subject) : null
    })
  },
}

function readWrong(cursor: Cursor): boolean {
  if (!cursor.take('be')) return false
  return (
    cursor.takeWord('wrong', 'incorrect', 'false') ||
    (cursor.take('not') && cursor.takeWord('right', 'correct', 'good'))
  )
}
