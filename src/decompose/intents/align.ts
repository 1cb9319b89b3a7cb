import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Side } from '../read/read-side.ts'
import { readSide } from '../read/read-side.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { LISTED } from './listed-targets.ts'

/** "center the logo", "align the text of the footer to the right". */
export const align: Family = {
  name: 'align',
  about: 'Aligns components in their parent, or the text inside them.',
  on: 'shop',
  examples: [
    'center the logo',
    'align the hero title right',
    'align the text of the footer to the right',
    'right align the logo',
  ],
  read(cursor) {
    const verb = cursor.peek()
    if (!cursor.takeVerb('align')) return null
    const own = /^cent(?:er|re|ral)/.test(verb.word)
      ? 'center'
      : /^left[ -]/.test(verb.word)
        ? 'left'
        : /^right[ -]/.test(verb.word)
          ? 'right'
          : null
    if (verb.word === 'justify') return readJustify(cursor)
    if (own === 'center') cursor.takeVerb('align')
    const isText = cursor.attempt(readTextOf) !== null
    const target = readReference(cursor, {
      ...LISTED,
      accept: (c) => LISTED.accept!(c) || beginsSide(c),
      stopAt: (c) => own === null && beginsSide(c),
    })
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

/** Whether the side to align to begins here: "align the title | on the left". */
function beginsSide(cursor: Cursor): boolean {
  const mark = cursor.at
  const ends =
    readSide(cursor) !== null && (cursor.atEnd || cursor.atBoundary || cursor.senses.filler === true)
  cursor.at = mark
  return ends
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
  const { property, types } = cursor.senses
  // "the title in the hero" is a thing.
  if (property !== 'text' || (types !== undefined && !cursor.peek().word.startsWith('text'))) return null
  cursor.at++
  if (
    cursor.senses.relation !== 'of' &&
    cursor.senses.relation !== 'inside' &&
    cursor.senses.relation !== 'on' &&
    cursor.senses.grammar !== 'for'
  )
    return null
  cursor.at++
  return true
}

function alignWish(target: Reference, to: Side, text: boolean): Wish {
  return { kind: 'style', target, effects: [{ kind: 'align', to, text }] }
}
