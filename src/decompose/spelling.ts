import { confidenceOfKind } from '../command/correction.ts'
import type { Correction, CorrectionKind } from '../command/correction.ts'
import type { Issue, Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import { splitWords } from '../document/words.ts'
import { cutWords } from './cut-words.ts'
import type { DoubledWord } from './doubled-words.ts'
import type { Lexeme } from './lexeme.ts'
import { lex } from './lexeme.ts'
import { sensesOf, vocabularyWords } from './lexicon/lexicon.ts'
import { isListedWord } from './lexicon/english-words.ts'
import { isPlainWord } from './lexicon/plain-words.ts'
import { NO_SENSES } from './lexicon/senses.ts'
import { nearWords } from './near-words.ts'
import { isUnitWord } from './read/read-amount.ts'
import { keywords } from './read/read-keyword.ts'
import { tokenize } from './tokenize.ts'

/** A command with slips put right, and what was changed. */
export interface Corrected {
  readonly text: string
  readonly corrections: readonly Correction[]
  readonly issues: readonly Issue[]
}

/** Other words for a stretch of a command. */
export interface Rewording extends Span {
  readonly to: string
  readonly kind: CorrectionKind
}

/** Something nobody knows, with what it may stand for, likeliest first; null: as it is. */
type Misspelled = readonly (Rewording | null)[]

const MAX_TEXTS = 8

/** More unknown words than this are a text, not slips. */
const MAX_MISSPELLED = 24

/**
 * Readings of a command whose unknown words are replaced by near words of the vocabulary or the document, best first.
 * Quoted text, numbers and ids are left alone. O(unknown words x vocabulary), paid only by commands that failed.
 */
export function spellings(text: string, index: DocumentIndex): Corrected[] {
  const misspelled = unknownWords(text, index)
  if (misspelled.length > MAX_MISSPELLED) return []
  const results: Corrected[] = []
  const add = (choose: (i: number) => number): void => {
    const chosen = misspelled.map((options, i) => options[choose(i)]!).filter((option) => option !== null)
    if (chosen.length > 0) results.push(reword(text, chosen))
  }
  add(() => 0)
  for (const [i, options] of misspelled.entries())
    for (let option = 1; option < options.length && results.length < MAX_TEXTS; option++)
      add((j) => (i === j ? option : 0))
  return results
}

/** The command with its unknown words as what is nearest to them; as it is where nothing is near. O(as {@link spellings}). */
export function likeliestSpelling(text: string, index: DocumentIndex): string {
  const nearest = unknownWords(text, index).map(([first]) => first ?? null)
  return reword(
    text,
    nearest.filter((option) => option !== null),
  ).text
}

/** A text with other words in some places; of two that overlap the first counts. */
export function reword(text: string, rewordings: readonly Rewording[]): Corrected {
  const corrections: Correction[] = []
  const issues: Issue[] = []
  let result = ''
  let from = 0
  for (const { start, end, to: word, kind } of rewordings) {
    if (start < from) continue
    const said = text.slice(start, end)
    const to =
      kind === 'spelling' && said.length > 1 && said === said.toUpperCase() ? word.toUpperCase() : word
    result += text.slice(from, start) + to
    from = end
    corrections.push({ from: said, to, kind, confidence: confidenceOfKind[kind] })
    issues.push(correctedIssue(said, to, { start, end }))
  }
  return { text: result + text.slice(from), corrections, issues }
}

/** What reading took as one word though it was said twice; null where there is nothing of that. */
export function correctedDoubles(text: string, doubled: readonly DoubledWord[]): Corrected | null {
  if (doubled.length === 0) return null
  const rewordings = doubled.map(({ start, end }): Rewording => {
    const said = text.slice(start, end)
    return { start, end, to: said.slice(0, said.search(/\s|$/)), kind: 'doubled-word' }
  })
  return { ...reword(text, rewordings), text }
}

/** The note that says how something was read. */
export function correctedIssue(from: string, to: string, span: Span): Issue {
  return {
    code: 'corrected',
    severity: 'note',
    stage: 'decompose',
    message: `"${cutWords(from)}" was read as "${cutWords(to)}"`,
    span,
  }
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
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i]!
    const { token, word, start } = lexeme
    if (token.kind !== 'word') continue
    const next = lexemes[i + 1]
    const isDoubled = next !== undefined && next.word === word && next.token.kind === 'word'
    const end = isDoubled ? next.end : lexeme.end
    const once: Rewording = { start, end, to: text.slice(start, lexeme.end), kind: 'doubled-word' }
    const asItIs = isDoubled ? once : null
    // "change the logo too red" is a slip, "logo too red" a complaint.
    const isMeant = word === 'too' && !lexemes.slice(0, i).some((before) => before.senses.verb !== undefined)
    // "delete from ..." has no noun behind it; in "the from" a noun is missing.
    const isVerbs = word === 'from' && lexemes[i - 1]?.senses.verb !== undefined
    const confused = isMeant || isVerbs ? undefined : CONFUSED.get(word)
    const broken = brokenWord(text, lexeme, next, index)
    if (confused !== undefined) found.push([asItIs, { start, end, to: confused, kind: 'spelling' }])
    else if (isUnknown(lexeme, index)) {
      // So many unknown words are a text, not slips: the search for neighbours is not worth its time.
      if (++unknown > MAX_MISSPELLED) return []
      const near = nearWords(word, lexemes[i - 1]?.word ?? '', next?.word ?? '', index)
      const options: Rewording[] = [
        ...(broken === null ? [] : [broken]),
        ...joinedWords(word, index).map((to) => ({ start, end, to, kind: 'joined-words' as const })),
        ...near
          // A little word that stands for nothing would only take the slip away.
          .filter(({ word: to }) => to.length > 3 || sensesOf(to).filler !== true)
          .map(({ word: to, kind }) => ({ start, end, to, kind })),
      ]
      // "theme" is a word by itself only beside others: it is changed only where leaving it does not help.
      const isOwn = vocabularyWords().has(word)
      if (options.length > 0) found.push([...(isOwn ? [asItIs] : []), ...options])
      else if (isDoubled) found.push([once])
    } else if (broken !== null) found.push([broken])
    else if (isDoubled) found.push([once])
    if (isDoubled || broken !== null) i++
  }
  return found
}

