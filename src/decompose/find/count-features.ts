import type { LookClass } from './component-profile.ts'
import { countedIn } from './counted-place.ts'
import { addFeature } from './features.ts'
import type { FeatureName, Features } from './features.ts'
import type { NounKind } from './noun-kinds.ts'
import type { Query } from './query.ts'
import { areaSize } from '../resolve/area.ts'
import type { Candidate, Scene } from './scene.ts'

/** Below this log-likelihood a component does not stand in the relation, and is not counted. */
const LEAST_RELATED = -3.3
const WORD_FEATURES: readonly FeatureName[] = ['text:text', 'text:icon', 'text:other', 'id', 'concept']

const LOOKS_OF: Readonly<Record<NounKind, readonly LookClass[]>> = {
  text: ['text', 'labelled', 'blank'],
  icon: ['icon', 'image'],
  image: ['image', 'icon'],
  button: ['icon', 'button', 'image'],
  input: ['input'],
  checkbox: ['checkbox'],
  radio: ['radio'],
  switch: ['switch'],
  option: ['icon', 'button', 'image'],
  box: ['group', 'labelled', 'plain'],
  arrow: ['icon', 'image'],
  logo: ['image', 'icon'],
}

/** Counts in several ways of forming a group: repeated components, the same look, the same look and size, all of the kind. */
export function countFeatures(scene: Scene, query: Query, base: Float64Array, features: Features): void {
  let pool = scene.filter((candidate) => isCountable(candidate, query, features))
  const fit = pool.map(({ place }) => wordFit(place, features))
  const best = fit.reduce((a, b) => Math.max(a, b), 0)
  if (best > 0.4) pool = pool.filter((_candidate, i) => fit[i]! >= best * 0.7)
  const kinds = query.kind === null ? null : LOOKS_OF[query.kind]
  count(
    pool,
    query,
    ({ profile }) => `${profile.look} ${profile.idBase}`,
    addFeature(features, 'counted:base', scene.length),
  )
  count(pool, query, ({ profile }) => profile.look, addFeature(features, 'counted:look', scene.length))
  count(
    pool,
    query,
    ({ profile, area }) =>
      `${profile.look} ${Math.round((area.right - area.left) * 40)} ${Math.round((area.bottom - area.top) * 60)}`,
    addFeature(features, 'counted:size', scene.length),
  )
  count(
    pool,
    query,
    ({ profile, place }) =>
      kinds === null ? (base[place]! > -1 ? 'all' : null) : kinds.includes(profile.look) ? 'kind' : null,
    addFeature(features, 'counted:kind', scene.length),
  )
}

function wordFit(place: number, features: Features): number {
  let sum = 0
  for (const name of WORD_FEATURES) sum += features.get(name)?.[place] ?? 0
  return sum
}

function isCountable({ profile, area, place }: Candidate, query: Query, features: Features): boolean {
  if (profile.isDecoration || areaSize(area) > 0.6 || area.bottom - area.top < 0.006) return false
  const relation = features.get('relation')
  if (relation !== undefined && relation[place]! < LEAST_RELATED) return false
  for (const side of query.sides) {
    if (
      side === 'left'
        ? area.left + area.right > 1
        : side === 'right'
          ? area.left + area.right < 1
          : side === 'top'
            ? area.top + area.bottom > 1
            : side === 'bottom'
              ? area.top + area.bottom < 1
              : false
    )
      return false
  }
  return true
}

function count(
  pool: readonly Candidate[],
  query: Query,
  key: (candidate: Candidate) => string | null,
  feature: Float64Array,
): void {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of pool) {
    const name = key(candidate)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [candidate])
    else group.push(candidate)
  }
  for (const group of groups.values())
    if (group.length > 1) for (const { place } of countedIn(group, query)) feature[place] = 1
}
