import { countFeatures } from './count-features.ts'
import { addFeature } from './features.ts'
import type { Anchors, Features } from './features.ts'
import type { Query } from './query.ts'
import { relationCost, sideCost } from '../resolve/relation-cost.ts'
import { SCREEN } from './scene.ts'
import type { Candidate, Scene } from './scene.ts'

/** What a relation leaves to a component that stands elsewhere. */
const ELSEWHERE = 0.03
/** How far below the best by words and kind a component may be, to count as the nearest. */
const ALMOST_BEST = 1.5

/** What depends on the place. `base` is the score by words and kind alone. */
export function placeFeatures(
  scene: Scene,
  query: Query,
  base: Float64Array,
  anchors: readonly (readonly [Anchors, Anchors | null])[],
  features: Features,
): void {
  const n = scene.length
  if (query.sides.length > 0) {
    const side = addFeature(features, 'side', n)
    for (let i = 0; i < n; i++) side[i] = sideCost(scene[i]!.area, query.sides, SCREEN)
    markFirst(scene, side, 1, base, addFeature(features, 'sideFirst', n))
  }
  if (anchors.length > 0) {
    const relation = addFeature(features, 'relation', n)
    const anchor = addFeature(features, 'anchor', n)
    query.relations.forEach(({ name }, r) => {
      for (const likely of anchors[r]!) {
        if (likely === null) continue
        for (let i = 0; i < n; i++) relation[i]! += likelihoodAt(scene[i]!, name, likely)
        for (const { candidate, likelihood } of likely) anchor[candidate.place]! += likelihood
      }
    })
    markFirst(scene, relation, -1, base, addFeature(features, 'relationFirst', n))
  }
  if (query.ordinal !== null || query.row !== null || query.column !== null)
    countFeatures(scene, query, base, features)
}

function likelihoodAt(
  candidate: Candidate,
  name: Query['relations'][number]['name'],
  anchors: Anchors,
): number {
  let sum = 0
  for (const { candidate: anchor, likelihood } of anchors) {
    if (anchor === candidate) continue
    sum += likelihood * Math.exp(-relationCost(name, candidate.area, anchor.area))
  }
  return Math.log(sum + ELSEWHERE)
}

/** Marks the nearest of those that fit almost as well as the best by words and kind. */
function markFirst(
  scene: Scene,
  cost: Float64Array,
  sign: 1 | -1,
  base: Float64Array,
  first: Float64Array,
): void {
  const most = base.reduce((a, b) => Math.max(a, b), -Infinity)
  let best = -1
  for (let i = 0; i < scene.length; i++)
    if (base[i]! > most - ALMOST_BEST && (best < 0 || cost[i]! * sign < cost[best]! * sign)) best = i
  if (best >= 0) first[best] = 1
}
