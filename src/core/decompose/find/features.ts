import type { LookClass } from './component-profile.ts'
import { countedIn } from './counted-place.ts'
import type { NounKind } from './noun-kinds.ts'
import type { Query } from './query.ts'
import { MAX_COST, relationCost, sideCost } from './relation-cost.ts'
import { areaSize, holds } from './scene.ts'
import type { Area, Candidate, Scene } from './scene.ts'
import type { WordFit } from './unit-match.ts'

export type FeatureName =
  | 'text:text' | 'text:icon' | 'text:other' | 'whole' | 'id' | 'concept' | 'near:text' | 'near:icon' | 'near:other'
  | 'clickable' | 'decoration' | 'cover' | 'thin' | 'size:icon' | 'size:image' | 'size:other'
  | 'side' | 'sideFirst' | 'relation' | 'relationFirst' | 'anchor'
  | 'counted:base' | 'counted:look' | 'counted:size' | 'counted:kind' | 'usual' | 'usual:known' | 'blank' | 'type'

/** One number a component for each feature that the query speaks of; a feature that is not there is 0 for all. */
export type Features = Map<FeatureName, Float64Array>

/** How likely each component is the anchor of a relation, those that are likely at all. */
export type Anchors = readonly { readonly candidate: Candidate; readonly likelihood: number }[]

const SCREEN: Area = { left: 0, top: 0, right: 1, bottom: 1 }
/** What a relation leaves to a component that stands elsewhere. */
const ELSEWHERE = 0.01
const MAX_LABELS = 8
/** With a text of its own such a component has no label beside it. */
const SPEAKING: ReadonlySet<LookClass> = new Set(['text', 'labelled', 'button'])

export type KindGroup = 'text' | 'icon' | 'other'

export function groupOf(kind: NounKind | null): KindGroup {
  if (kind === 'text') return 'text'
  return kind === 'icon' || kind === 'image' || kind === 'button' || kind === 'arrow' || kind === 'logo' ? 'icon' : 'other'
}

/** What depends on the words and the component alone. O(n x words). */
export function wordFeatures(scene: Scene, query: Query, words: WordFit): Features {
  const n = scene.length
  const group = groupOf(query.kind)
  const features: Features = new Map()
  const clickable = add(features, 'clickable', n)
  const decoration = add(features, 'decoration', n)
  const cover = add(features, 'cover', n)
  const thin = add(features, 'thin', n)
  const size = add(features, query.kind === 'image' ? 'size:image' : group === 'icon' ? 'size:icon' : 'size:other', n)
  const type = query.typeWords.length === 0 ? null : add(features, 'type', n)
  for (let i = 0; i < n; i++) {
    const { profile, area } = scene[i]!
    const covered = areaSize(area)
    if (profile.isClickable) clickable[i] = 1
    if (profile.isDecoration) decoration[i] = 1
    if (covered > 0.4) cover[i] = 1
    if (area.bottom - area.top < 0.006 || area.right - area.left < 0.012) thin[i] = 1
    size[i] = Math.log(Math.max(covered, 1e-4)) / 4
    if (type !== null) type[i] = typeFit(query.typeWords, profile.typeWords)
  }
  if (query.units.length === 0) return features
  features.set(`text:${group}`, words.text)
  features.set('whole', words.whole)
  features.set('id', words.id)
  features.set('concept', words.concept)
  features.set(`near:${group}`, nearLabels(scene, words))
  if (words.known < 0.5) addUnknown(features, scene)
  addUsual(features, scene, query, words.known < 0.5 ? 'usual' : 'usual:known')
  return features
}

function add(features: Features, name: FeatureName, n: number): Float64Array {
  const values = new Float64Array(n)
  features.set(name, values)
  return values
}

function typeFit(said: readonly string[], own: ReadonlySet<string>): number {
  let found = 0
  for (const word of own) if (said.includes(word)) found++
  return own.size === 0 ? 0 : found / own.size
}

/** An icon without words is named by the text beside or below it. O(n x labels). */
function nearLabels(scene: Scene, words: WordFit): Float64Array {
  const near = new Float64Array(scene.length)
  const labels = [...scene.keys()].filter((i) => words.text[i]! > 0.3).sort((a, b) => words.text[b]! + words.whole[b]! - words.text[a]! - words.whole[a]!).slice(0, MAX_LABELS)
  for (const i of labels) {
    const label = scene[i]!
    const worth = (words.text[i]! + words.whole[i]!) / 2
    for (let j = 0; j < scene.length; j++) {
      const { area, profile } = scene[j]!
      if (words.text[j]! >= words.text[i]! || (profile.texts.length > 0 && SPEAKING.has(profile.look))) continue
      const cost = holds(area, label.area) ? (areaSize(area) > 0.3 ? MAX_COST : 0.4) : Math.min(relationCost('left', area, label.area), relationCost('above', area, label.area), relationCost('right', area, label.area) + 0.3, relationCost('below', area, label.area) + 0.3)
      near[j] = Math.max(near[j]!, worth * Math.exp(-cost * 1.5))
    }
  }
  return near
}

