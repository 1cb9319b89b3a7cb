import type { AmountChange } from '../../command/content-steps.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { readAmount } from '../../decompose/read/read-amount.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, wordSet } from './words.ts'

const PRICES: ReadonlySet<string> = wordSet(
  'price|prices|amount|amounts|cost|costs|fee|fees|rate|rates|number|numbers|figures|salary|salaries|total|totals',
)
const CURRENCIES: ReadonlySet<string> = wordSet(
  'dollar|dollars|euro|euros|cent|cents|pound|pounds|bucks|usd|eur',
)

/** By how much: "10%", "$5", "5 dollars", "2". */
function readBy(cursor: Cursor, up: boolean): AmountChange | null {
  cursor.take('by')
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    const value = moneyOf(token.word)
    if (value === null) return null
    cursor.at++
    return { by: up ? value : -value }
  }
  const amount = readAmount(cursor)
  if (amount === null || amount.unit === 'px' || amount.unit === 'deg') return null
  takeOneOf(cursor, CURRENCIES)
  if (amount.unit === '%') return { factor: up ? 1 + amount.value / 100 : 1 - amount.value / 100 }
  if (amount.unit === 'x') return { factor: up ? amount.value : 1 / amount.value }
  return { by: up ? amount.value : -amount.value }
}

function moneyOf(text: string): number | null {
  const found = /^[+-]?\s?[$€£¥₹]?\s?(\d{1,9}(?:[.,]\d{1,2})?)\s?[$€£¥₹]?$/.exec(text)
  return found === null ? null : Number(found[1]!.replace(',', '.'))
}

/** "all prices", "the price of the croissant", "the Team price". */
function readPrices(cursor: Cursor): Reference | null {
  const start = cursor.at
  const target = readThing(cursor)
  if (target === null) return null
  for (let at = start; at < cursor.at; at++) {
    const { word } = cursor.lexemes[at]!
    if (PRICES.has(word)) return word.endsWith('s') ? { ...target, plural: true } : target
  }
  if (cursor.peek().token.kind === 'possessive' && PRICES.has(cursor.peek(1).word)) {
    cursor.at += 2
    return target
  }
  if (PRICES.has(cursor.peek().word)) {
    cursor.at++
    return target
  }
  return null
}

/** "raise all prices by 10%", "lower the price of the Team plan by $5", "double the prices". */
function readRaise(cursor: Cursor): Wish | null {
  const { senses, word } = cursor.peek()
  const factor = senses.fraction
  const isDown = senses.verb === 'decrease' || DOWN.has(word)
  if (senses.verb !== 'increase' && !isDown && factor === undefined && !UP.has(word)) return null
  cursor.at++
  const first = factor === undefined && TAKES.has(word) ? cursor.attempt((c) => readTaken(c, !isDown)) : null
  const target = readPrices(cursor)
  if (target === null) return null
  if (factor !== undefined) return isEnd(cursor) ? changed(target, { factor }) : null
  const change = first ?? readBy(cursor, !isDown)
  return change !== null && isEnd(cursor) ? changed(target, change) : null
}

const UP: ReadonlySet<string> = wordSet('add|put|raise|hike')
const DOWN: ReadonlySet<string> = wordSet('take|drop|subtract|discount|knock|cut|slash|remove|take off')
const TAKES: ReadonlySet<string> = wordSet('add|put|take|subtract|knock|drop|cut|remove|take off')

/** "add $5 to ...", "take 10% off ..." */
function readTaken(cursor: Cursor, up: boolean): AmountChange | null {
  const change = readBy(cursor, up)
  if (change === null) return null
  return cursor.take('to') || cursor.take('from') || cursor.takeWord('off', 'on', 'off of', 'from')
    ? change
    : null
}

/** "make the price $5 cheaper", "all products 10% cheaper". */
function readCheaper(cursor: Cursor): Wish | null {
  cursor.takeVerb('make', 'set')
  const target = readPrices(cursor) ?? readThing(cursor)
  if (target === null) return null
  while (cursor.take('should') || cursor.take('be'));
  const mark = cursor.at
  const change = readBy(cursor, true)
  if (change === null) return null
  const up = takePhrase(cursor, DIRECTIONS)
  if (up === null || !isEnd(cursor)) return null
  if (up === 'up') return changed(target, change)
  cursor.at = mark
  const down = readBy(cursor, false)!
  takePhrase(cursor, DIRECTIONS)
  return changed(target, down)
}

const DIRECTIONS: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['cheaper', 'down'],
  ['less expensive', 'down'],
  ['more expensive', 'up'],
  ['dearer', 'up'],
  ['pricier', 'up'],
])

/** "round the prices", "round all prices to whole dollars", "... to the nearest 5". */
function readRound(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('round', 'round off', 'round up', 'round down')) return null
  const target = readPrices(cursor)
  if (target === null) return null
  cursor.takeWord('off')
  let roundTo = 1
  if (cursor.take('to')) {
    while (cursor.take('the') || cursor.take('a') || cursor.takeWord('nearest', 'next', 'whole', 'full'));
    const { token } = cursor.peek()
    const said = token.kind === 'quoted' ? moneyOf(token.word) : null
    if (said !== null) {
      cursor.at++
      roundTo = said
    } else roundTo = readAmount(cursor)?.value ?? 1
    if (!takeOneOf(cursor, CURRENCIES)) takeOneOf(cursor, PRICES)
  }
  return roundTo > 0 && isEnd(cursor) ? changed(target, { roundTo }) : null
}

function changed(target: Reference, change: AmountChange): Wish {
  return { kind: 'act', target, act: { kind: 'number', change } }
}

/** Numbers in texts, and prices. */
export const amounts: readonly Spoken[] = [
  { name: 'raise', stake: 'text', cost: -2, needs: PRICES, read: readRaise },
  {
    name: 'cheaper',
    stake: 'text',
    cost: 0,
    needs: wordSet('cheaper|expensive|dearer|pricier'),
    read: readCheaper,
  },
  { name: 'round-amounts', stake: 'text', cost: -2, needs: PRICES, read: readRound },
]
