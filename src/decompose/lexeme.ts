import { longestPhrase, sensesOf } from './lexicon/lexicon.ts'
import type { Senses } from './lexicon/senses.ts'
import { NO_SENSES } from './lexicon/senses.ts'
import type { OwnWords } from './own-words.ts'
import type { Token } from './token.ts'

/** One or more tokens that the vocabulary knows as one phrase, or a single token. */
export interface Lexeme {
  readonly token: Token
  readonly senses: Senses
  readonly start: number
  readonly end: number
  /** The words in lower case, joined by spaces. */
  readonly word: string
}

/** Groups tokens into the longest phrases of the vocabulary. Linear: no phrase has more than eight words. */
/** @param borders positions of tokens at which a phrase of several words cannot go on */
export function lex(
  tokens: readonly Token[],
  own: OwnWords | null = null,
  borders: ReadonlySet<number> = NO_BORDERS,
): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!
    const count = splitOff(tokens, i, phraseLength(tokens, i, borders), own)
    const said = own?.at(tokens, i, count) ?? null
    if (said !== null) {
      lexemes.push(said.lexeme)
      i += said.count
      continue
    }
    if (count > 1) {
      const last = tokens[i + count - 1]!
      const word = joined(tokens, i, count)
      lexemes.push({ token, senses: sensesOf(word), start: token.start, end: last.end, word })
      i += count
      continue
    }
    if (pushMember(lexemes, token)) {
      i++
      continue
    }
    if (token.kind === 'possessive' && isVerb(token, tokens[i + 1])) {
      const { start, end } = token
      lexemes.push({
        token: { kind: 'word', word: 'is', start, end },
        senses: sensesOf('is'),
        start,
        end,
        word: 'is',
      })
      i++
      continue
    }
    const isSaid = token.kind === 'word' || token.kind === 'sign'
    const senses = isSaid ? sensesOf(token.word) : NO_SENSES
    lexemes.push({ token, senses, start: token.start, end: token.end, word: token.word })
    i++
  }
  return lexemes
}

/** "align to start": what the dialect calls a value is one behind "to", whatever both words say together. */
function splitOff(tokens: readonly Token[], at: number, count: number, own: OwnWords | null): number {
  if (count < 2 || own === null || tokens[at]!.word !== 'to') return count
  return own.at(tokens, at + 1, count - 1) === null ? count : 1
}

/** "the header's too dark": what follows can be owned by nobody. */
function isVerb({ word }: Token, next: Token | undefined): boolean {
  return word === "'s" && next?.kind === 'word' && PREDICATES.has(next.word)
}

const PREDICATES: ReadonlySet<string> = new Set(['too', 'way', 'not', 'so', 'a', 'still', 'really'])

/** "#logo.opacity", "page_title.text_color", as programs write "the logo's opacity". */
function pushMember(lexemes: Lexeme[], token: Token): boolean {
  if (token.kind !== 'hash' && token.kind !== 'word') return false
  const dot = token.word.lastIndexOf('.')
  if (dot < 1) return false
  const name = token.word.slice(dot + 1).toLowerCase()
  const senses = sensesOf(name)
  if (senses.property === undefined || senses.types !== undefined) return false
  const owner = token.word.slice(0, dot).replace(/\.visual$/, '')
  const end = token.end - name.length - 1
  const parts: readonly Token[] = [
    { ...token, word: owner, end },
    { kind: 'possessive', word: '.', start: end, end: end + 1 },
    { kind: 'word', word: name, start: end + 1, end: token.end },
  ]
  for (const part of parts)
    lexemes.push({
      token: part,
      senses: part.kind === 'word' ? sensesOf(part.word) : NO_SENSES,
      start: part.start,
      end: part.end,
      word: part.word,
    })
  return true
}

/** Words of the longest known phrase from here on, 1 where there is none. */
const NO_BORDERS: ReadonlySet<number> = new Set()

function crosses(borders: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (borders.has(at)) return true
  return false
}

function phraseLength(tokens: readonly Token[], at: number, borders: ReadonlySet<number>): number {
  const first = tokens[at]!
  const second = tokens[at + 1]
  if (second === undefined || first.kind !== 'word' || second.kind !== 'word') return 1
  // Most pairs of words begin no phrase, which their second word tells (bench: decompose/read-standard, 8%).
  for (let count = longestPhrase(first.word, second.word); count > 1; count--) {
    if (at + count > tokens.length || !allWords(tokens, at, count) || crosses(borders, at, at + count))
      continue
    if (sensesOf(joined(tokens, at, count)) !== NO_SENSES) return count
  }
  return 1
}

function allWords(tokens: readonly Token[], at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (tokens[i]!.kind !== 'word') return false
  return true
}

function joined(tokens: readonly Token[], at: number, count: number): string {
  let text = tokens[at]!.word
  for (let i = at + 1; i < at + count; i++) text += ` ${tokens[i]!.word}`
  return text
}
