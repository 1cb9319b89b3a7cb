import type { Effect } from '../effect.ts'
import { readEffect } from '../read/read-effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

/** "I want bigger buttons": the adjectives before the noun are the wish. */
export const attributive: Family = {
  name: 'attributive',
  about: 'A wish said with the adjective first.',
  on: 'shop',
  examples: ['bigger buttons please', 'a darker header'],
  read(cursor, before) {
    return cursor.attempt((c) => {
      const effects = readEffect(c)
      if (effects === null || effects.some(isField)) return null
      const target = readReference(c, PLAIN)
      return target === null || before?.wish.kind === 'add' ? null : styleWish(target, effects)
    })
  },
}

/** "link the send button ...": the words of a button are no place where a link leads. */
function isField(effect: Effect): boolean {
  return effect.kind === 'content' || (effect.kind === 'set' && FIELDS.has(effect.property))
}

const FIELDS: ReadonlySet<string> = new Set([
  'text',
  'href',
  'imageUrl',
  'alt',
  'placeholder',
  'price',
  'icon',
])
