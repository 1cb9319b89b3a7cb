import type { TokenName } from '../../document/native-table.ts'
import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { factorOf, isUp } from './changes.ts'
import { readAmount } from './read-amount.ts'
import type { Amount } from './read-amount.ts'
import { readColor } from './read-color.ts'

/**
 * Reads what a theme token shall be, or how it shall change.
 *
 * @param verb the verb the clause began with
 * @param ahead a "more" or "less" before the token
 */
export function readTokenChange(
  cursor: Cursor,
  token: TokenName,
  verb: string | undefined,
  ahead: 'more' | 'less' | null,
): Wish | null {
  while (
    cursor.take('to') ||
    cursor.take('be') ||
    cursor.take('should') ||
    cursor.take('into') ||
    cursor.take('as') ||
    cursor.takeSeparator(':')
  ) {
    // "should be", "to", ":"
  }
  if (token === 'primaryColor' || token === 'accentColor') return readColorChange(cursor, token)
  return readSizeChange(cursor, token, verb, ahead)
}

function readColorChange(cursor: Cursor, token: 'primaryColor' | 'accentColor'): Wish | null {
  const hex = readColor(cursor)
  if (hex !== null) return { kind: 'token', token, value: hex }
  const { change, degree, shade } = cursor.senses
  if (degree !== undefined) cursor.at++
  const said =
    cursor.senses.change ??
    change ??
    (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined)
  if (said !== 'darker' && said !== 'lighter') return null
  cursor.at++
  return { kind: 'token', token, lightness: factorOf(said === 'lighter', degree ?? null) }
}

function readSizeChange(
  cursor: Cursor,
  token: TokenName,
  verb: string | undefined,
  ahead: 'more' | 'less' | null,
): Wish | null {
  const byWord = cursor.take('by')
  const amount = readAmount(cursor)
  const up = ahead === 'more' || verb === 'increase'
  const down = ahead === 'less' || verb === 'decrease'
  if (amount !== null) {
    const { change } = cursor.senses
    if (change !== undefined) {
      cursor.at++
      return relative(token, isUp(change), amount)
    }
    if ((up || down) && (byWord || ahead !== null || cursor.peek(-2).senses.grammar !== 'to'))
      return relative(token, up, amount)
    if (byWord) return relative(token, amount.value >= 0, { ...amount, value: Math.abs(amount.value) })
    return { kind: 'token', token, value: amount.value }
  }
  if (up || down) return relative(token, up, null)
  const { change, degree, direction } = cursor.senses
  if (direction === 'up' || direction === 'down') {
    cursor.at++
    return relative(token, direction === 'up', null)
  }
  if (degree !== undefined) cursor.at++
  const said = cursor.senses.change ?? change
  if (said === undefined) return null
  cursor.at++
  cursor.take('by')
  return relative(token, isUp(said), readAmount(cursor))
}

/** Without an amount a radius changes by 4 px, a spacing by 8. */
function relative(token: TokenName, up: boolean, amount: Amount | null): Wish {
  const value = amount?.value ?? (token === 'cornerRadius' ? 4 : 8)
  if (amount?.unit === '%') return { kind: 'token', token, factor: up ? 1 + value / 100 : 1 - value / 100 }
  if (amount?.unit === 'x') return { kind: 'token', token, factor: value }
  return { kind: 'token', token, by: up ? value : -value }
}
