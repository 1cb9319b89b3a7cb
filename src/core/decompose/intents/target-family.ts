import type { Cursor } from '../cursor.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { LISTED } from './listed-targets.ts'

/** Delete, hide and show read the same: a verb and its targets. */
export function targetFamily(
  verb: 'delete' | 'hide' | 'show',
  said: Pick<Family, 'about' | 'on' | 'examples'>,
): Family {
  return {
    name: verb,
    ...said,
    read(cursor) {
      if (!cursor.takeVerb(verb)) return null
      const target = readReference(cursor, LISTED)
      if (target === null) return null
      if (
        cursor.senses.relation === 'on' ||
        cursor.senses.relation === 'of' ||
        cursor.senses.relation === 'inside'
      )
        skipScreen(cursor)
      if (verb === 'delete') return { kind: 'delete', target }
      return { kind: 'style', target, effects: [{ kind: 'set', property: 'hidden', value: verb === 'hide' }] }
    },
  }
}

function skipScreen(cursor: Cursor): void {
  cursor.attempt((c) => {
    c.at++
    c.take('the')
    return c.takeWord('screen', 'page', 'view', 'app', 'layout', 'document') ? true : null
  })
}
