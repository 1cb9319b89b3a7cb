import type { Clock } from '../base/clock.ts'
import { hostClock } from '../base/clock.ts'
import { defaultRuleLevels } from '../verify/levels.ts'
import type { RuleLevels } from '../verify/levels.ts'

export interface Limits {
  /** UTF-16 units of a command; default 10,000. */
  readonly maxCommandLength: number
  /** Clauses of a command, or steps sent as data; default 200. */
  readonly maxSteps: number
  /** Components of a document; default 100,000. */
  readonly maxComponents: number
  /** Levels of components; default 64. */
  readonly maxDepth: number
  /** UTF-16 units of one text; default 100,000. */
  readonly maxTextLength: number
}

export interface EngineOptions {
  readonly limits?: Partial<Limits>
  /** What a finding of each rule means: an error refuses the command, a warning is told, off is not looked for. */
  readonly rules?: Partial<RuleLevels>
  /** Readings that the intent cache keeps; 0 switches it off; default 1,000. */
  readonly intentCache?: number
  /** Default: the host's `performance.now`. */
  readonly clock?: Clock
}

export interface RunOptions {
  /** Apply what can be applied and report the rest, instead of refusing the whole; default false. */
  readonly partial?: boolean
}

export interface Settings {
  readonly limits: Limits
  readonly rules: RuleLevels
  readonly intentCache: number
  readonly clock: Clock
}

const defaultLimits: Limits = {
  maxCommandLength: 10_000,
  maxSteps: 200,
  maxComponents: 100_000,
  maxDepth: 64,
  maxTextLength: 100_000,
}

/** @throws RangeError when a limit is not a whole number of at least 1. */
export function settingsOf(options: EngineOptions): Settings {
  const limits = { ...defaultLimits, ...options.limits }
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`expected limits.${name} to be a whole number of at least 1, got ${String(value)}`)
  }
  const intentCache = options.intentCache ?? 1000
  if (!Number.isInteger(intentCache) || intentCache < 0)
    throw new RangeError(
      `expected intentCache to be a whole number of at least 0, got ${String(intentCache)}`,
    )
  return {
    limits,
    rules: { ...defaultRuleLevels, ...options.rules },
    intentCache,
    clock: options.clock ?? hostClock(),
  }
}
