import { describe, expect, test } from 'vitest'
import { findBreakEven } from '../../../src/pure/adaptive/break-even.ts'

const point = (tickets: number, tokens: number) => ({ tickets, tokens })

describe('the plan’s own table', () => {
  const single = 25_000 + 5000
  const one = 10_000 + 2000 + 12_000 + 5000 + 5000
  const two = 12_000 + 24_000 + 10_000 + 10_000
  const three = 15_000 + 36_000 + 15_000 + 15_000

  test('its sums and percentages are right', () => {
    expect({ single, one, two, three }).toEqual({ single: 30_000, one: 34_000, two: 56_000, three: 81_000 })
    expect(Math.round((one / single - 1) * 100)).toBe(13)
    expect(Math.round((1 - two / (2 * single)) * 100)).toBe(7)
    expect(Math.round((1 - three / (3 * single)) * 100)).toBe(10)
    expect([two / 2, three / 3]).toEqual([28_000, 27_000])
  })

  test('by it orchestration pays from two tickets, and three points leave that open', () => {
    const result = findBreakEven([point(1, one), point(2, two), point(3, three)], single)
    expect(result).toMatchObject({
      status: 'pays',
      paysFromTickets: 2,
      isExtrapolated: false,
      interval: null,
    })
    if (result.status === 'insufficient data') throw new Error(result.reason)
    expect(result.model.fixedTokens).toBeCloseTo(10_000)
    expect(result.model.perTicketTokens).toBeCloseTo(23_500)
    expect(result.crossing).toBeCloseTo(10_000 / 6500)
  })

  test('its slips: the worker’s start is left out from two tickets on', () => {
    // 2k a ticket for the start of a worker, as in the row of one ticket, makes 60k and 87k: nothing is saved at two.
    expect([two + 2 * 2000, three + 3 * 2000]).toEqual([60_000, 87_000])
    const corrected = findBreakEven([point(1, one), point(2, two + 4000), point(3, three + 6000)], single)
    expect(corrected).toMatchObject({ status: 'pays', paysFromTickets: 3 })
  })

  test('its slips elsewhere in the plan', () => {
    // "96000 # (10k + 32k) + (10k + 42k)".
    expect(10 + 32 + (10 + 42)).toBe(94)
    // "batching_savings: 10000 # 20k - 12k = 8k planning savings".
    expect(20 - 12).toBe(8)
    // "V2 baseline: 273,000 tokens (3 x 121k unbatched)", elsewhere 363,000.
    expect(3 * 121).toBe(363)
    // "394,000 tokens (121k x 3 + 121k)".
    expect(121 * 3 + 121).toBe(484)
    // "Break-even point: 9 fix loops": 28k and 12k a loop pass the 121k of V2 at the eighth.
    expect((121 - 28) / 12).toBeCloseTo(7.75)
  })
})

test('by what was measured it never pays', () => {
  const result = findBreakEven([point(1, 56_000), point(1, 101_000), point(2, 157_000)], 30_000)
  expect(result).toMatchObject({ status: 'never pays', crossing: null, paysFromTickets: null })
})

test('the forecast of the logs never pays either, at any size', () => {
  const forecast = [point(3, 220_000), point(5, 340_000), point(8, 520_000), point(10, 640_000)]
  const result = findBreakEven(forecast, 30_000)
  expect(result).toMatchObject({ status: 'never pays', model: { pointCount: 4 } })
  if (result.status === 'insufficient data') throw new Error(result.reason)
  expect(result.model.fixedTokens).toBeCloseTo(40_000)
  expect(result.model.perTicketTokens).toBeCloseTo(60_000)
})

describe('the interval', () => {
  // A fixed cost of 40k and 20k a ticket, off by a few hundred tokens; one agent takes 30k: the same at four tickets.
  const noise = [300, -500, 200, 400, -300, -100, 500, -500]
  const points = noise.map((error, i) => point(i + 1, 40_000 + 20_000 * (i + 1) + error))

  test('holds the crossing, closely where the points lie close to a line', () => {
    const result = findBreakEven(points, 30_000)
    if (result.status === 'insufficient data' || result.interval === null)
      throw new Error('expected an interval')
    expect(result.interval.low).toBeGreaterThan(3.8)
    expect(result.interval.low).toBeLessThan(result.crossing!)
    expect(result.interval.high).toBeGreaterThan(result.crossing!)
    expect(result.interval.high).toBeLessThan(4.2)
  })

  test('agrees with the definition: at its ends the confidence band just holds the single agent’s cost', () => {
    const result = findBreakEven(points, 30_000)
    if (result.status === 'insufficient data' || typeof result.interval?.high !== 'number')
      throw new Error('expected an interval')
    const { fixedTokens: a, perTicketTokens: b } = result.model
    const mean = 4.5
    const sxx = 42
    const variance = points.reduce((sum, { tickets, tokens }) => sum + (tokens - a - b * tickets) ** 2, 0) / 6
    for (const n of [result.interval.low, result.interval.high]) {
      const halfWidth = 2.447 * Math.sqrt(variance * (1 / 8 + (n - mean) ** 2 / sxx))
      expect(Math.abs(a + b * n - 30_000 * n)).toBeCloseTo(halfWidth, 3)
    }
  })

  test('has no upper end where the points do not tell a gain from none', () => {
    const wild = points.map(({ tickets, tokens }, i) =>
      point(tickets, tokens + (i % 2 === 0 ? 60_000 : -60_000)),
    )
    const result = findBreakEven(wild, 30_000)
    if (result.status === 'insufficient data') throw new Error(result.reason)
    expect(result.interval === null || result.interval.high === null).toBe(true)
  })

  test('two points leave nothing to tell an error from', () => {
    expect(findBreakEven([point(1, 34_000), point(2, 56_000)], 30_000)).toMatchObject({ interval: null })
  })
})

test('a crossing beyond the largest run is said to be a guess', () => {
  expect(findBreakEven([point(1, 60_000), point(2, 89_000)], 30_000)).toMatchObject({
    paysFromTickets: 32,
    isExtrapolated: true,
  })
})

test('runs of one size say nothing', () => {
  expect(findBreakEven([], 30_000).status).toBe('insufficient data')
  expect(findBreakEven([point(2, 50_000), point(2, 60_000)], 30_000).status).toBe('insufficient data')
})
