import type { DocumentIndex } from '../document/document-index.ts'
import { editDistance, leastDistance, lettersOf } from './edit-distance.ts'
import { keywords } from './read/read-keyword.ts'
import { isKnown, vocabularyWords } from './lexicon/lexicon.ts'

/** A word that may have been meant. */
export interface NearWord {
  readonly word: string
  readonly kind: 'spelling' | 'word-form'
}

const MAX_NEAR = 5

/** Slips and foreign words that the vocabulary reads, but that nobody meant to write. */
const UNWRITTEN: ReadonlySet<string> = new Set([
  'und',
  'et',
  'teh',
  'em',
  'ur',
  'um',
  'uh',
  'er',
  'frst',
  'shud',
  'shoud',
])

/** Edits that a word of this length may have and still be read. */
function allowance(length: number): number {
  return length <= 2 ? 0.7 : length <= 4 ? 1 : length <= 6 ? 1.5 : 2.2
}

/** A word that could be meant. */
interface Candidate {
  readonly word: string
  readonly letters: number
  readonly bonus: number
}

let ofVocabulary: readonly Candidate[] | null = null

function vocabularyCandidates(): readonly Candidate[] {
  ofVocabulary ??= [...new Set([...vocabularyWords(), ...keywords()])]
    .filter((word) => !UNWRITTEN.has(word))
    .map((word) => ({ word, letters: lettersOf(word), bonus: isKnown(word) ? 0.1 : 0 }))
  return ofVocabulary
}

/**
 * Words of the vocabulary and the document that an unknown word may stand for, nearest first: a few slips away, or another
 * form of it. Most candidates fall by their letters alone (bench: refusal/misspelled).
 * O(words of both x length of the word).
 */
export function nearWords(word: string, before: string, after: string, index: DocumentIndex): NearWord[] {
  const limit = allowance(word.length)
  const letters = lettersOf(word)
  const scored = new Map<string, { readonly score: number; readonly kind: NearWord['kind'] }>()
  const consider = (candidate: string, its: number, bonus: number): void => {
    if (candidate.length < 2 || candidate === word) return
    const isFar = Math.abs(candidate.length - word.length) > 2 || leastDistance(letters, its) > limit
    const distance = isFar ? Infinity : editDistance(word, candidate, limit)
    const form = distance <= limit ? Infinity : formDistance(word, candidate)
    const nearest = Math.min(distance <= limit ? distance : Infinity, form)
    if (nearest === Infinity) return
    // A letter left out is a likelier slip than another in its place.
    const replaced = distance >= 1 && candidate.length === word.length ? 0.05 : 0
    const fits = isKnown(`${before} ${candidate}`) || isKnown(`${candidate} ${after}`)
    const score = nearest + replaced - bonus - (fits ? 0.35 : 0)
    if (score < (scored.get(candidate)?.score ?? Infinity))
      scored.set(candidate, { score, kind: form < distance ? 'word-form' : 'spelling' })
  }
  for (const candidate of vocabularyCandidates()) consider(candidate.word, candidate.letters, candidate.bonus)
  if (word.length > 2) {
    for (const candidate of index.vocabulary()) {
      consider(candidate, lettersOf(candidate), 0.15)
      if (word.endsWith('s')) consider(`${candidate}s`, lettersOf(`${candidate}s`), 0.15)
    }
  }
  return [...scored]
    .sort((a, b) => a[1].score - b[1].score || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(([near, { kind }]) => ({ word: near, kind }))
}

/** Endings that make another form of a word. */
const ENDINGS: ReadonlySet<string> = new Set([
  's',
  'es',
  'ed',
  'd',
  'er',
  'ers',
  'r',
  'ing',
  'ings',
  'ion',
  'ions',
  'y',
  'ly',
])

/** Letters that a word may be cut short to, and that a word with an ending has before it. */
const LEAST_STEM = 4

/** How far a word is from another of which it is a form ("charting" and chart, "desc" and description); else Infinity. O(length). */
function formDistance(word: string, other: string): number {
  if (word.length >= LEAST_STEM && other.startsWith(word)) return 0.95 + 0.03 * (other.length - word.length)
  if (other.length < 3) return Infinity
  if (word.startsWith(other) && ENDINGS.has(word.slice(other.length)))
    return other.length >= LEAST_STEM ? 1.2 : 1.4
  const stem = other.slice(0, -1)
  const isSoft = other.endsWith('e') || other.endsWith('y')
  return isSoft && stem.length >= 3 && word.startsWith(stem) && ENDINGS.has(word.slice(stem.length))
    ? 1.25
    : Infinity
}
