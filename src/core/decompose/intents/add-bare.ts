import { readNewThings } from '../read/read-new-thing.ts'
import { readPlace } from '../read/read-place.ts'
import { readText } from '../read/read-text.ts'
import type { Family } from './family.ts'

/** "a button "Contact" after the map", without a verb or after "I need". */
export const addBare: Family = {
  name: 'need',
  about: 'Names a new component and its place.',
  examples: ['a button "Contact" after the map'],
  read(cursor) {
    const begin = cursor.at
    if (cursor.senses.grammar !== 'a') return null
    const things = readNewThings(cursor, false)
    const place = readPlace(cursor)
    if (things?.length !== 1 || place === null || cursor.at === begin) return null
    return {
      kind: 'add',
      things: [{ ...things[0]!, text: things[0]!.text ?? readText(cursor) }],
      place,
      count: 1,
    }
  },
}
