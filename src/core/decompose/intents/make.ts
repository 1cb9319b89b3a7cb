import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { readEffect, readEffects } from '../read/read-effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { IT } from '../reference.ts'
import type { Family } from './family.ts'
import { readPredicate } from './predicate.ts'
import { styleWish } from './style-wish.ts'
import { SUBJECTS, withSubject } from './subject.ts'

/** "make the title bigger and red". */
export const make: Family = {
  name: 'make',
  about: 'Makes something look some way.',
  examples: [
    'make the title bigger and red',
    'turn the first card blue',
    "make the header's background darker",
  ],
  read(cursor, before) {
    if (!cursor.takeVerb('make')) return null
    cursor.takeWord('sure', 'that')
    return (
      withSubject(cursor, SUBJECTS, readPredicate) ??
      cursor.attempt(readReversed) ??
      (before === null ? null : cursor.attempt(readForIt))
    )
  },
}

/** "... is too big make smaller". */
function readForIt(cursor: Cursor): Wish | null {
  const effects = readEffects(cursor)
  return effects === null ? null : styleWish(IT, effects)
}

/** "make bigger the title". */
function readReversed(cursor: Cursor): Wish | null {
  const effects = readEffect(cursor)
  if (effects === null) return null
  cursor.take('for')
  const target = readReference(cursor, PLAIN)
  return target === null ? null : styleWish(target, effects)
}
