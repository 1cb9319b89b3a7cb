import type { Spot } from '../../command/target.ts'
import type { Box } from '../../document/blueprint.ts'
import { rightOf } from './geometry.ts'

/**
 * Where the top-left corner of a box goes to stand at a spot of the bounds, exactly. A side says nothing about the other
 * direction: there the box stays where it is, as far as it is inside.
 */
export function cornerAt(spot: Spot, [x, y, width, height]: Box, bounds: Box): readonly [number, number] {
  const [left, top, wide, high] = bounds
  const right = rightOf(bounds) - width
  const bottom = top + high - height
  const centerX = left + (wide - width) / 2
  const middleY = top + (high - height) / 2
  const keptX = Math.max(left, Math.min(x, right))
  const keptY = Math.max(top, Math.min(y, bottom))
  const hasLeft = spot.endsWith('left')
  const hasRight = spot.endsWith('right')
  const hasTop = spot.startsWith('top')
  const hasBottom = spot.startsWith('bottom')
  if (spot === 'center') return [centerX, middleY]
  return [hasLeft ? left : hasRight ? right : keptX, hasTop ? top : hasBottom ? bottom : keptY]
}
