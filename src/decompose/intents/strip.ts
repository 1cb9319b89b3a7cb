import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { noProperty } from '../read/no-property.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import type { Subject, SubjectReader } from './subject.ts'
import {
  PROPERTIES_FIRST,
  impliedProperty,
  ownersField,
  ownersProperty,
  thingProperty,
  withSubject,
} from './subject.ts'
import { takesOff } from './target-family.ts'

/** "remove the underline from the link". */
export const strip: Family = {
  name: 'strip',
  about: 'Takes a look away: "remove the underline from X".',
  on: 'shop',
  examples: [
    'remove the shadow from the first card',
    'get rid of the shadow on all cards',
    "remove the header's border",
  ],
  read: (cursor) =>
    EMPTYING.has(cursor.peek().word)
      ? readEmptied(cursor)
      : readStripped(cursor, [lookFrom, ownersProperty, thingProperty, impliedProperty]),
}

const EMPTYING: ReadonlySet<string> = new Set(['clear', 'empty', 'blank'])

/** "clear the text of the banner", "empty the name field's placeholder": what it says goes, not what says it. */
function readEmptied(cursor: Cursor): Wish | null {
  cursor.at++
  return withSubject(cursor, PROPERTIES_FIRST, (_c, { target, property }) => {
    if (property === null) return null
    const effects: Effect[] | null =
      property === 'text' ? [{ kind: 'set', property, value: '' }] : noProperty(property)
    return effects === null ? null : styleWish(target, effects)
  })
}

/** "remove the image of the card" where the card holds no image: its own. */
export const stripField: Family = {
  name: 'strip-field',
  about: 'Takes the image, link or price of something away, where that is not a component of its own.',
  on: 'dashboard',
  examples: ["remove the export button's link"],
  read: (cursor) => readStripped(cursor, [fieldFrom, ownersField]),
}

function readStripped(cursor: Cursor, readers: readonly SubjectReader[]): Wish | null {
  if (!cursor.takeVerb('delete', 'hide') && !takesOff(cursor)) return null
  return withSubject(cursor, readers, (_c, subject) => {
    if (subject.property === null || subject.property === 'text') return null
    const effects = noProperty(subject.property)
    return effects === null ? null : styleWish(subject.target, effects)
  })
}

const OFF: ReadonlySet<string> = new Set(['off', 'away'])

const lookFrom: SubjectReader = (cursor) => readFrom(cursor, false)
const fieldFrom: SubjectReader = (cursor) => readFrom(cursor, true)

/** A property and what it shall be taken from; what components are called as well is a field. */
function readFrom(cursor: Cursor, isField: boolean): Subject | null {
  while (cursor.take('the') || cursor.take('a') || cursor.senses.quantity === 'all')
    if (cursor.senses.quantity === 'all') cursor.at++
  const { property, style: adjective, types } = cursor.senses
  if ((types !== undefined) !== isField) return null
  const named = property ?? (adjective?.property === 'borderRadius' ? 'borderRadius' : adjective?.property)
  if (named === undefined) return null
  cursor.at++
  const isOff = cursor.takeWord(...OFF)
  const { word, senses } = cursor.peek()
  const { relation, grammar } = senses
  if (isOff && word !== 'of' && grammar !== 'from') {
    const target = readReference(cursor, PLAIN)
    return target === null ? null : { target, property: named as Subject['property'], implied: false }
  }
  if (relation === undefined && grammar !== 'from' && grammar !== 'for' && word !== 'around') return null
  cursor.at++
  const target = readReference(cursor, PLAIN)
  return target === null ? null : { target, property: named as Subject['property'], implied: false }
}
