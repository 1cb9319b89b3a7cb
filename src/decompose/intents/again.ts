import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'

/** "the footer too", "same for the footer", and a bare noun after a style. */
export const again: Family = {
  name: 'again',
  about: 'The same as before on something else.',
  on: 'shop',
  examples: ['make the header blue and the footer too', 'hide the first badge, same for the promo text'],
  read(cursor, before) {
    if (before === null) return null
    const isLiked = cursor.peek(-1).senses.frame === true
    const same = cursor.attempt((c) => {
      c.takeVerb('set', 'make')
      c.takeWord('do')
      c.take('the')
      if (!c.take('same')) return null
      c.takeWord('thing', 'change', 'goes')
      return c.take('for') ||
        c.take('to') ||
        c.take('with') ||
        c.senses.relation === 'of' ||
        c.senses.relation === 'on'
        ? (c.senses.relation !== undefined && c.at++, true)
        : null
    })
    const target = readReference(cursor, PLAIN)
    const alike = cursor.attempt((c) => (c.take('the') && c.take('same') ? true : null))
    // "hide the title. I like the rest" says that the rest stays.
    if (isLiked && same === null && alike === null && cursor.senses.grammar !== 'too') return null
    return target === null ? null : { kind: 'again', target }
  },
}
