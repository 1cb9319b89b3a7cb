import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "hide the banner". */
export const hide: Family = targetFamily('hide', {
  about: 'Hides components; they keep their places.',
  on: 'shop',
  examples: ['hide the promo text', 'hide every card except the first'],
})
