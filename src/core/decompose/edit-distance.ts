/** Neighbours on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

function areNeighbours(a: string, b: string): boolean {
  for (let r = 0; r < ROWS.length; r++) {
    const at = ROWS[r]!.indexOf(a)
    if (at < 0) continue
    for (let other = Math.max(0, r - 1); other <= Math.min(2, r + 1); other++) {
      const place = ROWS[other]!.indexOf(b)
      if (place >= 0 && Math.abs(place - at) <= 1) return true
    }
  }
  return false
}

/** A slip that people make often costs less than a full edit. */
const SLIP = 0.7

/**
 * Damerau-Levenshtein distance (optimal string alignment): a transposition, a doubled letter or a neighbouring key cost
 * 0.7, any other edit 1; 1.2 more when the first letters differ. Gives Infinity once the distance must exceed `limit`.
 * O(length x length), both at most 200. Source: F. Damerau, "A technique for computer detection and correction of spelling
 * errors", 1964.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) * SLIP > limit) return Infinity
  let before: number[] = []
  let above: number[] = []
  for (let j = 0; j <= b.length; j++) above.push(j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const x = a[i - 1]!
      const y = b[j - 1]!
      let cost = above[j - 1]! + (x === y ? 0 : areNeighbours(x, y) ? SLIP : 1)
      cost = Math.min(
        cost,
        above[j]! + (i > 1 && x === a[i - 2] ? SLIP : 1),
        row[j - 1]! + (j > 1 && y === b[j - 2] ? SLIP : 1),
      )
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) cost = Math.min(cost, before[j - 2]! + SLIP)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return Infinity
    before = above
    above = row
  }
  const distance = above[b.length]!
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]) ? distance : distance + 0.6
}
