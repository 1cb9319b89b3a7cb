import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import type { PlaceWish } from '../../decompose/effect.ts'
import { sensesOf } from '../../decompose/lexicon/lexicon.ts'
import { readNewThing } from '../../decompose/read/read-new-thing.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import { IT, NO_REFERENCE } from '../../decompose/reference.ts'
import { called, otherOnes } from '../lexicon/series-words.ts'
import type { Spoken } from './frame.ts'
import { readTexts, textsOf } from './series-texts.ts'
import { isEnd, readThing, wordSet } from './words.ts'

const ADDS: ReadonlySet<string> = wordSet(
  'add|create|insert|put|include|need|needs|want|give me|place|make|new|append|missing',
)

/** "a fourth pricing tier called Startup at $49/month", "another card", "a new FAQ question "..." with the answer "..."". */
function readOneMore(cursor: Cursor): Wish | null {
  return readMore(cursor, readKind, true)
}

/** "a new card": it may be a first one, too. */
function readOneNew(cursor: Cursor): Wish | null {
  return readMore(cursor, readKind, false)
}

/** The same of a kind that only its series has a word for: "a fourth tier", "another question". */
function readOneMoreNamed(cursor: Cursor): Wish | null {
  return readMore(cursor, readNamedKind, true)
}

function readOneNewNamed(cursor: Cursor): Wish | null {
  return readMore(cursor, readNamedKind, false)
}

function readMore(
  cursor: Cursor,
  readOf: (cursor: Cursor) => Reference | null,
  isSure: boolean,
): Wish | null {
  const isAdded = takeOneOf(cursor, ADDS)
  const holder = isAdded ? null : readHolder(cursor)
  if (!isAdded && holder === null) return null
  const how = readHow(cursor)
  if (how === null || how.isSure !== isSure) return null
  const kind = readOf(cursor)
  if (kind === null) return null
  const texts = readTexts(cursor)
  if (texts === null || !isEnd(cursor)) return null
  const place: PlaceWish | null =
    texts.place ?? (holder === null ? null : { kind: 'inside-end', anchor: holder })
  const said = texts.name !== null || texts.amount !== null || texts.rest.length > 0
  return {
    kind: 'act',
    target: kind,
    act: {
      kind: 'one-more',
      texts: said ? textsOf(texts) : null,
      place,
      count: how.count,
      isSure: how.isSure || texts.isLike || readOf === readNamedKind,
    },
  }
}

/** "the pricing table needs ..." */
function readHolder(cursor: Cursor): Reference | null {
  return cursor.attempt((c) => {
    const target = readThing(c)
    if (target === null) return null
    return c.take('have') ||
      c.takeWord('needs', 'need', 'gets', 'should get', 'should have', 'wants', 'needs a', 'should get a')
      ? target
      : null
  })
}

interface How {
  readonly count: number
  /** It was said that there are others: "another", "a fourth". */
  readonly isSure: boolean
}

function readHow(cursor: Cursor): How | null {
  if (cursor.takeWord('another', 'one more')) {
    cursor.takeWord('new', 'one')
    return { count: 1, isSure: true }
  }
  if (cursor.takeWord('one') && cursor.takeWord('more', 'additional', 'extra'))
    return { count: 1, isSure: true }
  const { token, senses } = cursor.peek()
  const count = token.kind === 'number' && token.unit === undefined ? token.value : senses.number
  if (count !== undefined && Number.isInteger(count) && count > 0 && count <= 20) {
    cursor.at++
    return cursor.takeWord('more', 'additional', 'extra', 'new') ? { count, isSure: true } : null
  }
  // "a third" is a part of something, too.
  if (FRACTIONS.has(cursor.peek().word)) {
    cursor.at++
    return { count: 1, isSure: true }
  }
  if (!cursor.take('a') && !cursor.peek(-1).word.endsWith(' a')) return null
  const { ordinal } = cursor.senses
  if (ordinal !== undefined && ordinal > 1) {
    cursor.at++
    return { count: 1, isSure: true }
  }
  return cursor.takeWord('new', 'extra', 'additional', 'further', 'more')
    ? { count: 1, isSure: cursor.peek(-1).word !== 'new' }
    : null
}

const FRACTIONS: ReadonlySet<string> = wordSet('a third|a fourth|a quarter')

const MOST_NAMES = 3

/** "pricing tier", "FAQ question": words that say of which kind. */
function readKind(cursor: Cursor): Reference | null {
  const { start } = cursor.peek()
  const names: string[] = []
  for (let i = 0; i <= MOST_NAMES; i++) {
    const { token, senses, word } = cursor.peek()
    if (token.kind !== 'word') return null
    if (senses.types !== undefined && !isKindAhead(cursor)) {
      cursor.at++
      const { end } = cursor.peek(-1)
      return {
        ...NO_REFERENCE,
        start,
        end,
        phrase: cursor.text.slice(start, end),
        types: senses.types,
        role: senses.role ?? null,
        noun: word,
        names,
      }
    }
    if (senses.grammar !== undefined || senses.relation !== undefined || senses.color !== undefined)
      return null
    names.push(word)
    cursor.at++
  }
  return null
}

