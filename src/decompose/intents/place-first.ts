import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { PlaceWish } from '../effect.ts'
import { readNewThings } from '../read/read-new-thing.ts'
import { PLAIN } from '../read/read-options.ts'
import { readPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import { readText } from '../read/read-text.ts'
import { readTrailing } from '../read/read-trailing.ts'
import type { Family } from './family.ts'

/** "below the title add a button": the place, then what shall be there. */
export const placeFirst: Family = {
  name: 'place-first',
  about: 'Says the place first, then what to add or put there.',
  on: 'shop',
  examples: ['below the hero title add a button "Go"', 'under the hero subtitle please put the promo text'],
  read(cursor) {
    const { relation, grammar } = cursor.senses
    if ((relation === undefined || relation === 'of') && grammar !== 'at' && grammar !== 'to') return null
    const place = readPlace(cursor)
    if (place === null) return null
    cursor.takeSeparator(',')
    cursor.skipFillers()
    if (!cursor.takeVerb('add', 'put', 'move')) return null
    const { verb } = cursor.peek(-1).senses
    return (
      cursor.attempt((c) => (verb === 'move' ? null : readAdded(c, place, verb === 'add'))) ??
      (verb === 'add' ? null : readPut(cursor, place))
    )
  },
}

function readAdded(cursor: Cursor, place: PlaceWish, mayOmitArticle: boolean): Wish | null {
  cursor.skipFillers()
  const things = readNewThings(cursor, mayOmitArticle || cursor.peek().word === 'new')
  if (things === null) return null
  const last = things[things.length - 1]!
  const text = last.text ?? readText(cursor)
  const effects = [...last.effects, ...readTrailing(cursor)]
  return { kind: 'add', things: [...things.slice(0, -1), { ...last, text, effects }], place, count: 1 }
}

function readPut(cursor: Cursor, place: PlaceWish): Wish | null {
  const target = readReference(cursor, PLAIN)
  return target === null || target.indefinite ? null : { kind: 'move', target, place }
}
