import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import { changeEffects, isUp, propertyChange } from './changes.ts'
import type { Degree, PropertyWord } from './changes.ts'
import { readAmount } from './read-amount.ts'
import type { Amount } from './read-amount.ts'
import { readColor } from './read-color.ts'
import { plainBorder, readBorder, readGradient } from './read-paint.ts'
import { PLAIN, readReference } from './read-reference.ts'
import { likeEffect, measureEffects, noProperty, readSecondSide, readValueFor } from './read-value.ts'

/** Adjectives that with an amount say the size itself: "240px wide" against "20px wider". */
const POSITIVE: Readonly<Record<string, PropertyWord>> = { wide: 'width', broad: 'width', tall: 'height', high: 'height', big: 'size', large: 'size', thick: 'borderWidth', long: 'width' }

/** Reads effects one after the other, joined by "and", commas or nothing. Null where there is none. */
export function readEffects(cursor: Cursor): Effect[] | null {
  const first = readEffect(cursor)
  if (first === null) return null
  const effects = [...first]
  for (;;) {
    const more = cursor.attempt((c) => {
      while (isGlue(c)) c.at++
      const next = readEffect(c)
      return next !== null && endsWell(c) ? next : null
    })
    if (more === null) return effects
    effects.push(...more)
  }
}

function isGlue(cursor: Cursor): boolean {
  const { token, senses, word } = cursor.peek()
  if (token.kind === 'separator') return word === ','
  return senses.grammar === 'and' || senses.grammar === 'too' || (senses.filler === true && !cursor.atEnd)
}

/** After an effect the clause ends, or goes on with another effect: otherwise the words were the start of a noun phrase. */
function endsWell(cursor: Cursor): boolean {
  const { senses, token } = cursor.peek()
  if (cursor.atEnd || cursor.atBoundary || senses.filler === true || senses.grammar === 'too' || senses.grammar === 'with') return true
  if (senses.relation !== undefined || senses.grammar === 'to' || senses.grammar === 'for' || senses.grammar === 'by' || senses.grammar === 'instead' || senses.grammar === 'than') return true
  return cursor.attempt((c) => readEffect(c) ?? (token.kind === 'quoted' ? [] : null)) !== null
}

/** Reads one effect: an adjective, a colour, a size, a property with its value. Leaves the cursor where it fails. */
export function readEffect(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    skipLead(c)
    const none = readNone(c)
    if (none !== null) return none
    const like = readAsLike(c)
    if (like !== null) return like
    const gradient = readGradient(c)
    if (gradient !== null) return gradient
    const border = readBorder(c, false)
    if (border !== null) return border
    if (readPillWord(c)) return [{ kind: 'pill' }]
    const shadow = readSizedShadow(c)
    if (shadow !== null) return shadow
    if (c.takeWord('full-width', 'fullwidth', 'full-bleed') || (c.peek().word === 'full' && c.peek(1).senses.property === 'width' && (c.at += 2) > 0)) return [{ kind: 'resize', width: { kind: 'share', share: 1 } }]
    const words = readDegree(c)
    return readMeasured(c, words.degree) ?? readColored(c) ?? readAdjective(c, words) ?? readProperty(c, words.degree)
  })
}

/** "... and have square corners" */
const HAVING: ReadonlySet<string> = new Set(['have', 'has', 'get', 'keep'])

