import type { Query } from './query.ts'
import type { Candidate } from './scene.ts'

/**
 * Who of a group of like components is meant by "the third from the bottom", "the second in the first row". Reading order
 * is row by row from the top, each from the left. O(k log k).
 */
export function countedIn(group: readonly Candidate[], query: Query): readonly Candidate[] {
  const { ordinal, row, column, from } = query
  let rows = rowsOf(group)
  if (row !== null) {
    const chosen = rows[row > 0 ? row - 1 : rows.length + row]
    if (chosen === undefined) return []
    rows = [chosen]
  }
  if (column !== null) {
    const cells = rows.flatMap((cell) => cell[column > 0 ? column - 1 : cell.length + column] ?? [])
    if (ordinal === null) return cells
    rows = cells.map((cell) => [cell])
  }
  if (ordinal === null) return rows.flat()
  const ordered = counting(rows, from)
  const found = ordered[ordinal > 0 ? ordinal - 1 : ordered.length + ordinal]
  return found === undefined ? [] : [found]
}

function counting(rows: readonly (readonly Candidate[])[], from: readonly string[]): Candidate[] {
  const isUpward = from.includes('bottom')
  const isLeftward = from.includes('right')
  const across = (from.includes('left') || isLeftward) && !isUpward && !from.includes('top')
  if (across && rows.length > 1) {
    const all = rows.flat()
    return all.sort((a, b) => (a.area.left - b.area.left) * (isLeftward ? -1 : 1) || a.area.top - b.area.top)
  }
  const ordered = rows.map((row) => (isLeftward ? [...row].reverse() : [...row]))
  if (isUpward) ordered.reverse()
  return ordered.flat()
}

/** Boxes whose middles stand beside each other, top row first, each from the left. One that lies on another counts once. */
function rowsOf(group: readonly Candidate[]): Candidate[][] {
  const sorted = [...group].sort(
    (a, b) => a.area.top + a.area.bottom - b.area.top - b.area.bottom || a.area.left - b.area.left,
  )
  const rows: Candidate[][] = []
  let bottom = -Infinity
  let top = -Infinity
  for (const candidate of sorted) {
    const { area } = candidate
    const row = rows[rows.length - 1]
    const middle = (area.top + area.bottom) / 2
    if (row !== undefined && (middle < bottom - 0.002 || (top + bottom) / 2 > area.top + 0.002)) {
      if (
        !row.some(
          ({ area: other }) =>
            Math.abs(other.left - area.left) < 0.005 && Math.abs(other.top - area.top) < 0.005,
        )
      )
        row.push(candidate)
    } else {
      rows.push([candidate])
      bottom = area.bottom
      top = area.top
    }
  }
  for (const row of rows) row.sort((a, b) => a.area.left - b.area.left)
  return rows
}
