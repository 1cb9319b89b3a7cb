import type { LookClass } from './component-profile.ts'
import { addFeature, groupOf } from './features.ts'
import type { FeatureName, Features } from './features.ts'
import type { Query } from './query.ts'
import { MAX_COST, relationCost, sideCost } from '../resolve/relation-cost.ts'
import { SCREEN } from './scene.ts'
import { areaSize, holds } from '../resolve/area.ts'
import type { Scene } from './scene.ts'
import type { WordFit } from './unit-match.ts'

/** Lines and covers, as fractions of the screen. */
const THIN_HEIGHT = 0.006
const THIN_WIDTH = 0.012
const COVERING = 0.4
const MAX_LABELS = 8
/** With a text of its own such a component has no label beside it. */
const SPEAKING: ReadonlySet<LookClass> = new Set(['text', 'labelled', 'button'])

/** What depends on the words and the component alone. O(n x words). */
export function wordFeatures(scene: Scene, query: Query, words: WordFit): Features {
  const n = scene.length
  const group = groupOf(query.kind)
  const features: Features = new Map()
  const clickable = addFeature(features, 'clickable', n)
  const decoration = addFeature(features, 'decoration', n)
  const cover = addFeature(features, 'cover', n)
  const thin = addFeature(features, 'thin', n)
  const size = addFeature(
    features,
    query.kind === 'image' ? 'size:image' : group === 'icon' ? 'size:icon' : 'size:other',
    n,
  )
  const type = query.typeWords.length === 0 ? null : addFeature(features, 'type', n)
  const named = [...query.typeWords, ...query.units.flatMap((unit) => unit.words)]
  for (let i = 0; i < n; i++) {
    const { profile, area } = scene[i]!
    // Who speaks of a divider means one.
    const isNamed = profile.isDecoration && typeFit(named, profile.typeWords) > 0
    const covered = areaSize(area)
    if (profile.isClickable) clickable[i] = 1
    if (profile.isDecoration && !isNamed) decoration[i] = 1
    if (covered > COVERING) cover[i] = 1
    if (!isNamed && (area.bottom - area.top < THIN_HEIGHT || area.right - area.left < THIN_WIDTH)) thin[i] = 1
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

function typeFit(said: readonly string[], own: readonly string[]): number {
  let found = 0
  for (const word of own) if (said.includes(word)) found++
  return own.length === 0 ? 0 : found / own.length
}

/** An icon without words is named by the text beside or below it. O(n x labels). */
function nearLabels(scene: Scene, words: WordFit): Float64Array {
  const near = new Float64Array(scene.length)
  const labels = [...scene.keys()]
    .filter((i) => words.text[i]! > 0.3)
    .sort((a, b) => words.text[b]! + words.whole[b]! - words.text[a]! - words.whole[a]!)
    .slice(0, MAX_LABELS)
  for (const i of labels) {
    const label = scene[i]!
    const worth = (words.text[i]! + words.whole[i]!) / 2
    for (let j = 0; j < scene.length; j++) {
      const { area, profile } = scene[j]!
      if (words.text[j]! >= words.text[i]! || (profile.texts.length > 0 && SPEAKING.has(profile.look)))
        continue
      const cost = holds(area, label.area)
        ? areaSize(area) > 0.3
          ? MAX_COST
          : 0.4
        : Math.min(
            relationCost('left', area, label.area),
            relationCost('above', area, label.area),
            relationCost('right', area, label.area) + 0.3,
            relationCost('below', area, label.area) + 0.3,
          )
      near[j] = Math.max(near[j]!, worth * Math.exp(-cost * 1.5))
    }
  }
  return near
}

/** Words that the screen does not have can only be on what says nothing. */
function addUnknown(features: Features, scene: Scene): void {
  const blank = addFeature(features, 'blank', scene.length)
  for (let i = 0; i < scene.length; i++) if (scene[i]!.profile.texts.length === 0) blank[i] = 1
}

function addUsual(features: Features, scene: Scene, query: Query, name: FeatureName): void {
  const concept = query.units.find((unit) => unit.concept !== null && unit.concept.usual.length > 0)?.concept
  if (
    concept === undefined ||
    concept === null ||
    query.sides.length > 0 ||
    query.relations.length > 0 ||
    query.ordinal !== null
  )
    return
  const usual = addFeature(features, name, scene.length)
  for (let i = 0; i < scene.length; i++) usual[i] = sideCost(scene[i]!.area, concept.usual, SCREEN)
}
