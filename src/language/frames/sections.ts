import type { SlotValue } from '../../command/content-steps.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import type { PlaceWish } from '../../decompose/effect.ts'
import { readPlace } from '../../decompose/read/read-place.ts'
import { takeOneOf, takePhrase } from '../../decompose/read/words-ahead.ts'
import { itemNouns, sectionNouns, templateWords } from '../lexicon/template-words.ts'
import type { Spoken } from './frame.ts'
import { isEnd, wordSet } from './words.ts'

const ADDS: ReadonlySet<string> = wordSet(
  'add|create|insert|put|include|need|needs|build|make|give me|place|new|want|have|throw in|introduce|set up',
)

const CREATES: ReadonlySet<string> = wordSet('add|create|insert|build|include|introduce')

/** "add a FAQ section with three questions below the pricing", "create a nav with Home, About and Contact". */
function readSection(cursor: Cursor): Wish | null {
  const begin = cursor.at
  const isAdded = takeOneOf(cursor, ADDS)
  const hasArticle = cursor.take('a')
  cursor.takeWord('new', 'simple', 'small', 'basic', 'short', 'nice', 'brand new')
  if (!hasArticle && !(isAdded && CREATES.has(cursor.lexemes[begin]!.word))) return null
  const called = cursor.attempt((c) => {
    const word = takePhrase(c, templateWords)
    if (word === null) return null
    const isSection = takeOneOf(c, sectionNouns)
    return { ...word, isWhole: word.isWhole || isSection, isSection }
  })
  if (called === null) return null
  const { template } = called
  const slots: Record<string, SlotValue> = {}
  let place: PlaceWish | null = null
  for (let i = 0; i < MOST_PARTS && !isEndOf(cursor); i++) {
    if (place === null && (place = cursor.attempt(readPlace)) !== null) continue
    const title = slots['title'] === undefined ? readTitle(cursor) : null
    if (title !== null) {
      slots[template === 'announcement' ? 'text' : 'title'] = title
      continue
    }
    const items = slots['items'] === undefined ? readItems(cursor, template) : null
    if (items === null) return null
    slots[template === 'announcement' ? 'text' : 'items'] = items
  }
  if (!called.isWhole && slots['items'] === undefined) return null
  if (template === 'nav' && slots['title'] !== undefined) return null
  if (!isAdded && !called.isSection && Object.keys(slots).length === 0) return null
  return {
    kind: 'deed',
    deed: { kind: 'section', template, slots: Object.keys(slots).length === 0 ? null : slots, place },
  }
}

const MOST_PARTS = 4

function isEndOf(cursor: Cursor): boolean {
  const { token, word } = cursor.peek()
  if (token.kind === 'separator' && word === ':') return false
  return isEnd(cursor)
}

const TITLED: ReadonlySet<string> = wordSet(
  'called|titled|named|with the title|with title|with the heading|with the headline|headed|with heading|entitled|saying|that says|with the text|reading',
)

function readTitle(cursor: Cursor): string | null {
  return cursor.attempt((c) => {
    if (!takeOneOf(c, TITLED) && takePhrase(c, TITLE_PHRASES) === null) {
      if (c.peek().token.kind !== 'quoted') return null
    }
    const { token } = c.peek()
    if (token.kind === 'quoted') {
      c.at++
      return token.word
    }
    return takeCapitals(c)
  })
}

const TITLE_PHRASES: ReadonlyMap<string, true> = new Map(
  ['with the title', 'with title', 'with the heading', 'with heading', 'that says', 'with the headline'].map(
    (words) => [words, true] as const,
  ),
)

/** Words up to the end, the first of them with a capital. */
function takeCapitals(cursor: Cursor): string | null {
  const { token, start } = cursor.peek()
  if (token.kind !== 'word' || token.capital !== true) return null
  let end = start
  while (
    !cursor.atEnd &&
    !cursor.atBoundary &&
    cursor.senses.relation === undefined &&
    cursor.senses.grammar !== 'with'
  ) {
    end = cursor.peek().end
    cursor.at++
  }
  return cursor.text.slice(start, end)
}

