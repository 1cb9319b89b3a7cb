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

/** "two hundred forty", "a hundred and twenty": what follows a hundred is added to it. */
function wordNumber(cursor: Cursor, first: number): { value: number; words: number } {
  if (first < 100) return { value: first, words: 1 }
  const words = cursor.peek(1).senses.grammar === 'and' ? 2 : 1
  const rest = cursor.peek(words).senses.number
  return rest === undefined || rest >= 100
    ? { value: first, words: 1 }
    : { value: first + rest, words: words + 1 }
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
