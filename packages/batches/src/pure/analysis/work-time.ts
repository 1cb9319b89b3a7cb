/**
 * Seconds between the first and the last of some moments, without gaps longer than `maxGapSeconds`: nobody works through the
 * night between two commits. Null below two moments, and where every gap is longer: then no work was seen at all.
 *
 * @param momentsMs milliseconds, in any order
 */
export function workSeconds(momentsMs: readonly number[], maxGapSeconds: number): number | null {
  const sorted = [...momentsMs].sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((moment, i) => (moment - sorted[i]!) / 1000)
  const counted = gaps.filter((gap) => gap <= maxGapSeconds)
  return counted.length === 0 ? null : counted.reduce((sum, gap) => sum + gap, 0)
}
