import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "delete the divider". Not called `delete`, which is a reserved word. */
export const remove: Family = targetFamily('delete', {
  about: 'Deletes components with all they contain.',
  on: 'shop',
  examples: ['delete the footer', 'get rid of the promo text', 'remove both badges'],
})
