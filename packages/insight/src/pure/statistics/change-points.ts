import { median } from 'simple-statistics'
import type { ChangeTestOptions } from './change-test.ts'
import { testForChange } from './change-test.ts'
import { ranksOf } from './ranks.ts'

/** Where a series of numbers begins to run on another level. */
export interface ChangePoint {
  /** Index of the first number on the new level. */
  readonly at: number
  /** Medians of the stretches before and after. */
  readonly before: number
  readonly after: number
}

export interface ChangePointsOptions extends Omit<ChangeTestOptions, 'finest'> {
  /** For each further change within a stretch. */
  readonly level: number
  /** Whether the step between two medians is worth being told. */
  readonly isWorth: (before: number, after: number) => boolean
}

const MAX_POINTS = 20

/**
 * Divides a series of which a test has found that it changes (e-divisive: Matteson and James, 2014): at the likeliest
 * place, then each part again by the same test, until nothing holds at the level. Places are then moved to where they
 * tell their neighbours apart best, and steps that are not worth it are rolled back, the smallest first.
 *
 * @param cuts where the test of the whole series saw the change
 */
export function findChangePoints(
  series: readonly number[],
  cuts: readonly number[],
  options: ChangePointsOptions,
): readonly ChangePoint[] {
  const bounds = new Set([0, ...cuts, series.length])
  const open = partsOf([...bounds].sort(ascending))
  while (open.length > 0 && bounds.size < MAX_POINTS + 2) {
    const [from, to] = open.shift()!
    const { pValue, cuts: inner } = testForChange(series.slice(from, to), {
      ...options,
      finest: options.level,
    })
    if (pValue > options.level) continue
    const found = inner.map((cut) => from + cut)
    for (const cut of found) bounds.add(cut)
    open.push(...partsOf([from, ...found, to]))
  }
  const settled = settle(series, [...bounds].sort(ascending), options.minSegment)
  return withoutSmallSteps(series, settled, options.isWorth)
}

function ascending(a: number, b: number): number {
  return a - b
}

function partsOf(bounds: readonly number[]): (readonly [number, number])[] {
  return bounds.slice(1).map((to, i) => [bounds[i]!, to] as const)
}

/** Moves each inner bound to the best split of the two stretches that it parts. */
function settle(series: readonly number[], bounds: readonly number[], minSegment: number): readonly number[] {
  const settled = [...bounds]
  for (let i = 1; i < settled.length - 1; i += 1) {
    const from = settled[i - 1]!
    const ranks = ranksOf(series.slice(from, settled[i + 1]))
    const middle = (ranks.length + 1) / 2
    let sum = 0
    let best = 0
    ranks.forEach((rank, at) => {
      sum += rank - middle
      const count = at + 1
      const rest = ranks.length - count
      if (count < minSegment || rest < minSegment) return
      const value = (sum * sum) / (count * rest)
      if (value <= best * (1 + 1e-9)) return
      best = value
      settled[i] = from + count
    })
  }
  return settled
}

function withoutSmallSteps(
  series: readonly number[],
  bounds: readonly number[],
  isWorth: ChangePointsOptions['isWorth'],
): readonly ChangePoint[] {
  let kept = [...bounds]
  for (;;) {
    const medians = partsOf(kept).map(([from, to]) => median(series.slice(from, to)))
    const points = kept.slice(1, -1).map((at, i) => ({ at, before: medians[i]!, after: medians[i + 1]! }))
    const small = points.filter(({ before, after }) => !isWorth(before, after))
    if (small.length === 0) return points
    const smallest = small.reduce((a, b) => (stepOf(b) < stepOf(a) ? b : a))
    kept = kept.filter((at) => at !== smallest.at)
  }
}

function stepOf({ before, after }: ChangePoint): number {
  return Math.abs(after - before)
}
