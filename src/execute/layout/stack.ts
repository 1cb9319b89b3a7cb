import type { Transaction } from '../../document/transaction.ts'
import { Y } from './geometry.ts'
import { shiftGroup } from './grow.ts'
import type { Level } from './trace.ts'

/**
 * Puts the groups of a level (rows of a column, or columns of a row) into another order. The first place and the gaps
 * stay where they are, so what comes before and after does not move. O(components in the groups that move).
 *
 * @param order positions of the present groups, in their new order
 */
function restack(transaction: Transaction, level: Level, order: readonly number[]): void {
  const { groups, axis } = level
  let edge = groups[0]!.start
  for (let i = 0; i < order.length; i++) {
    const group = groups[order[i]!]!
    const by = edge - group.start
    shiftGroup(transaction, group, axis === Y ? by : 0, axis === Y ? 0 : by)
    if (i + 1 < groups.length) edge += group.end - group.start + groups[i + 1]!.start - groups[i]!.end
  }
}

/** Takes some groups out and puts them back, in the order given, before the group at `to` (all groups: at the end). */
export function moveInStack(
  transaction: Transaction,
  level: Level,
  moving: readonly number[],
  to: number,
): void {
  const isMoving = new Set(moving)
  const stays = (position: number): boolean => !isMoving.has(position)
  const all = level.groups.map((_, i) => i)
  restack(transaction, level, [...all.slice(0, to).filter(stays), ...moving, ...all.slice(to).filter(stays)])
}

/** Lets two groups exchange places. */
export function swapInStack(transaction: Transaction, level: Level, a: number, b: number): void {
  const order = level.groups.map((_, i) => (i === a ? b : i === b ? a : i))
  restack(transaction, level, order)
}
