import { seededRandom } from './seeded-random.ts'

/** Where a series of numbers begins to run on another level. */
export interface ChangePoint {
  readonly status: 'change' | 'none'
  /** Index of the first number after the likeliest change. */
  readonly at: number
  readonly before: number
  readonly after: number
  /** Of a series without a change doing as much by chance, wherever in it. */
  readonly pValue: number
}

export interface ChangePointOptions {
  /** The chance of seeing a change where there is none, above 0 and below 1. */
  readonly level: number
  /** Numbers that have to lie on either side. */
  readonly minSegment: number
  readonly seed: number
}

export const MIN_SEGMENT = 3

/**
 * Looks for one change of the mean by a permutation test: the largest contrast between the left and the right part over all
 * splits, sqrt(k (n - k) / n) x |difference of the means|, is compared with the same of shuffled series. The test pays for
 * having looked at every split, assumes no distribution, and draws from a fixed seed. Undefined where the series is
 * too short for the level to be reached at all.
 *
 * O(n / level) where there is a change; without one shuffling stops as soon as the level is out of reach.
 */
export function findChangePoint(
  series: readonly number[],
  options: ChangePointOptions,
): ChangePoint | undefined {
  const { level, minSegment, seed } = options
  if (series.length < smallestSample(level, minSegment)) return undefined
  const observed = largestContrast(series, minSegment)
  const rounds = roundsFor(level, series.length)
  // So many shuffled series may do as much before the level cannot be reached any more.
  const allowed = Math.floor(level * (rounds + 1)) - 1
  const random = seededRandom(seed)
  const shuffled = [...series]
  // A rounding error must not make an equal contrast a smaller one.
  const limit = observed.contrast * (1 - 1e-9)
  let asLarge = 0
  let round = 0
  while (round < rounds && asLarge <= allowed) {
    shuffle(shuffled, random)
    if (largestContrast(shuffled, minSegment).contrast >= limit) asLarge += 1
    round += 1
  }
  const { at } = observed
  return {
    status: asLarge <= allowed && observed.contrast > 0 ? 'change' : 'none',
    at,
    before: meanOf(series.slice(0, at)),
    after: meanOf(series.slice(at)),
    pValue: observed.contrast === 0 ? 1 : (asLarge + 1) / (round + 1),
  }
}

/** Ten series as good as the observed one are allowed for: its chance is known to a third. Fewer for long series. */
function roundsFor(level: number, length: number): number {
  return Math.ceil(Math.min(10 / level, Math.max(2 / level, MAX_WORK / length)))
}

const MAX_WORK = 20_000_000

/**
 * The fewest numbers from which the level can be reached: even the best order of n numbers is met by chance in 2 of all
 * ways to choose half of them.
 */
export function smallestSample(level: number, minSegment: number): number {
  let n = Math.max(2 * minSegment, 4)
  while (2 / waysToHalve(n) > level) n += 1
  return n
}

function waysToHalve(n: number): number {
  let ways = 1
  for (let i = 1; i <= Math.floor(n / 2); i += 1) ways = (ways * (n - i + 1)) / i
  return ways
}

function largestContrast(
  series: readonly number[],
  minSegment: number,
): { readonly contrast: number; readonly at: number } {
  const n = series.length
  let total = 0
  for (const value of series) total += value
  let contrast = -1
  let at = minSegment
  let left = 0
  for (let k = 1; k <= n - minSegment; k += 1) {
    left += series[k - 1]!
    if (k < minSegment) continue
    const difference = Math.abs((total - left) / (n - k) - left / k)
    const next = difference * Math.sqrt((k * (n - k)) / n)
    if (next <= contrast) continue
    contrast = next
    at = k
  }
  // What is left of equal numbers after rounding is no contrast.
  const scale = Math.abs(total / n) * Math.sqrt(n)
  return { contrast: contrast <= scale * 1e-12 ? 0 : contrast, at }
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = values[i]!
    values[i] = values[j]!
    values[j] = held
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
