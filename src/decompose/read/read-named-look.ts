import type { Spot } from '../../command/target.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import {
  defaultPins,
  lookNouns,
  lookWords,
  namedLooks,
  parentNouns,
  pinWords,
  saturations,
  screenNouns,
  scrolling,
  strengths,
} from '../lexicon/look-words.ts'
import { aspectOf } from './color-aspect.ts'
import { readAmount } from './read-amount.ts'
import { readColor } from './read-color.ts'
import { saysAny, takeOneOf } from './words-ahead.ts'

/** Looks that a name says: "ghost button", "text only", "a circle of 56px", "sticky", "as wide as the page", "more muted". */
export function readNamedLook(cursor: Cursor): Effect[] | null {
  if (!saysAny(cursor.lexemes, lookWords)) return null
  return (
    readPin(cursor) ??
    readExtent(cursor) ??
    readFit(cursor) ??
    readShape(cursor) ??
    readSaturation(cursor) ??
    readLook(cursor)
  )
}

function readLook(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    c.take('a')
    const { word } = c.peek()
    const next = c.peek(1).word
    let look = namedLooks.get(word)
    if (look !== undefined && c.peek().token.kind === 'word') {
      // "plain text" is no look of a button.
      if (word === 'plain' && !lookNouns.has(next) && !isEnd(c, 1)) return null
      c.at++
    } else if (word === 'text' && next === 'only') {
      look = 'text'
      c.at += 2
    } else if ((word === 'only' || word === 'just') && next === 'text' && isEnd(c, 2)) {
      look = 'text'
      c.at += 2
    } else if ((word === 'outline' || word === 'outlined') && lookNouns.has(next)) {
      look = 'outline'
      c.at++
    } else return null
    takeOneOf(c, lookNouns)
    const color = c.attempt((inner) => (inner.takeWord('in') || inner.take('with') ? readColor(inner) : null))
    return [{ kind: 'named-look', look, ...(color === null ? {} : { color }) }]
  })
}

function isEnd(cursor: Cursor, ahead: number): boolean {
  const { token, senses } = cursor.peek(ahead)
  return token.word === '' || token.kind === 'separator' || senses.grammar === 'and' || senses.filler === true
}

/** "a circle", "a circle of 56px", "a 48px square". */
function readShape(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const led = c.take('a') || c.take('into') || c.take('to')
    if (led) c.take('a')
    const before = c.peek().token.kind === 'number' ? readAmount(c) : null
    c.takeWord('perfect', 'round')
    const shape = c.takeWord('circle', 'circles')
      ? 'circle'
      : (led || before !== null) && c.takeWord('square', 'squares')
        ? 'square'
        : null
    if (shape === null) return null
    const after =
      before ??
      c.attempt((inner) => {
        inner.takeWord('of')
        inner.takeSeparator(',')
        const amount = readAmount(inner)
        if (amount?.unit !== 'px') return null
        if (inner.takeWord('x', 'by')) readAmount(inner)
        return amount
      })
    return [{ kind: 'shape', shape, ...(after === null ? {} : { px: after.value }) }]
  })
}

/** "as wide as the page", "the full width of its container", "fill the page". */
function readExtent(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    let begins = false
    if (c.take('as') && c.takeWord('wide', 'broad')) begins = c.take('as')
    else if (c.takeWord('fill', 'span', 'across', 'fills', 'spanning', 'filling')) begins = true
    else {
      c.take('the')
      c.takeWord('full', 'whole', 'entire', 'all')
      if (c.senses.property === 'width' && c.peek(-1).senses.property === undefined) {
        c.at++
        begins = c.takeWord('of')
      }
    }
    if (!begins) return null
    c.takeWord('all', 'across')
    while (c.take('the') || c.take('its') || c.takeWord('whole', 'entire', 'full', 'width of', 'all'));
    if (c.senses.property === 'width' && c.peek(1).senses.relation === 'of') c.at += 2
    while (c.take('the') || c.take('its'));
    const of = takeOneOf(c, screenNouns) ? 'screen' : takeOneOf(c, parentNouns) ? 'parent' : null
    // "the width of the page title"
    const { senses, token } = c.peek()
    const goesOn = token.kind === 'word' && (senses.types !== undefined || senses.property !== undefined)
    return of === null || goesOn ? null : [{ kind: 'span', of }]
  })
}

