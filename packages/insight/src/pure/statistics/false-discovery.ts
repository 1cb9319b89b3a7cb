/**
 * Which of several tests hold at a level when they are looked at together: the procedure of Benjamini and Hochberg
 * (1995), which bounds the expected share of false findings. O(n log n).
 */
export function significantAmong(probabilities: readonly number[], level: number): readonly boolean[] {
  const bound = largestSignificant(probabilities, level)
  return probabilities.map((probability) => probability <= bound)
}

/** The largest probability that holds; below 0 where none does. */
export function largestSignificant(probabilities: readonly number[], level: number): number {
  const sorted = [...probabilities].sort((a, b) => a - b)
  let bound = -1
  for (const [i, probability] of sorted.entries())
    if (probability <= (level * (i + 1)) / sorted.length) bound = probability
  return bound
}
