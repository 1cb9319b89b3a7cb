import type { Cursor } from '../cursor.ts'
import { startsObject } from '../read/noun-words.ts'
import { PLAIN } from '../read/read-options.ts'
import { readSingle } from '../read/read-single.ts'
import type { Family } from './family.ts'

/** "in the footer, make the text bigger", "for the title: bold, 32px". */
export const topic: Family = {
  name: 'topic',
  about: 'Says first what the next wishes are about.',
  on: 'shop',
  examples: ['in the footer, make the text bigger', 'for the hero title: italic and 32px'],
  read(cursor) {
    const { relation, grammar } = cursor.senses
    if (
      relation !== 'inside' &&
      relation !== 'on' &&
      grammar !== 'for' &&
      cursor.peek().word !== 'regarding' &&
      cursor.peek().word !== 'about'
    )
      return null
    cursor.at++
    const target = readSingle(cursor, PLAIN)
    const { token, word } = cursor.peek()
    if (target === null) return null
    const isClosed = token.kind === 'separator' && (word === ',' || word === ':')
    return isClosed || (relation === 'inside' && beginsWish(cursor)) ? { kind: 'topic', target } : null
  },
}

/** "in the footer make the text bigger": without a comma a verb and what it acts on end the topic. */
function beginsWish(cursor: Cursor): boolean {
  const { verb } = cursor.senses
  if (verb === undefined || verb === 'add' || verb === 'put' || verb === 'move') return false
  return startsObject(cursor.peek(1))
}
