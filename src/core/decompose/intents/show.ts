import type { Family } from './family.ts'
import { targetFamily } from './target-family.ts'

export const show: Family = targetFamily('show', 'Shows hidden components.', 'show', [
  'show the banner',
  'unhide the promo',
])
