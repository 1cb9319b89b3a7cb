import type { PropertyWord } from './changes.ts'

/** Adjectives that with an amount say the size itself: "240px wide" against "20px wider". */
export const POSITIVE_ADJECTIVES: Readonly<Record<string, PropertyWord>> = {
  wide: 'width',
  broad: 'width',
  tall: 'height',
  high: 'height',
  big: 'size',
  large: 'size',
  thick: 'borderWidth',
  long: 'width',
}
