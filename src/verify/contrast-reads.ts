import { aspects } from './aspects.ts'
import type { AspectMask } from './aspects.ts'

/** What the backgrounds behind a text depend on, in the component itself and in those that hold it. */
export const BEHIND: AspectMask = aspects(
  'background',
  'gradient',
  'opacity',
  'hidden',
  'states',
  'devices',
  'place',
)

/** What the contrast of a component's text depends on. */
export const CONTRAST_READS: AspectMask =
  BEHIND | aspects('text', 'price', 'textColor', 'fontSize', 'fontWeight')
