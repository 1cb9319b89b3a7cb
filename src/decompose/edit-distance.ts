const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
const LETTERS = 26
const A = 97

/** 1 where two letters are neighbours on a QWERTY keyboard. */
const neighbours: Uint8Array = new Uint8Array(LETTERS * LETTERS)
for (const [r, row] of ROWS.entries()) {
  for (let place = 0; place < row.length; place++) {
    for (const other of ROWS.slice(Math.max(0, r - 1), r + 2)) {
      for (let near = Math.max(0, place - 1); near <= place + 1 && near < other.length; near++)
        neighbours[(row.charCodeAt(place) - A) * LETTERS + other.charCodeAt(near) - A] = 1
    }
  }
}

/** A slip that people make often costs less than a full edit. */
const SLIP = 0.7
/** Where the first letters differ: people seldom miss the first. */
const WRONG_START = 0.6
const MAX_LENGTH = 200

/** Three rows of the table, used in turn: the search over a vocabulary allocates nothing. */
let before = new Float64Array(MAX_LENGTH + 1)
let above = new Float64Array(MAX_LENGTH + 1)
let row = new Float64Array(MAX_LENGTH + 1)

/**
 * Damerau-Levenshtein distance (optimal string alignment): a transposition, a doubled letter or a neighbouring key cost
 * 0.7, any other edit 1; 0.6 more when the first letters differ. Gives Infinity once the distance must exceed `limit`, and
 * for words of over 200 letters. O(length x length). Source: F. Damerau, "A technique for computer detection and correction
 * of spelling errors", 1964.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  const n = a.length
  const m = b.length
  if (n > MAX_LENGTH || m > MAX_LENGTH || Math.abs(n - m) * SLIP > limit) return Infinity
  const startCost = a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]) ? 0 : WRONG_START
  const most = limit - startCost
  for (let j = 0; j <= m; j++) above[j] = j
  for (let i = 1; i <= n; i++) {
    const x = a.charCodeAt(i - 1)
    const beforeX = i > 1 ? a.charCodeAt(i - 2) : -1
    const removal = x === beforeX ? SLIP : 1
    row[0] = i
    let least = i
    for (let j = 1; j <= m; j++) {
      const y = b.charCodeAt(j - 1)
      const beforeY = j > 1 ? b.charCodeAt(j - 2) : -1
      let cost = above[j - 1]! + (x === y ? 0 : areNeighbours(x, y) ? SLIP : 1)
      const removed = above[j]! + removal
      if (removed < cost) cost = removed
      const added = row[j - 1]! + (y === beforeY ? SLIP : 1)
      if (added < cost) cost = added
      if (x === beforeY && beforeX === y) {
        const swapped = before[j - 2]! + SLIP
        if (swapped < cost) cost = swapped
      }
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    const free = before
    before = above
    above = row
    row = free
  }
  return above[m]! + startCost
}

function areNeighbours(x: number, y: number): boolean {
  const i = x - A
  const j = y - A
  return i >= 0 && i < LETTERS && j >= 0 && j < LETTERS && neighbours[i * LETTERS + j] === 1
}

/** The letters of a word as bits; what is no letter from a to z shares one. O(length). */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) {
    const at = word.charCodeAt(i) - A
    letters |= 1 << (at >= 0 && at < LETTERS ? at : LETTERS)
  }
  return letters
}

/**
 * A bound from below on the distance of two words by their letters alone: an edit changes the set by two letters at most
 * and costs at least 0.7. O(1).
 */
export function leastDistance(letters: number, others: number): number {
  let differing = letters ^ others
  let count = 0
  while (differing !== 0) {
    differing &= differing - 1
    count++
  }
  return (count / 2) * SLIP
}