function skipLead(cursor: Cursor): void {
  for (;;) {
    const { grammar, relation, filler, types, quantity, verb } = cursor.senses
    if (grammar === 'a' || grammar === 'the' || grammar === 'into' || grammar === 'to' || grammar === 'be' || grammar === 'have' || grammar === 'its' || grammar === 'with' || grammar === 'should') cursor.at++
    else if (relation === 'inside' && cursor.peek().word === 'in' && (cursor.peek(1).senses.color !== undefined || cursor.peek(1).token.kind === 'hash' || cursor.peek(1).senses.shade !== undefined)) cursor.at++
    else if (filler === true && types === undefined) cursor.at++
    else if (verb === 'make' && HAVING.has(cursor.peek().word)) cursor.at++
    else if ((quantity === 'both' || quantity === 'each' || cursor.peek().word === 'all') && (cursor.peek(1).token.kind === 'number' || cursor.peek(1).senses.change !== undefined || cursor.peek(1).senses.color !== undefined || cursor.peek(1).senses.style !== undefined || cursor.peek(1).senses.grammar === 'the' || cursor.peek(1).senses.grammar === 'a')) cursor.at++
    else return
  }
}

/** "no shadow", "without a border". */
function readNone(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('no') && !c.take('without')) return null
    c.take('a')
    const { property } = c.senses
    if (property === undefined) return null
    c.at++
    return noProperty(property)
  })
}

/** "as wide as the title", "half as wide", "twice the size", "the same colour as the header". */
function readAsLike(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    if (c.take('same')) {
      const property = c.senses.property
      if (property === undefined) return null
      c.at++
      if (!c.take('as')) return null
      return readOther(c, property, undefined)
    }
    const factor = c.senses.fraction
    if (factor !== undefined) c.at++
    else if (c.peek().token.unit === 'x' && c.peek(1).senses.grammar === 'as') return null
    if (c.take('as')) {
      const property = adjectiveProperty(c)
      if (property === null) return null
      if (c.take('as')) {
        if (c.takeWord('now', 'before') || (c.senses.pronoun === 'it' && c.peek(1).senses.grammar === 'be')) return finishScale(c, property, factor ?? 1)
        return readOther(c, property, factor)
      }
      return factor === undefined ? null : finishScale(c, property, factor)
    }
    if (factor === undefined) return null
    c.take('the')
    c.take('its')
    const property = c.senses.property
    if (property === undefined) return null
    c.at++
    if (c.senses.relation === 'of') {
      c.at++
      return readOther(c, property, factor)
    }
    return finishScale(c, property, factor)
  })
}

function finishScale(cursor: Cursor, property: PropertyWord, factor: number): Effect[] | null {
  return measureEffects(cursor, property, { value: factor, unit: 'x', signed: false })
}

function adjectiveProperty(cursor: Cursor): PropertyWord | null {
  const { word, senses } = cursor.peek()
  if (Object.hasOwn(POSITIVE, word)) {
    cursor.at++
    return POSITIVE[word]!
  }
  if (senses.change === 'bigger' || senses.change === 'smaller') {
    cursor.at++
    return 'size'
  }
  return null
}

function readOther(cursor: Cursor, property: PropertyWord, factor: number | undefined): Effect[] | null {
  const of = readReference(cursor, PLAIN)
  if (of === null) return null
  if (cursor.take('be')) cursor.skipFillers()
  return likeEffect(property, of, factor)
}

/** "a medium shadow" */
function readSizedShadow(cursor: Cursor): Effect[] | null {
  if (cursor.peek(1).senses.property !== 'shadow' || cursor.senses.change === 'bigger' || cursor.senses.change === 'smaller') return null
  return cursor.attempt((c) => {
    const effects = readValueFor(c, 'shadow')
    if (effects !== null) c.at++
    return effects
  })
}

function readPillWord(cursor: Cursor): boolean {
  const found = cursor.takeWord('pill', 'pill-shaped', 'pill-like', 'pills', 'capsule', 'fully') && (cursor.peek(-1).word !== 'fully' || cursor.takeWord('rounded', 'round'))
  if (!found) return false
  cursor.takeWord('shaped', 'shape', 'like', 'shapes', 'style')
  cursor.takeWord('button', 'buttons')
  return true
}

/** A degree, and how strong a "more" or "less" is: "much more", "a bit less". */
interface DegreeWords {
  readonly degree: Degree | null
  readonly size: Degree | null
}

