import type { OwnProperty } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Lexeme } from '../lexeme.ts'
import { readAmount } from './read-amount.ts'

/** A value of the dialect: "primary", "a caption", "large spacing". `key`: the property that was named before it, if any. */
export function readOwnValue(cursor: Cursor, key: string): Effect[] | null {
  return cursor.attempt((c) => {
    c.take('a')
    const { own, ownSize } = c.senses
    if (own === undefined) {
      if (ownSize === undefined || key === '' || !TAKES_SIZES.has(key)) return null
      c.at++
      return [{ kind: 'own', key, value: ownSize }]
    }
    c.at++
    const named = c.senses.property
    const isNamed = key === '' && own.key === '' && named !== undefined && c.senses.types === undefined
    if (isNamed) c.at++
    return [{ kind: 'own', key: own.key || key || (isNamed ? keyOf(named) : ''), value: own.value }]
  })
}

/** What stands behind the name of a property that only the dialect has. */
export function readOwnProperty(cursor: Cursor, property: OwnProperty): Effect[] | null {
  const key = keyOf(property)
  const named = readOwnValue(cursor, key)
  if (named !== null) return named
  const { token, word } = cursor.peek()
  if (token.kind === 'quoted' || token.kind === 'url') {
    cursor.at++
    return [{ kind: 'own', key, value: token.word }]
  }
  const flag = FLAGS[word]
  if (flag !== undefined) {
    cursor.at++
    return [{ kind: 'own', key, value: flag }]
  }
  const amount = readAmount(cursor)
  if (amount !== null) {
    const { value, unit, signed } = amount
    if (signed) return null
    return [{ kind: 'own', key, value: unit === null || unit === 'x' ? value : `${value}${unit}` }]
  }
  // "the align of the column to start": what nobody knows is a value only behind "to".
  if (token.kind !== 'word' || cursor.atEnd || !isLink(cursor.peek(-1))) return null
  cursor.at++
  return [{ kind: 'own', key, value: cursor.text.slice(token.start, token.end) }]
}

/** Properties of the language that a format may measure in words. */
const TAKES_SIZES: ReadonlySet<string> = new Set(['gap', 'spacing', 'padding', 'margin', 'size', 'fontSize'])

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
}

function isLink({ senses, token, word }: Lexeme): boolean {
  return LINKS.has(senses.grammar ?? '') || (token.kind === 'separator' && /^(?:[:=]|->)$/.test(word))
}

const LINKS: ReadonlySet<string> = new Set(['to', 'as', 'into', 'be', 'should', 'at'])

export function keyOf(property: string): string {
  return property.replace(/^own:/, '')
}
