import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { readAmount } from '../read/read-amount.ts'
import { beginsPlace, readPlace } from '../read/read-place.ts'
import { PLAIN, readReference, readSingle } from '../read/read-reference.ts'
import { readShift } from '../read/read-shift.ts'
import { IT } from '../reference.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'

export type Side = Extract<Effect, { kind: 'align' }>['to']

/** Reads what follows a moved target: a distance, an alignment or a place. */
export function readMove(cursor: Cursor, target: Reference): Wish | null {
  const shift = cursor.attempt(readShift)
  if (shift !== null) return { kind: 'shift', target, ...shift }
  const at = cursor.attempt(readCoordinates)
  if (at !== null) return { kind: 'place-at', target, ...at }
  const place = readPlace(cursor)
  if (place !== null) return { kind: 'move', target, place }
  const side = cursor.attempt(readSide)
  return side === null ? null : { kind: 'style', target, effects: [{ kind: 'align', to: side, text: false }] }
}

/** "to x 40", "to 40, 20". */
function readCoordinates(cursor: Cursor): { x?: number; y?: number } | null {
  if (!cursor.take('to') && !cursor.take('at')) return null
  cursor.takeWord('position', 'coordinates')
  if (cursor.senses.property === 'x' || cursor.senses.property === 'y') {
    const result: { x?: number; y?: number } = {}
    while (cursor.senses.property === 'x' || cursor.senses.property === 'y') {
      const name = cursor.senses.property
      cursor.at++
      cursor.take('to')
      const amount = readAmount(cursor)
      if (amount === null) return null
      result[name] = amount.value
      if (cursor.senses.grammar === 'and' || cursor.peek().word === ',') {
        const next = cursor.peek(1).senses.property
        if (next === 'x' || next === 'y') cursor.at++
      }
    }
    return result
  }
  const x = readAmount(cursor)
  if (x === null || cursor.peek().word !== ',') return null
  cursor.at++
  const y = readAmount(cursor)
  return y === null ? null : { x: x.value, y: y.value }
}

/** "left", "to the right", "in the center", "at the middle of the screen". */
export function readSide(cursor: Cursor): Side | null {
  while (cursor.take('to') || cursor.take('at') || cursor.take('the') || cursor.take('be')) {
    // "to the", "at the"
  }
  if (cursor.senses.relation === 'inside' || cursor.senses.relation === 'on') cursor.at++
  cursor.take('the')
  cursor.takeWord('far', 'very', 'horizontal')
  const { side, style, direction, verb, word } = { ...cursor.senses, word: cursor.peek().word }
  let to: Side | null = null
  if (style?.property === 'align') to = style.value as Side
  else if (direction === 'left' || direction === 'right') to = direction
  else if (side !== undefined) to = side === 'middle' ? 'center' : side
  else if (verb === 'align' && /^cent(?:er|re)/.test(word)) to = 'center'
  else if (word === 'vertically' || word === 'horizontally') to = word === 'vertically' ? 'middle' : 'center'
  else if (word === 'leftmost' || word === 'far left') to = 'left'
  else if (word === 'rightmost' || word === 'far right') to = 'right'
  if (to === null) return null
  cursor.at++
  cursor.takeWord('side', 'edge', 'hand side', 'align', 'aligned')
  if (cursor.takeWord('vertically') && to === 'center') to = 'middle'
  else cursor.takeWord('horizontally')
  cursor.attempt((c) => {
    if (c.senses.relation !== 'of' && c.senses.relation !== 'inside' && c.senses.relation !== 'on') return null
    c.at++
    c.take('the')
    c.take('its')
    return c.takeWord('screen', 'page', 'parent', 'container', 'app', 'card', 'section', 'box', 'row', 'layout', 'view') ? true : null
  })
  return to
}

export const move: Family = {
  name: 'move',
  about: 'Moves components: to a place, by a distance, up or down.',
  examples: ['move the footer to the top', 'move the badge below the title', 'shift the link 20px to the right', 'move the button up'],
  read(cursor) {
    if (!cursor.takeVerb('move', 'put')) return null
    const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace, bareSides: false })
    if (target === null || target.indefinite) return null
    return readMove(cursor, target)
  },
}