/** Words that are no noun of the vocabulary, up to what follows a noun. */
function readNamedKind(cursor: Cursor): Reference | null {
  const { start } = cursor.peek()
  const names: string[] = []
  for (let i = 0; i < MOST_NAMES && !cursor.atEnd && !cursor.atBoundary; i++) {
    const { token, senses, word } = cursor.peek()
    if (
      token.kind !== 'word' ||
      called.has(word) ||
      senses.grammar !== undefined ||
      senses.relation !== undefined
    )
      break
    if (senses.color !== undefined || senses.filler === true || word === 'like') break
    names.push(...word.split(' '))
    cursor.at++
  }
  if (names.length === 0) return null
  const { end } = cursor.peek(-1)
  return { ...NO_REFERENCE, start, end, phrase: cursor.text.slice(start, end), names }
}

function isKindAhead(cursor: Cursor): boolean {
  const { token, word, senses } = cursor.peek(1)
  return (
    token.kind === 'word' &&
    senses.types !== undefined &&
    senses.grammar === undefined &&
    sensesOf(word).verb === undefined
  )
}

const PUTS: ReadonlySet<string> = wordSet('add|put|insert|include|create|place|stick|attach|show|give|append')

/** "add a "New" badge to all products", "put a divider in each card". */
function readInEach(cursor: Cursor): Wish | null {
  const { word } = cursor.peek()
  if (!takeOneOf(cursor, PUTS)) return null
  if (word === 'give') {
    const target = readThing(cursor)
    if (target === null || !isEach(target) || !cursor.take('a')) return null
    const thing = readNewThing(cursor)
    return thing !== null && isEnd(cursor)
      ? { kind: 'act', target, act: { kind: 'in-each', thing, at: 'end' } }
      : null
  }
  if (!cursor.take('a')) return null
  const thing = readNewThing(cursor)
  if (thing === null) return null
  let at: 'start' | 'end' = 'end'
  const led = cursor.attempt((c) => {
    if (
      !c.take('to') &&
      !c.take('at') &&
      !c.take('into') &&
      !c.take('for') &&
      c.senses.relation !== 'inside' &&
      c.senses.relation !== 'on'
    )
      return null
    if (c.senses.relation === 'inside' || c.senses.relation === 'on') c.at++
    c.attempt((inner) => {
      inner.take('the')
      const { side } = inner.senses
      if (side !== 'top' && side !== 'bottom') return null
      inner.at++
      if (inner.senses.relation !== 'of') return null
      inner.at++
      at = side === 'top' ? 'start' : 'end'
      return true
    })
    return true
  })
  if (led === null) return null
  const target = readThing(cursor)
  return target !== null && isEach(target) && isEnd(cursor)
    ? { kind: 'act', target, act: { kind: 'in-each', thing, at } }
    : null
}

function isEach({ quantity, plural, take, parts }: Reference): boolean {
  return quantity === 'all' || quantity === 'each' || plural || take !== null || parts.length > 0
}

/** "Same style as the two there." */
function readLikeOthers(cursor: Cursor): Wish | null {
  cursor.take('the')
  if (!cursor.take('same')) return null
  cursor.takeWord('style', 'look', 'styling', 'design', 'format')
  if (!cursor.take('as') && !cursor.takeWord('like', 'with', 'in')) return null
  cursor.take('the')
  if (takePhrase(cursor, otherOnes) === null) return null
  cursor.takeWord('there', 'above', 'before', 'already')
  return isEnd(cursor) ? { kind: 'act', target: IT, act: { kind: 'like-others' } } : null
}

const MORE: ReadonlySet<string> = wordSet(
  'another|more|new|extra|additional|further|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th|6th|quarter',
)

/** One more of a kind, and one for each. */
export const series: readonly Spoken[] = [
  { name: 'one-more', stake: 'structure', cost: -5, needs: MORE, read: readOneMore },
  { name: 'one-new', stake: 'structure', cost: 1, needs: MORE, read: readOneNew },
  { name: 'one-new-named', stake: 'structure', cost: 5, needs: MORE, read: readOneNewNamed },
  { name: 'one-more-named', stake: 'structure', cost: 2, needs: MORE, read: readOneMoreNamed },
  { name: 'like-others', stake: 'look', cost: 0, needs: wordSet('same'), read: readLikeOthers },
  { name: 'in-each', stake: 'structure', cost: -2, needs: PUTS, read: readInEach },
]
