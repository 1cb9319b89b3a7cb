import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { readSingle } from '../read/read-single.ts'
import type { Family } from './family.ts'

/** "swap the title and the subtitle". */
export const swap: Family = {
  name: 'swap',
  about: 'Two components exchange their places.',
  on: 'settings',
  examples: [
    'swap the title and the subtitle',
    'swap #save_button with #cancel_button',
    'switch the places of the first and the last input',
  ],
  read(cursor, before) {
    const verb = cursor.peek()
    if (verb.word === 'switch') cursor.at++
    else if (!cursor.takeVerb('swap')) return before?.wish.kind === 'swap' ? readAnother(cursor) : null
    cursor.attempt((c) => {
      c.take('the')
      if (c.senses.property !== 'position') return null
      c.at++
      return c.senses.relation === 'of' ? (c.at++, true) : null
    })
    const a = readReference(cursor, { ...PLAIN, with: false, pair: true })
    if (a === null) return null
    cursor.takeWord('around')
    if (
      cursor.take('with') ||
      cursor.take('for') ||
      cursor.take('by') ||
      (verb.word !== 'switch' && cursor.take('to'))
    ) {
      const b = readSingle(cursor, PLAIN)
      return b === null ? null : { kind: 'swap', a, b }
    }
    if (a.parts.length === 2) return { kind: 'swap', a: a.parts[0]!, b: a.parts[1]! }
    if (a.parts.length === 0 && (a.ordinals.length === 2 || a.plural || a.take === 2))
      return { kind: 'swap', a, b: null }
    return null
  },
}

/** "swap A with B, and C with D": the verb is understood. */
function readAnother(cursor: Cursor): Wish | null {
  const a = readSingle(cursor, { ...PLAIN, with: false })
  if (a === null || !cursor.take('with')) return null
  const b = readSingle(cursor, PLAIN)
  return b === null ? null : { kind: 'swap', a, b }
}
