import type { Cursor } from '../cursor.ts'
import { beginsPlace, readPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { LISTED } from './listed-targets.ts'

/** "duplicate the first card twice". */
export const duplicate: Family = {
  name: 'duplicate',
  about: 'Copies components; the copy stands after its original unless a place is said.',
  on: 'shop',
  examples: [
    'duplicate the first card',
    'copy the promo text and put it below the hero',
    'make a copy of the footer',
  ],
  read(cursor) {
    const copies = cursor.attempt(readCopies)
    if (copies === null && !cursor.takeVerb('duplicate')) return null
    const target = readReference(cursor, { ...LISTED, stopAt: beginsPlace })
    if (target === null) return null
    const count = copies ?? readTimes(cursor)
    cursor.attempt((c) =>
      c.take('and') && c.takeVerb('put', 'move', 'add') && c.senses.pronoun !== undefined
        ? (c.at++, true)
        : null,
    )
    const place = readPlace(cursor)
    return { kind: 'duplicate', target, place, count }
  },
}

/** "make two copies of", "three copies of". */
function readCopies(cursor: Cursor): number | null {
  cursor.takeVerb('make', 'add')
  const { token, senses } = cursor.peek()
  const count = token.kind === 'number' && token.unit === undefined ? token.value! : senses.number
  if (count === undefined || !Number.isInteger(count) || count < 1) return null
  cursor.at++
  if (
    !cursor.takeWord('copies', 'duplicates', 'clones', 'copy', 'duplicate') ||
    cursor.senses.relation !== 'of'
  )
    return null
  cursor.at++
  return count
}

function readTimes(cursor: Cursor): number {
  return (
    cursor.attempt((c) => {
      const { token, senses } = c.peek()
      if (senses.fraction !== undefined && senses.fraction >= 2 && Number.isInteger(senses.fraction)) {
        c.at++
        return senses.fraction
      }
      const count = token.kind === 'number' ? token.value! : senses.number
      if (count === undefined || !Number.isInteger(count)) return null
      c.at++
      return c.takeWord('times', 'x') || token.unit === 'x' ? count : null
    }) ?? 1
  )
}
