/** Half a pixel is what rounding can do; less is no overlap and no sticking out. */
export const TOLERANCE_PX = 0.5

/** Two decimals, for people. */
export function roundPx(px: number): number {
  return Math.round(px * 100) / 100
}
