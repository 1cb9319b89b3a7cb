import type { Variant } from '../document/look-table.ts'
import type { Edge, Spot, Target } from './target.ts'

/**
 * Arranges siblings in a row, a column or a grid of equal columns; what follows them is pushed. Says so in `layout` and
 * `columns` of what holds them, which is all it does where there are no boxes.
 */
export interface LayoutStep {
  readonly kind: 'layout'
  /** Siblings, or one container whose children are meant. */
  readonly targets: readonly Target[]
  readonly as: 'row' | 'column' | 'grid'
  /** Of a grid; default: as many as make it nearest to a square. */
  readonly columns?: number
  /** Pixels between them; default: as it is. */
  readonly gap?: number
  readonly variant?: Variant
}

/** Puts components into a corner or to a side of a container, or of the screen, exactly there. */
export interface PlaceInStep {
  readonly kind: 'place-in'
  readonly targets: readonly Target[]
  readonly at: Spot
  /** Absent: the screen. */
  readonly container?: Target
}

/** Sets the distance between neighbours; what follows is shifted with the later one. */
export interface DistanceStep {
  readonly kind: 'distance'
  /** Two or more: between each and the next one. One: to its neighbour on `side`. */
  readonly targets: readonly Target[]
  /** Exactly so many pixels. */
  readonly px?: number
  /** So many pixels more or less. */
  readonly by?: number
  /** Default: the one along which they stand. */
  readonly axis?: 'x' | 'y'
  readonly side?: Edge
}

/** An edge or middle line of a box. */
export type BoxLine = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** Brings an edge or middle of components to that of another one. */
export interface AlignWithStep {
  readonly kind: 'align-with'
  readonly targets: readonly Target[]
  readonly with: Target
  readonly edge: BoxLine
  /** The line of the other one; default: the same. */
  readonly to?: BoxLine
}

/** Makes the gaps between components equal. Without a gap the first and the last one stay. */
export interface DistributeStep {
  readonly kind: 'distribute'
  /** Siblings, or one container whose children are meant. */
  readonly targets: readonly Target[]
  readonly axis?: 'x' | 'y'
  readonly gap?: number
}

/** As wide as what holds it, or as the screen. */
export interface SpanStep {
  readonly kind: 'span'
  readonly targets: readonly Target[]
  readonly of: 'parent' | 'screen'
}

/** As wide as its text needs. */
export interface FitStep {
  readonly kind: 'fit'
  readonly targets: readonly Target[]
}

/** Fixes components to a corner or side of the screen: they float. */
export interface PinStep {
  readonly kind: 'pin'
  readonly targets: readonly Target[]
  readonly at: Spot
  /** Default: fixed. */
  readonly position?: 'fixed' | 'sticky'
}

/** Equal sides, the smaller one or as said; a circle has half of it as radius. */
export interface ShapeStep {
  readonly kind: 'shape'
  readonly targets: readonly Target[]
  readonly shape: 'circle' | 'square'
  readonly px?: number
}

export type LayoutSteps =
  | LayoutStep
  | PlaceInStep
  | DistanceStep
  | AlignWithStep
  | DistributeStep
  | SpanStep
  | FitStep
  | PinStep
  | ShapeStep
