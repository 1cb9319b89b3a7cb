import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'

export type Side = Extract<Effect, { kind: 'align' }>['to']

/** "left", "to the right", "in the center", "at the middle of the screen". */
export function readSide(cursor: Cursor): Side | null {
  while (cursor.take('to') || cursor.take('at') || cursor.take('the') || cursor.take('be')) {
    // "to the", "at the"
  }
  if (cursor.senses.relation === 'inside' || cursor.senses.relation === 'on') cursor.at++
  cursor.take('the')
  cursor.takeWord('far', 'very', 'horizontal')
  const { side, style, direction, verb, word } = { ...cursor.senses, word: cursor.peek().word }
  let to: Side | null = null
  if (style?.property === 'align') to = style.value as Side
  else if (direction === 'left' || direction === 'right') to = direction
  else if (side !== undefined) to = side === 'middle' ? 'center' : side
  else if (verb === 'align' && /^cent(?:er|re)/.test(word)) to = 'center'
  else if (word === 'vertically' || word === 'horizontally') to = word === 'vertically' ? 'middle' : 'center'
  else if (word === 'leftmost' || word === 'far left') to = 'left'
  else if (word === 'rightmost' || word === 'far right') to = 'right'
  if (to === null) return null
  cursor.at++
  cursor.takeWord('side', 'edge', 'hand side', 'align', 'aligned')
  if (cursor.takeWord('vertically') && to === 'center') to = 'middle'
  else cursor.takeWord('horizontally')
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
  return to
}
