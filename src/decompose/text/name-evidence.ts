import { namesOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import { MOST_BEARERS } from '../../document/screen-names.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { isFunctionWord } from '../lexicon/function-words.ts'
import { sensesOf } from '../lexicon/lexicon.ts'
import { NO_SENSES } from '../lexicon/senses.ts'
import type { Token } from '../token.ts'
import { SENTENCE_ENDS } from './command-words.ts'
import type { CommandWords, Run } from './command-words.ts'

/**
 * Whether words are written as names are: a capital where no sentence begins, several capitals in one word, or letter for
 * letter as on the screen. In a command all in capitals none of them tells anything.
 */
export function isWrittenAsName(
  run: Run,
  words: CommandWords,
  tokens: readonly Token[],
  text: string,
  index: DocumentIndex,
): boolean {
  if (run.field === 'id') return isWrittenAsId(run, words, tokens, text, index)
  let capitals = 0
  for (let i = run.start; i < run.end; i++) {
    const token = words.first[i]!
    const isFirst = i === run.start || token !== words.first[i - 1]
    const opens = isFirst && tokens[token]!.kind !== 'quoted' && opensSentence(tokens, token)
    const at = words.starts[i]!
    for (let place = at; place < words.ends[i]!; place++) {
      if (!isCapital(text.charCodeAt(place))) continue
      if (place > at || !opens) return !words.isShouted
      capitals++
    }
  }
  return capitals > 0 && run.end - run.start > 1 && isAsOnScreen(run, words, text, index) && !words.isShouted
}

/**
 * Nothing but function words, numbers and words of the language, unquoted and with no type of component behind it: "show"
 * in "show the Send button" is no name though a button may be called so. A price or a time is said as a text.
 */
export function isWeak(run: Run, { words, first, last }: CommandWords, tokens: readonly Token[]): boolean {
  const token = first[run.start]!
  const { kind } = tokens[token]!
  if (kind === 'quoted' || kind === 'figure') return false
  for (let i = run.start; i < run.end; i++) if (!isOfLanguage(words[i]!)) return false
  const next = tokens[last[run.end - 1]! + 1]
  const hasType = next?.kind === 'word' && sensesOf(next.word).types !== undefined
  return !hasType || (sensesOf(words[run.start]!).verb !== undefined && opensClause(tokens, token))
}

/** Whether all words of a run mean things: "name", "message". */
export function namesThings(run: Run, { words }: CommandWords): boolean {
  for (let i = run.start; i < run.end; i++) if (sensesOf(words[i]!).types === undefined) return false
  return true
}

function isOfLanguage(word: string): boolean {
  return (
    word.length === 1 || /^[\d%\p{Sc}]/u.test(word) || isFunctionWord(word) || sensesOf(word) !== NO_SENSES
  )
}

/** With # before it, or with its own digits, signs or capitals. */
function isWrittenAsId(
  run: Run,
  { words, starts, ends, first }: CommandWords,
  tokens: readonly Token[],
  text: string,
  index: DocumentIndex,
): boolean {
  const written = text.slice(starts[run.start], ends[run.end - 1])
  const isHash = tokens[first[run.start]!]!.kind === 'hash'
  if (!isHash && written === words[run.start]) return false
  const lower = written.toLowerCase()
  return bearersOf(run, index).some(({ id }) => {
    if (isHash) return id.toLowerCase() === lower
    return id === written || (id.toLowerCase() === lower && /[^\p{L}]/u.test(id))
  })
}

function isAsOnScreen(run: Run, { starts, ends }: CommandWords, text: string, index: DocumentIndex): boolean {
  const written = text.slice(starts[run.start], ends[run.end - 1])
  return bearersOf(run, index).some(({ component }) =>
    namesOf(component).some(({ source, value }) => source === run.field && value.includes(written)),
  )
}

function bearersOf(run: Run, index: DocumentIndex): readonly TreeNode[] {
  return index.bearers(run).slice(0, MOST_BEARERS)
}

function opensSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before === undefined ||
    (before.kind === 'separator' && (before.word === '\n' || SENTENCE_ENDS.has(before.word)))
  )
}

/** Where a verb may stand: at the start of a sentence, or behind a comma, an "and" or a "please". */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined || before.kind === 'separator') return true
  const { grammar, filler, frame } = sensesOf(before.word)
  return filler === true || frame === true || grammar === 'and' || grammar === 'then'
}

function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  const char = String.fromCharCode(code)
  return char !== char.toLowerCase()
}
