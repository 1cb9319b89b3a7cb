import type { Answer } from '../src/core/index.ts'
import type { Core } from './core.ts'

export interface Scenario {
  /** `stage/case@size`. */
  readonly name: string
  /** Part of `--quick`, the gate of CI. */
  readonly isQuick?: boolean
  /** Time to spend on it, in milliseconds; for scenarios whose preparation between two runs is slow. */
  readonly timeMs?: number
  /** Builds what it needs and asserts the result before anything is timed; a text says why it cannot run here. */
  prepare(core: Core): Prepared | string
}

export interface Prepared {
  /** What is timed; the stages' times come out of the answer. */
  run(): Answer | undefined
  /** Before every run, not timed. */
  before?(): void
}

/** @throws Error naming the scenario when its result is not what it has to be. */
export function expectThat(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`the scenario is wrong, nothing was timed: expected ${what}`)
}

/** Asserts that a command was applied in full. */
export function expectApplied(answer: Answer, command: string): void {
  expectThat(
    answer.status === 'applied' && answer.patches.length > 0,
    `"${command}" to be applied, got ${answer.status}: ${answer.issues.map(({ message }) => message).join('; ')}`,
  )
}

/** Where a scenario leaves what nobody reads, so that making it cannot be optimised away. */
export const sink = { length: 0 }
