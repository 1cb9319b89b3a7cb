import type { LogNode, Place } from './log/log-tree.ts'
import type { TicketFacts } from './log/ticket-facts.ts'
import type { Range } from './range.ts'

/** A figure within the limits in which the logs tell it, and the lines it comes from. */
export interface Figure {
  readonly range: Range
  readonly places: readonly Place[]
  /** Somebody's estimate, and nothing that was counted. */
  readonly isEstimate?: boolean
}

export interface StatedRate {
  readonly words: readonly string[]
  readonly percent: number
  readonly place: Place
}

/** Everything that the figures are read from. */
export interface RunNodes {
  /** All nodes, plans included. */
  readonly all: readonly LogNode[]
  /** Of documents that tell what was done, without what belongs to one ticket. */
  readonly run: readonly LogNode[]
  readonly tickets: readonly TicketFacts[]
  readonly plannedTickets: number
}
