import type { Family } from './family.ts'
import { readAssignment } from './set.ts'
import { PROPERTIES_FIRST, withSubject } from './subject.ts'

/** "price of the tour from $19 to $21": the old value and the new say that it shall change. */
export const fromTo: Family = {
  name: 'from-to',
  about: 'Names what changes, its old value and its new one.',
  on: 'shop',
  examples: ['price of the first product card from $48 to $52', 'hero title from "Summer" to "Autumn"'],
  read(cursor) {
    if (cursor.senses.verb !== undefined && cursor.senses.types === undefined) return null
    if (!cursor.hasAhead(({ word }) => word === 'from')) return null
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) =>
      c.peek().word === 'from' ? readAssignment(c, subject) : null,
    )
  },
}
