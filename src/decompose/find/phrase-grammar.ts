import { stem } from '../../document/words.ts'
import type { SideName } from '../lexicon/senses.ts'
import { conceptPhrases, conceptOf } from './icon-concepts.ts'
import type { IconConcept } from './icon-concepts.ts'
import { kindOf, nounEntries } from './noun-kinds.ts'
import type { NounKind } from './noun-kinds.ts'
import type { QueryRelationName } from './query.ts'

/** What a word or phrase does in a description of a component. */
export type Tag =
  | { readonly tag: 'relation'; readonly relation: QueryRelationName }
  | { readonly tag: 'side'; readonly side: SideName }
  | { readonly tag: 'ordinal'; readonly ordinal: number }
  | { readonly tag: 'line'; readonly of: 'row' | 'column' }
  | { readonly tag: 'preposition'; readonly word: string }
  | { readonly tag: 'page' }
  | { readonly tag: 'corner' }
  | { readonly tag: 'says' }
  | { readonly tag: 'act' }
  | { readonly tag: 'skip' }
  | { readonly tag: 'look' }
  | { readonly tag: 'kind'; readonly kind: NounKind; readonly noun: string }
  | { readonly tag: 'concept'; readonly concept: IconConcept }

const relations: Readonly<Record<QueryRelationName, string>> = {
  below:
    'below|under|beneath|underneath|just below|right below|directly below|immediately below|below to|below of|under of|just under|right under|down to|just beneath|bottom to|immediately under|below from',
  above:
    'above|over|just above|right above|directly above|immediately above|above to|above of|on top of|up to|top to|just over|upon',
  next: 'next to|beside|beside to|besides|besides to|near|near to|nearby|close to|adjacent to|alongside|along with|along side|just beside|right beside|immediately next to|next of|by the side of|side of|side to|next|aside|near by|adjacent|at the side of|beside of|opposite to|opposite|corresponding to',
  left: 'left to|left of|left side to|left side of|left hand side of|left hand side to|left next to|left beside|immediate left of|immediate left to|immediately left to|immediately left of|next left to|just left to|just left of|left hand of|left from|left side from|left with',
  right:
    'right to|right of|right side to|right side of|right hand side of|right hand side to|right next to|immediate right of|immediate right to|immediately right to|immediately right of|next right to|just right to|just right of|right hand of|right from|right side from|right with',
  before: 'before|just before|right before|immediately before|prior to|in front of|ahead of|preceding',
  after: 'after|just after|right after|immediately after|behind|following to|followed by|next after',
  between: 'between|in between|in between of|middle of|in middle of',
  inside: 'inside|within|inside of|under the section|belongs to|belonging to',
}

const sides: readonly (readonly [string, SideName])[] = [
  ['top|upper|topmost|top most|up side|uppermost', 'top'],
  ['bottom|lower|bottommost|bottom most|down|down side|downside|lowermost', 'bottom'],
  ['left|leftmost|left most|left hand|extreme left', 'left'],
  ['right|rightmost|right most|right hand|extreme right', 'right'],
  ['middle|center|centre|central|mid', 'middle'],
]

const ordinals: readonly (readonly [string, number])[] = [
  ['first|1st|first one|initial', 1],
  ['second|2nd', 2],
  ['third|3rd', 3],
  ['fourth|4th|forth', 4],
  ['fifth|5th', 5],
  ['sixth|6th', 6],
  ['seventh|7th', 7],
  ['eighth|8th|eigth', 8],
  ['ninth|9th', 9],
  ['tenth|10th', 10],
  ['eleventh|11th', 11],
  ['twelfth|12th', 12],
  ['last|final', -1],
  ['second last|second to last|last but one|penultimate', -2],
  ['third last|third to last|last but two', -3],
]

const ACTS =
  'click|clicks|tap|press|select|choose|pick|go|move|open|touch|hit|take|find|locate|push|navigate|check out|tick on|hover|get|show|show me|see|swipe|scroll|click on|tap on|select on|please|kindly|enter|search for|look for|where is|i want|highlight|point to'
