import { NAME_FIELDS } from '../../document/name-trie.ts'
import type { NameField } from '../../document/name-trie.ts'
import { MOST_BEARERS, NAME_LENGTH } from '../../document/screen-names.ts'
import type { ScreenNames } from '../../document/screen-names.ts'
import { isFunctionWord } from '../lexicon/function-words.ts'
import { GAP, mayEnd } from './command-words.ts'
import type { CommandWords, Run } from './command-words.ts'

const NONE: readonly Run[] = []

/** In one text a word is looked for at so many places. */
const MOST_PLACES = 4

/** The longest rows of words from a word on that stand in texts, alternatives or placeholders. O(1). */
export function longestParts(words: CommandWords, start: number, names: ScreenNames): readonly Run[] {
  const first = words.stems[start]!
  const spread = names.spread(first)
  if (spread === 0 || spread > MOST_BEARERS || !mayOpen(words, start)) return NONE
  const runs: Run[] = []
  for (const { field, words: its } of names.around(first)) {
    const end = trimmed(words, start, longestRow(words, start, its))
    const at = runs.findIndex((run) => run.field === field)
    if (end <= start) continue
    if (at < 0) runs.push(runOf(words, start, end, field))
    else if (end > runs[at]!.end) runs[at] = runOf(words, start, end, field)
    else if (end === runs[at]!.end && !runs[at]!.many) runs[at] = { ...runs[at]!, many: true }
  }
  return runs.length > 1 ? runs.sort((a, b) => order(a.field) - order(b.field)) : runs
}

function runOf(words: CommandWords, start: number, end: number, field: NameField): Run {
  return { how: 'part', field, key: words.stems.slice(start, end).join(' '), start, end, many: false }
}

function order(field: NameField): number {
  return NAME_FIELDS.indexOf(field)
}

/** A function word, a short number, a letter or a sign names nothing. */
function mayOpen({ words }: CommandWords, at: number): boolean {
  const word = words[at]!
  if (/^\d/.test(word)) return word.length > 2
  return word.length > 1 && !isFunctionWord(word)
}

function longestRow(words: CommandWords, start: number, its: readonly string[]): number {
  let longest = 0
  let at = its.indexOf(words.stems[start]!)
  for (let place = 0; at >= 0 && place < MOST_PLACES; place++) {
    let count = 1
    while (
      count < NAME_LENGTH &&
      start + count < words.stems.length &&
      words.gaps[start + count] === GAP.open &&
      words.stems[start + count] === its[at + count]
    )
      count++
    if (count > longest) longest = count
    at = its.indexOf(words.stems[start]!, at + 1)
  }
  return start + longest
}

/** The end without function words, and at the end of a token; `start` where nothing is left. */
function trimmed(words: CommandWords, start: number, end: number): number {
  let last = end
  while (last > start && (!mayEnd(words, last - 1) || isFunctionWord(words.words[last - 1]!))) last--
  return last
}
