import type { Cursor } from '../cursor.ts'

/** A quantity as said. */
export interface Amount {
  readonly value: number
  /** `x` is a factor, null a bare number. */
  readonly unit: 'px' | '%' | 'x' | 'deg' | null
  readonly signed: boolean
}

const WORD_UNITS: Readonly<Record<string, 'px' | '%' | 'rem' | 'pt' | 'deg'>> = {
  px: 'px',
  pixel: 'px',
  pixels: 'px',
  percent: '%',
  per: '%',
  rem: 'rem',
  em: 'rem',
  rems: 'rem',
  pt: 'pt',
  points: 'pt',
  point: 'pt',
  degrees: 'deg',
  degree: 'deg',
}

/** Reads a number with its unit, in digits or words, or a fraction: `8px`, `1.5rem`, `sixteen pixels`, `half`, `twice`. */
export function readAmount(cursor: Cursor): Amount | null {
  const { token, senses } = cursor.peek()
  if (token.kind === 'number') {
    cursor.at++
    const unit = token.unit ?? unitWord(cursor)
    return inPixels(token.value!, unit, token.signed === true)
  }
  if (senses.fraction !== undefined) {
    cursor.at++
    return { value: senses.fraction, unit: 'x', signed: false }
  }
  if (senses.number !== undefined && token.kind === 'word') {
    const { value, words } = wordNumber(cursor, senses.number)
    const next = cursor.peek(words)
    if (next.token.kind === 'word' && Object.hasOwn(WORD_UNITS, next.word)) {
      cursor.at += words
      return inPixels(value, unitWord(cursor), false)
    }
    if (senses.pronoun !== undefined) return null
    cursor.at += words
    return { value, unit: null, signed: false }
  }
  return null
}

/** "twenty eight", "a hundred and twenty", "two hundred forty": what follows a hundred or a ten is added to it. */
function wordNumber(cursor: Cursor, first: number): { value: number; words: number } {
  let value = first
  let words = 1
  while (value % 10 === 0 && value >= 20) {
    const glue = value % 100 === 0 && cursor.peek(words).senses.grammar === 'and' ? 1 : 0
    const next = cursor.peek(words + glue)
    const rest = next.token.kind === 'word' ? next.senses.number : undefined
    if (rest === undefined || rest < 1 || rest >= (value % 100 === 0 ? 100 : 10)) break
    value += rest
    words += glue + 1
  }
  return { value, words }
}

/** Whether a word is a unit of measure. */
export function isUnitWord(word: string): boolean {
  return Object.hasOwn(WORD_UNITS, word)
}

function unitWord(cursor: Cursor): string | undefined {
  const { token, word } = cursor.peek()
  const unit = token.kind === 'word' && Object.hasOwn(WORD_UNITS, word) ? WORD_UNITS[word] : undefined
  if (unit === undefined) {
    if (cursor.takeWord('times')) return 'x'
    return undefined
  }
  cursor.at++
  if (word === 'per') cursor.takeWord('cent')
  return unit
}

/** Spec: pixels unless a unit is said, 1rem = 1em = 16px; a point is 4/3 px as in CSS. */
function inPixels(value: number, unit: string | undefined, signed: boolean): Amount {
  switch (unit) {
    case undefined:
      return { value, unit: null, signed }
    case 'rem':
    case 'em':
      return { value: value * 16, unit: 'px', signed }
    case 'pt':
      return { value: (value * 4) / 3, unit: 'px', signed }
    case '%':
      return { value, unit: '%', signed }
    case 'x':
      return { value, unit: 'x', signed }
    case 'deg':
      return { value, unit: 'deg', signed }
    default:
      return { value, unit: 'px', signed }
  }
}

/** "by 20%", "by 8px" after the adjective. */
export function readBy(cursor: Cursor): Amount | null {
  return cursor.attempt((c) => {
    c.take('by')
    return readAmount(c)
  })
}
