/**
 * What a step acts on: ids of the document, or what an earlier step of the same command made, as `{ madeBy: step }`
 * with the step's position in the command.
 */
export type Target = string | { readonly madeBy: number }

/** Where a component goes. */
export type Place =
  | { readonly kind: 'before' | 'after'; readonly anchor: Target }
  | { readonly kind: 'inside'; readonly anchor: Target; readonly at: 'start' | 'end' }
  /** Among its present siblings. */
  | { readonly kind: 'first' | 'last' | 'up' | 'down' }
  /** At top level: the screen's start; its end, before a closing footer (`end`); or its very end (`very-end`). */
  | { readonly kind: 'screen'; readonly at: 'start' | 'end' | 'very-end' }

export type Edge = 'top' | 'right' | 'bottom' | 'left'

/** A corner, a side or the middle of a box. */
export type Spot =
  'top left' | 'top' | 'top right' | 'left' | 'center' | 'right' | 'bottom left' | 'bottom' | 'bottom right'