/** Words that the screen does not have can only be on what says nothing. */
function addUnknown(features: Features, scene: Scene): void {
  const blank = add(features, 'blank', scene.length)
  for (let i = 0; i < scene.length; i++) if (scene[i]!.profile.texts.length === 0) blank[i] = 1
}

function addUsual(features: Features, scene: Scene, query: Query, name: FeatureName): void {
  const concept = query.units.find((unit) => unit.concept !== null && unit.concept.usual.length > 0)?.concept
  if (concept == null || query.sides.length > 0 || query.relations.length > 0 || query.ordinal !== null) return
  const usual = add(features, name, scene.length)
  for (let i = 0; i < scene.length; i++) usual[i] = sideCost(scene[i]!.area, concept.usual, SCREEN)
}

/** What depends on the place. `base` is the score by words and kind alone. */
export function placeFeatures(scene: Scene, query: Query, base: Float64Array, anchors: readonly (readonly [Anchors, Anchors | null])[], features: Features): void {
  const n = scene.length
  if (query.sides.length > 0) {
    const side = add(features, 'side', n)
    for (let i = 0; i < n; i++) side[i] = sideCost(scene[i]!.area, query.sides, SCREEN)
    markFirst(scene, side, 1, base, add(features, 'sideFirst', n))
  }
  const held = new Float64Array(n)
  if (anchors.length > 0) {
    const relation = add(features, 'relation', n)
    const anchor = add(features, 'anchor', n)
    query.relations.forEach(({ name }, r) => {
      for (const side of anchors[r]!) {
        if (side === null) continue
        for (let i = 0; i < n; i++) held[i]! += likelihoodAt(scene[i]!, name, side)
        for (const { candidate, likelihood } of side) anchor[candidate.place]! += likelihood
      }
    })
    for (let i = 0; i < n; i++) relation[i] = held[i]!
    markFirst(scene, relation, -1, base, add(features, 'relationFirst', n))
  }
  if (query.ordinal !== null || query.row !== null || query.column !== null) countFeatures(scene, query, base, features)
}

function likelihoodAt(candidate: Candidate, name: Query['relations'][number]['name'], anchors: Anchors): number {
  let sum = 0
  for (const { candidate: anchor, likelihood } of anchors) {
    if (anchor === candidate) continue
    sum += likelihood * Math.exp(-relationCost(name, candidate.area, anchor.area))
  }
  return Math.log(sum + ELSEWHERE)
}

/** Marks the nearest of those that fit almost as well as the best by words and kind. */
function markFirst(scene: Scene, cost: Float64Array, sign: 1 | -1, base: Float64Array, first: Float64Array): void {
  const most = Math.max(...base)
  let best = -1
  for (let i = 0; i < scene.length; i++) if (base[i]! > most - 1.5 && (best < 0 || cost[i]! * sign < cost[best]! * sign)) best = i
  if (best >= 0) first[best] = 1
}

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
function countFeatures(scene: Scene, query: Query, base: Float64Array, features: Features): void {
  let pool = scene.filter((candidate) => isCountable(candidate, query, features))
  const fit = pool.map(({ place }) => wordFit(place, features))
  const best = Math.max(...fit)
  if (best > 0.4) pool = pool.filter((_candidate, i) => fit[i]! >= best * 0.7)
  const kinds = query.kind === null ? null : LOOKS_OF[query.kind]
  count(pool, query, ({ profile }) => `${profile.look} ${profile.idBase}`, add(features, 'counted:base', scene.length))
  count(pool, query, ({ profile }) => profile.look, add(features, 'counted:look', scene.length))
  count(pool, query, ({ profile, area }) => `${profile.look} ${Math.round((area.right - area.left) * 40)} ${Math.round((area.bottom - area.top) * 60)}`, add(features, 'counted:size', scene.length))
  count(pool, query, ({ profile, place }) => (kinds === null ? (base[place]! > -1 ? 'all' : null) : kinds.includes(profile.look) ? 'kind' : null), add(features, 'counted:kind', scene.length))
}

function wordFit(place: number, features: Features): number {
  let sum = 0
  for (const name of WORD_FEATURES) sum += features.get(name)?.[place] ?? 0
  return sum
}

function isCountable({ profile, area, place }: Candidate, query: Query, features: Features): boolean {
  if (profile.isDecoration || areaSize(area) > 0.6 || area.bottom - area.top < 0.006) return false
  const relation = features.get('relation')
  if (relation !== undefined && relation[place]! < -4) return false
  for (const side of query.sides) {
    if (side === 'left' ? area.left + area.right > 1 : side === 'right' ? area.left + area.right < 1 : side === 'top' ? area.top + area.bottom > 1 : side === 'bottom' ? area.top + area.bottom < 1 : false) return false
  }
  return true
}

function count(pool: readonly Candidate[], query: Query, key: (candidate: Candidate) => string | null, feature: Float64Array): void {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of pool) {
    const name = key(candidate)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [candidate])
    else group.push(candidate)
  }
  for (const group of groups.values()) if (group.length > 1) for (const { place } of countedIn(group, query)) feature[place] = 1
}