/** Whether a command has words that neither the vocabulary nor the document has. O(length). */
export function hasUnknownWords(text: string, index: DocumentIndex): boolean {
  return lex(tokenize(text)).some((lexeme) => isUnknown(lexeme, index) && !vocabularyWords().has(lexeme.word))
}

/** A word that neither the vocabulary nor the document has. */
function isUnknown({ token, senses, word }: Lexeme, index: DocumentIndex): boolean {
  if (token.kind !== 'word' || senses !== NO_SENSES || word !== token.word || word.length < 2) return false
  if (keywords().has(word) || isUnitWord(word) || isPlainWord(word) || isListedWord(word)) return false
  return !/\d|_/.test(word) && !splitWords(word).every((part) => index.hasWord(part))
}

/** "but ton": two pieces that are one word, at least one of which is none by itself. */
function brokenWord(
  text: string,
  first: Lexeme,
  second: Lexeme | undefined,
  index: DocumentIndex,
): Rewording | null {
  if (second === undefined || text.slice(first.end, second.start) !== ' ') return null
  if (first.word !== first.token.word || second.word !== second.token.word || second.token.kind !== 'word')
    return null
  if (!isUnknown(first, index) && !isUnknown(second, index)) return null
  const to = first.word + second.word
  return to.length >= 4 && isWord(to, index)
    ? { start: first.start, end: second.end, to, kind: 'broken-word' }
    : null
}

/** Letters that each of two joined words has at least. */
const LEAST_JOINED = 3

/** "listitem": the ways to part a word into two that are known; with more than one nothing is sure, so the first alone counts. */
function joinedWords(word: string, index: DocumentIndex): string[] {
  for (let i = LEAST_JOINED; i <= word.length - LEAST_JOINED; i++) {
    const [first, second] = [word.slice(0, i), word.slice(i)]
    if (isWord(first, index) && isWord(second, index)) return [`${first} ${second}`]
  }
  return []
}

function isWord(word: string, index: DocumentIndex): boolean {
  return vocabularyWords().has(word) || index.hasWord(word)
}
