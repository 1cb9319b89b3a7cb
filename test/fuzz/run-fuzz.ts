import fc from 'fast-check'
import type { Target } from './target.ts'

/** An input that broke a promise, made as small as it goes, with what brings it back. */
export interface Failure {
  readonly target: string
  readonly seed: number
  /** Of fast-check: how it came from the seed to this input. */
  readonly path: string
  readonly message: string
  readonly input: string
}

export interface TargetRun {
  readonly name: string
  readonly runs: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly failures: readonly Failure[]
}

export interface FuzzOptions {
  readonly seed: number
  /** Inputs for each target; null: as many as there is time for. */
  readonly runs: number | null
  readonly seconds: number | null
  /** Told after each round. */
  readonly onRound?: (runs: number, failures: number) => void
}

/** A target that fails again and again says the same again and again. */
const MAX_FAILURES = 3

class Tally {
  readonly target: Target
  runs = 0
  readonly outcomes: Record<string, number> = {}
  readonly failures: Failure[] = []

  constructor(target: Target) {
    this.target = target
  }

  run(seed: number, numRuns: number): void {
    const property = this.target.property((outcome) => {
      this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1
    })
    const details = checked(property, { seed, numRuns })
    this.runs += details.numRuns
    if (details.failed) this.failures.push(failureOf(this.target, details))
  }
}

function checked(
  property: fc.IRawProperty<[unknown]>,
  parameters: fc.Parameters<[unknown]>,
): fc.RunDetails<[unknown]> {
  // A property that is no promise gives no promise.
  return fc.check(property, parameters) as fc.RunDetails<[unknown]>
}

function failureOf(target: Target, details: fc.RunDetails<[unknown]>): Failure {
  const { seed, counterexample, counterexamplePath, errorInstance } = details
  return {
    target: target.name,
    seed,
    path: counterexamplePath ?? '',
    message:
      errorInstance instanceof Error
        ? `${errorInstance.name}: ${errorInstance.message}`
        : String(errorInstance),
    input: fc.stringify(counterexample?.[0]),
  }
}

/** Gives random inputs to all targets in turn, until there were enough or the time is over. The same seed, the same inputs. */
export function runFuzz(targets: readonly Target[], options: FuzzOptions): readonly TargetRun[] {
  const { seed, runs, seconds, onRound } = options
  const end = seconds === null ? Infinity : performance.now() + seconds * 1000
  const tallies = targets.map((target) => new Tally(target))
  for (let round = 0; performance.now() < end; round++) {
    let isDone = true
    for (const [i, tally] of tallies.entries()) {
      const left = (runs ?? Infinity) - tally.runs
      if (left <= 0 || tally.failures.length >= MAX_FAILURES || performance.now() >= end) continue
      isDone = false
      tally.run(seedOf(seed, round, i), Math.min(left, tally.target.chunk))
    }
    if (isDone) break
    onRound?.(
      tallies.reduce((sum, tally) => sum + tally.runs, 0),
      tallies.reduce((sum, tally) => sum + tally.failures.length, 0),
    )
  }
  return tallies.map(({ target, runs, outcomes, failures }) => ({
    name: target.name,
    runs,
    outcomes,
    failures,
  }))
}

/** Another seed for each round of each target. */
function seedOf(seed: number, round: number, target: number): number {
  return (Math.imul(seed ^ Math.imul(round + 1, 0x9e3779b1), 0x85ebca6b) + target * 7919) | 0
}

/** Whether an input that failed still does: what it says now, null if all is well. */
export function replay(
  targets: readonly Target[],
  failure: Pick<Failure, 'target' | 'seed' | 'path'>,
): Failure | null {
  const target = targets.find(({ name }) => name === failure.target)
  if (target === undefined)
    throw new RangeError(
      `expected one of the targets ${targets.map(({ name }) => name).join(', ')}, got ${failure.target}`,
    )
  const { seed, path } = failure
  const details = checked(
    target.property(() => undefined),
    { seed, path, endOnFailure: true },
  )
  return details.failed ? failureOf(target, details) : null
}
