import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'

const WEIGHTS: Readonly<Record<string, number | string>> = {
  normal: 'normal',
  regular: 'normal',
  bold: 'bold',
  light: 300,
  thin: 100,
  medium: 500,
  semibold: 600,
  'semi-bold': 600,
  'semi bold': 600,
  black: 900,
  heavy: 900,
  extrabold: 800,
  'extra-bold': 800,
  'extra bold': 800,
}

/** A font weight in digits or as a word. */
export function readWeight(cursor: Cursor): Effect[] | null {
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
