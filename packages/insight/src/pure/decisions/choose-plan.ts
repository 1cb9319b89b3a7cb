import type { Candidate } from './candidate.ts'
import { isQuickWin } from './score.ts'

export interface ScoredCandidate {
  readonly candidate: Candidate
  readonly score: number
}

export interface PlanLimits {
  /** The plan takes as many hours at most. */
  readonly budgetHours: number
  readonly maxCandidates: number
}

/** More than are ever in question; beyond them the search would take long. */
const MAX_POOL = 18
const MAX_QUICK_WINS = 3

/**
 * The choice with the highest sum of scores within the budget, with a quick win if there is one that fits; of equal
 * ones that with the fewest hours. All choices of up to `maxCandidates` out of the best 18 and the three best quick
 * wins are compared.
 */
export function choosePlan(
  scored: readonly ScoredCandidate[],
  limits: PlanLimits,
): readonly ScoredCandidate[] {
  const ranked = rank(scored)
  const quickWins = new Set(ranked.filter(({ candidate }) => isQuickWin(candidate)).slice(0, MAX_QUICK_WINS))
  const pool = ranked.filter((one, i) => i < MAX_POOL || quickWins.has(one))
  let best: readonly ScoredCandidate[] = []
  const visit = (at: number, chosen: readonly ScoredCandidate[]): void => {
    if (isBetter(chosen, best)) best = chosen
    if (chosen.length === limits.maxCandidates) return
    for (let i = at; i < pool.length; i += 1) {
      const next = [...chosen, pool[i]!]
      if (hoursOf(next) <= limits.budgetHours) visit(i + 1, next)
    }
  }
  visit(0, [])
  return best
}

/** By score, then by hours, then by id: the order in which to do them. */
export function rank(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[] {
  return [...scored].sort(
    (a, b) =>
      b.score - a.score ||
      a.candidate.effortHours - b.candidate.effortHours ||
      (a.candidate.id < b.candidate.id ? -1 : 1),
  )
}

export function hoursOf(chosen: readonly ScoredCandidate[]): number {
  return chosen.reduce((sum, { candidate }) => sum + candidate.effortHours, 0)
}

function isBetter(a: readonly ScoredCandidate[], b: readonly ScoredCandidate[]): boolean {
  const quick = Number(hasQuickWin(a)) - Number(hasQuickWin(b))
  if (quick !== 0) return quick > 0
  const score = sumOfScores(a) - sumOfScores(b)
  return score === 0 ? hoursOf(a) < hoursOf(b) : score > 0
}

function hasQuickWin(chosen: readonly ScoredCandidate[]): boolean {
  return chosen.some(({ candidate }) => isQuickWin(candidate))
}

function sumOfScores(chosen: readonly ScoredCandidate[]): number {
  return chosen.reduce((sum, { score }) => sum + score, 0)
}
