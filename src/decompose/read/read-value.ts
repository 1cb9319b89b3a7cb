import { isOwnProperty } from '../../document/native-table.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'
import type { ColorAspect, Effect } from '../effect.ts'
import type { PropertyWord } from './changes.ts'
import { likeEffect } from './like-effect.ts'
import { measureEffects } from './measure-effects.ts'
import { noProperty } from './no-property.ts'
import { readAmount } from './read-amount.ts'
import { readBorder } from './read-border.ts'
import { readColor } from './read-color.ts'
import { readFont } from './read-font.ts'
import { readGradient } from './read-gradient.ts'
import { SHADOWS, readKeyword, readStyleWord } from './read-keyword.ts'
import { PLAIN } from './read-options.ts'
import { keyOf, readOwnProperty, readOwnValue } from './read-own.ts'
import { readReference } from './read-reference.ts'
import { sideOf } from './read-side-border.ts'
import { readWeight } from './read-weight.ts'

/** Reads a value that fits the property and gives the effects of setting it; null where none stands there. */
export function readValueFor(cursor: Cursor, property: PropertyWord): Effect[] | null {
  return cursor.attempt((c) => {
    while (c.take('a') || c.take('the') || c.senses.filler === true) if (c.senses.filler === true) c.at++
    return readLike(c, property) ?? readOwnValue(c, keyOf(property)) ?? readPlain(c, property)
  })
}

function readPlain(cursor: Cursor, property: PropertyWord): Effect[] | null {
  if (isOwnProperty(property)) return readOwnProperty(cursor, property)
  switch (property) {
    case 'background':
      return readGradient(cursor) ?? paint(cursor, 'background')
    case 'textColor':
      return paint(cursor, 'text')
    case 'borderColor':
      return paint(cursor, 'border')
    case 'color':
      return readGradient(cursor) ?? paint(cursor, null)
    case 'text':
      return readField(cursor, property) ?? paint(cursor, 'text')
    case 'placeholder':
    case 'price':
    case 'alt':
    case 'href':
    case 'imageUrl':
    case 'icon':
      return readField(cursor, property)
    case 'gradient':
      return readGradient(cursor, true)
    case 'border':
      return readBorder(cursor, true) ?? noneOf(cursor, 'border')
    case 'borderTop':
    case 'borderRight':
    case 'borderBottom':
    case 'borderLeft': {
      const border = readBorder(cursor, true)
      return border === null ? noneOf(cursor, property) : [sideOf(property, border)]
    }
    case 'placeholderColor': {
      const hex = readColor(cursor)
      return hex === null ? null : [{ kind: 'set', property, value: hex }]
    }
    case 'font':
    case 'fontFamily':
      return readFont(cursor)
    case 'shadow':
      return readKeyword(cursor, 'shadow', SHADOWS)
    case 'fontWeight':
      return readWeight(cursor)
    case 'fontStyle':
    case 'textDecoration':
    case 'textTransform':
    case 'borderStyle':
    case 'textAlign':
    case 'align':
    case 'hidden':
      return readStyleWord(cursor, property)
    case 'position':
      return null
    default:
      return readMeasure(cursor, property)
  }
}

function paint(cursor: Cursor, aspect: ColorAspect | null): Effect[] | null {
  if (cursor.takeWord('transparent', 'none')) return [{ kind: 'color', aspect, hex: '#00000000' }]
  if (cursor.senses.token === 'primaryColor' || cursor.senses.token === 'accentColor') {
    const token = cursor.senses.token
    cursor.at++
    return [{ kind: 'theme-color', aspect, token }]
  }
  const hex = readColor(cursor)
  return hex === null ? null : [{ kind: 'color', aspect, hex }]
}

function readMeasure(cursor: Cursor, property: PropertyWord): Effect[] | null {
  const amount = readAmount(cursor)
  if (amount === null) return noneOf(cursor, property)
  return measureEffects(cursor, property, amount)
}

function noneOf(cursor: Cursor, property: PropertyWord): Effect[] | null {
  if (!cursor.takeWord('none', 'zero', 'nothing')) return null
  return noProperty(property)
}

function readField(cursor: Cursor, property: PropertyName): Effect[] | null {
  const { token } = cursor.peek()
  if (
    token.kind === 'quoted' ||
    token.kind === 'url' ||
    (property === 'price' && token.kind === 'number' && token.unit === undefined)
  ) {
    cursor.at++
    return [{ kind: 'set', property, value: token.word }]
  }
  return null
}

/** "the same width as the title", "the same as the header's". */
function readLike(cursor: Cursor, property: PropertyWord): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('same')) return null
    if (c.senses.property !== undefined) c.at++
    if (!c.take('as') && !c.takeWord('like')) return null
    if (c.senses.property === property && c.peek(1).senses.relation === 'of') c.at += 2
    const of = readReference(c, PLAIN)
    if (of === null) return null
    if (c.peek().token.kind === 'possessive') c.at++
    return likeEffect(property, of)
  })
}
