import type { BatchMetrics } from '../metrics/batch-metrics.ts'
import type { Candidate } from './candidate.ts'
import { choosePlan, hoursOf, rank } from './choose-plan.ts'
import type { ScoredCandidate } from './choose-plan.ts'
import { genericCandidates } from './generic-candidates.ts'
import type { Claims, Evidence } from './evidence.ts'
import { findEvidence } from './evidence.ts'
import type { Band, Weights } from './score.ts'
import { bandOf, defaultWeights, isQuickWin, scoreOf } from './score.ts'

export interface DecideOptions {
  readonly budgetHours: number
  readonly minCandidates: number
  readonly maxCandidates: number
  readonly weights: Weights
  /** Whether the impact is the stated one, or the one that the metrics show where they do. */
  readonly impact: 'stated' | 'measured'
  readonly claims: Claims
  /** Whether bottlenecks that no candidate is for get one of their own. */
  readonly generic: boolean
  /** Fewer batches are said to be thin evidence. */
  readonly minBatches: number
}

export const defaultDecideOptions: DecideOptions = {
  budgetHours: 80,
  minCandidates: 3,
  maxCandidates: 5,
  weights: defaultWeights,
  impact: 'stated',
  claims: {},
  generic: true,
  minBatches: 10,
}

export interface AssessedCandidate {
  readonly candidate: Candidate
  readonly evidence: Evidence
  readonly score: number
  readonly band: Band
  readonly isQuickWin: boolean
  /** Place in the plan, from 1; null where it is not part of it. */
  readonly place: number | null
  readonly sensitivity: Sensitivity
}

/** How much hangs on the weights: over all settings that were tried. */
export interface Sensitivity {
  readonly bestRank: number
  readonly worstRank: number
  /** Share of the settings with which it is part of the plan. */
  readonly planShare: number
}

export interface Decision {
  readonly batchCount: number
  /** By score. */
  readonly candidates: readonly AssessedCandidate[]
  readonly plan: readonly string[]
  readonly planHours: number
  /** What the plan lacks by the framework's own rules, and how thin its evidence is. */
  readonly remarks: readonly string[]
  readonly settingsTried: number
  readonly options: DecideOptions
}

/**
 * Scores candidates, one of its own for each bottleneck that none of them is for, evaluates their triggers on the metrics, and plans under a budget. Only triggered candidates are
 * planned, those of the low band only as a quick win.
 *
 * @throws RangeError when two candidates have one id.
 * @example
 * const decision = decide(builtInCandidates, metricsFiles)
 * console.log(decision.plan, decision.planHours, decision.remarks)
 */
export function decide(
  candidates: readonly Candidate[],
  files: readonly BatchMetrics[],
  options: DecideOptions = defaultDecideOptions,
): Decision {
  const all = options.generic ? [...candidates, ...genericCandidates(candidates, files)] : candidates
  if (new Set(all.map(({ id }) => id)).size < all.length) {
    throw new RangeError('decide: two candidates have the same id')
  }
  const evidence = new Map(
    all.map((candidate) => [candidate, findEvidence(candidate.trigger, files, options.claims)]),
  )
  const outcome = planWith(options.weights, all, evidence, options)
  const settings = weightSettings()
  const outcomes = settings.map((weights) => planWith(weights, all, evidence, options))
  const batchCount = new Set(files.map(({ batch_id: id }) => id)).size
  return {
    batchCount,
    candidates: outcome.ranked.map(({ candidate, score }): AssessedCandidate => {
      const place = outcome.plan.findIndex((planned) => planned.candidate === candidate)
      const ranks = outcomes.map(({ ranked }) => ranked.findIndex((one) => one.candidate === candidate) + 1)
      const planned = outcomes.filter(({ plan }) => plan.some((one) => one.candidate === candidate))
      return {
        candidate,
        evidence: evidence.get(candidate)!,
        score,
        band: bandOf(score),
        isQuickWin: isQuickWin(candidate),
        place: place < 0 ? null : place + 1,
        sensitivity: {
          bestRank: Math.min(...ranks),
          worstRank: Math.max(...ranks),
          planShare: planned.length / outcomes.length,
        },
      }
    }),
    plan: outcome.plan.map(({ candidate }) => candidate.id),
    planHours: hoursOf(outcome.plan),
    remarks: findRemarks(outcome.plan, batchCount, options),
    settingsTried: settings.length,
    options,
  }
}

function planWith(
  weights: Weights,
  candidates: readonly Candidate[],
  evidence: ReadonlyMap<Candidate, Evidence>,
  options: DecideOptions,
): { readonly ranked: readonly ScoredCandidate[]; readonly plan: readonly ScoredCandidate[] } {
  const scored = candidates.map((candidate): ScoredCandidate => {
    const measured = options.impact === 'measured' ? evidence.get(candidate)!.measuredImpact : null
    return { candidate, score: scoreOf(measured ?? candidate.impact, candidate.effort, weights) }
  })
  const eligible = scored.filter(
    ({ candidate, score }) =>
      evidence.get(candidate)!.status === 'triggered' && (bandOf(score) !== 'low' || isQuickWin(candidate)),
  )
  return { ranked: rank(scored), plan: choosePlan(eligible, options) }
}

/** High above medium above low, in halves: every order of size that people give these words. */
function weightSettings(): readonly Weights[] {
  const settings: Weights[] = []
  for (let high = 2; high <= 5; high += 0.5) {
    for (let medium = 1.5; medium < high; medium += 0.5) {
      for (let low = 0.5; low < medium; low += 0.5) settings.push({ high, medium, low })
    }
  }
  return settings
}

function findRemarks(
  plan: readonly ScoredCandidate[],
  batchCount: number,
  options: DecideOptions,
): readonly string[] {
  const remarks: string[] = []
  if (batchCount < options.minBatches) {
    remarks.push(`thin evidence: ${batchCount} of at least ${options.minBatches} batches`)
  }
  if (plan.length === 0) remarks.push('nothing to plan: no trigger is met within the budget')
  else if (plan.length < options.minCandidates) {
    remarks.push(
      `${plan.length} of at least ${options.minCandidates} candidates: no more are triggered within the budget`,
    )
  }
  if (plan.length > 0 && !plan.some(({ candidate }) => isQuickWin(candidate))) {
    remarks.push('no quick win: none that is triggered fits')
  }
  return remarks
}
