import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { factorOf, isUp } from '../read/changes.ts'
import { endsClause } from '../read/ends-clause.ts'
import { readThemeToken, skipOfTheme, skipTheme } from '../read/read-theme-token.ts'
import { readTokenChange } from '../read/read-token-change.ts'
import type { Family } from './family.ts'

/** "set the primary color to navy", "more spacing". */
export const theme: Family = {
  name: 'theme',
  about: 'Changes a theme token: primary and accent color, base spacing, corner radius.',
  on: 'shop',
  examples: [
    'set the primary color to navy',
    'base spacing 12px',
    "make the theme's corner radius 10px",
    "I'd like more spacing",
  ],
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
  skipOfTheme(cursor)
  const degree = cursor.senses.degree ?? null
  if (degree !== null) cursor.at++
  return endsClause(cursor)
    ? { kind: 'token', token, lightness: factorOf(change === 'lighter', degree) }
    : null
}

function readTokenWish(cursor: Cursor, verb: string | undefined, afterToken: boolean): Wish | null {
  const ahead = readDegree(cursor)
  cursor.take('the')
  cursor.take('its')
  skipTheme(cursor)
  const token = readThemeToken(cursor, afterToken)
  if (token === null) return null
  skipOfTheme(cursor)
  const { token: name, isSpacing } = token
  if (isSpacing && ahead === null && verb !== 'increase' && verb !== 'decrease' && !hasChange(cursor))
    return null
  const wish = readTokenChange(cursor, name, verb, ahead)
  return wish !== null && endsClause(cursor) ? wish : null
}

function hasChange(cursor: Cursor): boolean {
  for (let ahead = 0; ahead < 4; ahead++)
    if (cursor.peek(ahead).senses.change !== undefined || cursor.peek(ahead).token.kind === 'number')
      return true
  return false
}

function readDegree(cursor: Cursor): 'more' | 'less' | null {
  let found: 'more' | 'less' | null = null
  while (
    cursor.take('a') ||
    cursor.take('the') ||
    cursor.take('have') ||
    cursor.senses.degree !== undefined ||
    cursor.senses.change === 'bigger' ||
    cursor.senses.change === 'smaller'
  ) {
    const before = cursor.peek()
    if (before.senses.degree !== undefined || before.senses.change !== undefined) {
      if (before.senses.degree === 'more' || before.senses.change === 'bigger') found = 'more'
      if (before.senses.degree === 'less' || before.senses.change === 'smaller') found = 'less'
      cursor.at++
    }
  }
  return found
}