function readDegree(cursor: Cursor): DegreeWords {
  let degree: Degree | null = null
  let size: Degree | null = null
  for (;;) {
    const next = cursor.senses.degree
    const isTooMuch = cursor.senses.grammar === 'too' && cursor.peek(1).senses.change !== undefined
    if (next === undefined && !isTooMuch) return { degree: degree ?? size, size }
    cursor.at++
    if (next === 'more' || next === 'less') degree = next
    else if (next !== undefined) size = next
  }
}

/** Effects that begin with an amount. */
function readMeasured(cursor: Cursor, degree: Degree | null): Effect[] | null {
  return cursor.attempt((c) => {
    const amount = readAmount(c)
    if (amount === null) return null
    const second = readSecondSide(c)
    if (second !== null) return [{ kind: 'resize', width: { kind: 'to', px: amount.value }, height: { kind: 'to', px: second.value } }]
    const { word, senses } = c.peek()
    const inner = readDegreeWord(c)
    const change = c.senses.change
    if (change !== undefined) {
      const isSize = Object.hasOwn(POSITIVE, word) && amount.unit !== '%' && amount.unit !== 'x'
      c.at++
      if (isSize) return measureEffects(c, POSITIVE[word]!, amount)
      const property = c.senses.property
      if (property !== undefined && propertyChange(property, isUp(change), null, amount) !== null && c.peek().token.kind === 'word') {
        c.at++
        return propertyChange(property, isUp(change), null, amount)
      }
      return changeEffects(change, null, amount)
    }
    const property = c.senses.property ?? (senses.style?.property === 'borderRadius' ? 'borderRadius' : undefined) ?? (senses.style?.property === 'opacity' ? 'opacity' : undefined)
    if (property !== undefined) {
      c.at++
      if (inner === 'more' || inner === 'less') return propertyChange(property, inner === 'more', null, amount)
      if (property === 'borderRadius') c.takeWord('corners', 'corner', 'radius')
      return measureEffects(c, property, amount)
    }
    if (inner !== null || degree !== null) return null
    if (c.takeWord('transparent', 'see-through')) return [{ kind: 'set', property: 'opacity', value: 1 - amount.value / 100 }]
    if (amount.unit === 'x') return measureEffects(c, 'size', amount)
    return amount.unit === 'px' && !amount.signed && (c.atEnd || c.atBoundary || c.senses.filler === true) ? [{ kind: 'size', px: amount.value }] : null
  })
}

function readDegreeWord(cursor: Cursor): Degree | null {
  const { degree } = cursor.senses
  if (degree === undefined) return null
  cursor.at++
  return degree
}

/** "red", "red background", "dark green text". */
function readColored(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const tokenName = c.senses.token
    if (tokenName === 'primaryColor' || tokenName === 'accentColor') {
      c.at++
      return [{ kind: 'theme-color', aspect: null, token: tokenName }]
    }
    if (c.takeWord('transparent') && c.senses.property === 'background') {
      c.at++
      return [{ kind: 'color', aspect: 'background', hex: '#00000000' }]
    }
    const hex = readColor(c)
    if (hex === null) return null
    if (c.takeWord('in color', 'in colour', 'color', 'colour', 'colored', 'coloured')) return [{ kind: 'color', aspect: null, hex }]
    const aspect = aspectOf(c.senses.property)
    if (aspect === undefined) return [{ kind: 'color', aspect: null, hex }]
    c.at++
    if (c.senses.property === 'color') c.at++
    return aspect === 'border' ? [{ kind: 'border-present' }, { kind: 'color', aspect, hex }] : [{ kind: 'color', aspect, hex }]
  })
}

function aspectOf(property: PropertyWord | undefined): 'text' | 'background' | 'border' | undefined {
  switch (property) {
    case 'background':
      return 'background'
    case 'border':
    case 'borderColor':
      return 'border'
    case 'text':
    case 'textColor':
    case 'font':
      return 'text'
    default:
      return undefined
  }
}

