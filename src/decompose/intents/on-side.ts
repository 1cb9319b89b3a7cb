import type { Cursor } from '../cursor.ts'
import { isSupposed } from '../opening.ts'
import { endsClause } from '../read/ends-clause.ts'
import { readCorner } from '../read/read-corner.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Side } from '../read/read-side.ts'
import { readSide } from '../read/read-side.ts'
import type { Effect } from '../effect.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

/** "I want the logo on the right side", "the logo should be on the right". */
export const onSide: Family = {
  name: 'on-side',
  about: 'Says on which side, or in which corner, something should stand.',
  on: 'shop',
  examples: ['I want the logo on the right side', 'the subscribe button should be on the right'],
  read(cursor) {
    const isWanted = cursor.peek(-1).senses.frame === true || isSupposed(cursor)
    if (!cursor.hasAhead(({ senses: { side, direction } }) => side !== undefined || direction !== undefined))
      return null
    const target = readReference(cursor, { ...PLAIN, stopAt: endsOnSide })
    if (target === null || target.indefinite) return null
    const modal = cursor.take('should')
    if (!isWanted && !modal) return null
    if (!cursor.take('be')) cursor.take('was')
    cursor.takeWord('go', 'sit', 'stand', 'be', 'appear')
    const effects = readWhere(cursor)
    return effects === null ? null : styleWish(target, effects)
  },
}

function readWhere(cursor: Cursor): readonly Effect[] | null {
  const corner = readCorner(cursor)
  if (corner !== null) return corner
  const to = cursor.attempt(readAcross)
  return to === null ? null : [{ kind: 'align', to, text: false }]
}

/** The top and the bottom are places in an order, not sides. */
function readAcross(cursor: Cursor): Side | null {
  const to = readSide(cursor)
  return to === 'left' || to === 'right' || to === 'center' ? to : null
}

function endsOnSide(cursor: Cursor): boolean {
  const mark = cursor.at
  const ends = readWhere(cursor) !== null && endsClause(cursor)
  cursor.at = mark
  return ends
}
