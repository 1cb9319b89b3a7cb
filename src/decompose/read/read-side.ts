import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Lexeme } from '../lexeme.ts'

/** Where something can be aligned to. */
export type Side = Extract<Effect, { kind: 'align' }>['to']

/** "left", "to the right", "in the center", "at the middle of the screen". */
export function readSide(cursor: Cursor): Side | null {
  while (cursor.take('to') || cursor.take('at') || cursor.take('the') || cursor.take('be')) {
    // "to the", "at the"
  }
  if (cursor.senses.relation === 'inside' || cursor.senses.relation === 'on') cursor.at++
  cursor.take('the')
  cursor.takeWord('far', 'very', 'horizontal')
  let to = sideOf(cursor.peek())
  if (to === null) return null
  cursor.at++
  cursor.takeWord('side', 'edge', 'hand side', 'align', 'aligned')
  if (cursor.takeWord('vertically') && to === 'center') to = 'middle'
  else cursor.takeWord('horizontally')
  skipParent(cursor)
  return to
}

function sideOf({ senses, word }: Lexeme): Side | null {
  const { side, style, direction, verb } = senses
  // The vocabulary gives `align` these values alone.
  if (style?.property === 'align') return style.value as Side
  if (direction === 'left' || direction === 'right') return direction
  if (side !== undefined) return side === 'middle' ? 'center' : side
  if (verb === 'align' && /^cent(?:er|re)/.test(word)) return 'center'
  if (word === 'vertically') return 'middle'
  if (word === 'horizontally') return 'center'
  if (word === 'leftmost' || word === 'far left') return 'left'
  return word === 'rightmost' || word === 'far right' ? 'right' : null
}

/** "... of the screen", "... in its container": components are aligned in what holds them anyway. */
export function skipParent(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (c.senses.relation !== 'of' && c.senses.relation !== 'inside' && c.senses.relation !== 'on')
      return null
    c.at++
    c.take('the')
    c.take('its')
    return c.takeWord(
      'screen',
      'page',
      'parent',
      'container',
      'app',
      'card',
      'section',
      'box',
      'row',
      'layout',
      'view',
    )
      ? true
      : null
  })
}
