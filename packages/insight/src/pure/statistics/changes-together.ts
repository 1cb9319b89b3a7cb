import type { ChangePoint } from './change-points.ts'
import { findChangePoints } from './change-points.ts'
import { MIN_SEGMENT, testForChange } from './change-test.ts'
import { largestSignificant } from './false-discovery.ts'

export interface TogetherOptions {
  /** Of all series that are said to change, the share that may be chance; where none changes, the chance of any. */
  readonly level: number
  readonly seed: number
}

export interface SeriesToTest {
  readonly values: readonly number[]
  /** Whether the step between two medians is worth being told. */
  readonly isWorth: (before: number, after: number) => boolean
}

export interface SeriesFinding {
  readonly pValue: number
  /** None where the series alone does not reach the level, or all steps are too small. */
  readonly points: readonly ChangePoint[]
  /** Whether it is found among all series, and not only alone. */
  readonly holds: boolean
}

/**
 * Tests several series for changes of level and decides over all of them which hold (Benjamini and Hochberg, 1995). A step
 * too small to tell is no finding, and does not make it easier for others to be one.
 */
export function findChangesTogether(
  series: readonly SeriesToTest[],
  { level, seed }: TogetherOptions,
): readonly SeriesFinding[] {
  const finest = level / Math.max(1, series.length)
  const tested = series.map(({ values, isWorth }) => {
    const { pValue, cuts } = testForChange(values, { minSegment: MIN_SEGMENT, seed, finest })
    if (pValue > level) return { pValue, points: [] }
    // Further changes are asked for more: there are several places to be wrong about.
    const inner = { minSegment: MIN_SEGMENT, seed, level: level / 4, isWorth }
    return { pValue, points: findChangePoints(values, cuts, inner) }
  })
  const bound = largestSignificant(
    tested.map(({ pValue, points }) => (points.length > 0 ? pValue : 1)),
    level,
  )
  return tested.map((one) => ({ ...one, holds: one.points.length > 0 && one.pValue <= bound }))
}
