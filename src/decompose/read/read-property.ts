import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { isBorderSide } from '../lexicon/side-properties.ts'
import type { Degree, PropertyWord } from './changes.ts'
import { isUp, propertyChange, sizedBy } from './changes.ts'
import { lightnessOf } from './color-aspect.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { readAmount, readBy } from './read-amount.ts'
import { plainBorder } from './read-border.ts'
import { readDegree } from './read-degree.ts'
import type { Side } from './read-side.ts'
import { readStyled } from './read-styled.ts'
import { readValueFor } from './read-value.ts'

/** A property, then its value or its change: "background blue", "font size to 14px", "shadow", "corners rounder". */
export function readProperty(cursor: Cursor, degree: Degree | null): Effect[] | null {
  const property = cursor.senses.property
  if (property === undefined || degree !== null) return null
  cursor.at++
  return readAfterProperty(cursor, property)
}

/** The value or change that stands after a property's name. */
export function readAfterProperty(cursor: Cursor, property: PropertyWord): Effect[] | null {
  const begin = cursor.at
  const linked = skipLink(cursor)
  const value = readValueFor(cursor, property)
  if (value !== null) return value
  // "width to wide" names no width.
  const isPlain =
    cursor.peek(-1).senses.grammar === 'to' && Object.hasOwn(POSITIVE_ADJECTIVES, cursor.peek().word)
  const changed = isPlain ? null : cursor.attempt((c) => readChange(c, property))
  if (changed !== null) return changed
  const link = cursor.lexemes[begin]?.senses
  if (linked && link?.grammar !== 'to' && link?.filler !== true) return null
  cursor.at = begin
  if (property === 'shadow') return [{ kind: 'shadow', by: 1 }]
  if (property === 'border') return plainBorder()
  if (isBorderSide(property)) return [{ kind: 'set', property, value: { width: 1 } }]
  if (property === 'textDecoration') return [{ kind: 'set', property: 'textDecoration', value: 'underline' }]
  return null
}

/** "background much darker", "corners 4px rounder", "text bold", "size up". */
function readChange(cursor: Cursor, property: PropertyWord): Effect[] | null {
  const { size: degree } = readDegree(cursor)
  const amount = readAmount(cursor)
  const { change, shade, style, direction } = cursor.senses
  if (change !== undefined) {
    cursor.at++
    const by = amount ?? readBy(cursor)
    return (
      lightnessOf(property, change, degree, by) ??
      propertyChange(sizedBy(property), isUp(change, property), degree, by)
    )
  }
  if (shade !== undefined) {
    cursor.at++
    return lightnessOf(property, shade === 'dark' ? 'darker' : 'lighter', degree, amount)
  }
  if (style !== undefined && takesStyle(property, style.property)) {
    cursor.at++
    // "the footer's text centered": letters, not the footer.
    if (property === 'text' && style.property === 'align')
      return [{ kind: 'align', to: style.value as Side, text: true }]
    return readStyled(cursor, style, degree)
  }
  if (direction !== 'up' && direction !== 'down') return null
  cursor.at++
  return propertyChange(property, direction === 'up', degree, amount ?? readBy(cursor))
}

function takesStyle(property: PropertyWord, style: PropertyWord): boolean {
  return property === 'text' || property === 'font' || property === 'border' || style === property
}

/** "a margin of 24px" */
function takeOf(cursor: Cursor): boolean {
  if (
    cursor.senses.relation !== 'of' ||
    (cursor.peek(1).token.kind !== 'number' &&
      cursor.peek(1).senses.number === undefined &&
      cursor.peek(1).senses.color === undefined)
  )
    return false
  cursor.at++
  return true
}

/** "a shadow that is softer" */
function takeThatIs(cursor: Cursor): boolean {
  if (cursor.senses.grammar !== 'that' || cursor.peek(1).senses.grammar !== 'be') return false
  cursor.at += 2
  return true
}

function skipLink(cursor: Cursor): boolean {
  const before = cursor.at
  while (
    cursor.take('to') ||
    cursor.take('be') ||
    cursor.take('should') ||
    takeThatIs(cursor) ||
    cursor.take('say') ||
    cursor.takeSeparator(':') ||
    takeOf(cursor) ||
    cursor.take('into') ||
    cursor.take('as') ||
    cursor.senses.filler === true ||
    cursor.take('at')
  )
    if (cursor.senses.filler === true) cursor.at++
  return cursor.at > before
}