/** "bigger", "slightly darker", "bolder font", "italic", "rounded corners", "more padding". */
function readAdjective(cursor: Cursor, { degree, size }: DegreeWords): Effect[] | null {
  const { change, style, shade, property } = cursor.senses
  if (change !== undefined) {
    cursor.at++
    return readChanged(cursor, change, size, degree === 'less')
  }
  if ((degree === 'more' || degree === 'less') && property !== undefined) {
    cursor.at++
    const amount = readBy(cursor)
    return propertyChange(property, degree === 'more', size, amount)
  }
  if (style !== undefined) {
    cursor.at++
    return readStyled(cursor, style, degree)
  }
  if (shade !== undefined && (degree === null || degree === 'more' || degree === 'slight' || degree === 'much')) {
    cursor.at++
    const aspect = aspectOf(cursor.senses.property)
    if (aspect !== undefined) cursor.at++
    const [effect] = changeEffects(shade === 'dark' ? 'darker' : 'lighter', size, null)
    return aspect === undefined ? [effect!] : [{ ...(effect as Extract<Effect, { kind: 'lightness' }>), aspect }]
  }
  return null
}

function readChanged(cursor: Cursor, change: ChangeName, degree: Degree | null, reversed: boolean): Effect[] | null {
  const actual = reversed ? OPPOSITE[change] : change
  cursor.takeWord('in size', 'in width', 'in height')
  if (cursor.senses.grammar === 'than') {
    cursor.at++
    cursor.takeWord('now', 'before')
    if (cursor.senses.pronoun === 'it') {
      cursor.at++
      cursor.take('be')
      cursor.skipFillers()
    }
  }
  const property = cursor.senses.property
  if (property !== undefined && !(cursor.senses.types !== undefined && beginsNoun(cursor))) {
    const mark = cursor.at
    cursor.at++
    const amount = readBy(cursor)
    const effects = lightnessOf(property, actual, degree, amount) ?? propertyChange(property, isUp(actual), degree, amount)
    if (effects !== null) return effects
    cursor.at = mark
  }
  const to = readTo(cursor, actual)
  if (to !== null) return to
  return changeEffects(actual, degree, readBy(cursor))
}

/** A word that is both property and type counts as a type when more of a noun phrase follows it. */
function beginsNoun(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return next.senses.relation !== undefined || next.token.kind === 'quoted'
}

const OPPOSITE: Readonly<Record<ChangeName, ChangeName>> = {
  bigger: 'smaller', smaller: 'bigger', wider: 'narrower', narrower: 'wider', taller: 'shorter', shorter: 'taller', darker: 'lighter', lighter: 'darker', bolder: 'thinner', thinner: 'thicker',
  rounder: 'sharper', sharper: 'rounder', fainter: 'solider', solider: 'fainter', thicker: 'thinner', looser: 'tighter', tighter: 'looser', huge: 'tiny', tiny: 'huge', higher: 'lower', lower: 'higher',
}

/** Darker and lighter of a property are about its colour. */
export function lightnessOf(property: PropertyWord, change: ChangeName, degree: Degree | null, amount: Amount | null): Effect[] | null {
  if (change !== 'darker' && change !== 'lighter') return null
  const [effect] = changeEffects(change, degree, amount)
  const aspect = property === 'color' ? null : aspectOf(property)
  if (aspect === undefined) return null
  return [{ ...(effect as Extract<Effect, { kind: 'lightness' }>), aspect }]
}

/** "by 20%", "by 8px" after the adjective. */
export function readBy(cursor: Cursor): Amount | null {
  return cursor.attempt((c) => {
    c.take('by')
    return readAmount(c)
  })
}

