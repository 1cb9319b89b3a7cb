import type { SideName } from '../lexicon/senses.ts'
import type { QueryRelationName } from './query.ts'
import { areaSize, holds } from './scene.ts'
import type { Area } from './scene.ts'

/** The cost of a component that stands in no such relation. */
export const MAX_COST = 6

/**
 * How badly a component stands in a relation to an anchor, 0 perfectly. Distances are fractions of the screen; one line
 * of a list counts about as much as a third of the width.
 */
export function relationCost(name: QueryRelationName, c: Area, a: Area): number {
  switch (name) {
    case 'left':
      return beside(a.left - c.right, c, a, Math.min(c.right - c.left, a.right - a.left))
    case 'right':
      return beside(c.left - a.right, c, a, Math.min(c.right - c.left, a.right - a.left))
    case 'above':
      return stacked(a.top - c.bottom, c, a)
    case 'below':
      return stacked(c.top - a.bottom, c, a)
    case 'next':
      return next(c, a)
    case 'before':
      return Math.min(relationCost('left', c, a), relationCost('above', c, a) + 0.4)
    case 'after':
      return Math.min(relationCost('right', c, a), relationCost('below', c, a) + 0.4)
    case 'inside':
      return inside(c, a)
    case 'between':
      return next(c, a)
  }
}

function beside(gap: number, c: Area, a: Area, width: number): number {
  if (gap < -0.5 * width - 0.005) return MAX_COST
  return Math.min(MAX_COST, Math.abs(gap) * 3 + offMiddle(c.top, c.bottom, a.top, a.bottom) * 45)
}

function stacked(gap: number, c: Area, a: Area): number {
  if (gap < -0.5 * Math.min(c.bottom - c.top, a.bottom - a.top) - 0.003) return MAX_COST
  return Math.min(
    MAX_COST,
    Math.abs(gap) * 9 +
      offMiddle(c.left, c.right, a.left, a.right) * 10 +
      Math.abs(c.left + c.right - a.left - a.right) * 1,
  )
}

/** How far the middle of one span lies outside the other, the better way round. */
function offMiddle(low: number, high: number, otherLow: number, otherHigh: number): number {
  const middle = (low + high) / 2
  const other = (otherLow + otherHigh) / 2
  return Math.min(Math.max(0, otherLow - middle, middle - otherHigh), Math.max(0, low - other, other - high))
}

function next(c: Area, a: Area): number {
  return Math.min(
    relationCost('right', c, a),
    relationCost('left', c, a) + 0.1,
    relationCost('below', c, a) + 0.6,
    relationCost('above', c, a) + 0.7,
  )
}

function inside(c: Area, a: Area): number {
  if (holds(a, c)) return areaSize(a) > 0.6 ? 1 : 0
  if (holds(c, a)) return 1.5
  return Math.min(MAX_COST, 1 + next(c, a))
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
