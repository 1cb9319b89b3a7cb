import type { SideName } from '../lexicon/senses.ts'
import { areaSize, holds } from './area.ts'
import type { Area } from './area.ts'

/** How one thing stands to another. */
export type PlaceName =
  'above' | 'below' | 'left' | 'right' | 'next' | 'before' | 'after' | 'inside' | 'between'

/** The cost of a component that stands in no such relation, and the most that any is given. */
export const MAX_COST = 6

/** {@link placeCost} for who weighs it against other evidence: never more than {@link MAX_COST}. */
export function relationCost(name: PlaceName, c: Area, a: Area): number {
  return Math.min(MAX_COST, placeCost(name, c, a) ?? MAX_COST)
}

/**
 * How badly a component stands in a relation to an anchor, 0 perfectly; null where it does not stand there at all.
 * Distances are fractions of the screen; one line of a list counts about as much as a third of the width.
 */
export function placeCost(name: PlaceName, c: Area, a: Area): number | null {
  switch (name) {
    case 'left':
      return beside(a.left - c.right, c, a, Math.min(c.right - c.left, a.right - a.left))
    case 'right':
      return beside(c.left - a.right, c, a, Math.min(c.right - c.left, a.right - a.left))
    case 'above':
      return stacked(a.top - c.bottom, c, a)
    case 'below':
      return stacked(c.top - a.bottom, c, a)
    case 'before':
      return least(placeCost('left', c, a), 0, placeCost('above', c, a), 0.4)
    case 'after':
      return least(placeCost('right', c, a), 0, placeCost('below', c, a), 0.4)
    case 'inside':
      return inside(c, a)
    case 'next':
    case 'between':
      return next(c, a)
  }
}

function beside(gap: number, c: Area, a: Area, width: number): number | null {
  if (gap < -0.5 * width - 0.005) return null
  return Math.abs(gap) * 3 + offMiddle(c.top, c.bottom, a.top, a.bottom) * 45
}

function stacked(gap: number, c: Area, a: Area): number | null {
  if (gap < -0.5 * Math.min(c.bottom - c.top, a.bottom - a.top) - 0.003) return null
  return (
    Math.abs(gap) * 9 +
    offMiddle(c.left, c.right, a.left, a.right) * 10 +
    Math.abs(c.left + c.right - a.left - a.right)
  )
}

/** The lesser of two costs with what each way costs besides; null where both are. */
function least(a: number | null, besidesA: number, b: number | null, besidesB: number): number | null {
  if (a === null) return b === null ? null : b + besidesB
  return b === null ? a + besidesA : Math.min(a + besidesA, b + besidesB)
}

/** How far the middle of one span lies outside the other, the better way round. */
function offMiddle(low: number, high: number, otherLow: number, otherHigh: number): number {
  const middle = (low + high) / 2
  const other = (otherLow + otherHigh) / 2
  return Math.min(Math.max(0, otherLow - middle, middle - otherHigh), Math.max(0, low - other, other - high))
}

function next(c: Area, a: Area): number | null {
  const across = least(placeCost('right', c, a), 0, placeCost('left', c, a), 0.1)
  return least(across, 0, least(placeCost('below', c, a), 0.6, placeCost('above', c, a), 0.7), 0)
}

function inside(c: Area, a: Area): number {
  if (holds(a, c)) return areaSize(a) > 0.6 ? 1 : 0
  if (holds(c, a)) return 1.5
  return 1 + (next(c, a) ?? MAX_COST)
}

/** How far an area is from the sides of another, as a fraction of it: 0 in the corner or at the edge. */
export function sideCost(c: Area, sides: readonly SideName[], within: Area): number {
  const width = within.right - within.left || 1
  const height = within.bottom - within.top || 1
  let cost = 0
  for (const side of sides) {
    if (side === 'top') cost += (c.top + c.bottom - 2 * within.top) / 2 / height
    else if (side === 'bottom') cost += (2 * within.bottom - c.top - c.bottom) / 2 / height
    else if (side === 'left') cost += (c.left + c.right - 2 * within.left) / 2 / width
    else if (side === 'right') cost += (2 * within.right - c.left - c.right) / 2 / width
    else
      cost +=
        Math.abs(c.left + c.right - within.left - within.right) / 2 / width +
        Math.abs(c.top + c.bottom - within.top - within.bottom) / 2 / height
  }
  return cost
}
