import type { Cursor } from '../cursor.ts'
import { readAmount } from './read-amount.ts'

/** A distance in px: positive is right and down. */
export interface Shift {
  readonly dx: number
  readonly dy: number
}

/** Reads a distance in a direction: "20px to the right", "right by 20px", "down 8px". Pixels only. */
export function readShift(cursor: Cursor): Shift | null {
  const first = readOne(cursor)
  if (first === null) return null
  const second = cursor.attempt((c) => {
    c.take('and')
    return readOne(c)
  })
  return second === null ? first : { dx: first.dx + second.dx, dy: first.dy + second.dy }
}

function readOne(cursor: Cursor): Shift | null {
  return cursor.attempt((c) => {
    c.take('by')
    const before = readAmount(c)
    c.take('to')
    c.take('the')
    c.takeWord('further', 'more')
    const { direction, change } = c.senses
    const way = direction ?? (change === 'higher' ? 'up' : change === 'lower' ? 'down' : undefined)
    if (way === undefined) return null
    c.at++
    c.take('by')
    const amount = before ?? readAmount(c)
    if (amount === null || (amount.unit !== 'px' && (amount.unit !== null || Math.abs(amount.value) < 2)))
      return null
    switch (way) {
      case 'left':
        return { dx: -amount.value, dy: 0 }
      case 'right':
        return { dx: amount.value, dy: 0 }
      case 'up':
        return { dx: 0, dy: -amount.value }
      case 'down':
        return { dx: 0, dy: amount.value }
    }
  })
}
