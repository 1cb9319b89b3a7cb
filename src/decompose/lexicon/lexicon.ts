import { colors } from './colors.ts'
import { grammar } from './grammar.ts'
import { nouns } from './nouns.ts'
import { numbers } from './numbers.ts'
import { keyNames, propertyNames } from './properties.ts'
import type { Entry } from './entry.ts'
import { NO_SENSES, uniform } from './senses.ts'
import type { Senses } from './senses.ts'
import { values } from './values.ts'
import { verbs } from './verbs.ts'

/** Where two lists give a phrase the same kind of sense, the earlier list wins: colours before shades, properties before nouns. */
const vocabulary: readonly (readonly Entry[])[] = [
  colors,
  verbs,
  values,
  propertyNames,
  keyNames,
  nouns,
  grammar,
  numbers,
]

const entries = new Map<string, Senses>()
/** For each first word the second words of the phrases that begin with it, with the longest such phrase, in words. */
const beginnings = new Map<string, Map<string, number>>()

for (const list of vocabulary) {
  for (const [names, meaning] of list) {
    for (const phrase of names.split('|')) {
      const known = entries.get(phrase)
      entries.set(phrase, known === undefined ? meaning : { ...meaning, ...known })
      const words = phrase.split(' ')
      if (words.length > 1) noteBeginning(words[0]!, words[1]!, words.length)
    }
  }
}

/** Phrases of one entry share what they mean. */
const shared = new Map<Senses, Senses>()
const phrases = new Map<string, Senses>()
for (const [phrase, known] of entries) {
  let one = shared.get(known)
  if (one === undefined) shared.set(known, (one = uniform(known)))
  phrases.set(phrase, one)
}

function noteBeginning(first: string, second: string, length: number): void {
  const seconds = beginnings.get(first) ?? new Map<string, number>()
  beginnings.set(first, seconds)
  seconds.set(second, Math.max(seconds.get(second) ?? 0, length))
}

/** The senses of a word or phrase in lower case. */
export function sensesOf(phrase: string): Senses {
  return phrases.get(phrase) ?? NO_SENSES
}

export function isKnown(phrase: string): boolean {
  return phrases.has(phrase)
}

/** The phrases that have such senses, in the order of the lists, each once. O(phrases). */
export function phrasesWhere(fits: (senses: Senses) => boolean): string[] {
  const entries = vocabulary.flat().filter(([, senses]) => fits(senses))
  // A later list may give a phrase a sense that an earlier one has given it otherwise.
  return [...new Set(entries.flatMap(([names]) => names.split('|')))].filter((phrase) =>
    fits(sensesOf(phrase)),
  )
}

/** The number of words of the longest phrase that begins with these two; 0 where none does. */
export function longestPhrase(first: string, second: string): number {
  return beginnings.get(first)?.get(second) ?? 0
}

/** Every word of every phrase: what spelling mistakes are corrected to. */
export function vocabularyWords(): ReadonlySet<string> {
  wordSet ??= new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')))
  return wordSet
}

let wordSet: ReadonlySet<string> | null = null
