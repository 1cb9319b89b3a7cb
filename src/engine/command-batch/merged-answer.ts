import type { Issue } from '../../command/issue.ts'
import type { Trace } from '../../command/trace.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { ChangedComponent } from '../../document/change.ts'
import type { Patch } from '../../document/patch.ts'
import type { Answer, StepReport, Timings } from '../answer.ts'

/** The commands of a pass, one after the other. */
export interface Replayed {
  at(i: number): Answer
}

/**
 * The answer to a command that was worked out together with others. The document as it was between two commands was never
 * made: what tells of it is worked out when it is first asked for, by running the commands of the pass one after the other.
 */
export class MergedAnswer implements Answer {
  readonly status = 'applied'
  readonly steps: readonly StepReport[]
  readonly issues: readonly Issue[]
  readonly confidence = 1
  readonly timings: Timings
  readonly cache: Answer['cache']
  readonly #replay: Replayed
  readonly #at: number

  /** @param at which of the replayed commands this is */
  constructor(
    steps: readonly StepReport[],
    issues: readonly Issue[],
    timings: Timings,
    cache: Answer['cache'],
    replay: Replayed,
    at: number,
  ) {
    this.steps = steps
    this.issues = issues
    this.timings = timings
    this.cache = cache
    this.#replay = replay
    this.#at = at
  }

  get blueprint(): Blueprint {
    return this.#replay.at(this.#at).blueprint
  }

  get json(): string {
    return this.#replay.at(this.#at).json
  }

  get delta(): string {
    return this.#replay.at(this.#at).delta
  }

  get patches(): readonly Patch[] {
    return this.#replay.at(this.#at).patches
  }

  get inverse(): readonly Patch[] {
    return this.#replay.at(this.#at).inverse
  }

  get changed(): readonly ChangedComponent[] {
    return this.#replay.at(this.#at).changed
  }

  get trace(): Trace {
    return this.#replay.at(this.#at).trace
  }
}
