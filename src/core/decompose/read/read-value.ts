import type { Effect, ColorAspect } from '../effect.ts'
import type { Cursor } from '../cursor.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { PropertyWord } from './changes.ts'
import { readAmount } from './read-amount.ts'
import type { Amount } from './read-amount.ts'
import { readBorder, readGradient } from './read-paint.ts'
import { readColor } from './read-color.ts'
import { PLAIN, readReference } from './read-reference.ts'

/** Reads a value that fits the property and gives the effects of setting it; null where none stands there. */
export function readValueFor(cursor: Cursor, property: PropertyWord): Effect[] | null {
  return cursor.attempt((c) => {
    while (c.take('a') || c.take('the') || c.senses.filler === true) if (c.senses.filler === true) c.at++
    return readLike(c, property) ?? readPlain(c, property)
  })
}

function readPlain(cursor: Cursor, property: PropertyWord): Effect[] | null {
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

const SHADOWS: Readonly<Record<string, string>> = {
  none: 'none', no: 'none', small: 'sm', sm: 'sm', subtle: 'sm', light: 'sm', soft: 'sm', medium: 'md', md: 'md', normal: 'md', large: 'lg', big: 'lg', lg: 'lg', strong: 'lg', heavy: 'lg', deep: 'lg', dark: 'lg', s: 'sm', m: 'md', l: 'lg',
}

function readKeyword(cursor: Cursor, property: PropertyName, values: Readonly<Record<string, string>>): Effect[] | null {
  const { token, word } = cursor.peek()
  const value = token.kind === 'word' || token.kind === 'quoted' ? (Object.hasOwn(values, word.toLowerCase()) ? values[word.toLowerCase()] : undefined) : undefined
  if (value === undefined) return null
  cursor.at++
  return [{ kind: 'set', property, value }]
}

const WEIGHTS: Readonly<Record<string, number | string>> = {
  normal: 'normal', regular: 'normal', bold: 'bold', light: 300, thin: 100, medium: 500, semibold: 600, 'semi-bold': 600, 'semi bold': 600, black: 900, heavy: 900, extrabold: 800, 'extra-bold': 800, 'extra bold': 800,
}

function readWeight(cursor: Cursor): Effect[] | null {
  const { token, word, senses } = cursor.peek()
  if (token.kind === 'number' && token.unit === undefined && token.value! >= 1 && token.value! <= 1000) {
    cursor.at++
    return [{ kind: 'set', property: 'fontWeight', value: token.value! }]
  }
  if (senses.number !== undefined && senses.number >= 100) {
    cursor.at++
    return [{ kind: 'set', property: 'fontWeight', value: senses.number }]
  }
  if (token.kind !== 'word' || !Object.hasOwn(WEIGHTS, word)) return null
  cursor.at++
  return [{ kind: 'set', property: 'fontWeight', value: WEIGHTS[word]! }]
}

const KEYWORDS: Readonly<Partial<Record<PropertyName, Readonly<Record<string, string | boolean>>>>> = {
  fontStyle: { italic: 'italic', normal: 'normal', regular: 'normal', oblique: 'italic' },
  textDecoration: { underline: 'underline', underlined: 'underline', none: 'none', 'line-through': 'line-through', strikethrough: 'line-through', normal: 'none' },
  textTransform: { uppercase: 'uppercase', lowercase: 'lowercase', capitalize: 'capitalize', capitalized: 'capitalize', none: 'none', normal: 'none', 'upper case': 'uppercase', 'all caps': 'uppercase', upper: 'uppercase', lower: 'lowercase', caps: 'uppercase' },
  borderStyle: { solid: 'solid', dashed: 'dashed', dotted: 'dotted', double: 'double', none: 'none' },
  textAlign: { left: 'left', right: 'right', center: 'center', centre: 'center', centered: 'center', centred: 'center', middle: 'center', justify: 'justify', justified: 'justify' },
  align: { left: 'left', right: 'right', center: 'center', centre: 'center', centered: 'center', middle: 'center' },
  hidden: { hidden: true, visible: false, invisible: true, shown: false, off: true, on: false },
}

function readStyleWord(cursor: Cursor, property: PropertyName): Effect[] | null {
  const { token, word } = cursor.peek()
  const values = KEYWORDS[property]
  if (values === undefined || (token.kind !== 'word' && token.kind !== 'quoted') || !Object.hasOwn(values, word)) return null
  cursor.at++
  const value = values[word]!
  if (property === 'align') return [{ kind: 'align', to: value as 'left' | 'center' | 'right', text: false }]
  return [{ kind: 'set', property, value }]
}

function readFont(cursor: Cursor): Effect[] | null {
  const mark = cursor.at
  const amount = readAmount(cursor)
  if (amount !== null && amount.unit === 'px') return [{ kind: 'set', property: 'fontSize', value: amount.value }]
  cursor.at = mark
  const color = readColor(cursor)
  if (color !== null) return [{ kind: 'color', aspect: 'text', hex: color }]
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    return [{ kind: 'set', property: 'fontFamily', value: token.word }]
  }
  const start = cursor.peek().start
  let end = start
  while (!cursor.atBoundary && cursor.peek().token.kind === 'word' && cursor.senses.filler !== true && cursor.senses.grammar === undefined && cursor.senses.relation === undefined && cursor.senses.change === undefined && cursor.senses.style === undefined && cursor.senses.degree === undefined) {
    end = cursor.peek().end
    cursor.at++
  }
  return end === start ? null : [{ kind: 'set', property: 'fontFamily', value: cursor.text.slice(start, end) }]
}

