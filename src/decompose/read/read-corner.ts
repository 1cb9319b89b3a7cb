import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Lexeme } from '../lexeme.ts'
import { skipParent } from './read-side.ts'

/** "to the top right corner", "in the bottom left of the screen": aligned both ways. Null where no corner is said. */
export function readCorner(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('to') && !c.take('at') && !c.take('into')) {
      const { relation } = c.senses
      if (relation === 'inside' || relation === 'on') c.at++
    }
    c.take('the')
    const first = sideOf(c.peek())
    const second = sideOf(c.peek(1))
    if (first === null || second === null || isAcross(first) === isAcross(second)) return null
    c.at += 2
    c.takeWord('corner', 'side', 'edge')
    skipParent(c)
    return [first, second].map((to): Effect => ({ kind: 'align', to, text: false }))
  })
}

type CornerSide = 'top' | 'bottom' | 'left' | 'right'

function sideOf({ senses: { side, direction } }: Lexeme): CornerSide | null {
  if (side !== undefined && side !== 'middle') return side
  return direction === 'left' || direction === 'right' ? direction : null
}

function isAcross(side: CornerSide): boolean {
  return side === 'left' || side === 'right'
}

/** Whether a corner ends the clause here: "put the logo | in the top left". */
export function beginsCorner(cursor: Cursor): boolean {
  const mark = cursor.at
  const ends =
    readCorner(cursor) !== null &&
    (cursor.atEnd ||
      cursor.atBoundary ||
      cursor.senses.filler === true ||
      cursor.senses.relation !== undefined)
  cursor.at = mark
  return ends
}
