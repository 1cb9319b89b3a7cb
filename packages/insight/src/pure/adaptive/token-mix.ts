import { PriceList } from '../tokens/price-list.ts'

/** Shares of an agent's tokens, together 1. */
export interface TokenMix {
  readonly input: number
  readonly output: number
  readonly cacheWrite: number
  readonly cacheRead: number
}

/**
 * How eight transcripts of coding agents (265 responses, 20.9 million tokens) divide: nearly everything an agent sends was
 * sent before and comes from the cache, at a tenth of the price.
 */
export const agentMix: TokenMix = { input: 0.0005, output: 0.0025, cacheWrite: 0.049, cacheRead: 0.948 }

/** Far below the context lengths from which some models cost more. */
const SAMPLE_TOKENS = 100_000

/** US dollars for a million tokens of a mix; null where the price list does not know the model. */
export function usdPerMillionOf(model: string, mix: TokenMix): number | null {
  const usage = {
    inputTokens: mix.input * SAMPLE_TOKENS,
    outputTokens: mix.output * SAMPLE_TOKENS,
    cacheWrite5mTokens: mix.cacheWrite * SAMPLE_TOKENS,
    cacheWrite1hTokens: 0,
    cacheReadTokens: mix.cacheRead * SAMPLE_TOKENS,
  }
  const usd = new PriceList().usd(usage, model, undefined)
  return usd === null ? null : (usd * 1_000_000) / SAMPLE_TOKENS
}
