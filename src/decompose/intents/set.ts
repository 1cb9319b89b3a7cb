import { parseColor } from '../../document/color.ts'
import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { measureEffects } from '../read/measure-effects.ts'
import { readAmount } from '../read/read-amount.ts'
import type { ContentEffect } from '../read/read-content.ts'
import { isAddress, readContent } from '../read/read-content.ts'
import { readEffect, readEffects } from '../read/read-effect.ts'
import { isFontName } from '../read/read-font.ts'
import { readOwner } from '../read/read-owner.ts'
import { readAfterProperty } from '../read/read-property.ts'
import { endOfOldValue } from '../read/read-relation.ts'
import { readValueFor } from '../read/read-value.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { exceptAfter } from './predicate.ts'
import { styleWish } from './style-wish.ts'
import type { Subject } from './subject.ts'
import { PROPERTIES_FIRST, STATED_PROPERTIES, withSubject } from './subject.ts'

/** "set the width of the logo to 112px", "change the title to Hello". */
export const set: Family = {
  name: 'set',
  about: 'Sets a property, or the text, of something to a value.',
  on: 'shop',
  examples: [
    "set #shop_now_button's width to 112px",
    'change the background of the header to navy',
    'change text color to white on all dark cards',
    'change the hero title to "Hello"',
  ],
  read(cursor) {
    const assigns = cursor.senses.verb === 'set' || cursor.senses.verb === 'replace'
    if (!cursor.takeVerb('set', 'make', 'give', 'replace')) return null
    return withSubject(cursor, assigns ? PROPERTIES_FIRST : STATED_PROPERTIES, (c, subject) =>
      assigns || subject.property !== 'text' ? readAssignment(c, subject) : null,
    )
  },
}

/** What follows the subject of "set" and "change". */
export function readAssignment(cursor: Cursor, subject: Subject): Wish | null {
  skipFrom(cursor, subject)
  if (subject.property === null) return readWhole(cursor, subject.target)
  const linked =
    cursor.take('to') ||
    cursor.take('with') ||
    cursor.take('as') ||
    cursor.take('be') ||
    cursor.takeWord('in', 'into', 'on') ||
    cursor.takeSeparator(':')
  if (subject.property === 'x' || subject.property === 'y')
    return readPosition(cursor, subject.target, subject.property)
  const effects = readFieldValue(cursor, subject, linked) ?? readAfterProperty(cursor, subject.property)
  if (effects === null) return null
  const target = subject.implied ? (readOwner(cursor) ?? subject.target) : subject.target
  return styleWish(exceptAfter(cursor, target), effects)
}

/** "set #logo's x to 40" */
function readPosition(cursor: Cursor, target: Reference, side: 'x' | 'y'): Wish | null {
  const amount = readAmount(cursor)
  if (amount === null || amount.unit === '%' || amount.unit === 'x') return null
  return side === 'x'
    ? { kind: 'place-at', target, x: amount.value }
    : { kind: 'place-at', target, y: amount.value }
}

/** No property was named: a look, a scale, or else a new text. */
function readWhole(cursor: Cursor, target: Reference): Wish | null {
  const isFont = cursor.peek().word === 'in' && isFontName(cursor.peek(1))
  const linked =
    !isFont &&
    (cursor.take('to') ||
      cursor.take('into') ||
      cursor.take('as') ||
      cursor.take('with') ||
      cursor.take('say') ||
      cursor.takeWord('in', 'on'))
  if (!linked) {
    if (cursor.take('by')) return scaleBy(cursor, target)
    cursor.takeSeparator(':')
    const { token } = cursor.peek()
    // "hours text change "8-20"": behind the verb a text is the new one.
    if (token.kind === 'quoted' && cursor.peek(-1).senses.verb === 'set') {
      cursor.at++
      return styleWish(target, [
        { kind: 'content', value: token.word, isUrl: isAddress(token.word), quoted: true },
      ])
    }
    const effects = readEffects(cursor)
    return effects === null ? null : styleWish(target, effects)
  }
  const content = readContent(cursor)
  const effects = cursor.attempt((c) => {
    const read = readEffects(c)
    return read !== null &&
      (c.atEnd || c.atBoundary || c.senses.filler === true || c.senses.grammar === 'except')
      ? read
      : null
  })
  if (effects !== null) return styleWish(exceptAfter(cursor, target), effects)
  return content === null ? null : contentWish(target, content(cursor))
}

/** A bare word after "to" is a text only when it looks like one: "to Welcome back", not "to blurple". */
export function contentWish(target: Reference, [content]: readonly [ContentEffect]): Wish | null {
  const isText = content.quoted || content.isUrl || /^[\p{Lu}\p{N}$€£+]/u.test(content.value)
  return isText ? styleWish(target, [content]) : null
}

/** "from red to blue": the old value says nothing that the new one does not. */
function skipFrom(cursor: Cursor, subject: Subject): void {
  const skipped = cursor.attempt((c) => {
    if (!c.take('from') && !(c.senses.relation === 'of' && c.peek().word === 'from' && ++c.at)) return null
    const old = subject.property === null ? readEffect(c) : readValueFor(c, subject.property)
    return old !== null && c.senses.grammar === 'to' ? true : null
  })
  if (skipped === null) skipOldText(cursor)
}

/** "from $19 to $21", "from Old name to New name": any words up to the "to". */
function skipOldText(cursor: Cursor): void {
  if (cursor.peek().word === 'from') cursor.at += endOfOldValue(cursor)
}

/** "scale the logo by 50%": a share or a factor of what it is. */
function scaleBy(cursor: Cursor, target: Reference): Wish | null {
  const amount = readAmount(cursor)
  if (amount === null || (amount.unit !== '%' && amount.unit !== 'x' && amount.unit !== null)) return null
  const factor = amount.unit === '%' ? amount.value / 100 : amount.value
  const effects = measureEffects(cursor, 'size', { value: factor, unit: 'x', signed: false })
  return effects === null ? null : styleWish(target, effects)
}

/** Texts and addresses: quoted, or the rest of the clause as it was written. */
function readFieldValue(cursor: Cursor, subject: Subject, linked: boolean): Effect[] | null {
  const { property } = subject
  if (
    property !== 'text' &&
    property !== 'placeholder' &&
    property !== 'price' &&
    property !== 'alt' &&
    property !== 'href' &&
    property !== 'imageUrl' &&
    property !== 'icon'
  )
    return null
  if (!linked && cursor.peek().token.kind !== 'quoted' && cursor.peek().token.kind !== 'url') return null
  const read = readContent(cursor)
  if (read === null) return null
  const [content] = read(cursor)
  // "the text of the button to red" is about its color.
  if (property === 'text' && !content.quoted && parseColor(content.value) !== null) return null
  return [{ kind: 'set', property, value: content.value }]
}
