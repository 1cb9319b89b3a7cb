import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "unhide the promo". */
export const show: Family = targetFamily('show', 'Shows hidden components.', 'show', [
  'show the banner',
  'unhide the promo',
])
