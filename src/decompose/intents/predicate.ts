import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { readContent, readSaid } from '../read/read-content.ts'
import { readEffects } from '../read/read-effect.ts'
import { readFont } from '../read/read-font.ts'
import { readMove } from '../read/read-move.ts'
import { PLAIN } from '../read/read-options.ts'
import { readPaired } from '../read/read-paired.ts'
import { readAfterProperty } from '../read/read-property.ts'
import { readReference } from '../read/read-reference.ts'
import type { Reference } from '../reference.ts'
import { styleWish } from './style-wish.ts'
import type { Subject } from './subject.ts'

/** What a subject shall be: effects of the thing, or the value or change of its property. */
export function readPredicate(cursor: Cursor, subject: Subject): Wish | null {
  if (subject.property === null) {
    cursor.takeWord('each')
    const content = readSaid(cursor)
    if (content !== null) return styleWish(subject.target, content)
    const modal = cursor.peek(-1)
    const field =
      modal.senses.grammar !== 'should' && modal.word !== 'use'
        ? null
        : modal.word.endsWith('use')
          ? readFontName(cursor)
          : readCapital(cursor)
    if (field !== null) return styleWish(subject.target, field)
    const placed = readPlaced(cursor, subject.target)
    if (placed !== null) return placed
    const from = cursor.at
    const { noun, quoted } = subject.target
    const isSaid = cursor.peek().token.kind === 'quoted' && noun !== null && quoted === null
    const said = isSaid ? readQuoted(cursor) : null
    if (said !== null) return styleWish(subject.target, said)
    const effects = readEffects(cursor)
    if (effects === null) return null
    return readPaired(cursor, subject.target, from) ?? styleWish(exceptAfter(cursor, subject.target), effects)
  }
  const effects = readPropertyPredicate(cursor, subject)
  return effects === null ? null : styleWish(subject.target, effects)
}

/** "badge text "Closed" and red" */
function readQuoted(cursor: Cursor): Effect[] {
  const { word } = cursor.peek().token
  cursor.at++
  const more = cursor.attempt((c) => {
    if (!c.take('and')) c.takeSeparator(',')
    return readEffects(c)
  })
  return [{ kind: 'content', value: word, isUrl: false, quoted: true }, ...(more ?? [])]
}

/** "make the badge stand next to the title", "make the footer the last". */
function readPlaced(cursor: Cursor, target: Reference): Wish | null {
  if (cursor.takeWord('go', 'stand', 'sit', 'come', 'appear')) return readMove(cursor, target)
  return cursor.attempt((c) => {
    c.take('the')
    const { ordinal } = c.senses
    if (ordinal !== 1 && ordinal !== -1) return null
    c.at++
    c.takeWord('one', 'item')
    return c.atEnd || c.atBoundary || c.senses.filler === true
      ? { kind: 'move', target, place: { kind: ordinal === 1 ? 'first' : 'last' } }
      : null
  })
}

/** "the title should be Welcome home": a text begins with a capital letter where no look does. */
function readCapital(cursor: Cursor): Effect[] | null {
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    return [{ kind: 'content', value: token.word, isUrl: false, quoted: true }]
  }
  if (token.capital !== true || cursor.text === cursor.text.toUpperCase()) return null
  if (cursor.attempt((c) => readEffects(c)) !== null) return null
  const reader = readContent(cursor)
  return reader === null ? null : reader(cursor)
}

/** "the items should use Courier New". */
function readFontName(cursor: Cursor): Effect[] | null {
  const { token } = cursor.peek()
  if ((token.capital !== true || token.kind !== 'word') && token.kind !== 'quoted') return null
  const font = readFont(cursor)
  if (font !== null) cursor.takeWord('font')
  return font
}

/** "make all cards red except the first". */
export function exceptAfter(cursor: Cursor, target: Reference): Reference {
  return exceptSome(cursor, allAfter(cursor, target))
}

/** "make cards 40px wider all": how many are meant, said last. */
function allAfter(cursor: Cursor, target: Reference): Reference {
  if (!target.plural) return target
  const isAll = cursor.attempt((c) => {
    if (!c.takeWord('all of them', 'each of them') && c.peek().senses.quantity !== 'all') return null
    if (c.senses.quantity === 'all') c.at++
    return c.atEnd || c.atBoundary || c.senses.grammar === 'except' || c.senses.filler === true ? true : null
  })
  return isAll === null || target.quantity !== null ? target : { ...target, quantity: 'all' }
}

function exceptSome(cursor: Cursor, target: Reference): Reference {
  const isAside = cursor.peek().word === ',' && cursor.peek(1).senses.grammar === 'except'
  if (cursor.senses.grammar !== 'except' && !isAside) return target
  const except = cursor.attempt((c) => {
    c.at += isAside ? 2 : 1
    return readReference(c, PLAIN)
  })
  if (except === null) return target
  return { ...target, except: except.parts.length > 0 ? except.parts : [except] }
}

function readPropertyPredicate(cursor: Cursor, { property }: Subject): Effect[] | null {
  const first = readAfterProperty(cursor, property!)
  if (first === null) return null
  const more = cursor.attempt((c) => {
    if (!c.take('and') && !c.take('with')) c.takeSeparator(',')
    const effects = readEffects(c)
    return effects !== null && (c.atEnd || c.atBoundary) ? effects : null
  })
  return more === null ? first : [...first, ...more]
}
