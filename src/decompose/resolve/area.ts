import type { Box } from '../../document/blueprint.ts'

/** A box in fractions of the screen. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function areaOf([x, y, width, height]: Box, screenWidth: number, screenHeight: number): Area {
  return {
    left: x / screenWidth,
    right: (x + width) / screenWidth,
    top: y / screenHeight,
    bottom: (y + height) / screenHeight,
  }
}

export function areaSize({ left, top, right, bottom }: Area): number {
  return (right - left) * (bottom - top)
}

/** True when `inner` lies in `outer`, edges a little over included. */
export function holds(outer: Area, inner: Area): boolean {
  const slack = 0.004
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  )
}
