import type { TokenName } from '../../document/native-table.ts'
import type { Cursor } from '../cursor.ts'

/** The name of a token. "spacing" may be a component's as well, "corner radius" is one only where the theme is spoken of. */
export function readThemeToken(
  cursor: Cursor,
  afterToken: boolean,
): { token: TokenName; isSpacing: boolean } | null {
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
  const themed =
    cursor.peek(-1).word === 'theme' ||
    cursor.peek(-1).token.kind === 'possessive' ||
    cursor.peek(-1).word === 'global' ||
    cursor.peek(-1).word === 'default'
  if (property === 'borderRadius' && (themed || afterToken || mentionsTheme(cursor))) {
    cursor.at++
    return { token: 'cornerRadius', isSpacing: false }
  }
  return null
}

function mentionsTheme(cursor: Cursor): boolean {
  return (
    cursor.peek(1).senses.relation === 'of' &&
    (cursor.peek(2).word === 'theme' || cursor.peek(3).word === 'theme')
  )
}

/** "the theme's", "global" before the token. */
export function skipTheme(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (
      !c.takeWord(
        'token',
        'theme',
        'global',
        'overall',
        'app',
        'default',
        'design',
        'general',
        'page',
        'screen',
        'brand',
      )
    )
      return null
    if (c.peek().token.kind === 'possessive') c.at++
    return true
  })
}

/** "of the theme", "across the app" after the token. */
export function skipOfTheme(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (
      c.senses.relation !== 'of' &&
      c.senses.relation !== 'inside' &&
      c.senses.relation !== 'on' &&
      !c.take('for')
    )
      return null
    if (c.senses.relation !== undefined) c.at++
    c.take('the')
    c.take('a')
    return c.takeWord(
      'theme',
      'app',
      'design',
      'page',
      'screen',
      'brand',
      'whole page',
      'site',
      'whole',
      'document',
      'layout',
      'everything',
    )
      ? (c.takeWord('app', 'page', 'screen', 'theme', 'design'), true)
      : null
  })
}
