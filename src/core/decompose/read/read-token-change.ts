import type { TokenName } from '../../document/native-table.ts'
import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { factorOf, isUp } from './changes.ts'
import { readAmount } from './read-amount.ts'
import { readColor } from './read-color.ts'

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
    (cursor.peek().word === ':' && ++cursor.at > 0)
  ) {
    // "should be", "to", ":"
  }
  const isColor = token === 'primaryColor' || token === 'accentColor'
  if (isColor) {
    const hex = readColor(cursor)
    if (hex !== null) return { kind: 'token', token, value: hex }
    const { change, degree, shade } = cursor.senses
    if (degree !== undefined) cursor.at++
    const said =
      cursor.senses.change ??
      change ??
      (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined)
    if (said === 'darker' || said === 'lighter') {
      cursor.at++
      return { kind: 'token', token, lightness: factorOf(said === 'lighter', degree ?? null) }
    }
    return null
  }
  const byWord = cursor.take('by')
  const amount = readAmount(cursor)
  const up = ahead === 'more' || verb === 'increase'
  const down = ahead === 'less' || verb === 'decrease'
  if (amount !== null) {
    const { change } = cursor.senses
    if (change !== undefined) {
      cursor.at++
      return relative(token, isUp(change), amount.value, amount.unit)
    }
    if ((up || down) && (byWord || ahead !== null || cursor.peek(-2).senses.grammar !== 'to'))
      return relative(token, up, amount.value, amount.unit)
    if (byWord) return relative(token, amount.value >= 0, Math.abs(amount.value), amount.unit)
    return { kind: 'token', token, value: amount.value }
  }
  if (up || down) return relative(token, up, token === 'cornerRadius' ? 4 : 8, null)
  const { change, degree, direction } = cursor.senses
  if (direction === 'up' || direction === 'down') {
    cursor.at++
    return relative(token, direction === 'up', token === 'cornerRadius' ? 4 : 8, null)
  }
  if (degree !== undefined) cursor.at++
  const said = cursor.senses.change ?? change
  if (said === undefined) return null
  cursor.at++
  cursor.take('by')
  const by = readAmount(cursor)
  return relative(token, isUp(said), by?.value ?? (token === 'cornerRadius' ? 4 : 8), by?.unit ?? null)
}

function relative(token: TokenName, up: boolean, amount: number, unit: string | null): Wish {
  if (unit === '%') return { kind: 'token', token, factor: up ? 1 + amount / 100 : 1 - amount / 100 }
  if (unit === 'x') return { kind: 'token', token, factor: amount }
  return { kind: 'token', token, by: up ? amount : -amount }
}