export const align: Family = {
  name: 'align',
  about: 'Aligns components in their parent, or the text inside them.',
  examples: ['center the logo', 'align the title left', 'align the text of the footer to the right', 'right align the price'],
  read(cursor) {
    const verb = cursor.peek()
    if (!cursor.takeVerb('align')) return null
    const own = /^cent(?:er|re|ral)/.test(verb.word) || verb.word === 'center align' ? 'center' : verb.word === 'left align' ? 'left' : verb.word === 'right align' ? 'right' : null
    if (verb.word === 'justify') return readJustify(cursor)
    if (own === 'center') cursor.takeVerb('align')
    const isText = cursor.attempt(readTextOf) !== null
    const target = readReference(cursor, { ...PLAIN, stopAt: (c) => own === null && c.attempt((inner) => (readSide(inner) !== null && (inner.atEnd || inner.atBoundary) ? true : null)) !== null && rewind(c) })
    if (target === null) return null
    const textLast = !isText && cursor.senses.property === 'text' && (cursor.at++, true)
    const to = own ?? cursor.attempt(readSide)
    if (to === null) return null
    if (own === 'center') {
      if (cursor.takeWord('vertically')) return alignWish(target, 'middle', isText)
      cursor.takeWord('horizontally')
      cursor.attempt((c) => (readCenterOf(c) ? true : null))
    }
    return alignWish(target, to, isText || textLast)
  },
}

function rewind(_cursor: Cursor): boolean {
  return true
}

function readCenterOf(cursor: Cursor): boolean {
  if (cursor.senses.relation !== 'inside' && cursor.senses.relation !== 'on') return false
  cursor.at++
  cursor.take('the')
  cursor.take('its')
  return cursor.takeWord('screen', 'page', 'parent', 'container', 'app', 'layout', 'view', 'middle', 'box')
}

function readJustify(cursor: Cursor): Wish | null {
  cursor.attempt(readTextOf)
  const target = readReference(cursor, PLAIN)
  if (target === null) return null
  cursor.takeWord('text')
  return { kind: 'style', target, effects: [{ kind: 'set', property: 'textAlign', value: 'justify' }] }
}

/** "the text of", "the text in", before the thing whose text is meant. */
function readTextOf(cursor: Cursor): true | null {
  cursor.take('the')
  if (cursor.senses.property !== 'text') return null
  cursor.at++
  if (cursor.senses.relation !== 'of' && cursor.senses.relation !== 'inside' && cursor.senses.relation !== 'on' && cursor.senses.grammar !== 'for') return null
  cursor.at++
  return true
}

function alignWish(target: Reference, to: Side, text: boolean): Wish {
  return { kind: 'style', target, effects: [{ kind: 'align', to, text }] }
}

export const swap: Family = {
  name: 'swap',
  about: 'Two components exchange their places.',
  examples: ['swap the title and the subtitle', 'swap #a with #b', 'switch the places of the first and the last card'],
  read(cursor) {
    const verb = cursor.peek()
    if (verb.word === 'switch') cursor.at++
    else if (!cursor.takeVerb('swap')) return null
    cursor.attempt((c) => {
      c.take('the')
      if (c.senses.property !== 'position') return null
      c.at++
      return c.senses.relation === 'of' ? (c.at++, true) : null
    })
    const a = readReference(cursor, { ...PLAIN, with: false, pair: true })
    if (a === null) return null
    cursor.takeWord('around')
    if (cursor.take('with') || cursor.take('for') || cursor.take('by') || (verb.word !== 'switch' && cursor.take('to'))) {
      const b = readSingle(cursor, PLAIN)
      return b === null ? null : { kind: 'swap', a, b }
    }
    if (a.parts.length === 2) return { kind: 'swap', a: a.parts[0]!, b: a.parts[1]! }
    if (a.parts.length === 0 && (a.ordinals.length === 2 || a.plural || a.take === 2)) return { kind: 'swap', a, b: null }
    return null
  },
}

/** After a move, the same verb is understood: "... and the footer to the bottom". */
export const moveAgain: Family = {
  name: 'move-again',
  about: 'Another target and place after a move.',
  examples: ['move the title to the top and the footer to the bottom'],
  read(cursor, before) {
    if (before === null || (before.wish.kind !== 'move' && before.wish.kind !== 'shift' && !isAlign(before.wish))) return null
    const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace }) ?? IT
    return readMove(cursor, target)
  },
}

function isAlign(wish: Wish): boolean {
  return wish.kind === 'style' && wish.effects.length === 1 && wish.effects[0]!.kind === 'align'
}
