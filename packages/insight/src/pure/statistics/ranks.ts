/** Ranks from 1; equal values share the mean of their ranks. O(n log n). */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let i = from; i <= to; i++) ranks[order[i]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}
