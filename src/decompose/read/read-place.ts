import type { Cursor } from '../cursor.ts'
import type { PlaceWish } from '../effect.ts'
import type { RelationName } from '../lexicon/senses.ts'
import { nounFollows } from './noun-words.ts'
import { beginsCorner } from './read-corner.ts'
import { PLAIN } from './read-options.ts'
import { readReference } from './read-reference.ts'
import { readSingle } from './read-single.ts'

const START_WORDS = ['start', 'beginning', 'front', 'very top', 'very beginning', 'begin'] as const

const END_WORDS = ['end', 'back', 'very bottom', 'very end'] as const

const SCREEN_WORDS = [
  'screen',
  'page',
  'app',
  'layout',
  'document',
  'view',
  'everything',
  'site',
  'website',
] as const

/** Reads where something shall go. Null where no place stands there. */
export function readPlace(cursor: Cursor): PlaceWish | null {
  return cursor.attempt((c) => {
    skipLead(c)
    return readEdge(c) ?? readRelative(c) ?? readStepwise(c) ?? readInto(c) ?? readOut(c)
  })
}

function skipLead(cursor: Cursor): void {
  while (
    cursor.senses.filler === true ||
    cursor.takeWord(
      'right',
      'directly',
      'back',
      'all the way',
      'straight',
      'way',
      'over',
      'somewhere',
      'so',
      'immediately',
      'to be',
      'all',
      'one',
      'it',
    )
  )
    if (cursor.senses.filler === true) cursor.at++
}

/** "to the top", "at the very end of the list", "first", "to the bottom of the screen". */
function readEdge(cursor: Cursor): PlaceWish | null {
  return cursor.attempt((c) => {
    const led =
      c.take('to') ||
      c.take('at') ||
      c.take('into') ||
      takeRelation(c, 'inside', 'on') ||
      c.take('as') ||
      c.take('be')
    c.take('the')
    c.takeWord('very')
    const isStart = takeEdge(c, 'top', START_WORDS, 1)
    const isEnd = !isStart && takeEdge(c, 'bottom', END_WORDS, -1)
    if (!isStart && !isEnd) return null
    c.takeWord('position', 'place', 'spot', 'one', 'item', 'slot', 'element', 'component')
    if (c.senses.relation === 'of' || c.senses.relation === 'inside' || (led && c.senses.relation === 'on')) {
      c.at++
      c.take('the')
      if (c.takeWord(...SCREEN_WORDS)) return { kind: 'screen', at: isStart ? 'start' : 'very-end' }
      if (
        c.takeWord('list', 'stack', 'column', 'row', 'section', 'card') &&
        c.atBoundary &&
        c.peek(-1).senses.types === undefined
      )
        return { kind: isStart ? 'first' : 'last' }
      if (c.peek(-1).senses.types !== undefined && c.peek(-2).senses.grammar === 'the') c.at--
      const anchor = readSingle(c, PLAIN)
      return anchor === null ? null : { kind: isStart ? 'inside-start' : 'inside-end', anchor }
    }
    return { kind: isStart ? 'first' : 'last' }
  })
}

function takeEdge(
  cursor: Cursor,
  side: 'top' | 'bottom',
  words: readonly string[],
  ordinal: 1 | -1,
): boolean {
  if (cursor.senses.side === side && cursor.peek().word !== 'lower' && cursor.peek().word !== 'upper') {
    cursor.at++
    return true
  }
  if (cursor.takeWord(...words)) return true
  if (
    cursor.senses.ordinal === ordinal &&
    (!nounFollows(cursor, 1) || cursor.peek(1).word === 'item' || cursor.peek(1).senses.pronoun === 'one')
  ) {
    cursor.at++
    return true
  }
  return false
}

function takeRelation(cursor: Cursor, ...names: readonly RelationName[]): boolean {
  const { relation } = cursor.senses
  if (relation === undefined || !names.includes(relation)) return false
  cursor.at++
  return true
}

/** "below the map", "between the title and the image", "to the left of the logo". */
function readRelative(cursor: Cursor): PlaceWish | null {
  return cursor.attempt((c) => {
    c.take('to')
    c.take('be')
    const { relation } = c.senses
    if (relation === undefined || relation === 'of') return null
    const side =
      (relation === 'left' || relation === 'right') && c.peek().word.includes(' side')
        ? { side: relation }
        : {}
    c.at++
    if (relation === 'between') {
      const anchor = readSingle(c, { ...PLAIN, with: false })
      if (anchor === null || !c.take('and')) return null
      const other = readSingle(c, PLAIN)
      return other === null ? null : { kind: 'between', anchor, other }
    }
    if (relation === 'inside' && c.takeWord('there', 'here')) return null
    const anchor = readReference(c, { ...PLAIN, accept: () => false })
    if (anchor === null) return null
    switch (relation) {
      case 'inside':
      case 'on':
        return { kind: 'inside-end', anchor }
      case 'above':
      case 'before':
      case 'left':
        return { kind: 'before', anchor, ...side }
      default:
        return { kind: 'after', anchor, ...side }
    }
  })
}

/** "up", "one position down". */
function readStepwise(cursor: Cursor): PlaceWish | null {
  return cursor.attempt((c) => {
    const steps =
      c.senses.number ??
      (c.peek().token.kind === 'number' && c.peek().token.unit === undefined
        ? c.peek().token.value
        : undefined)
    if (steps !== undefined) {
      if (steps !== 1) return null
      c.at++
    } else c.take('a')
    c.takeWord('position', 'place', 'spot', 'step', 'slot', 'row', 'line')
    const { direction, change } = c.senses
    const up = direction === 'up' || change === 'higher'
    if (!up && direction !== 'down' && change !== 'lower') return null
    c.at++
    c.takeWord('by one', 'one', 'a position', 'a spot')
    return { kind: up ? 'up' : 'down' }
  })
}

/** "to the pricing section", "into the hero". */
function readInto(cursor: Cursor): PlaceWish | null {
  return cursor.attempt((c) => {
    if (!c.take('to') && !c.take('into') && !c.take('for')) return null
    const anchor = readSingle(c, PLAIN)
    return anchor === null ? null : { kind: 'inside-end', anchor }
  })
}

/** "out of the form": directly after it. */
function readOut(cursor: Cursor): PlaceWish | null {
  if (!cursor.takeWord('out', 'outside')) return null
  cursor.takeWord('of')
  const anchor = readSingle(cursor, PLAIN)
  return anchor === null ? null : { kind: 'after', anchor }
}

/** Whether a place begins here; a target's own relation ends before it. */
export function beginsPlace(cursor: Cursor): boolean {
  if (beginsCorner(cursor)) return true
  const mark = cursor.at
  const place = readPlace(cursor)
  const ends = place !== null && (cursor.atEnd || cursor.atBoundary || cursor.senses.filler === true)
  cursor.at = mark
  return ends
}
