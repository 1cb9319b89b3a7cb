import type { Reading } from '../decompose/clause.ts'
import type { Corrected } from '../decompose/spelling.ts'
import type { Answer } from './answer.ts'
import type { Outcome } from './pipeline.ts'

/** The outcome of a command. */
export interface Processed {
  readonly outcome: Outcome
  readonly reading: Reading | null
  readonly cache: Answer['cache']
  readonly decomposeMicros: number
  readonly corrected: Corrected | null
  /** Numbers were taken as the end of their range. */
  readonly isClamped: boolean
  /** The command failed as it stood. */
  readonly hasFailed: boolean
}
