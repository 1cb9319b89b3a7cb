// How much the heavy suite does: the one place for the small numbers of `npm test` and the large ones of `npm run test:heavy`.
import type { FaultNumbers } from '../faults/run-faults.ts'
import { heavyShare, isHeavy } from '../support/amounts.ts'

export interface HeavyNumbers {
  /** Commands of fifty steps. */
  readonly fiftySteps: number
  /** Components of documents, flat and nested. */
  readonly sizes: readonly number[]
  /** Lists of commands that are sent as batches. */
  readonly batches: number
  /** Ways back to a state of a session. */
  readonly rollbacks: number
  /** Runs whose answers must be the same, over all places and states of the cache. */
  readonly sameRuns: number
  readonly faults: FaultNumbers
  readonly memory: MemoryNumbers
  /** Runs of the fuzzer, over all targets. */
  readonly fuzzRuns: number
}

export interface MemoryNumbers {
  readonly warmUp: number
  readonly commands: number
  /** Commands between two looks at the heap. */
  readonly step: number
  /** Bytes a command by which the heap may grow: what is measured over fewer commands is less exact. */
  readonly allowed: number
}

const small: HeavyNumbers = {
  fiftySteps: 60,
  sizes: [100, 1000, 10_000],
  batches: 150,
  rollbacks: 1000,
  sameRuns: 1000,
  faults: { scenes: 1, callsOfRegistered: 1, callsOfStages: 1, callsOfBuiltins: 1 },
  memory: { warmUp: 12_000, commands: 6000, step: 1000, allowed: 150 },
  fuzzRuns: 300,
}

const large: HeavyNumbers = {
  fiftySteps: 1000,
  sizes: [100, 300, 1000, 3000, 10_000, 30_000],
  batches: 3000,
  rollbacks: 20_000,
  sameRuns: 10_000,
  faults: { scenes: 6, callsOfRegistered: 5, callsOfStages: 8, callsOfBuiltins: 12 },
  // The runtime compiles on for some 150,000 commands.
  memory: { warmUp: 200_000, commands: 200_000, step: 10_000, allowed: 1 },
  fuzzRuns: 5000,
}

/** The large numbers as far as there is time; none below the small ones. */
function shared(share: number): HeavyNumbers {
  const of = (full: number, few: number): number => Math.max(few, Math.ceil(full * share))
  return {
    ...large,
    fiftySteps: of(large.fiftySteps, small.fiftySteps),
    batches: of(large.batches, small.batches),
    rollbacks: of(large.rollbacks, small.rollbacks),
    sameRuns: of(large.sameRuns, small.sameRuns),
    fuzzRuns: of(large.fuzzRuns, small.fuzzRuns),
    memory: small.memory,
  }
}

export const heavy: HeavyNumbers = !isHeavy ? small : heavyShare < 1 ? shared(heavyShare) : large
