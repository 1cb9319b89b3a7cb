import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Histogram } from '../../src/base/histogram.ts'
import { runs } from '../support/amounts.ts'

/** The value that stands at a share of the sorted values. */
function exact(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

function recorded(values: readonly number[]): Histogram {
  const histogram = new Histogram()
  for (const value of values) histogram.record(value)
  return histogram
}

describe('Histogram', () => {
  it('gives percentiles at most 6.25% above the exact ones, never below', () => {
    const exponent = fc.double({ min: -8, max: 32, noNaN: true })
    const value = fc.oneof(
      exponent.map((power) => 2 ** power),
      fc.integer({ min: -8, max: 31 }).map((power) => 2 ** power),
      fc.integer({ min: -8, max: 31 }).map((power) => 2 ** power * (1 - Number.EPSILON)),
      fc.integer({ min: 1, max: 100_000 }),
    )
    fc.assert(
      fc.property(
        fc.array(
          value.filter((each) => each >= 1 / 256),
          { minLength: 1 },
        ),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (values, share) => {
          const truth = exact(values, share)
          const found = recorded(values).percentile(share)
          expect(found).toBeGreaterThanOrEqual(truth)
          expect(found).toBeLessThanOrEqual(truth * 1.0625 * (1 + 1e-12))
        },
      ),
      { numRuns: runs(1000) },
    )
  })

  it('sums up', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const { count, mean, min, max, p50, p95, p99 } = recorded(values).summary()
        expect(count).toBe(values.length)
        expect(min).toBe(Math.min(...values))
        expect(max).toBe(Math.max(...values))
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 3)
        expect(p50).toBeLessThanOrEqual(p95)
        expect(p95).toBeLessThanOrEqual(p99)
        expect(p99).toBeLessThanOrEqual(max)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is all zero when empty and after a reset', () => {
    const histogram = recorded([1, 2, 3])
    histogram.reset()
    expect(histogram.summary()).toEqual({ count: 0, mean: 0, min: 0, max: 0, p50: 0, p95: 0, p99: 0 })
    expect(new Histogram().summary()).toEqual(histogram.summary())
    expect(new Histogram().percentile(0.5)).toBe(0)
  })

  it('keeps what lies outside its range, and leaves out what is no time', () => {
    const { count, min, max, p99 } = recorded([
      0,
      1e-9,
      2 ** 60,
      -1,
      Number.NaN,
      Infinity,
      -Infinity,
    ]).summary()
    expect([count, min, max, p99]).toEqual([3, 0, 2 ** 60, 2 ** 32])
  })

  it('takes the largest of numbers', () => {
    const { count, max, p50 } = recorded([Number.MAX_VALUE]).summary()
    expect([count, max, p50]).toEqual([1, Number.MAX_VALUE, 2 ** 32])
  })
})
