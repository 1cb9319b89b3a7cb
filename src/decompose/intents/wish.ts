import { readEffectsThenTarget } from './effects-then-target.ts'
import type { Family } from './family.ts'

/** "more padding for the header", "no shadow on the card". */
export const wish: Family = {
  name: 'wish',
  about: 'A look and what shall have it.',
  on: 'shop',
  examples: [
    'more padding for the header',
    'no shadow on the first card',
    'darker background for the footer',
  ],
  read: (cursor) => cursor.attempt(readEffectsThenTarget),
}
