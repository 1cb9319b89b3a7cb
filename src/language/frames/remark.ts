import { isBoundary } from '../../decompose/cursor.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import {
  faults,
  hard,
  greeted,
  greetings,
  people,
  present,
  reasons,
  sourceNouns,
  sources,
  times,
} from '../lexicon/remark-words.ts'
import type { Chart } from './chart.ts'

/** A stretch that wishes nothing: it has the form of a remark, and nothing in it is owed. */
export interface Remark {
  readonly end: number
  readonly cost: number
  readonly form: 'greeting' | 'source' | 'heading' | 'reason' | 'state' | 'fault' | 'time'
}

const MOST_WORDS = 24
const COST = { greeting: 1, source: 2, heading: 3, reason: 3, time: 2, state: 6, fault: 5 } as const

/** The remarks that begin at a place and end where a clause may end. */
export function remarksAt(chart: Chart, start: number): readonly Remark[] {
  const found: Remark[] = []
  for (let end = start + 1; end <= chart.length && end - start <= MOST_WORDS; end++) {
    const lexeme = chart.lexemes[end - 1]!
    if (isOwed(chart, start, end - 1)) break
    const next = chart.lexemes[end]
    if (next !== undefined && !isBoundary(next)) {
      // "in the design all buttons ...": what it is compared with ends without a sign.
      if (sourceNouns.has(lexeme.word) && formOf(chart, start, end) === 'source')
        found.push({ end, form: 'source', cost: COST.source + 2 })
      continue
    }
    if (isBoundary(lexeme)) break
    // "and also This week": a heading may be called so.
    if (chart.namesAt(start).some(({ how, field, to }) => how === 'whole' && field !== 'id' && to === end))
      continue
    const form = formOf(chart, start, end)
    if (form !== null) found.push({ end, form, cost: COST[form] })
  }
  return found
}

/** What no remark may hold: a value, a command, what should be. A word at the end of a name is none. */
export function isOwed(chart: Chart, start: number, at: number): boolean {
  const { token, senses } = chart.lexemes[at]!
  if (token.kind === 'quoted' || token.kind === 'url' || token.kind === 'color' || token.kind === 'hash')
    return chart.namesAt(at).length === 0
  if (token.kind === 'number') return chart.namesAt(at).length === 0 && !isFormer(chart, start, at)
  if (senses.grammar === 'should' || senses.grammar === 'say') return true
  if (senses.color !== undefined && senses.types === undefined) return !isFormer(chart, start, at)
  if (senses.verb === undefined || chart.namesAt(at).some(({ how }) => how === 'whole')) return false
  const next = chart.lexemes[at + 1]
  // "can not find it" holds a verb, too: one that commands stands first, or behind a boundary.
  const isFirst = at === start || isBoundary(chart.lexemes[at - 1]!)
  return isFirst && next !== undefined && !isBoundary(next)
}

/** "currently 0px", "it is 11px now": how it is, which no step changes. */
function isFormer(chart: Chart, start: number, at: number): boolean {
  for (let i = start; i < at; i++) {
    const { word, senses } = chart.lexemes[i]!
    if (present.has(word) || senses.grammar === 'was' || senses.grammar === 'instead') return true
  }
  return false
}

function formOf(chart: Chart, start: number, end: number): Remark['form'] | null {
  const lexemes = chart.lexemes.slice(start, end)
  const [first] = lexemes
  const closing = chart.lexemes[end]
  if (
    (greetings.has(first!.word) || first!.senses.filler === true) &&
    lexemes.every(({ word, senses }) => greetings.has(word) || greeted.has(word) || senses.filler === true)
  )
    return 'greeting'
  if (
    sources.has(first!.word) &&
    lexemes.length <= MOST_SOURCE &&
    sourceNouns.has(lexemes[lexemes.length - 1]!.word)
  )
    return 'source'
  if (isHard(lexemes)) return 'fault'
  if (start > 0 && isLeftOut(lexemes)) return 'state'
  if (closing?.token.kind === 'separator' && closing.word === ':' && isHeading(chart, lexemes, end))
    return 'heading'
  if (reasons.has(first!.word) || first!.senses.grammar === 'because') return 'reason'
  if (lexemes.every(({ word }) => times.has(word)) && lexemes.length > 1) return 'time'
  if (isTold(chart, lexemes)) return 'state'
  // "Not one under the other."
  if (first!.senses.grammar === 'not' && chart.looks(start + 1).some((look) => look.end === end))
    return 'fault'
  if (lexemes.some(({ word }) => faults.has(word)) && lexemes.every(isPlain)) return 'fault'
  return null
}

/** "can not read it", "hard to see". */
function isHard([first, second]: readonly Lexeme[]): boolean {
  return (
    (first!.word === 'can' && second?.senses.grammar === 'not') ||
    first!.word === 'cannot' ||
    (hard.has(first!.word) && second?.senses.grammar === 'to')
  )
}

/** "hide the intro, is not ready yet": how it is not, without a word for what. */
function isLeftOut([first, second, ...rest]: readonly Lexeme[]): boolean {
  const isBe = first!.senses.grammar === 'be' || first!.senses.grammar === 'was'
  if (!isBe || second === undefined) return false
  const isNot = second.senses.grammar === 'not' || second.word === 'no longer'
  return (isNot ? rest.length > 0 : faults.has(second.word)) && rest.every(isPlain)
}

const MOST_SOURCE = 6

/** A line that announces what follows and names nothing to change. */
function isHeading(chart: Chart, lexemes: readonly Lexeme[], end: number): boolean {
  const isLineEnd =
    chart.lexemes[end + 1]?.word === '\n' ||
    chart.text[chart.lexemes[end]!.end] === '\n' ||
    chart.text.slice(chart.lexemes[end]!.start).startsWith(':\n')
  return isLineEnd || lexemes.some(({ word }) => sourceNouns.has(word))
}

/** Somebody and what they do, or what is so: a subject, and more behind it. */
function isTold(chart: Chart, [first, ...rest]: readonly Lexeme[]): boolean {
  if (rest.length === 0 || !people.has(first!.word)) return false
  // "call it Ask Bo": capitals behind a pronoun are likelier a text than what it does.
  if (rest[0]!.senses.grammar === undefined && isCapital(chart.text, rest[0]!)) return false
  const isVerb = rest[0]!.senses.grammar === 'be' || rest[0]!.senses.grammar === 'was'
  if (isVerb && rest.length === 2 && !faults.has(rest[1]!.word)) return false
  return rest.every(isPlain)
}

function isCapital(text: string, { start }: Lexeme): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 8))
}

/** Words that wish nothing by themselves. */
export function isPlain({ senses, token }: Lexeme): boolean {
  return (
    (token.kind === 'word' || token.kind === 'possessive') &&
    senses.change === undefined &&
    senses.style === undefined &&
    senses.grammar !== 'have'
  )
}
