import { bottomOf } from './geometry.ts'
import type { BoxedNode } from './geometry.ts'

/**
 * Components as people read them: in rows from the top down, each from left to right. One whose middle lies above the bottom of
 * the row's first belongs to that row. O(n log n).
 */
export function readingRows(nodes: readonly BoxedNode[]): BoxedNode[][] {
  const rows: BoxedNode[][] = []
  let edge = -Infinity
  for (const node of nodes.toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const row = rows.at(-1)
    if (row !== undefined && node.box[1] + node.box[3] / 2 < edge) row.push(node)
    else {
      rows.push([node])
      edge = bottomOf(node.box)
    }
  }
  for (const row of rows) row.sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1])
  return rows
}
