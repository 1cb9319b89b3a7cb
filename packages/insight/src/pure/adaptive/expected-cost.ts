import type { ChoicePolicy, ModelOption } from './choice-policy.ts'
import type { ReviewTier } from './complexity.ts'
import type { Trial } from './trials.ts'

export interface Cost {
  readonly tokens: number
  readonly usd: number
}

/**
 * One try and its review; with the rest of the probability a fix loop and the next model, the strongest repeating
 * itself until it is done.
 */
export function expectedCost(
  from: number,
  rates: readonly number[],
  trials: readonly Trial[],
  tier: ReviewTier,
  policy: ChoicePolicy,
): Cost {
  const option = policy.ladder[from]!
  const rate = rates[from]!
  const tryTokens = tokensOfTry(option, trials, tier, policy)
  const usdPerToken = option.usdPerMillionTokens / 1_000_000
  const fixUsd = policy.fixLoopTokens * usdPerToken
  if (from === policy.ladder.length - 1) {
    const failures = 1 / rate - 1
    return {
      tokens: tryTokens / rate + failures * policy.fixLoopTokens,
      usd: (tryTokens / rate) * usdPerToken + failures * fixUsd,
    }
  }
  const next = expectedCost(from + 1, rates, trials, tier, policy)
  return {
    tokens: tryTokens + (1 - rate) * (policy.fixLoopTokens + next.tokens),
    usd: tryTokens * usdPerToken + (1 - rate) * (fixUsd + next.usd),
  }
}

/**
 * As measured, else as the policy says, stretched by what measured models take beyond it: figures of a log hold planning
 * and coordination as well, and only like may be compared with like.
 */
function tokensOfTry(
  option: ModelOption,
  trials: readonly Trial[],
  tier: ReviewTier,
  policy: ChoicePolicy,
): number {
  const measured = averageTokens(option.name, trials)
  if (measured !== undefined) return measured
  const assumed = ({ tokensPerTry }: ModelOption): number => tokensPerTry + policy.reviewTokens[tier]
  const stretches = policy.ladder.flatMap((other) => {
    const average = averageTokens(other.name, trials)
    return average === undefined ? [] : [average / assumed(other)]
  })
  const stretch = stretches.reduce((sum, one) => sum + one, 0) / (stretches.length || 1)
  return assumed(option) * (stretches.length === 0 ? 1 : stretch)
}

/** Of the tries that succeeded at once: a failed one holds its fix loops. */
function averageTokens(model: string, trials: readonly Trial[]): number | undefined {
  const known = trials.flatMap((trial) =>
    trial.model === model && trial.firstTry && trial.tokens !== null ? [trial.tokens] : [],
  )
  return known.length === 0 ? undefined : known.reduce((sum, tokens) => sum + tokens, 0) / known.length
}
