import { Bench } from 'tinybench'
import type { Answer } from '../src/index.ts'
import type { Core } from './core.ts'
import { Interruptions } from './interruptions.ts'
import type { Prepared, Scenario } from './scenario.ts'
import { summarize } from './summary.ts'
import type { Summary } from './summary.ts'

export const STAGES = ['decompose', 'execute', 'verify', 'serialize'] as const
export type Stage = (typeof STAGES)[number]

export interface Measured {
  readonly name: string
  readonly total: Summary
  /** Runs that are not in the percentiles, because the system gave the processor to another program meanwhile. */
  readonly interrupted: number
  /** What the engine's own timers say; absent where no command runs. */
  readonly stages?: { readonly [S in Stage]: Summary }
}

export interface Budget {
  readonly warmupMs: number
  readonly timeMs: number
  /** At least so many runs, however long they take. */
  readonly minRuns: number
}

export const fullBudget: Budget = { warmupMs: 400, timeMs: 600, minRuns: 20 }
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

export function toMeasured({ name, stage }: Scenario, { samples, stages, interrupted }: Samples): Measured {
  if (stage !== undefined) return { name, total: summarize(stages[stage]), interrupted }
  const total = summarize(samples)
  if (stages.decompose.length === 0) return { name, total, interrupted }
  const [decompose, execute, verify, serialize] = STAGES.map((part) => summarize(stages[part]))
  return {
    name,
    total,
    interrupted,
    stages: { decompose: decompose!, execute: execute!, verify: verify!, serialize: serialize! },
  }
}

/** Microseconds. */
export interface Samples {
  samples: number[]
  readonly stages: { [S in Stage]: number[] }
  interrupted: number
}

export function noSamples(): Samples {
  return { samples: [], stages: { decompose: [], execute: [], verify: [], serialize: [] }, interrupted: 0 }
}

/** One tinybench task, which runs it so often and so long; its samples are worked up by summary.ts. */
export function takeSamples(prepared: Prepared, { warmupMs, timeMs, minRuns }: Budget): Samples {
  const taken = noSamples()
  const isInterrupted: boolean[] = []
  const interruptions = new Interruptions()
  const bench = new Bench({
    time: timeMs,
    iterations: minRuns,
    warmup: warmupMs > 0,
    warmupTime: warmupMs,
    warmupIterations: 5,
    throws: true,
  })
  let isTimed = false
  const record = (answer: Answer | undefined, takenMs: number): void => {
    if (!isTimed) return
    taken.samples.push(Math.max(0, takenMs * 1000 - (prepared.deductMicros?.() ?? 0)))
    if (answer !== undefined) for (const stage of STAGES) taken.stages[stage].push(answer.timings[stage])
  }
  const task = (): void => {
    const start = performance.now()
    const answer = prepared.run()
    record(answer, performance.now() - start)
  }
  bench.add('scenario', task, {
    async: false,
    beforeAll: (mode) => {
      isTimed = mode === 'run'
    },
    beforeEach: () => {
      prepared.before?.()
      interruptions.take()
    },
    afterEach: () => {
      if (isTimed) isInterrupted.push(interruptions.take())
    },
  })
  const result = bench.runSync()[0]!.result
  if (result.state !== 'completed')
    throw new Error(`expected the measurement to complete, got ${result.state}`)
  return withoutInterrupted(taken, isInterrupted)
}

/** Where most runs were interrupted, as long ones on a busy machine are, all of them stay. */
function withoutInterrupted(taken: Samples, isInterrupted: readonly boolean[]): Samples {
  const interrupted = isInterrupted.filter(Boolean).length
  if (interrupted === 0 || interrupted > isInterrupted.length / 2) return taken
  const keep = (values: readonly number[]): number[] => values.filter((_value, i) => !isInterrupted[i])
  const { decompose, execute, verify, serialize } = taken.stages
  return {
    samples: keep(taken.samples),
    stages: {
      decompose: keep(decompose),
      execute: keep(execute),
      verify: keep(verify),
      serialize: keep(serialize),
    },
    interrupted,
  }
}
