import { calcPrice } from '@pydantic/genai-prices'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PriceList } from '../../../src/pure/tokens/price-list.ts'
import { NO_TOKENS } from '../../../src/pure/tokens/token-usage.ts'

const FEBRUARY = Date.parse('2026-02-01T12:00:00Z')
const prices = new PriceList()

test('every kind of token has its price', () => {
  // Opus 4.5 in dollars a million: 5 in, 25 out, 6.25 and 10 for cache writes of 5 minutes and an hour, 0.50 for reads.
  const opus = 'claude-opus-4-5-20251101'
  const million = (kind: object) => prices.usd({ ...NO_TOKENS, ...kind }, opus, FEBRUARY)
  expect(million({ inputTokens: 1e6 })).toBeCloseTo(5)
  expect(million({ outputTokens: 1e6 })).toBeCloseTo(25)
  expect(million({ cacheWrite5mTokens: 1e6 })).toBeCloseTo(6.25)
  expect(million({ cacheWrite1hTokens: 1e6 })).toBeCloseTo(10)
  expect(million({ cacheReadTokens: 1e6 })).toBeCloseTo(0.5)
})

test('what is multiplied here is what the library says for the whole', () => {
  const count = fc.integer({ min: 0, max: 300_000 })
  const usage = fc.record({
    inputTokens: count,
    outputTokens: count,
    cacheWrite5mTokens: count,
    cacheWrite1hTokens: count,
    cacheReadTokens: count,
  })
  const models = fc.constantFrom(
    'claude-opus-4-5-20251101',
    'claude-opus-4-6',
    'claude-sonnet-4-5-20250929',
    'claude-haiku-4-5',
  )
  fc.assert(
    fc.property(usage, models, (used, model) => {
      const writes = used.cacheWrite5mTokens + used.cacheWrite1hTokens
      const asked = calcPrice(
        {
          input_tokens: used.inputTokens + writes + used.cacheReadTokens,
          output_tokens: used.outputTokens,
          cache_write_tokens: writes,
          cache_write_5m_tokens: used.cacheWrite5mTokens,
          cache_write_1h_tokens: used.cacheWrite1hTokens,
          cache_read_tokens: used.cacheReadTokens,
        },
        model,
        { timestamp: new Date(FEBRUARY) },
      )
      expect(prices.usd(used, model, FEBRUARY)).toBeCloseTo(asked!.total_price, 9)
    }),
  )
})

test('a long context costs more where the list says so', () => {
  const priceOf = (inputTokens: number) =>
    prices.usd({ ...NO_TOKENS, inputTokens }, 'claude-sonnet-4-5-20250929', FEBRUARY)!
  expect(priceOf(100_000)).toBeCloseTo(0.3)
  expect(priceOf(300_000)).toBeGreaterThan(3 * priceOf(100_000) * 1.5)
})

test('an unknown model has no price, not the price of zero', () => {
  expect(prices.usd({ ...NO_TOKENS, inputTokens: 5 }, 'no-such-model', FEBRUARY)).toBeNull()
  expect(prices.usd({ ...NO_TOKENS, inputTokens: 5 }, '__proto__', undefined)).toBeNull()
})

test.each([
  ['us.anthropic.claude-sonnet-4-20250514-v1:0', 3],
  ['bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0', 3],
  ['anthropic/claude-sonnet-4', 3],
  ['openrouter/anthropic/claude-sonnet-4', 3],
  ['openai/gpt-5', 1.25],
  ['gpt-5-codex', 1.25],
])('%s is priced where it runs', (model, usd) => {
  expect(prices.usd({ ...NO_TOKENS, inputTokens: 100_000 }, model, FEBRUARY)).toBeCloseTo(usd / 10)
})

test('web searches and the fast mode are charged beside the tokens; an unknown fast mode has no price', () => {
  const usage = { ...NO_TOKENS, inputTokens: 100_000 }
  const usd = (model: string, webSearches: number, isFast: boolean) =>
    prices.usd(usage, model, FEBRUARY, { webSearches, isFast })
  const plain = prices.usd(usage, 'claude-opus-4-6', FEBRUARY)!
  expect(usd('claude-opus-4-6', 3, false)).toBeCloseTo(plain + 0.03)
  expect(usd('claude-opus-4-6', 0, true)).toBeCloseTo(plain * 6)
  expect(usd('claude-sonnet-4-5', 0, true)).toBeNull()
})
