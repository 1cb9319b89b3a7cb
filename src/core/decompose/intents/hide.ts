import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "hide the banner". */
export const hide: Family = targetFamily('hide', 'Hides components; they keep their places.', 'hide', [
  'hide the banner',
  'hide every card except the first',
])
