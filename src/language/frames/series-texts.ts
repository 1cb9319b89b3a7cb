import type { OneMoreStep } from '../../command/content-steps.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import type { PlaceWish } from '../../decompose/effect.ts'
import { readPlace } from '../../decompose/read/read-place.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import { called, otherOnes } from '../lexicon/series-words.ts'
import { isEnd, readThing, wordSet } from './words.ts'

/** The texts of one more of a kind, where it stands, and whether it is said to be like the others. */
export interface Texts {
  name: string | null
  amount: string | null
  readonly rest: string[]
  place: PlaceWish | null
  isLike: boolean
}

/** As the step has them. */
export function textsOf({ name, amount, rest }: Texts): OneMoreStep['texts'] {
  return {
    ...(name === null ? {} : { name }),
    ...(amount === null ? {} : { amount }),
    ...(rest.length === 0 ? {} : { rest }),
  }
}

const LABELS: ReadonlySet<string> = wordSet(
  'name|title|text|answer|price|label|caption|description|quote|subtitle',
)

/** The texts that the new one shall have, its place, and "like the last one". Null where something else stands there. */
export function readTexts(cursor: Cursor): Texts | null {
  const texts: Texts = { name: null, amount: null, rest: [], place: null, isLike: false }
  for (let i = 0; i < MOST_TEXTS && !isEndOf(cursor); i++) {
    const read = readText(cursor, texts) ?? readLike(cursor, texts) ?? readPlaceOf(cursor, texts)
    if (read === null) return null
  }
  return texts
}

const MOST_TEXTS = 8

function isEndOf(cursor: Cursor): boolean {
  const { token, word } = cursor.peek()
  if (token.kind === 'separator' && (word === ':' || word === ',')) return false
  if (cursor.senses.grammar === 'and' || word === 'like') return false
  return isEnd(cursor)
}

function readText(cursor: Cursor, texts: Texts): true | null {
  return cursor.attempt((c) => {
    const begin = c.at
    while (c.takeSeparator(':') || c.takeSeparator(',') || c.take('and'));
    const isApart = c.at > begin
    let label: string | null = null
    let led = takeOneOf(c, called)
    if (!led) {
      led = c.take('with') || c.takeWord('at', 'for') || c.take('for') || c.take('at')
      c.take('the')
      c.take('a')
      if (LABELS.has(c.peek().word) && c.peek(1).token.word !== '') {
        label = c.peek().word
        c.at++
        while (c.takeSeparator(':') || c.take('be') || c.takeWord('of'));
      }
    }
    const text = readSaid(c, led || isApart || label !== null)
    if (text === null) return null
    if (/^[$€£¥]|[$€£]$/.test(text) || label === 'price') texts.amount = text
    else if (label === 'name' || label === 'title' || (texts.name === null && label === null))
      texts.name = text
    else texts.rest.push(text)
    return true
  })
}

/** A text in quotes, an amount, or words with a capital. */
function readSaid(cursor: Cursor, isLed: boolean): string | null {
  const { token, start } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    // "$49/month", "$49 per month"
    const unit = /^\s?(?:\/|per |a )\s?(?:mo(?:nth)?|year|yr|week|day|user|seat)\b\.?/.exec(
      cursor.text.slice(token.end),
    )
    if (/^[$€£¥]\s?\d/.test(token.word) && unit !== null) {
      const end = token.end + unit[0].length
      while (!cursor.atEnd && cursor.peek().start < end) cursor.at++
      return cursor.text.slice(start, end)
    }
    return token.word
  }
  if (!isLed || token.kind !== 'word' || token.capital !== true) return null
  let end = start
  for (let i = 0; i < MOST_WORDS && !cursor.atEnd && !cursor.atBoundary; i++) {
    const { grammar, relation } = cursor.senses
    if (i > 0 && (grammar !== undefined || relation !== undefined)) break
    if (cursor.peek().token.kind === 'quoted') break
    end = cursor.peek().end
    cursor.at++
  }
  return end === start ? null : cursor.text.slice(start, end)
}

const MOST_WORDS = 6

/** "like the last one", "same style as the two there". */
function readLike(cursor: Cursor, texts: Texts): true | null {
  return cursor.attempt((c) => {
    while (c.takeSeparator(',') || c.take('be') || c.takeWord('just', 'exactly'));
    if (!c.takeWord('like')) {
      c.takeWord('in')
      c.take('the')
      if (!c.take('same')) return null
      c.takeWord('style', 'look', 'styling', 'design', 'format')
      if (!c.take('as') && !c.takeWord('like')) return isEnd(c) ? noted(texts) : null
    }
    const isOthers = c.attempt((inner) => {
      inner.take('the')
      return takePhrase(inner, otherOnes)
    })
    if (isOthers === null) {
      const begin = c.at
      if (c.attempt(readThing) === null) return null
      // "like the Pro plan called Startup": what it is called is no part of the other's name.
      for (let at = begin; at < c.at; at++) if (called.has(c.lexemes[at]!.word)) return null
    }
    c.takeWord('there', 'above', 'before')
    return noted(texts)
  })
}

function noted(texts: Texts): true {
  texts.isLike = true
  return true
}

function readPlaceOf(cursor: Cursor, texts: Texts): true | null {
  if (texts.place !== null) return null
  const place = cursor.attempt(readPlace)
  if (place === null) return null
  texts.place = place
  return true
}
