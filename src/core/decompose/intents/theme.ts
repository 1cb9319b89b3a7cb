import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { TokenName } from '../../document/native-table.ts'
import { readAmount } from '../read/read-amount.ts'
import { readColor } from '../read/read-color.ts'
import { factorOf, isUp } from '../read/changes.ts'
import type { Family } from './family.ts'
import { endsClause } from './subject.ts'

export const theme: Family = {
  name: 'theme',
  about: 'Changes a theme token: primary and accent color, base spacing, corner radius.',
  examples: ['set the primary color to navy', 'base spacing 12px', "make the theme's corner radius 12px", "I'd like more spacing"],
  read(cursor, before) {
    const { verbChange } = cursor.senses
    const verb = verbChange === undefined ? cursor.senses.verb : isUp(verbChange) ? 'increase' : 'decrease'
    const isColorVerb = verbChange === 'darker' || verbChange === 'lighter'
    if (verb !== undefined && cursor.senses.token === undefined) cursor.at++
    if (isColorVerb) return readShaded(cursor, verbChange)
    return readTokenWish(cursor, verb, before?.wish.kind === 'token')
  },
}

/** "darken the accent color" */
function readShaded(cursor: Cursor, change: 'darker' | 'lighter'): Wish | null {
  cursor.take('the')
  skipTheme(cursor)
  const { token } = cursor.senses
  if (token !== 'primaryColor' && token !== 'accentColor') return null
  cursor.at++
  skipOf(cursor)
  const degree = cursor.senses.degree ?? null
  if (degree !== null) cursor.at++
  return endsClause(cursor) ? { kind: 'token', token, lightness: factorOf(change === 'lighter', degree) } : null
}

function readTokenWish(cursor: Cursor, verb: string | undefined, afterToken: boolean): Wish | null {
  const ahead = readDegree(cursor)
  cursor.take('the')
  cursor.take('its')
  skipTheme(cursor)
  const token = readToken(cursor, afterToken)
  if (token === null) return null
  skipOf(cursor)
  const { token: name, isSpacing } = token
  if (isSpacing && ahead === null && verb !== 'increase' && verb !== 'decrease' && !hasChange(cursor)) return null
  const wish = readTokenChange(cursor, name, verb, ahead)
  return wish !== null && endsClause(cursor) ? wish : null
}

function hasChange(cursor: Cursor): boolean {
  for (let ahead = 0; ahead < 4; ahead++) if (cursor.peek(ahead).senses.change !== undefined || cursor.peek(ahead).token.kind === 'number') return true
  return false
}

function readDegree(cursor: Cursor): 'more' | 'less' | null {
  let found: 'more' | 'less' | null = null
  while (cursor.take('a') || cursor.take('the') || cursor.take('have') || cursor.senses.degree !== undefined || cursor.senses.change === 'bigger' || cursor.senses.change === 'smaller') {
    const before = cursor.peek()
    if (before.senses.degree !== undefined || before.senses.change !== undefined) {
      if (before.senses.degree === 'more' || before.senses.change === 'bigger') found = 'more'
      if (before.senses.degree === 'less' || before.senses.change === 'smaller') found = 'less'
      cursor.at++
    }
  }
  return found
}

function skipTheme(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (!c.takeWord('theme', 'global', 'overall', 'app', 'default', 'design', 'general', 'page', 'screen', 'brand')) return null
    if (c.peek().token.kind === 'possessive') c.at++
    return true
  })
}

function skipOf(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (c.senses.relation !== 'of' && c.senses.relation !== 'inside' && c.senses.relation !== 'on' && !c.take('for')) return null
    if (c.senses.relation !== undefined) c.at++
    c.take('the')
    c.take('a')
    return c.takeWord('theme', 'app', 'design', 'page', 'screen', 'brand', 'whole page', 'site', 'whole', 'document', 'layout', 'everything') ? (c.takeWord('app', 'page', 'screen', 'theme', 'design'), true) : null
  })
}

function readToken(cursor: Cursor, afterToken: boolean): { token: TokenName; isSpacing: boolean } | null {
  const { token, property } = cursor.senses
  if (token !== undefined) {
    cursor.at++
    cursor.takeWord('token', 'variable')
    return { token, isSpacing: false }
  }
  if (property === 'spacing') {
    cursor.at++
    return { token: 'baseSpacing', isSpacing: true }
  }
  const themed = cursor.peek(-1).word === 'theme' || cursor.peek(-1).token.kind === 'possessive' || cursor.peek(-1).word === 'global' || cursor.peek(-1).word === 'default'
  if (property === 'borderRadius' && (themed || afterToken || mentionsTheme(cursor))) {
    cursor.at++
    return { token: 'cornerRadius', isSpacing: false }
  }
  return null
}

function mentionsTheme(cursor: Cursor): boolean {
  return cursor.peek(1).senses.relation === 'of' && (cursor.peek(2).word === 'theme' || cursor.peek(3).word === 'theme')
}

function readTokenChange(cursor: Cursor, token: TokenName, verb: string | undefined, ahead: 'more' | 'less' | null): Wish | null {
  while (cursor.take('to') || cursor.take('be') || cursor.take('should') || cursor.take('into') || cursor.take('as') || (cursor.peek().word === ':' && ++cursor.at > 0)) {
    // "should be", "to", ":"
  }
  const isColor = token === 'primaryColor' || token === 'accentColor'
  if (isColor) {
    const hex = readColor(cursor)
    if (hex !== null) return { kind: 'token', token, value: hex }
    const { change, degree, shade } = cursor.senses
    if (degree !== undefined) cursor.at++
    const said = cursor.senses.change ?? change ?? (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined)
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
    if ((up || down) && (byWord || ahead !== null || cursor.peek(-2).senses.grammar !== 'to')) return relative(token, up, amount.value, amount.unit)
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
