import type { Answer } from '../src/index.ts'
import type { Core } from './core.ts'

export interface Scenario {
  /** `stage/case@size`. */
  readonly name: string
  /** Part of the gate, which runs without `--full`. */
  readonly isQuick?: boolean
  /** Time to spend on it, in milliseconds; for scenarios whose preparation between two runs is slow. */
  readonly timeMs?: number
  /** The figure is this stage's time alone, by the engine's own timers; default: the whole run. */
  readonly stage?: 'decompose' | 'execute' | 'verify' | 'serialize'
  /** Builds what it needs and asserts the result before anything is timed; a text says why it cannot run here. */
  prepare(core: Core): Prepared | string
}

export interface Prepared {
  /** What is timed; the stages' times come out of the answer. */
  run(): Answer | undefined
  /** Before every run, not timed. */
  before?(): void
  /** Microseconds of the last run that do not count. */
  deductMicros?(): number
}

/** @throws Error when a scenario's result is not what it has to be. */
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

const sink = { code: 0 }

/**
 * Uses a text as a writer would: the runtime keeps joined texts in pieces until they are read, and what nobody reads might
 * not be made at all.
 */
export function readThrough(text: string): void {
  sink.code = text.charCodeAt(text.length - 1)
}
