import type { Complexity, ReviewTier } from './complexity.ts'
import { reviewTierOf } from './complexity.ts'
import type { ChoicePolicy } from './choice-policy.ts'
import { defaultPolicy } from './choice-policy.ts'
import type { Cost } from './expected-cost.ts'
import { expectedCost } from './expected-cost.ts'
import type { Trial } from './trials.ts'
import type { Confidence, Proportion } from '../statistics/wilson.ts'
import { wilsonInterval } from '../statistics/wilson.ts'

export interface ModelAssessment {
  readonly model: string
  readonly evidence: Proportion
  readonly verdict: 'trusted' | 'proven elsewhere' | 'not yet shown' | 'refuted' | 'stronger than needed'
  /** Until the work is done, fix loops and upgrades included, at the middle and the ends of the interval. */
  readonly expectedUsd: { readonly expected: number; readonly best: number; readonly worst: number }
  readonly expectedTokens: number
  /** Further successes without a failure that would make it trusted; null where it is, or where 100 would not do. */
  readonly successesMissing: number | null
}

export interface ModelChoice {
  readonly complexity: Complexity
  readonly model: string
  readonly tier: ReviewTier
  /** Models to go on with when this one fails, in order. */
  readonly upgrades: readonly string[]
  readonly reason: string
  readonly assessments: readonly ModelAssessment[]
}

/**
 * Chooses the model to start with: the cheapest in expectation among those that the evidence allows. Allowed is a model
 * whose success rate is trusted at its interval's lower end, and the proven one of the complexity unless trials refute
 * it. Pure: the same evidence gives the same choice. O(trials x models).
 *
 * @throws RangeError when the ladder is empty.
 * @example
 * chooseModel('mechanical', trials).model // 'sonnet' until haiku has shown enough
 */
export function chooseModel(
  complexity: Complexity,
  trials: readonly Trial[],
  policy: ChoicePolicy = defaultPolicy,
): ModelChoice {
  if (policy.ladder.length === 0) throw new RangeError('chooseModel: the ladder holds no model')
  const tier = reviewTierOf(complexity)
  const relevant = trialsByName(
    trials.filter((trial) => trial.complexity === complexity),
    policy,
  )
  const evidence = policy.ladder.map(({ name }) => evidenceFor(name, relevant, policy.confidence))
  const provenAt = policy.ladder.findIndex(({ name }) => name === policy.proven[complexity])
  const assessments = policy.ladder.map((option, i): ModelAssessment => {
    const costAt = (rate: (evidence: Proportion) => number): Cost =>
      expectedCost(i, evidence.map(rate), relevant, tier, policy)
    const middle = costAt(({ center }) => center)
    const verdict = judge(evidence[i]!, i, provenAt, policy)
    return {
      model: option.name,
      evidence: evidence[i]!,
      verdict,
      expectedUsd: {
        expected: middle.usd,
        best: costAt(({ high }) => high).usd,
        worst: costAt(({ low }) => Math.max(low, WORST_RATE)).usd,
      },
      expectedTokens: middle.tokens,
      successesMissing: verdict === 'trusted' ? null : successesMissing(evidence[i]!, policy),
    }
  })
  const allowed = assessments.filter(({ verdict }) => verdict === 'trusted' || verdict === 'proven elsewhere')
  const strongest = assessments.at(-1)!
  const chosen = allowed.reduce(
    (best, next) => (next.expectedUsd.expected < best.expectedUsd.expected ? next : best),
    allowed[0] ?? strongest,
  )
  const at = assessments.indexOf(chosen)
  return {
    complexity,
    model: chosen.model,
    tier,
    upgrades: assessments.slice(at + 1).map(({ model }) => model),
    reason: reasonOf(chosen, allowed.length === 0, policy),
    assessments,
  }
}

/** Without any trial the interval reaches down to 0, at which a cost would be infinite. */
const WORST_RATE = 0.05

/** Each trial under the ladder's name for its model, the longest that fits: `gpt-5-mini` is no `gpt-5`. */
function trialsByName(trials: readonly Trial[], { ladder }: ChoicePolicy): readonly Trial[] {
  const names = ladder.map(({ name }) => name).sort((a, b) => b.length - a.length)
  return trials.flatMap((trial) => {
    const name = names.find((one) => trial.model.toLowerCase().includes(one.toLowerCase()))
    return name === undefined ? [] : [{ ...trial, model: name }]
  })
}

function evidenceFor(model: string, trials: readonly Trial[], confidence: Confidence): Proportion {
  const own = trials.filter((trial) => trial.model === model)
  return wilsonInterval(own.filter(({ firstTry }) => firstTry).length, own.length, confidence)
}

function judge(
  evidence: Proportion,
  at: number,
  provenAt: number,
  { minSuccessRate }: ChoicePolicy,
): ModelAssessment['verdict'] {
  if (evidence.low >= minSuccessRate) return 'trusted'
  if (evidence.high < minSuccessRate) return 'refuted'
  if (at === provenAt) return 'proven elsewhere'
  return at > provenAt && provenAt >= 0 ? 'stronger than needed' : 'not yet shown'
}

function successesMissing(evidence: Proportion, { minSuccessRate, confidence }: ChoicePolicy): number | null {
  for (let more = 1; more <= MAX_MISSING; more += 1) {
    const { low } = wilsonInterval(evidence.successes + more, evidence.trials + more, confidence)
    if (low >= minSuccessRate) return more
  }
  return null
}

const MAX_MISSING = 100

function reasonOf(chosen: ModelAssessment, isLastResort: boolean, policy: ChoicePolicy): string {
  const { successes, trials, low, high } = chosen.evidence
  const seen = trials === 0 ? 'no trials of its own' : `${successes} of ${trials} at the first try`
  const range = `${percent(low)} to ${percent(high)}`
  if (isLastResort)
    return `no model reaches ${percent(policy.minSuccessRate)}: the strongest (${seen}, ${range})`
  if (chosen.verdict === 'trusted') return `cheapest that is trusted: ${seen}, ${range}`
  return `proven elsewhere for this complexity, ${seen}; no cheaper model is trusted`
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`
}
