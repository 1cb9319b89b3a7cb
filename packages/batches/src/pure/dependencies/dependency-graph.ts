/** Items by position; edges are from what must come first to what waits. */
export interface DependencyGraph {
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
  /** Length of the longest chain that must come before an item: the first stage it can be in, from 0. */
  readonly head: readonly number[]
  /** Length of the longest chain that must come after an item. */
  readonly tail: readonly number[]
}

/** Lengths of the chains through a graph without cycles. O(items + edges). */
export function graphOf(before: readonly (readonly number[])[]): DependencyGraph {
  const after: number[][] = before.map(() => [])
  for (const [item, list] of before.entries()) for (const first of list) after[first]!.push(item)
  const waiting = before.map((list) => list.length)
  const order = [...before.keys()].filter((item) => waiting[item] === 0)
  const head = before.map(() => 0)
  // The list grows while it is walked.
  for (const item of order) {
    for (const next of after[item]!) {
      head[next] = Math.max(head[next]!, head[item]! + 1)
      waiting[next]! -= 1
      if (waiting[next] === 0) order.push(next)
    }
  }
  const tail = before.map(() => 0)
  for (const item of order.toReversed())
    for (const next of after[item]!) tail[item] = Math.max(tail[item]!, tail[next]! + 1)
  return { before, after, head, tail }
}
