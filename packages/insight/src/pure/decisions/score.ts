import type { Candidate, Effort, Impact } from './candidate.ts'

export type Weights = { readonly [impact in Impact]: number }

/**
 * High 4, medium 3, low 1. Four of the five scores that the framework prints come out with these; with high 3, medium 2,
 * low 1, the other set it hints at, two do.
 */
export const defaultWeights: Weights = { high: 4, medium: 3, low: 1 }

export type Band = 'high' | 'medium' | 'low'

/** impact x (6 - effort). */
export function scoreOf(impact: Impact, effort: Effort, weights: Weights): number {
  return weights[impact] * (6 - effort)
}

export function bandOf(score: number): Band {
  if (score >= 10) return 'high'
  return score >= 5 ? 'medium' : 'low'
}

export function isQuickWin({ effort }: Pick<Candidate, 'effort'>): boolean {
  return effort <= 2
}
