import { describe, expect, test } from 'vitest'
import { findChangePoint, smallestSample } from '../../../src/orchestrator/statistics/change-point.ts'
import { noisySeries } from '../metrics/made-batches.ts'

const OPTIONS = { level: 0.001, minSegment: 3, seed: 20_260_101 }

describe('30 numbers with 10% noise', () => {
  test.each([
    [10, 20],
    [15, 20],
    [20, 20],
    // Five numbers on one side leave little to compare with.
    [5, 14],
    [25, 17],
  ])('a planted rise from number %d on is found in at least %d of 20 series, where it is', (at, least) => {
    const found = Array.from({ length: 20 }, (_, i) =>
      findChangePoint(noisySeries(i + 1, 30, at, 1.3), OPTIONS),
    )
    const changes = found.filter((result) => result?.status === 'change')
    expect(changes.length).toBeGreaterThanOrEqual(least)
    const errors = changes.map((change) => Math.abs(change!.at - at)).sort((a, b) => a - b)
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(1)
    expect(errors.at(-1)).toBeLessThanOrEqual(4)
    for (const change of changes) expect(change!.after / change!.before).toBeGreaterThan(1.15)
  })

  test('in 50 series without a change none is found', () => {
    const found = Array.from({ length: 50 }, (_, i) => findChangePoint(noisySeries(1000 + i, 30), OPTIONS))
    expect(found.filter((result) => result?.status === 'change')).toEqual([])
  })

  test('the level is kept: at 5% about 5% of series without a change show one', () => {
    const count = 1000
    let wrong = 0
    for (let i = 0; i < count; i += 1) {
      const found = findChangePoint(noisySeries(5000 + i, 30), { ...OPTIONS, level: 0.05 })
      if (found?.status === 'change') wrong += 1
    }
    // Four standard deviations of a binomial count around 50.
    expect(wrong).toBeGreaterThan(50 - 28)
    expect(wrong).toBeLessThan(50 + 28)
  })
})

test('two equal levels: the test is exact where all orders can be counted', () => {
  // 8 numbers, 4 low and 4 high: 2 of 70 orders do as much.
  const found = findChangePoint([1, 1, 1, 1, 2, 2, 2, 2], { level: 0.05, minSegment: 3, seed: 1 })
  expect(found).toMatchObject({ at: 4, before: 1, after: 2 })
  const fine = findChangePoint([1, 1, 1, 1, 2, 2, 2, 2], { level: 0.0401, minSegment: 3, seed: 1 })
  expect(fine?.pValue).toBeGreaterThan(0)
})

test('the same series and seed give the same answer', () => {
  const series = noisySeries(3, 30, 15, 1.1)
  expect(findChangePoint(series, OPTIONS)).toEqual(findChangePoint(series, OPTIONS))
})

test('a series that is too short for the level is not judged', () => {
  expect(smallestSample(0.001, 3)).toBe(14)
  expect(smallestSample(0.05, 3)).toBe(8)
  expect(findChangePoint([1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9], OPTIONS)).toBeUndefined()
  expect(findChangePoint([1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9], OPTIONS)?.status).toBe('change')
  expect(findChangePoint([], OPTIONS)).toBeUndefined()
})

test('equal numbers do not change, whatever rounding leaves', () => {
  expect(findChangePoint(Array(40).fill(0.1), OPTIONS)).toMatchObject({ status: 'none', pValue: 1 })
  expect(findChangePoint(Array(40).fill(0), OPTIONS)).toMatchObject({ status: 'none' })
})

test('one outlier is no change', () => {
  const series = noisySeries(8, 30)
  series[12] = 3000
  expect(findChangePoint(series, OPTIONS)?.status).toBe('none')
})
