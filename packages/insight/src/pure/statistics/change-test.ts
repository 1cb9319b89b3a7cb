import { ranksOf } from './ranks.ts'
import { seededRandom } from './seeded-random.ts'

/** How likely a series without a change shows as much by chance, and where it would have changed. */
export interface ChangeTest {
  readonly pValue: number
  /** First indices of new levels: one, or two where a stretch differs from what surrounds it. */
  readonly cuts: readonly number[]
}

export interface ChangeTestOptions {
  /** Numbers that have to lie between changes and beside them. */
  readonly minSegment: number
  readonly seed: number
  /** The smallest level that will be asked of the result: the chance is known finely enough for it. */
  readonly finest: number
}

export const MIN_SEGMENT = 3

/** How much of the level goes to one lasting change; the rest to a stretch that comes and goes. */
const LASTING_SHARE = 0.85
/** Series at least as good as the observed one after which its chance is known well enough to stop. */
const ENOUGH = 20
const MAX_ROUNDS = 20_000
const MAX_WORK = 40_000_000

/**
 * Tests a series for a change of level by permutation of its ranks. Two statistics are looked at, each over all places: the
 * left part against the right one (Pettitt, 1979, weighted towards the middle), and a stretch against what surrounds
 * it. The smaller chance counts, the level being divided between them, so that the test holds its level whatever the numbers'
 * distribution; ranks let an outlier say no more than that it is the largest. Drawing stops when twenty shuffled series
 * did as much (Besag and Clifford, 1991).
 *
 * O(n log n + rounds x n x lengths of stretches that are tried, at most 24)
 */
export function testForChange(series: readonly number[], options: ChangeTestOptions): ChangeTest {
  const { minSegment, seed, finest } = options
  const n = series.length
  if (n < 2 * minSegment) return { pValue: 1, cuts: [] }
  const middle = (n + 1) / 2
  const centred = Float64Array.from(ranksOf(series), (rank) => rank - middle)
  const lengths = stretchLengths(n, minSegment)
  const sums = new Float64Array(n + 1)
  const split = bestSplit(centred, sums, minSegment)
  const stretch = bestStretch(sums, lengths, minSegment)
  if (split.value === 0) return { pValue: 1, cuts: [] }
  const rounds = roundsFor(finest, n * (1 + lengths.length))
  const random = seededRandom(seed)
  // A rounding error must not make an equal value a smaller one.
  const limits = [split.value * (1 - 1e-9), stretch.value * (1 - 1e-9)] as const
  const asLarge: [number, number] = [0, 0]
  let round = 0
  while (round < rounds && (asLarge[0] < ENOUGH || asLarge[1] < ENOUGH)) {
    shuffle(centred, random)
    if (bestSplit(centred, sums, minSegment).value >= limits[0]) asLarge[0] += 1
    if (bestStretch(sums, lengths, minSegment).value >= limits[1]) asLarge[1] += 1
    round += 1
  }
  const lasting = (asLarge[0] + 1) / (round + 1) / LASTING_SHARE
  const passing = stretch.value === 0 ? 1 : (asLarge[1] + 1) / (round + 1) / (1 - LASTING_SHARE)
  const cuts = lasting <= passing ? [split.from] : [stretch.from, stretch.to]
  return { pValue: Math.min(1, lasting, passing), cuts }
}

/** The fewest numbers of which any order can reach the level: the best one is met by chance in 2 of all ways to halve them. */
export function smallestSample(level: number, minSegment: number = MIN_SEGMENT): number {
  let n = Math.max(2 * minSegment, 4)
  while (2 / waysToHalve(n) / LASTING_SHARE > level) n += 1
  return n
}

function waysToHalve(n: number): number {
  let ways = 1
  for (let i = 1; i <= Math.floor(n / 2); i += 1) ways = (ways * (n - i + 1)) / i
  return ways
}

function roundsFor(finest: number, workOfRound: number): number {
  const affordable = Math.max(Math.ceil(2 / finest), Math.floor(MAX_WORK / workOfRound))
  return Math.min(MAX_ROUNDS, affordable, Math.max(999, Math.ceil(10 / finest)))
}

/** All lengths of a short series, growing steps of a long one. */
function stretchLengths(n: number, minSegment: number): readonly number[] {
  const lengths: number[] = []
  const most = n - 2 * minSegment
  for (let length = minSegment; length <= most; length += Math.max(1, Math.floor(length / 6)))
    lengths.push(length)
  return lengths
}

interface Best {
  readonly value: number
  readonly from: number
  readonly to: number
}

/** Fills `sums` with the running sums on the way. */
function bestSplit(centred: Float64Array, sums: Float64Array, minSegment: number): Best {
  const n = centred.length
  let value = 0
  let from = minSegment
  for (let i = 1; i <= n; i += 1) {
    const sum = sums[i - 1]! + centred[i - 1]!
    sums[i] = sum
    if (i < minSegment || i > n - minSegment) continue
    const next = weighted(sum, i, n)
    if (next <= value) continue
    value = next
    from = i
  }
  return { value: value < TINY ? 0 : value, from, to: n }
}

function bestStretch(sums: Float64Array, lengths: readonly number[], minSegment: number): Best {
  const n = sums.length - 1
  let value = 0
  let from = 0
  let to = 0
  for (const length of lengths) {
    for (let i = minSegment; i + length <= n - minSegment; i += 1) {
      const next = weighted(sums[i + length]! - sums[i]!, length, n)
      if (next <= value) continue
      value = next
      from = i
      to = i + length
    }
  }
  return { value: value < TINY ? 0 : value, from, to }
}

/** What is left of equal ranks after rounding. */
const TINY = 1e-9

/** A sum of centred ranks over its standard deviation, times the fourth root of how even the parts are (at most 1). */
function weighted(sum: number, count: number, n: number): number {
  const evenness = (4 * count * (n - count)) / (n * n)
  return (Math.abs(sum) / Math.sqrt((count * (n - count)) / n)) * Math.sqrt(Math.sqrt(evenness))
}

function shuffle(values: Float64Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = values[i]!
    values[i] = values[j]!
    values[j] = held
  }
}