/** "to 320px" after the adjective says the size itself. */
function readTo(cursor: Cursor, change: ChangeName): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('to')) return null
    const amount = readAmount(c)
    if (amount === null) return null
    const property: PropertyWord = change === 'wider' || change === 'narrower' ? 'width' : change === 'taller' || change === 'shorter' || change === 'higher' || change === 'lower' ? 'height' : 'size'
    return measureEffects(c, property, amount)
  })
}

function readStyled(cursor: Cursor, style: { readonly property: string; readonly value: string | number | boolean }, degree: Degree | null): Effect[] | null {
  if (style.property === 'fontWeight' && degree === 'more') return [{ kind: 'weight', by: 1, of: 'letters' }]
  if (style.property === 'fontWeight' && degree === 'less') return [{ kind: 'weight', by: -1, of: 'letters' }]
  if (style.property === 'opacity' && (degree === 'more' || degree === 'less')) return propertyChange('opacity', degree === 'more', null, null)
  if (style.property === 'borderRadius' && (degree === 'more' || degree === 'less')) return propertyChange('borderRadius', degree === 'more', null, null)
  const named = cursor.senses.property
  if (named === 'text' || named === 'font' || named === 'borderRadius' || named === 'fontWeight' || named === 'fontStyle' || named === 'textTransform') cursor.at++
  if (style.property === 'align') return [{ kind: 'align', to: style.value as 'left', text: named === 'text' }]
  return [{ kind: 'set', property: style.property as Extract<Effect, { kind: 'set' }>['property'], value: style.value }]
}

/** A property, then its value or its change: "background blue", "font size to 14px", "shadow", "corners rounder". */
function readProperty(cursor: Cursor, degree: Degree | null): Effect[] | null {
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
  const changed = cursor.attempt((c) => {
    const { size: degree } = readDegree(c)
    const amount = readAmount(c)
    const { change, shade, style, direction } = c.senses
    if (change === undefined && shade !== undefined) {
      c.at++
      return lightnessOf(property, shade === 'dark' ? 'darker' : 'lighter', degree, amount)
    }
    if (change === undefined && style !== undefined && (property === 'text' || property === 'font' || style.property === property || property === 'border')) {
      c.at++
      return readStyled(c, style, degree)
    }
    if (change === undefined && direction !== undefined && (direction === 'up' || direction === 'down')) {
      c.at++
      return propertyChange(property, direction === 'up', degree, amount ?? readBy(c))
    }
    if (change === undefined) return null
    c.at++
    const by = amount ?? readBy(c)
    const effects = lightnessOf(property, change, degree, by) ?? propertyChange(property, isUp(change), degree, by)
    return effects
  })
  if (changed !== null) return changed
  if (linked && cursor.lexemes[begin]!.senses.grammar !== 'to') return null
  cursor.at = begin
  if (property === 'shadow') return [{ kind: 'shadow', by: 1 }]
  if (property === 'border') return plainBorder()
  if (property === 'textDecoration') return [{ kind: 'set', property: 'textDecoration', value: 'underline' }]
  return null
}

/** "font size: 24px" */
export function takeColon(cursor: Cursor): boolean {
  if (cursor.peek().token.kind !== 'separator' || cursor.peek().word !== ':') return false
  cursor.at++
  return true
}

/** "a margin of 24px" */
function takeOf(cursor: Cursor): boolean {
  if (cursor.senses.relation !== 'of' || (cursor.peek(1).token.kind !== 'number' && cursor.peek(1).senses.number === undefined && cursor.peek(1).senses.color === undefined)) return false
  cursor.at++
  return true
}

function skipLink(cursor: Cursor): boolean {
  const before = cursor.at
  while (cursor.take('to') || cursor.take('be') || cursor.take('should') || cursor.take('say') || takeColon(cursor) || takeOf(cursor) || cursor.take('into') || cursor.take('as') || cursor.senses.filler === true || cursor.take('at')) if (cursor.senses.filler === true) cursor.at++
  return cursor.at > before
}
