import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

/** "unhide the promo". */
export const show: Family = targetFamily('show', {
  about: 'Shows hidden components.',
  on: 'shop',
  examples: ['hide all badges, then show the first badge', 'hide the footer, then unhide it'],
})
