import type { Cursor } from '../cursor.ts'
import { readMove } from '../read/read-move.ts'
import { PLAIN } from '../read/read-options.ts'
import { beginsPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'

/** "move the footer to the top", "shift the link 20px to the right". */
export const move: Family = {
  name: 'move',
  about: 'Moves components: to a place, by a distance, up or down.',
  on: 'shop',
  examples: [
    'move the footer to the top',
    'move the search field below the hero',
    'shift the logo 20px to the right',
    'move the hero up',
  ],
  read(cursor) {
    if (!cursor.takeVerb('move', 'put') && !takesOut(cursor)) return null
    const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace, bareSides: false })
    if (target === null || target.indefinite) return null
    return readMove(cursor, target)
  },
}

/** "take the button out of the form" */
function takesOut(cursor: Cursor): boolean {
  return cursor.hasAhead(({ word }) => word === 'out') && cursor.takeWord('take', 'get')
}
