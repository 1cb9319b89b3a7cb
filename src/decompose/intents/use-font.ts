import { readOwner } from '../read/read-owner.ts'
import { readValueFor } from '../read/read-value.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'

/** "use Georgia for the title" */
export const useFont: Family = {
  name: 'use',
  about: 'Uses a font, or a color, for something.',
  on: 'shop',
  examples: ['use Georgia for the hero title', 'use "Inter" on all buttons'],
  read(cursor) {
    if (!cursor.takeWord('use', 'using', 'apply')) return null
    cursor.take('the')
    cursor.takeWord('font')
    if (cursor.peek().token.capital !== true && cursor.peek().token.kind !== 'quoted') return null
    const effects = readValueFor(cursor, 'fontFamily')
    if (effects === null) return null
    cursor.takeWord('font')
    const target = readOwner(cursor)
    return target === null ? null : styleWish(target, effects)
  },
}
