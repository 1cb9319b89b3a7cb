import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "delete the divider". Not called `delete`, which is a reserved word. */
export const remove: Family = targetFamily('delete', 'Deletes components with all they contain.', 'delete', [
  'delete the divider',
  'get rid of the promo badge',
  'remove both badges',
])