const PREPOSITIONS = 'in|on|at|from|of|to|for|with|by|into|onto'
const PAGES =
  'page|web page|webpage|screen|website|app|web site|display|window|given page|phone screen|main page|current page|mobile screen|home screen|site|entire screen|whole page'
const CORNERS =
  'corner|side|hand side|edge|end|part|portion|area|most|hand|sides|hand corner|side corner|line'
const SAYS =
  'says|reads|saying|named|called|titled|labeled|labelled|having text|that says|which says|mentioned|written|mentions|contains|containing|having|has|shows|showing|displaying|displays|which has|that has|with text|with the text|text as|reading|stating|states|represents|marked|marked as|named as|labelled as|called as|mentioned as|written as|as'
const SKIPS =
  'the|a|an|this|that|which|is|are|it|its|and|placed|present|presents|located|there|shown|given|available|appears|immediate|immediately|just|only|exactly|directly|please|one|situated|seen|found|visible|kept|positioned|provided|inside it|me|be|was|i|my|your|together|then|so|ones|lies|lying|who|whose|what|somewhere|very|also|like'
const LOOKS =
  'blue|red|green|yellow|orange|pink|purple|black|white|grey|gray|brown|golden|violet|blue colored|blue coloured|color|colour|colored|coloured|circular|round|square|rectangular|rectangle|shaped|shape|small|mini|big|large|bigger|smaller|little|dark|bright|bold|highlighted|tiny|circle|triangle|triangular|oval|long|complete|whole|entire|full|main|single|color icon'

const table = new Map<string, Tag>()
let longestWords = 1

function add(phrases: string | Iterable<string>, tag: (phrase: string) => Tag): void {
  for (const phrase of typeof phrases === 'string' ? phrases.split('|') : phrases) {
    table.set(phrase, tag(phrase))
    longestWords = Math.max(longestWords, phrase.split(' ').length)
  }
}

// Later lists win: grammar over concepts, nouns of several words over their parts.
add(conceptPhrases(), (phrase) => ({ tag: 'concept', concept: conceptOf(phrase)! }))
add(LOOKS, () => ({ tag: 'look' }))
add(nounEntries(), (noun) => ({ tag: 'kind', kind: kindOf(noun)!, noun }))
add(SKIPS, () => ({ tag: 'skip' }))
add(SAYS, () => ({ tag: 'says' }))
add(PREPOSITIONS, (word) => ({ tag: 'preposition', word }))
add(PAGES, () => ({ tag: 'page' }))
add(CORNERS, () => ({ tag: 'corner' }))
add('row|line|horizontal row', () => ({ tag: 'line', of: 'row' }))
add('column|vertical row', () => ({ tag: 'line', of: 'column' }))
for (const [phrases, side] of sides) add(phrases, () => ({ tag: 'side', side }))
for (const [phrases, ordinal] of ordinals) add(phrases, () => ({ tag: 'ordinal', ordinal }))
for (const relation of Object.keys(relations) as QueryRelationName[])
  add(relations[relation], () => ({ tag: 'relation', relation }))
// "next" by itself is a name: the next button.
table.set('next', { tag: 'concept', concept: conceptOf('next')! })

const acts: ReadonlySet<string> = new Set(ACTS.split('|'))

export function isAct(word: string): boolean {
  return acts.has(word)
}

export interface Tagged {
  readonly tag: Tag | null
  /** Stemmed words. */
  readonly words: readonly string[]
}

/** Gives each word, or the longest phrase that begins with it, its tag. Linear: no phrase is longer than five words. */
export function tagAt(words: readonly string[], at: number, until: number): Tagged {
  for (let count = Math.min(longestWords, until - at); count > 0; count--) {
    const plain = words.slice(at, at + count)
    const tag = table.get(plain.join(' ')) ?? table.get(plain.map(stem).join(' '))
    if (tag !== undefined) return { tag, words: plain.map(stem) }
  }
  return { tag: null, words: [stem(words[at]!)] }
}
