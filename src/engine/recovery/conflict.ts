import type { IssueCode } from '../../command/issue.ts'

/** Something that will go wrong when a command is run, or that it does in vain. */
export interface Conflict {
  /**
   * - `uses-deleted`: a part needs what an earlier one deletes
   * - `overridden`: what a part sets, a later one sets again
   * - `refused`: a part cannot be done, whatever the others do
   */
  readonly kind: 'uses-deleted' | 'overridden' | 'refused'
  /** An error refuses the command; a warning goes along with it. */
  readonly severity: 'error' | 'warning'
  /** The parts that meet, the later one last; none where it is the whole that breaks a rule. */
  readonly parts: readonly ConflictingPart[]
  /** The code that running it would give. */
  readonly code: IssueCode
  /** Why, in one sentence. */
  readonly message: string
  /** Commands that would do without the conflict; they have been tried. Empty for commands sent as steps. */
  readonly fixes: readonly string[]
}

/** A part of a command. */
export interface ConflictingPart {
  /** Counted from 0 in the order of the command. */
  readonly position: number
  /** Its words; empty for a step sent as data. */
  readonly clause: string
}
