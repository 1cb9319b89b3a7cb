import { noProperty } from '../read/no-property.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import type { Subject, SubjectReader } from './subject.ts'
import { impliedProperty, ownersField, ownersProperty, thingProperty, withSubject } from './subject.ts'

/** "remove the underline from the link". */
export const strip: Family = {
  name: 'strip',
  about: 'Takes a look away: "remove the underline from X".',
  examples: [
    'remove the underline from the link',
    'get rid of the shadow on all cards',
    "remove the header's border",
  ],
  read(cursor) {
    if (!cursor.takeVerb('delete', 'hide')) return null
    return withSubject(
      cursor,
      [propertyFrom, ownersProperty, ownersField, thingProperty, impliedProperty],
      (_c, subject) => {
        if (subject.property === null || subject.property === 'text') return null
        const effects = noProperty(subject.property)
        return effects === null ? null : styleWish(subject.target, effects)
      },
    )
  },
}

const propertyFrom: SubjectReader = (cursor) => {
  while (cursor.take('the') || cursor.take('a') || cursor.senses.quantity === 'all')
    if (cursor.senses.quantity === 'all') cursor.at++
  const { property, style: adjective } = cursor.senses
  const named = property ?? (adjective?.property === 'borderRadius' ? 'borderRadius' : adjective?.property)
  if (named === undefined) return null
  cursor.at++
  const { relation, grammar, word } = { ...cursor.senses, word: cursor.peek().word }
  if (relation === undefined && grammar !== 'from' && grammar !== 'for' && word !== 'around') return null
  cursor.at++
  const target = readReference(cursor, PLAIN)
  return target === null ? null : { target, property: named as Subject['property'], implied: false }
}
