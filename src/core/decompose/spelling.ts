import type { Issue } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { splitWords } from '../document/words.ts'
import { editDistance, leastDistance, lettersOf } from './edit-distance.ts'
import { lex } from './lexeme.ts'
import { isKnown, vocabularyWords } from './lexicon/lexicon.ts'
import { NO_SENSES } from './lexicon/senses.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/** A command with slips put right, and what was changed. */
export interface Corrected {
  readonly text: string
  readonly corrections: readonly { readonly from: string; readonly to: string }[]
  readonly issues: readonly Issue[]
}

/** A word nobody knows, with the words it may stand for, nearest first. */
interface Misspelled {
  readonly token: Token
  readonly options: readonly string[]
}

const MAX_OPTIONS = 3

const MAX_TEXTS = 6

/** More unknown words than this are a text, not slips. */
const MAX_MISSPELLED = 24

/**
 * Readings of a command whose unknown words are replaced by near words of the vocabulary or the document, best first.
 * Quoted text, numbers and ids are left alone. O(unknown words x vocabulary), paid only by commands that failed.
 */
export function spellings(text: string, index: DocumentIndex): Corrected[] {
  const misspelled = unknownWords(text, index)
  if (misspelled.length === 0 || misspelled.length > MAX_MISSPELLED) return []
  const results: Corrected[] = []
  const plain = rewrite(text, misspelled, () => 0)
  if (plain.corrections.length > 0) results.push(plain)
  for (const [i, { options }] of misspelled.entries()) {
    for (let option = 1; option < options.length && results.length < MAX_TEXTS; option++)
      results.push(rewrite(text, misspelled, (j) => (i === j ? option : 0)))
  }
  return results
}

function rewrite(text: string, words: readonly Misspelled[], choose: (i: number) => number): Corrected {
  const corrections: { from: string; to: string }[] = []
  const issues: Issue[] = []
  let result = ''
  let from = 0
  words.forEach(({ token, options }, i) => {
    const said = text.slice(token.start, token.end)
    const option = options[choose(i)]!
    if (option === token.word) return
    const to = said.length > 1 && said === said.toUpperCase() ? option.toUpperCase() : option
    result += text.slice(from, token.start) + to
    from = token.end
    corrections.push({ from: said, to })
    issues.push({
      code: 'corrected',
      severity: 'note',
      stage: 'decompose',
      message: `"${said}" was read as "${to}"`,
      span: { start: token.start, end: token.end },
    })
  })
  return { text: result + text.slice(from), corrections, issues }
}

/** Slips that make another word: tried where the command means nothing as it stands. */
const CONFUSED: ReadonlyMap<string, string> = new Map([
  ['form', 'from'],
  ['from', 'form'],
  ['blow', 'below'],
  ['tow', 'two'],
  ['fro', 'for'],
  ['sue', 'use'],
  ['bolt', 'bold'],
  ['rad', 'red'],
  ['reed', 'red'],
  ['wight', 'white'],
  ['bleu', 'blue'],
  ['loose', 'lose'],
  ['too', 'to'],
  ['then', 'than'],
])

function unknownWords(text: string, index: DocumentIndex): Misspelled[] {
  const found: Misspelled[] = []
  let unknown = 0
  const lexemes = lex(tokenize(text))
  for (const [i, { token, senses, word }] of lexemes.entries()) {
    const confused = CONFUSED.get(word)
    if (token.kind === 'word' && confused !== undefined) {
      found.push({ token, options: [word, confused] })
      continue
    }
    if (token.kind !== 'word' || senses !== NO_SENSES || word !== token.word || word.length < 2) continue
    if (/\d|_/.test(word) || splitWords(word).every((part) => index.hasWord(part))) continue
    // So many unknown words are a text, not slips: the search for neighbours is not worth its time.
    if (++unknown > MAX_MISSPELLED) return []
    // "theme" is a word by itself only beside others: it is changed only where leaving it does not help.
    const own = vocabularyWords().has(word) ? [word] : []
    const options = nearest(word, lexemes[i - 1]?.word ?? '', lexemes[i + 1]?.word ?? '', index)
    if (options.length > 0) found.push({ token, options: [...own, ...options] })
  }
  return found
}

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
  ofVocabulary ??= [...vocabularyWords()]
    .filter((word) => !UNWRITTEN.has(word))
    .map((word) => ({
      word,
      letters: lettersOf(word),
      bonus: isKnown(word) ? 0.1 : 0,
    }))
  return ofVocabulary
}

/** Most candidates fall by their letters alone (bench: refusal/misspelled). */
function nearest(word: string, before: string, after: string, index: DocumentIndex): string[] {
  const limit = allowance(word.length)
  const letters = lettersOf(word)
  const scored = new Map<string, number>()
  const consider = (candidate: string, its: number, bonus: number): void => {
    if (Math.abs(candidate.length - word.length) > 2 || candidate.length < 2 || candidate === word) return
    if (leastDistance(letters, its) > limit) return
    const distance = editDistance(word, candidate, limit)
    if (distance > limit) return
    const fits = isKnown(`${before} ${candidate}`) || isKnown(`${candidate} ${after}`)
    const score = distance - bonus - (fits ? 0.35 : 0)
    if (score < (scored.get(candidate) ?? Infinity)) scored.set(candidate, score)
  }
  for (const candidate of vocabularyCandidates()) consider(candidate.word, candidate.letters, candidate.bonus)
  if (word.length > 2) {
    for (const candidate of index.vocabulary()) {
      consider(candidate, lettersOf(candidate), 0.15)
      if (word.endsWith('s')) consider(`${candidate}s`, lettersOf(`${candidate}s`), 0.15)
    }
  }
  return [...scored]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_OPTIONS)
    .map(([candidate]) => candidate)
}
