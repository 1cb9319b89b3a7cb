import type { Cursor } from '../cursor.ts'
import { readNewThing } from '../read/read-new-thing.ts'
import { readPlace } from '../read/read-place.ts'
import { readText } from '../read/read-text.ts'
import type { Family } from './family.ts'

/** "a button "Contact" after the map", without a verb or after "I need". */
export const addBare: Family = {
  name: 'need',
  about: 'Names a new component and its place.',
  on: 'shop',
  examples: ['a button "Contact" after the newsletter'],
  read(cursor) {
    cursor.takeWord('need', 'want')
    if (!cursor.take('a') && !takesOneMore(cursor)) return null
    const thing = readNewThing(cursor)
    const place = thing === null ? null : readPlace(cursor)
    if (thing === null || place === null) return null
    return { kind: 'add', things: [{ ...thing, text: thing.text ?? readText(cursor) }], place, count: 1 }
  },
}

/** "one more button" */
function takesOneMore(cursor: Cursor): boolean {
  if (cursor.peek().word !== 'one' || cursor.peek(1).senses.degree !== 'more') return false
  cursor.at += 2
  return true
}
