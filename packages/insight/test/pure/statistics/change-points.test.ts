import { describe, expect, test } from 'vitest'
import { findChangesTogether } from '../../../src/pure/statistics/changes-together.ts'
import type { SeriesFinding } from '../../../src/pure/statistics/changes-together.ts'
import { smallestSample, testForChange } from '../../../src/pure/statistics/change-test.ts'
import { noisySeries } from '../metrics/made-batches.ts'

const OPTIONS = { level: 0.05, seed: 20_260_101 }
const TEST = { minSegment: 3, seed: 1, finest: 0.001 }
const isWorth = (before: number, after: number): boolean => Math.abs(after / before - 1) >= 0.05

function find(...series: readonly (readonly number[])[]): readonly SeriesFinding[] {
  return findChangesTogether(
    series.map((values) => ({ values, isWorth })),
    OPTIONS,
  )
}

/** A series of which stretches lie on other levels. */
function levels(seed: number, ...parts: readonly (readonly [count: number, factor: number])[]): number[] {
  const noise = noisySeries(
    seed,
    parts.reduce((sum, [count]) => sum + count, 0),
  )
  const factors = parts.flatMap(([count, factor]) => Array.from({ length: count }, () => factor))
  return noise.map((value, i) => value * factors[i]!)
}

describe('where a series changes', () => {
  test.each([
    [10, 20],
    [15, 20],
    [20, 20],
    // Five numbers on one side leave little to compare with.
    [5, 16],
    [25, 16],
  ])('a rise of 30%% from number %d on is found in at least %d of 20 series, where it is', (at, least) => {
    const found = Array.from({ length: 20 }, (_, i) => find(noisySeries(i + 1, 30, at, 1.3))[0]!)
    const places = found.flatMap(({ holds, points }) => (holds && points.length === 1 ? [points[0]!] : []))
    expect(found.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(least)
    const errors = places.map((point) => Math.abs(point.at - at)).sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(1)
  })

  test('several changes: up, further up, and back', () => {
    const [found] = find(levels(4, [15, 1], [15, 1.5], [15, 2.2], [15, 1]))
    expect(found!.points.map(({ at }) => at)).toEqual([15, 30, 45])
    expect(found!.points.map(({ before, after }) => after > before)).toEqual([true, true, false])
  })

  test('a bump of ten numbers has a beginning and an end', () => {
    const found = Array.from({ length: 20 }, (_, i) => find(levels(i + 50, [20, 1], [10, 1.4], [20, 1]))[0]!)
    const both = found.filter(({ points }) => points.length === 2)
    expect(both.length).toBeGreaterThanOrEqual(18)
    for (const { points } of both) {
      expect(Math.abs(points[0]!.at - 20)).toBeLessThanOrEqual(2)
      expect(Math.abs(points[1]!.at - 30)).toBeLessThanOrEqual(2)
    }
  })

  test('outliers hide nothing: 60% more with every fourteenth number five times as large', () => {
    const found = Array.from({ length: 20 }, (_, i) => {
      const series = noisySeries(i + 1, 30, 15, 1.6)
      return find(series.map((value, at) => (at % 14 === 3 ? value * 5 : value)))[0]!
    })
    expect(found.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(18)
  })

  test('a step below the least effect is not told, however certain', () => {
    const [small, large] = [1.03, 1.1].map((factor) =>
      find(Array.from({ length: 60 }, (_, i) => (i < 30 ? 100 : 100 * factor) + (i % 3) * 0.1)),
    )
    expect(small![0]).toMatchObject({ holds: false, points: [] })
    expect(large![0]).toMatchObject({ holds: true })
  })

  test('one outlier is no change', () => {
    const series = noisySeries(8, 30)
    series[12] = 3000
    expect(find(series)[0]!.holds).toBe(false)
  })
})

describe('chance', () => {
  test('the level is kept: of 1000 series without a change about 5% show one', () => {
    let wrong = 0
    for (let i = 0; i < 1000; i += 1) {
      const { pValue } = testForChange(noisySeries(5000 + i, 30), { ...TEST, finest: 0.05 })
      if (pValue <= 0.05) wrong += 1
    }
    // Four standard deviations of a binomial count around 50.
    expect(wrong).toBeLessThan(50 + 28)
    expect(wrong).toBeGreaterThan(50 - 28)
  })

  test('what is remarkable alone is not confirmed among many that are not', () => {
    const weak = noisySeries(11, 30, 15, 1.11)
    const alone = find(weak)[0]!
    const among = find(weak, ...Array.from({ length: 19 }, (_, i) => noisySeries(300 + i, 30)))[0]!
    expect(alone.holds).toBe(true)
    expect(among).toMatchObject({ holds: false, pValue: expect.closeTo(alone.pValue, 1) as unknown })
    expect(among.points.length).toBeGreaterThan(0)
  })

  test('a fourfold rise is found however many series are looked at beside it', () => {
    const rise = noisySeries(3, 14, 7, 4)
    const found = find(rise, ...Array.from({ length: 19 }, (_, i) => noisySeries(300 + i, 14)))
    expect(found[0]!.holds).toBe(true)
  })
})

test('the same series and seed give the same answer', () => {
  const series = noisySeries(3, 30, 15, 1.1)
  expect(find(series)).toEqual(find(series))
})

test('whether a series is long enough is asked of the level alone', () => {
  expect(smallestSample(0.05)).toBe(8)
  expect(smallestSample(0.001)).toBe(14)
  expect(testForChange([1, 2, 3, 4, 5], TEST)).toEqual({ pValue: 1, cuts: [] })
  expect(testForChange([], TEST)).toEqual({ pValue: 1, cuts: [] })
})

test('equal numbers do not change, whatever rounding leaves', () => {
  for (const value of [0, 0.1, 1e300]) {
    expect(testForChange(Array<number>(40).fill(value), TEST)).toEqual({ pValue: 1, cuts: [] })
  }
})