function readMeasure(cursor: Cursor, property: PropertyWord): Effect[] | null {
  const amount = readAmount(cursor)
  if (amount === null) return noneOf(cursor, property)
  return measureEffects(cursor, property, amount)
}

/** The effects of setting a measured property to an amount. */
export function measureEffects(cursor: Cursor, property: PropertyWord, amount: Amount): Effect[] | null {
  switch (property) {
    case 'width':
    case 'height':
      return [{ kind: 'resize', [property]: absolute(amount) }]
    case 'size':
    case 'dimensions': {
      const second = readSecondSide(cursor)
      if (second !== null) return [{ kind: 'resize', width: absolute(amount), height: absolute(second) }]
      if (amount.unit === '%' || amount.unit === 'x') {
        const factor = amount.unit === '%' ? amount.value / 100 : amount.value
        const measure = { kind: 'factor', factor } as const
        return [{ kind: 'resize', width: measure, height: measure, font: measure }]
      }
      return [{ kind: 'size', px: amount.value }]
    }
    case 'opacity':
      return [{ kind: 'set', property, value: amount.unit === '%' || amount.value > 1 ? amount.value / 100 : amount.value }]
    case 'spacing':
      return [{ kind: 'spacing', to: amount.value }]
    case 'lineHeight':
      return [{ kind: 'set', property, value: amount.unit === '%' ? amount.value / 100 : amount.value }]
    case 'font':
    case 'text':
      return amount.unit === 'px' ? [{ kind: 'set', property: 'fontSize', value: amount.value }] : null
    case 'border':
      return [{ kind: 'set', property: 'borderWidth', value: amount.value }]
    case 'borderRadius':
      if (amount.unit === '%' && amount.value === 50) return [{ kind: 'pill' }]
      return amount.unit === '%' ? null : [{ kind: 'set', property, value: amount.value }]
    case 'fontSize':
    case 'padding':
    case 'margin':
    case 'gap':
    case 'borderWidth':
    case 'letterSpacing':
    case 'scale':
      if (amount.unit === '%' || amount.unit === 'x') return [{ kind: 'adjust', property, factor: amount.unit === '%' ? amount.value / 100 : amount.value }]
      return [{ kind: 'set', property, value: amount.value }]
    case 'fontWeight':
      return [{ kind: 'set', property, value: amount.value }]
    default:
      return null
  }
}

function absolute(amount: Amount): { kind: 'to'; px: number } | { kind: 'share'; share: number } | { kind: 'factor'; factor: number } {
  if (amount.unit === '%') return { kind: 'share', share: amount.value / 100 }
  if (amount.unit === 'x') return { kind: 'factor', factor: amount.value }
  return { kind: 'to', px: amount.value }
}

/** The second number of "320 x 200" or "320px by 200px". */
export function readSecondSide(cursor: Cursor): Amount | null {
  return cursor.attempt((c) => (c.takeWord('x', '×', 'by', 'times') ? readAmount(c) : null))
}

function noneOf(cursor: Cursor, property: PropertyWord): Effect[] | null {
  if (!cursor.takeWord('none', 'zero', 'nothing')) return null
  return noProperty(property)
}

/** What "no shadow", "without a border", "remove the underline" do. */
export function noProperty(property: PropertyWord): Effect[] | null {
  switch (property) {
    case 'shadow':
      return [{ kind: 'set', property, value: 'none' }]
    case 'border':
    case 'borderWidth':
      return [{ kind: 'set', property: 'borderWidth', value: 0 }]
    case 'textDecoration':
      return [{ kind: 'set', property, value: 'none' }]
    case 'padding':
    case 'margin':
    case 'gap':
    case 'borderRadius':
    case 'letterSpacing':
      return [{ kind: 'set', property, value: 0 }]
    case 'spacing':
      return [{ kind: 'spacing', to: 0 }]
    case 'gradient':
    case 'background':
    case 'imageUrl':
    case 'icon':
    case 'alt':
    case 'price':
    case 'placeholder':
    case 'href':
      return [{ kind: 'set', property, value: null }]
    case 'fontStyle':
      return [{ kind: 'set', property, value: 'normal' }]
    case 'textTransform':
      return [{ kind: 'set', property, value: 'none' }]
    case 'opacity':
      return [{ kind: 'set', property, value: 1 }]
    default:
      return null
  }
}

function readField(cursor: Cursor, property: PropertyName): Effect[] | null {
  const { token } = cursor.peek()
  if (token.kind === 'quoted' || token.kind === 'url' || (property === 'price' && token.kind === 'number' && token.unit === undefined)) {
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
    if (!c.take('as')) return null
    if (c.senses.property === property && c.peek(1).senses.relation === 'of') c.at += 2
    const of = readReference(c, PLAIN)
    if (of === null) return null
    if (c.peek().token.kind === 'possessive') c.at++
    return likeEffect(property, of)
  })
}

/** The properties that "as big as" and "the same colour as" copy. */
export function likeEffect(property: PropertyWord, of: NonNullable<ReturnType<typeof readReference>>, factor?: number): Effect[] | null {
  const scaled = factor === undefined ? {} : { factor }
  switch (property) {
    case 'color':
      return [{ kind: 'like', properties: 'color', of }]
    case 'size':
    case 'dimensions':
      return [{ kind: 'like', properties: ['width', 'height'], of, ...scaled }]
    case 'font':
      return [{ kind: 'like', properties: ['fontFamily'], of }]
    case 'border':
      return [{ kind: 'like', properties: ['borderWidth', 'borderStyle', 'borderColor'], of }]
    case 'spacing':
      return [{ kind: 'like', properties: ['padding'], of }]
    case 'position':
      return null
    default:
      return [{ kind: 'like', properties: [property], of, ...scaled }]
  }
}
