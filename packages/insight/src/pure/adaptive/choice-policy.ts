import type { Confidence } from '../statistics/wilson.ts'
import type { Complexity, ReviewTier } from './complexity.ts'
import { agentMix, usdPerMillionOf } from './token-mix.ts'

/** A model and what a try with it takes. */
export interface ModelOption {
  readonly name: string
  /** For one try without review; taken where no trial says better. */
  readonly tokensPerTry: number
  /** US dollars for a million tokens, mixed as agents mix them. */
  readonly usdPerMillionTokens: number
}

export interface ChoicePolicy {
  /** From the cheapest to the strongest; a failure goes one step up. */
  readonly ladder: readonly ModelOption[]
  readonly reviewTokens: { readonly [tier in ReviewTier]: number }
  /** What a fix loop takes beyond the new try and its review. */
  readonly fixLoopTokens: number
  /** Models that may be taken without evidence, by what they have proved elsewhere. */
  readonly proven: { readonly [complexity in Complexity]: string }
  /** A cheaper model is trusted when the lower end of its interval reaches this rate. */
  readonly minSuccessRate: number
  readonly confidence: Confidence
}

/**
 * The plan's numbers: a haiku try 8k, a sonnet try 12k, reviews 5k, 15k and 66k, a fix loop 10k, 70% to trust a model. Prices
 * are those of the price list for tokens mixed as agents mix them, with what comes from the cache.
 */
export const defaultPolicy: ChoicePolicy = {
  ladder: [
    { name: 'haiku', tokensPerTry: 8000, usdPerMillionTokens: priceOf('claude-haiku-4-5') },
    { name: 'sonnet', tokensPerTry: 12_000, usdPerMillionTokens: priceOf('claude-sonnet-4-5') },
    { name: 'opus', tokensPerTry: 20_000, usdPerMillionTokens: priceOf('claude-opus-4-5') },
  ],
  reviewTokens: { T1: 5000, T2: 15_000, T3: 66_000 },
  fixLoopTokens: 10_000,
  proven: { mechanical: 'sonnet', nuanced: 'sonnet', architectural: 'opus' },
  minSuccessRate: 0.7,
  confidence: 0.95,
}

function priceOf(model: string): number {
  const usd = usdPerMillionOf(model, agentMix)
  if (usd === null) throw new Error(`the price list knows no ${model}`)
  return usd
}
