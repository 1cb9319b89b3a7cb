import type { Query } from './query.ts'
import { placeFeatures } from './place-features.ts'
import { wordFeatures } from './word-features.ts'
import type { Anchors, Features } from './features.ts'
import type { Scene } from './scene.ts'
import { matchUnits } from './unit-match.ts'
import type { WordFit } from './unit-match.ts'
import { featureWeights, kindWeight } from './weights.ts'

export interface ScoredQuery {
  /** Log-likelihood up to a constant, by place in the scene. */
  readonly scores: Float64Array
  readonly features: Features
  readonly words: WordFit
  /** Whether the words of a relation's anchor are found. */
  readonly isAnchored: boolean
}

const MAX_ANCHORS = 12
const LEAST_LIKELIHOOD = 0.02

/** Scores all components against a query; anchors of its relations are found by the same scores. O(n log n) a noun phrase. */
export function scoreQuery(scene: Scene, query: Query, isAnchor: boolean): ScoredQuery {
  const words = matchUnits(scene, query)
  const features = wordFeatures(scene, query, words)
  const base = new Float64Array(scene.length)
  for (const { profile, place } of scene)
    base[place] = kindWeight(query.kind, profile.look, isAnchor, words.best)
  addWeighted(base, features)
  const before = new Set(features.keys())
  const anchors = query.relations.map(
    ({ anchor, other }) =>
      [scoreQuery(scene, anchor, true), other === null ? null : scoreQuery(scene, other, true)] as const,
  )
  placeFeatures(
    scene,
    query,
    base,
    anchors.map(
      ([anchor, other]) => [likelyOf(scene, anchor), other === null ? null : likelyOf(scene, other)] as const,
    ),
    features,
  )
  const scores = Float64Array.from(base)
  addWeighted(scores, features, before)
  return {
    scores,
    features,
    words,
    isAnchored: anchors.some(([anchor]) => anchor.words.known > 0 || anchor.isAnchored),
  }
}

function addWeighted(scores: Float64Array, features: Features, except?: ReadonlySet<string>): void {
  for (const [name, values] of features) {
    if (except?.has(name) === true) continue
    const weight = featureWeights[name]
    for (let i = 0; i < scores.length; i++) scores[i]! += weight * values[i]!
  }
}

function likelyOf(scene: Scene, { scores }: ScoredQuery): Anchors {
  const likelihoods = likelihoodsOf(scores)
  return scene
    .map((candidate) => ({ candidate, likelihood: likelihoods[candidate.place]! }))
    .filter(({ likelihood }) => likelihood > LEAST_LIKELIHOOD)
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, MAX_ANCHORS)
}

/** Softmax: the likelihoods sum to 1. */
export function likelihoodsOf(scores: Float64Array): Float64Array {
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  const likelihoods = scores.map((score) => Math.exp(score - most))
  let sum = 0
  for (const likelihood of likelihoods) sum += likelihood
  return likelihoods.map((likelihood) => likelihood / sum)
}
