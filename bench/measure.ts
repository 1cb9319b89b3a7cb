import { Bench } from 'tinybench'
import type { Answer } from '../src/core/index.ts'
import type { Core } from './core.ts'
import type { Prepared, Scenario } from './scenario.ts'
import { summarize } from './summary.ts'
import type { Summary } from './summary.ts'

export const STAGES = ['decompose', 'execute', 'verify', 'serialize'] as const
export type Stage = (typeof STAGES)[number]

export interface Measured {
  readonly name: string
  readonly total: Summary
  /** What the engine's own timers say; absent where no command runs. */
  readonly stages?: { readonly [S in Stage]: Summary }
}

export interface Budget {
  readonly warmupMs: number
  readonly timeMs: number
  /** At least so many runs, however long they take. */
  readonly minRuns: number
}

export const fullBudget: Budget = { warmupMs: 400, timeMs: 1000, minRuns: 20 }
export const quickBudget: Budget = { warmupMs: 300, timeMs: 400, minRuns: 20 }

/** Measures one scenario; a text says why it cannot run here. */
export function measure(scenario: Scenario, core: Core, budget: Budget): Measured | string {
  const prepared = prepare(scenario.name, () => scenario.prepare(core))
  if (typeof prepared === 'string') return prepared
  const timeMs = scenario.timeMs ?? budget.timeMs
  const samples = takeSamples(prepared, { ...budget, warmupMs: Math.min(budget.warmupMs, timeMs), timeMs })
  return toMeasured(scenario, samples)
}

/** Says which scenario it was that failed. */
export function prepare(name: string, make: () => Prepared | string): Prepared | string {
  try {
    return make()
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

export function toMeasured({ name, stage }: Scenario, { samples, stages }: Samples): Measured {
  if (stage !== undefined) return { name, total: summarize(stages[stage]) }
  const total = summarize(samples)
  if (stages.decompose.length === 0) return { name, total }
  const [decompose, execute, verify, serialize] = STAGES.map((part) => summarize(stages[part]))
  return {
    name,
    total,
    stages: { decompose: decompose!, execute: execute!, verify: verify!, serialize: serialize! },
  }
}

/** Microseconds. */
export interface Samples {
  readonly samples: number[]
  readonly stages: { readonly [S in Stage]: number[] }
}

export function noSamples(): Samples {
  return { samples: [], stages: { decompose: [], execute: [], verify: [], serialize: [] } }
}

/** One tinybench task; its samples are worked up by summary.ts, since it gives no p95. */
export function takeSamples(prepared: Prepared, { warmupMs, timeMs, minRuns }: Budget): Samples {
  const { stages } = noSamples()
  const bench = new Bench({
    time: timeMs,
    iterations: minRuns,
    warmup: warmupMs > 0,
    warmupTime: warmupMs,
    warmupIterations: 5,
    retainSamples: true,
    throws: true,
  })
  let isTimed = false
  const record = (answer: Answer | undefined): void => {
    if (answer === undefined || !isTimed) return
    for (const stage of STAGES) stages[stage].push(answer.timings[stage])
  }
  const deduct = prepared.deductMicros === undefined ? undefined : (): number => prepared.deductMicros!()
  const task =
    deduct === undefined
      ? () => record(prepared.run())
      : () => {
          const start = performance.now()
          record(prepared.run())
          const takenMs = performance.now() - start
          const countedMs = Math.max(0, takenMs - deduct() / 1000)
          return { overriddenDuration: countedMs, overriddenIterationCost: takenMs }
        }
  bench.add('scenario', task, {
    async: false,
    beforeAll: (mode) => {
      isTimed = mode === 'run'
    },
    ...(prepared.before !== undefined && { beforeEach: () => prepared.before!() }),
  })
  const result = bench.runSync()[0]!.result
  if (result.state !== 'completed')
    throw new Error(`expected the measurement to complete, got ${result.state}`)
  return { samples: (result.latency.samples ?? []).map((ms) => ms * 1000), stages }
}