/** "hug the text", "as wide as its text", "fit its label". */
function readFit(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    c.takeWord('only', 'just')
    const hugs =
      c.takeWord('hug', 'hugs', 'fit', 'fits', 'hugging', 'fitting') ||
      (c.take('as') && c.takeWord('wide') && c.take('as'))
    if (!hugs) return null
    while (c.take('the') || c.take('its') || c.take('to') || c.takeWord('around'));
    return c.takeWord('text', 'content', 'contents', 'label', 'words', 'letters') ? [{ kind: 'fit' }] : null
  })
}

/** "more vivid", "less saturated", "stronger colors": OKLCH chroma. */
function readSaturation(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const strength = strengths.get(c.peek().word)
    if (strength !== undefined) {
      const aspect = aspectOf(c.peek(1).senses.property)
      if (aspect === undefined && c.peek(1).senses.property !== undefined) return null
      c.at += aspect === undefined ? 1 : 2
      return [{ kind: 'saturation', aspect: aspect ?? null, factor: strength }]
    }
    const isLess = c.takeWord('less')
    if (!isLess && !c.takeWord('more')) return null
    const factor = saturations.get(c.peek().word)
    if (factor === undefined) return null
    c.at++
    const aspect = aspectOf(c.senses.property)
    if (aspect !== undefined) c.at++
    return [{ kind: 'saturation', aspect: aspect ?? null, factor: isLess ? 2 - factor : factor }]
  })
}

/** "sticky", "fixed to the bottom right", "stay at the bottom", "floating". */
function readPin(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    // "stay" is a word for being, too.
    if (!pinWords.has(c.peek().word)) c.take('be')
    const { word, senses } = c.peek()
    const position = pinWords.get(word)
    if (position === undefined || senses.types !== undefined) return null
    c.at++
    const at = readSpot(c)
    skipScrolling(c)
    const says = word === 'sticky' || word === 'pinned' || word === 'floating' || word === 'fixed'
    if (at === null && !says) return null
    if (at === null && word === 'sticky') return [{ kind: 'set', property: 'positioning', value: 'sticky' }]
    if (at === null && word !== 'floating')
      return word === 'fixed' ? [{ kind: 'set', property: 'positioning', value: 'fixed' }] : null
    return [{ kind: 'pin', at: at ?? defaultPins[position], position: word === 'stay' ? 'fixed' : position }]
  })
}

/** "when scrolling", "while you scroll", "of the screen": where on the screen is said already. */
function skipScrolling(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (!c.takeWord('when', 'while', 'on', 'during', 'as')) return null
    c.takeWord('you', 'the user', 'we', 'i', 'the page', 'users', 'the')
    c.takeWord('page', 'user', 'is', 'are')
    return takeOneOf(c, scrolling) ? true : null
  })
}

/** "at the top", "to the bottom right corner of the screen": a side or corner of the screen. */
export function readSpot(cursor: Cursor): Spot | null {
  return cursor.attempt((c) => {
    const led = c.take('at') || c.take('to') || c.take('into') || c.takeWord('in', 'on')
    if (!led) return null
    while (c.take('the') || c.takeWord('very'));
    const first = spotWord(c)
    if (first === null) return null
    const second = spotWord(c)
    c.takeWord('corner', 'edge', 'side')
    c.attempt((inner) => {
      if (!inner.takeWord('of', 'in')) return null
      while (inner.take('the') || inner.take('its'));
      return takeOneOf(inner, screenNouns) ? true : null
    })
    const both = second === null ? first : [first, second].toSorted(acrossLast).join(' ')
    return SPOTS.has(both) ? (both as Spot) : null
  })
}

function spotWord(cursor: Cursor): string | null {
  const { senses, word } = cursor.peek()
  const side = senses.side === 'middle' ? null : (senses.side ?? (SIDES.has(word) ? word : null))
  if (side === null) return null
  cursor.at++
  return side
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'top', 'bottom'])

const SPOTS: ReadonlySet<string> = new Set([
  'top',
  'bottom',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
])

function acrossLast(a: string, b: string): number {
  return Number(a === 'left' || a === 'right') - Number(b === 'left' || b === 'right')
}
