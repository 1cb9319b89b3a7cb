import type { Wish } from '../clause.ts'
import { readMove } from '../read/read-move.ts'
import { PLAIN } from '../read/read-options.ts'
import { beginsPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import { IT } from '../reference.ts'
import type { Family } from './family.ts'

/** After a move, the same verb is understood: "... and the footer to the bottom". */
export const moveAgain: Family = {
  name: 'move-again',
  about: 'Another target and place after a move.',
  on: 'shop',
  examples: ['move the newsletter to the top and the search field to the bottom'],
  read(cursor, before) {
    if (
      before === null ||
      (before.wish.kind !== 'move' && before.wish.kind !== 'shift' && !isAlign(before.wish))
    )
      return null
    const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace }) ?? IT
    return readMove(cursor, target)
  },
}

function isAlign(wish: Wish): boolean {
  return wish.kind === 'style' && wish.effects.length === 1 && wish.effects[0]!.kind === 'align'
}
