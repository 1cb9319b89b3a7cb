import { calcPrice } from '@pydantic/genai-prices'
import type { PriceCalculation } from '@pydantic/genai-prices'
import type { TokenUsage } from './token-usage.ts'
import type { UsageExtras } from './transcript-record.ts'
import { allInputTokens, cacheWriteTokens, NO_TOKENS } from './token-usage.ts'

type Rates = { readonly [kind in keyof TokenUsage]: number }

const NO_EXTRAS: UsageExtras = { webSearches: 0, isFast: false }
/** Anthropic's price list of 2026: $10 for a thousand searches. */
const WEB_SEARCH_USD = 0.01
/** Models with a faster mode, and how often the price of their tokens it costs (Anthropic's price list of 2026). */
const FAST_MODELS: readonly (readonly [RegExp, number])[] = [[/claude-opus-4[-.]6/i, 6]]

/** Null for a model of which no faster mode is known: its price is not known either. */
function fastFactor(model: string): number | null {
  return FAST_MODELS.find(([pattern]) => pattern.test(model))?.[1] ?? null
}

/**
 * Providers to ask for a model whose name tells where it runs: Bedrock puts a vendor and perhaps a region before it, with dots;
 * OpenRouter a vendor and a slash. Every other name is the vendor's own.
 */
const PROVIDERS: readonly { readonly form: RegExp; readonly provider: string; readonly strip: RegExp }[] = [
  {
    form: /^(?:bedrock\/)?(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere|deepseek|openai)\./,
    provider: 'aws',
    strip: /^bedrock\//,
  },
  {
    form: /^(?:openrouter\/)?[a-z\d-]{1,40}\/[\w.:-]{1,100}$/,
    provider: 'openrouter',
    strip: /^openrouter\//,
  },
]

const DAY_MS = 86_400_000
const UNIT_TOKENS = 1_000_000

/**
 * Prices in US dollars from the list that comes with @pydantic/genai-prices; no network is used. A price belongs to
 * one response: some models cost more above a context length, and prices change with time.
 *
 * Asking the library takes some 50 µs. Where a model's price is the same for every token of a kind, it is asked once
 * a day of use and the answer multiplied (scripts/bench-tokens.mjs).
 */
export class PriceList {
  readonly #rates = new Map<string, Rates | 'unknown' | 'varies'>()

  /**
   * Null if the list does not know the model: an unknown price is not a price of zero.
   *
   * @param timestampMs when it was used, in milliseconds since 1970 UTC; undefined: now, as the library sees it
   */
  usd(
    usage: TokenUsage,
    model: string,
    timestampMs: number | undefined,
    { webSearches, isFast }: UsageExtras = NO_EXTRAS,
  ): number | null {
    const factor = isFast ? fastFactor(model) : 1
    const tokens = this.#tokensUsd(usage, model, timestampMs)
    return tokens === null || factor === null ? null : tokens * factor + webSearches * WEB_SEARCH_USD
  }

  #tokensUsd(usage: TokenUsage, model: string, timestampMs: number | undefined): number | null {
    const rates = this.#ratesOf(model, timestampMs)
    if (rates === 'unknown') return null
    if (rates === 'varies') return ask(usage, model, timestampMs)?.total_price ?? null
    return (
      usage.inputTokens * rates.inputTokens +
      usage.outputTokens * rates.outputTokens +
      usage.cacheWrite5mTokens * rates.cacheWrite5mTokens +
      usage.cacheWrite1hTokens * rates.cacheWrite1hTokens +
      usage.cacheReadTokens * rates.cacheReadTokens
    )
  }

  #ratesOf(model: string, timestampMs: number | undefined): Rates | 'unknown' | 'varies' {
    const key = `${timestampMs === undefined ? '' : Math.floor(timestampMs / DAY_MS)} ${model}`
    let rates = this.#rates.get(key)
    if (rates === undefined) {
      rates = findRates(model, timestampMs)
      this.#rates.set(key, rates)
    }
    return rates
  }
}

function findRates(model: string, timestampMs: number | undefined): Rates | 'unknown' | 'varies' {
  const probe = ask({ ...NO_TOKENS, inputTokens: 1 }, model, timestampMs)
  if (probe === null) return 'unknown'
  if (!isFlat(probe)) return 'varies'
  const rateOf = (kind: keyof TokenUsage): number => {
    const usage = { ...NO_TOKENS, [kind]: UNIT_TOKENS }
    return (ask(usage, model, timestampMs)?.total_price ?? Number.NaN) / UNIT_TOKENS
  }
  const rates = {
    inputTokens: rateOf('inputTokens'),
    outputTokens: rateOf('outputTokens'),
    cacheWrite5mTokens: rateOf('cacheWrite5mTokens'),
    cacheWrite1hTokens: rateOf('cacheWrite1hTokens'),
    cacheReadTokens: rateOf('cacheReadTokens'),
  }
  // A kind without a price of its own: the library decides for each response whether it can be priced.
  return Object.values(rates).some(Number.isNaN) ? 'varies' : rates
}

/** No price depends on the length of the context or on the time of the day. */
function isFlat({ model, model_price: prices }: PriceCalculation): boolean {
  if (Object.values(prices).some((price) => typeof price === 'object')) return false
  return (
    !Array.isArray(model.prices) ||
    model.prices.every(({ constraint }) => constraint?.type !== 'time_of_date')
  )
}

function ask(usage: TokenUsage, model: string, timestampMs: number | undefined): PriceCalculation | null {
  const quantities = {
    input_tokens: allInputTokens(usage),
    cache_write_tokens: cacheWriteTokens(usage),
    cache_write_5m_tokens: usage.cacheWrite5mTokens,
    cache_write_1h_tokens: usage.cacheWrite1hTokens,
    cache_read_tokens: usage.cacheReadTokens,
    output_tokens: usage.outputTokens,
  }
  const row = PROVIDERS.find(({ form }) => form.test(model))
  try {
    return calcPrice(quantities, row === undefined ? model : model.replace(row.strip, ''), {
      ...(timestampMs !== undefined && { timestamp: new Date(timestampMs) }),
      ...(row !== undefined && { providerId: row.provider }),
    })
  } catch {
    // Thrown where a model's prices do not cover a kind of token.
    return null
  }
}
