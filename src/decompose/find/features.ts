import type { NounKind } from './noun-kinds.ts'
import type { Candidate } from './scene.ts'

export type FeatureName =
  | 'text:text'
  | 'text:icon'
  | 'text:other'
  | 'whole'
  | 'id'
  | 'concept'
  | 'near:text'
  | 'near:icon'
  | 'near:other'
  | 'clickable'
  | 'decoration'
  | 'cover'
  | 'thin'
  | 'size:icon'
  | 'size:image'
  | 'size:other'
  | 'side'
  | 'sideFirst'
  | 'relation'
  | 'relationFirst'
  | 'anchor'
  | 'counted:base'
  | 'counted:look'
  | 'counted:size'
  | 'counted:kind'
  | 'usual'
  | 'usual:known'
  | 'blank'
  | 'type'

/** One number a component for each feature that the query speaks of; a feature that is not there is 0 for all. */
export type Features = Map<FeatureName, Float64Array>

/** How likely each component is the anchor of a relation, those that are likely at all. */
export type Anchors = readonly { readonly candidate: Candidate; readonly likelihood: number }[]

export type KindGroup = 'text' | 'icon' | 'other'

export function groupOf(kind: NounKind | null): KindGroup {
  if (kind === 'text') return 'text'
  return kind === 'icon' || kind === 'image' || kind === 'button' || kind === 'arrow' || kind === 'logo'
    ? 'icon'
    : 'other'
}

/** A new feature, 0 for all components. */
export function addFeature(features: Features, name: FeatureName, n: number): Float64Array {
  const values = new Float64Array(n)
  features.set(name, values)
  return values
}
