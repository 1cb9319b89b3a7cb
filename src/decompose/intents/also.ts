import { readEffects } from '../read/read-effect.ts'
import { IT } from '../reference.ts'
import type { Before, Family } from './family.ts'
import { styleWish } from './style-wish.ts'

/** Effects alone, of what the clause before spoke of: "... and red". */
export const also: Family = {
  name: 'also',
  about: 'More effects on what was just spoken of.',
  on: 'shop',
  examples: ['make the hero title bigger. also underlined'],
  read(cursor, before: Before | null) {
    if (before === null || before.wish.kind === 'token') return null
    const effects = readEffects(cursor)
    return effects === null ? null : styleWish(IT, effects)
  },
}
