import { editDistance } from '../edit-distance.ts'
import type { ComponentProfile } from './component-profile.ts'
import type { Query, Unit } from './query.ts'
import type { Scene } from './scene.ts'

/** How the words of a query fit each component, by where the words were found; 0 to 1. */
export interface WordFit {
  /** In its text or alternative text. */
  readonly text: Float64Array
  /** The share of its text that the words are, times `text`. */
  readonly whole: Float64Array
  /** In its id, and not in its text. */
  readonly id: Float64Array
  /** In neither, but called by a word for the same thing. */
  readonly concept: Float64Array
  /** The greatest of all over the components: 0 when no word is found anywhere. */
  best: number
  /** Share of the words' weight that is found somewhere. */
  known: number
}

const FUZZY = 0.75
const PART_OF_ID = 0.7
/** The component is of such a type or role: "header", "badge". */
const OF_KIND = 0.9
/** What a word that nobody has still counts beside the others. */
const UNKNOWN_WEIGHT = 0.3
/** Slips are looked for in words of at least this length. */
const LEAST_FUZZY = 5
/** So many unknown words are looked for loosely; more are a text. */
const MAX_LOOSE = 8
/** With so much in its text or id a component needs no other word for the same thing. */
const NAMED_WELL = 0.6

/** Finds each word in each component; words that nobody has are looked for loosely. O(n x words). */
export function matchUnits(scene: Scene, query: Query): WordFit {
  const n = scene.length
  const fit: WordFit = {
    text: new Float64Array(n),
    whole: new Float64Array(n),
    id: new Float64Array(n),
    concept: new Float64Array(n),
    best: 0,
    known: 0,
  }
  let total = 0
  let loose = MAX_LOOSE
  const found: UnitFit = {
    text: new Float64Array(n),
    id: new Float64Array(n),
    concept: new Float64Array(n),
    count: 0,
  }
  for (const unit of query.units) {
    matchUnit(scene, unit, found)
    if (found.count === 0 && loose-- > 0) matchLoosely(scene, unit, found)
    const weight =
      unit.weight * (found.count === 0 ? UNKNOWN_WEIGHT : Math.log(1 + n / found.count) / Math.log(1 + n))
    total += weight
    if (found.count > 0) fit.known += weight
    for (let i = 0; i < n; i++) {
      fit.text[i]! += weight * found.text[i]!
      fit.id[i]! += weight * found.id[i]!
      fit.concept[i]! += weight * found.concept[i]!
    }
  }
  if (total === 0) return fit
  const wanted = query.units
    .filter(({ weight }) => weight >= 1)
    .reduce((sum, { words }) => sum + words.length, 0)
  fit.known /= total
  for (let i = 0; i < n; i++) {
    fit.text[i]! /= total
    fit.id[i]! /= total
    fit.concept[i]! /= total
    fit.best = Math.max(fit.best, fit.text[i]! + fit.id[i]! + fit.concept[i]!)
    if (fit.text[i]! > 0) fit.whole[i] = fit.text[i]! * Math.min(1, wanted / shortest(scene[i]!.profile))
  }
  return fit
}

function shortest({ texts }: ComponentProfile): number {
  let least = Infinity
  for (const text of texts) least = Math.min(least, text.length)
  return least
}

interface UnitFit {
  readonly text: Float64Array
  readonly id: Float64Array
  readonly concept: Float64Array
  /** Components that fit somehow. */
  count: number
}

/** Fills `fit`, which is used again for each unit. */
function matchUnit(scene: Scene, unit: Unit, fit: UnitFit): void {
  fit.count = 0
  for (let i = 0; i < scene.length; i++) {
    const { profile } = scene[i]!
    const text = unit.isSaid ? said(profile, unit.words) : share(unit.words, profile.textWords)
    const id = text === 1 ? 0 : Math.max(0, named(unit, profile) - text)
    const concept =
      unit.concept !== null && text + id < NAMED_WELL ? Math.max(0, called(unit, profile) - text - id) : 0
    fit.text[i] = text
    fit.id[i] = id
    fit.concept[i] = concept
    if (text > 0 || id > 0 || concept > 0) fit.count++
  }
}

function named(unit: Unit, profile: ComponentProfile): number {
  const { words } = unit
  return Math.max(
    share(words, profile.idWords),
    inId(unit, profile),
    OF_KIND * share(words, profile.typeWords),
  )
}

function share(words: readonly string[], own: readonly string[]): number {
  if (own.length === 0) return 0
  let found = 0
  for (const word of words) if (own.includes(word)) found++
  return found / words.length
}

function said({ texts }: ComponentProfile, words: readonly string[]): number {
  for (const text of texts) {
    for (let start = 0; start + words.length <= text.length; start++) {
      let length = 0
      while (length < words.length && text[start + length] === words[length]) length++
      if (length === words.length) return 1
    }
  }
  return 0
}

/** Ids run words together: "searchview", "btnplay". */
function inId({ words }: Unit, { idBase }: ComponentProfile): number {
  for (const word of words) if (word.length < 4 || !idBase.includes(word)) return 0
  return PART_OF_ID
}

function called({ concept }: Unit, { textWords, idWords }: ComponentProfile): number {
  let best = 0
  for (const word of textWords)
    best = Math.max(best, (concept!.called.get(word) ?? 0) * (textWords.length <= 3 ? 1 : 0.7))
  for (const word of idWords) best = Math.max(best, concept!.called.get(word) ?? 0)
  return best
}

/** A word that nobody has may be misspelled or run together: "circumfernce", "clubtijuana". */
function matchLoosely(scene: Scene, unit: Unit, fit: UnitFit): void {
  const word = unit.words.join('')
  if (word.length < LEAST_FUZZY) return
  for (let i = 0; i < scene.length; i++) {
    const { texts, textWords, idWords } = scene[i]!.profile
    let best = 0
    for (const text of texts)
      if (text.length > 1 && text.length < 12 && text.join('').includes(word)) best = FUZZY
    if (best === 0) for (const own of textWords) if (isNear(word, own)) best = FUZZY
    if (best > 0) fit.text[i] = best
    else for (const own of idWords) if (isNear(word, own)) fit.id[i] = FUZZY
    if (fit.text[i]! > 0 || fit.id[i]! > 0) fit.count++
  }
}

function isNear(word: string, own: string): boolean {
  if (own.length < LEAST_FUZZY - 1 || Math.abs(own.length - word.length) > 3) return false
  if (word.startsWith(own) || own.startsWith(word)) return true
  return editDistance(word, own, word.length > 7 ? 2 : 1) < Infinity
}
