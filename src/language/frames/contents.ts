import { isShouted } from '../../decompose/text/command-words.ts'
import type { Effect } from '../../decompose/effect.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import { isAddress } from '../../decompose/read/read-content.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'

type Content = Extract<Effect, { kind: 'content' }>

/** What makes it less likely that words are a text letter for letter. */
const COST = {
  quoted: -3,
  title: 2,
  lowercase: 5,
  atComma: 2,
  holdsValue: 4,
  holdsProperty: 4,
  holdsVerb: 6,
  goesOn: 4,
  said: -1,
  modal: 4,
  measure: 8,
} as const

const MOST_WORDS = 60

/** New texts that begin at a place: in quotes, an address, or words up to each place where a text may end. */
export function readContents(chart: Chart, at: number): readonly Read<Content>[] {
  const first = chart.lexemes[at]
  if (first === undefined) return []
  const { token } = first
  if (token.kind === 'quoted' || token.kind === 'url') {
    const isQuoted = token.kind === 'quoted'
    const value: Content = {
      kind: 'content',
      value: token.word,
      isUrl: !isQuoted || isAddress(token.word),
      quoted: isQuoted,
    }
    return [{ value, end: at + 1, cost: COST.quoted }]
  }
  if (token.kind === 'separator') return []
  const isSaid =
    chart.lexemes[at - 1]?.senses.grammar === 'say' || chart.lexemes[at - 1]?.senses.grammar === 'says'
  const found: Read<Content>[] = []
  const isLoud = isShouted(chart.text)
  let cost = isTitle(chart.text, first) && !isLoud ? COST.title : isSaid ? COST.title : COST.lowercase
  if (isSaid) cost += COST.said
  const modal = chart.lexemes[at - 1]?.senses.grammar
  // "by 50%", "is wrong": a measure, or how something is, and no text.
  if (modal === 'by' || modal === 'as' || modal === 'with' ? token.kind === 'number' : false) return []
  if ((modal === 'be' || modal === 'should') && (!isTitle(chart.text, first) || isLoud)) return []
  if (token.kind === 'number' && measures(chart.lexemes[at + 1])) return []
  if (token.kind === 'number' && token.unit !== undefined) cost += COST.measure
  if (modal === 'be' || modal === 'should') cost += COST.modal
  for (let end = at; end <= chart.length && end - at <= MOST_WORDS; end++) {
    const lexeme = chart.lexemes[end]
    if (end > at && (lexeme === undefined || mayEnd(lexeme))) {
      const value = chart.text.slice(first.start, chart.lexemes[end - 1]!.end)
      const isComma = lexeme !== undefined && !isStrong(lexeme)
      found.push({
        value: { kind: 'content', value, isUrl: false, quoted: false },
        end,
        cost: cost + (isComma ? COST.atComma : 0),
      })
    }
    if (lexeme === undefined || (lexeme.token.kind === 'separator' && isStrong(lexeme))) break
    if (end > at && isValue(lexeme)) cost += COST.holdsValue
    if (end > at && lexeme.senses.property !== undefined && lexeme.senses.types === undefined)
      cost += COST.holdsProperty
    if (end > at && beginsWish(chart, end)) cost += COST.holdsVerb
    const next = chart.lexemes[end + 1]
    if (lexeme.token.kind === 'separator' && next !== undefined && !isTitle(chart.text, next))
      cost += COST.goesOn
  }
  return found
}

/** "80 tall", "12 radius": the word behind makes the number a measure. */
function measures(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined) return false
  const { change, property, style, types } = lexeme.senses
  return change !== undefined || style !== undefined || (property !== undefined && types === undefined)
}

function isTitle(text: string, { start }: Lexeme): boolean {
  return /^[\p{Lu}\p{N}$€£+★©]/u.test(text.slice(start, start + 2))
}

/** A full stop, a line break: a text that is not in quotes ends there. */
function isStrong({ token, word, senses }: Lexeme): boolean {
  if (senses.grammar === 'then') return true
  return token.kind === 'separator' && word !== ',' && word !== ':' && word !== '?' && word !== '!'
}

function mayEnd(lexeme: Lexeme): boolean {
  const { token, senses } = lexeme
  return (
    token.kind === 'separator' ||
    senses.grammar === 'and' ||
    senses.grammar === 'then' ||
    senses.relation !== undefined ||
    senses.filler === true ||
    senses.grammar === 'instead' ||
    senses.grammar === 'too' ||
    senses.verb !== undefined
  )
}

function isValue({ token, senses }: Lexeme): boolean {
  return (
    senses.color !== undefined ||
    token.kind === 'color' ||
    (token.kind === 'number' && token.unit !== undefined) ||
    (token.kind === 'hash' && senses.color === undefined)
  )
}

/** A verb with what it acts on, behind "and" or a comma. */
function beginsWish(chart: Chart, at: number): boolean {
  const before = chart.lexemes[at - 1]!
  if (chart.lexemes[at]!.senses.verb === undefined) return false
  if (before.token.kind !== 'separator' && before.senses.grammar !== 'and') return false
  const next = chart.lexemes[at + 1]
  return (
    next !== undefined &&
    (next.senses.grammar === 'the' ||
      next.senses.pronoun !== undefined ||
      next.senses.types !== undefined ||
      chart.namesAt(at + 1).length > 0)
  )
}
