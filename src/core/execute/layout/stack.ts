import type { Transaction } from '../../document/transaction.ts'
import { Y } from './geometry.ts'
import { shiftGroup } from './grow.ts'
import type { Group } from './groups.ts'
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

function positions(groups: readonly Group[]): number[] {
  return groups.map((_, i) => i)
}

/** Takes the group at `from` to `to`, counted after it was taken out. */
export function moveInStack(transaction: Transaction, level: Level, from: number, to: number): void {
  const order = positions(level.groups)
  order.splice(to, 0, ...order.splice(from, 1))
  restack(transaction, level, order)
}

/** Lets two groups exchange places. */
export function swapInStack(transaction: Transaction, level: Level, a: number, b: number): void {
  const order = positions(level.groups)
  order[a] = b
  order[b] = a
  restack(transaction, level, order)
}
