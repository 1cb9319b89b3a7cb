import type { DocumentIndex } from '../../document/document-index.ts'
import { NAME_LENGTH } from '../../document/screen-names.ts'
import { stem } from '../../document/words.ts'
import { editDistance, leastDistance, lettersOf } from '../edit-distance.ts'
import { isEnglishWord } from '../lexicon/english-words.ts'
import { isFunctionWord } from '../lexicon/function-words.ts'
import { vocabularyWords } from '../lexicon/lexicon.ts'
import type { Token } from '../token.ts'
import { commandWords } from './command-words.ts'
import type { CommandWords } from './command-words.ts'
import { spotsIn } from './spot.ts'
import type { Spot } from './spot.ts'

/** Shorter words are too near to too many. */
const LEAST_LENGTH = 4

/** Words of this length may have two slips. */
const LONG = 8

/** More unknown words than this are a text, not slips. */
const MOST_UNKNOWN = 8

/** Words of the document that one unknown word may stand for. */
const MOST_MEANT = 3

/**
 * Names said with a slip, in words that neither the vocabulary nor the document nor English knows: a letter more, less or
 * other, two that changed places, from 8 letters two such; the first letter is right. O(unknown words x vocabulary of the
 * document), at most 8 of them.
 */
export function slipSpots(tokens: readonly Token[], text: string, index: DocumentIndex): readonly Spot[] {
  const words = commandWords(tokens, text)
  const unknown = words.words.flatMap((word, i) =>
    isUnknown(word, words.first[i]!, tokens, index) ? [i] : [],
  )
  if (unknown.length === 0 || unknown.length > MOST_UNKNOWN) return []
  const meant = new Map(unknown.map((i) => [i, nearest(words.words[i]!, index)]))
  const spots: Spot[] = []
  for (const [i, options] of meant) {
    for (const option of options) {
      const choice = new Map(
        [...meant].flatMap(([at, [first]]) => (first === undefined ? [] : [[at, first] as const])),
      )
      const said = withWords(words, i, choice.set(i, option))
      for (const spot of spotsIn(said, tokens, text, index)) {
        const slip = slipIn(spot, words, choice)
        // A name with two slips is found at the first.
        if (slip !== null && slip.first === i && spot.how !== 'shape')
          spots.push({ ...spot, slip: { from: slip.from, to: slip.to } })
      }
    }
  }
  return spots.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** A word as it is written that no list has. */
function isUnknown(word: string, token: number, tokens: readonly Token[], index: DocumentIndex): boolean {
  if (word.length < LEAST_LENGTH || tokens[token]?.kind !== 'word' || !/^\p{L}+$/u.test(word)) return false
  return (
    !isFunctionWord(word) &&
    !vocabularyWords().has(word) &&
    !vocabularyWords().has(stem(word)) &&
    !isEnglishWord(word) &&
    !index.hasWord(word)
  )
}

/** Words of the document that are a slip away, nearest first. O(vocabulary of the document). */
function nearest(word: string, index: DocumentIndex): string[] {
  const said = stem(word)
  const first = said.charCodeAt(0)
  const letters = lettersOf(said)
  const found: { readonly word: string; readonly distance: number }[] = []
  for (const candidate of index.vocabulary()) {
    const limit = Math.max(said.length, candidate.length) < LONG ? 1 : 2
    if (candidate.charCodeAt(0) !== first || Math.abs(candidate.length - said.length) > limit) continue
    if (candidate.length < LEAST_LENGTH - 1 || leastDistance(letters, lettersOf(candidate)) > limit) continue
    const distance = editDistance(said, candidate, limit)
    if (distance <= limit) found.push({ word: candidate, distance })
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_MEANT)
    .map((near) => near.word)
}

/** The words around one, as far as a name may reach, with other words in some places. */
function withWords(said: CommandWords, at: number, choice: ReadonlyMap<number, string>): CommandWords {
  let from = Math.max(0, at - NAME_LENGTH)
  while (from > 0 && said.last[from - 1] === said.first[from]) from--
  const to = at + NAME_LENGTH + 1
  const chosen = (words: readonly string[]): string[] =>
    words.slice(from, to).map((word, i) => choice.get(from + i) ?? word)
  return {
    words: chosen(said.words),
    stems: chosen(said.stems),
    starts: said.starts.slice(from, to),
    ends: said.ends.slice(from, to),
    first: said.first.slice(from, to),
    last: said.last.slice(from, to),
    gaps: said.gaps.slice(from, to),
    isShouted: said.isShouted,
  }
}

interface Slip {
  readonly first: number
  readonly from: string
  readonly to: string
}

/** Which misspelt words lie in a spot; null for none. */
function slipIn({ from, to }: Spot, words: CommandWords, choice: ReadonlyMap<number, string>): Slip | null {
  const inside = [...choice].filter(([i]) => words.first[i]! >= from && words.last[i]! < to)
  if (inside.length === 0) return null
  inside.sort(([a], [b]) => a - b)
  return {
    first: inside[0]![0],
    from: inside.map(([i]) => words.words[i]).join(' '),
    to: inside.map(([, word]) => word).join(' '),
  }
}