/** "with three questions", "with Home, About and Contact", ": 10k users, 99% uptime". */
function readItems(cursor: Cursor, template: string): SlotValue | null {
  return cursor.attempt((c) => {
    const led = c.take('with') || c.takeWord('having', 'containing') || c.takeSeparator(':')
    if (!led) return null
    c.take('the')
    const count = takeCount(c)
    if (count !== null) {
      c.takeWord('new', 'simple')
      if (!takeOneOf(c, itemNouns)) return null
      const colon = c.takeSeparator(':') || c.takeWord('called', 'named', 'for')
      if (!colon)
        return isEndOf(c) || c.senses.relation !== undefined ? Array.from({ length: count }, () => '') : null
      const listed = readList(c)
      return listed !== null && listed.length === count ? itemsOf(listed, template) : null
    }
    if (takeOneOf(c, itemNouns)) c.takeSeparator(':')
    const listed = readList(c)
    if (listed === null) return null
    takeOneOf(c, itemNouns)
    return itemsOf(listed, template)
  })
}

const MOST_ITEMS = 20

function takeCount(cursor: Cursor): number | null {
  const { token, senses } = cursor.peek()
  const value = token.kind === 'number' && token.unit === undefined ? token.value : senses.number
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > MOST_ITEMS) return null
  const next = cursor.peek(1)
  if (!itemNouns.has(next.word) && !itemNouns.has(cursor.peek(2).word)) return null
  cursor.at++
  return value
}

/** Texts joined by commas and "and", as they stand. */
function readList(cursor: Cursor): string[] | null {
  const items: string[] = []
  for (;;) {
    const item = readItem(cursor)
    if (item === null) return null
    items.push(item)
    const glued = cursor.attempt((c) => {
      const comma = c.takeSeparator(',')
      const and = c.take('and')
      return comma || and ? true : null
    })
    if (glued === null) return items
  }
}

function readItem(cursor: Cursor): string | null {
  const { token, start } = cursor.peek()
  if (token.kind === 'quoted' && !/^[$€£]/.test(token.word)) {
    cursor.at++
    return token.word
  }
  let end = start
  let words = 0
  while (!cursor.atEnd && !cursor.atBoundary && words < MOST_WORDS) {
    const { senses, word } = cursor.peek()
    if (words > 0 && itemNouns.has(word) && isEndAfter(cursor)) break
    if (words > 0 && senses.relation !== undefined && senses.relation !== 'of') break
    end = cursor.peek().end
    cursor.at++
    words++
  }
  return words === 0 ? null : cursor.text.slice(start, end).trim()
}

const MOST_WORDS = 6

function isEndAfter(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return next.token.word === '' || next.token.kind === 'separator' || next.senses.relation !== undefined
}

/** What the items of a template hold, from one text each. */
function itemsOf(listed: readonly string[], template: string): SlotValue {
  if (template === 'stats')
    return listed.map((text) => {
      const found = /^(\S*\d\S*)\s+(.+)$/u.exec(text)
      return found === null ? { label: text } : { value: found[1]!, label: found[2]! }
    })
  if (template === 'pricing')
    return listed.map((text) => {
      const found = /^(.*?)\s*(?:\bat|\bfor|-|–|\()?\s*([$€£]\s?\d[^)]*)\)?$/u.exec(text)
      return found === null ? { name: text } : { name: found[1]!.trim(), price: found[2]!.trim() }
    })
  return listed
}

const ADDS_OR_ARTICLE: ReadonlySet<string> = new Set([...ADDS, 'a', 'an', 'another'])

/** Sections from templates. */
export const sections: readonly Spoken[] = [
  { name: 'section', stake: 'structure', cost: -6, needs: ADDS_OR_ARTICLE, read: readSection },
]
