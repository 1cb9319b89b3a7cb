import { typeOf } from '../../document/blueprint.ts'
import type { FeatureName, Features } from './features.ts'
import type { Query } from './query.ts'
import type { Candidate } from './scene.ts'

/** Reasons in the order in which they are told, each for the first of its features that is strong enough. */
const REASONS: readonly (readonly [features: readonly FeatureName[], least: number, why: string])[] = [
  [['text:text', 'text:icon', 'text:other'], 0.4, 'says so'],
  [['id'], 0.4, 'named so'],
  [['concept'], 0.4, 'named for the same thing'],
  [['near:text', 'near:icon', 'near:other'], 0.4, 'labelled so'],
  [['counted:base', 'counted:look', 'counted:size', 'counted:kind'], 1, 'at that place in the order'],
]
/** At the side: within this part of the screen. */
const AT_SIDE = 0.35
/** In the relation: this log-likelihood and more. */
const RELATED = -1.5

/** Why a component fits a query, in a few words. */
export function explainMatch({ node, place }: Candidate, query: Query, features: Features): string {
  const reasons: string[] = []
  for (const [names, least, why] of REASONS)
    if (names.some((name) => (features.get(name)?.[place] ?? 0) >= least)) reasons.push(why)
  const side = features.get('side')?.[place]
  if (side !== undefined && side < AT_SIDE * query.sides.length)
    reasons.push(`at the ${query.sides.join(' ')}`)
  const relation = features.get('relation')?.[place]
  if (relation !== undefined && relation > RELATED * query.relations.length)
    reasons.push(
      query.relations.map(({ name, anchor }) => `${RELATION_WORDS[name]} ${nameOf(anchor)}`).join(' and '),
    )
  if (reasons.length === 0 || query.kind !== null)
    reasons.unshift(typeOf(node.component).replaceAll('_', ' '))
  return reasons.join(', ')
}

const RELATION_WORDS: Readonly<Record<Query['relations'][number]['name'], string>> = {
  above: 'above',
  below: 'below',
  left: 'left of',
  right: 'right of',
  next: 'next to',
  before: 'before',
  after: 'after',
  inside: 'in',
  between: 'between',
}

function nameOf({ units, kind }: Query): string {
  const words = units.map((unit) => unit.words.join(' ')).join(' ')
  return words === '' ? `the ${kind ?? 'component'}` : `"${words}"`
}
