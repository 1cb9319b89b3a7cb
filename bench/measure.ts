import { Bench } from 'tinybench'
import type { Answer } from '../src/core/index.ts'
import type { Core } from './core.ts'
import type { Prepared, Scenario } from './scenario.ts'
import { summarize } from './summary.ts'
import type { Summary } from './summary.ts'

export const STAGES = ['decompose', 'execute', 'verify', 'serialize'] as const

export interface Measured {
  readonly name: string
  readonly total: Summary
  /** What the engine's own timers say; absent where no command runs. */
  readonly stages?: { readonly [Stage in (typeof STAGES)[number]]: Summary }
}

export interface Budget {
  readonly warmupMs: number
  readonly timeMs: number
}

export const fullBudget: Budget = { warmupMs: 400, timeMs: 1000 }
export const quickBudget: Budget = { warmupMs: 300, timeMs: 400 }

/** Measures one scenario; a text says why it cannot run here. */
export function measure(scenario: Scenario, core: Core, budget: Budget): Measured | string {
  const prepared = scenario.prepare(core)
  if (typeof prepared === 'string') return prepared
  const timeMs = scenario.timeMs ?? budget.timeMs
  const { samples, answers } = takeSamples(prepared, { warmupMs: Math.min(budget.warmupMs, timeMs), timeMs })
  const total = summarize(samples)
  if (answers.total.length === 0) return { name: scenario.name, total }
  const [decompose, execute, verify, serialize] = STAGES.map((stage) => summarize(answers[stage]))
  return {
    name: scenario.name,
    total,
    stages: { decompose: decompose!, execute: execute!, verify: verify!, serialize: serialize! },
  }
}

interface Samples {
  /** Microseconds, in the order they were taken. */
  readonly samples: number[]
  readonly answers: { readonly [Part in keyof Answer['timings']]: number[] }
}

/** One tinybench task; its samples are worked up here, since it gives no p95. */
function takeSamples(prepared: Prepared, { warmupMs, timeMs }: Budget): Samples {
  const answers = { decompose: [], execute: [], verify: [], serialize: [], total: [] } as Samples['answers']
  const bench = new Bench({
    time: timeMs,
    iterations: 20,
    warmupTime: warmupMs,
    warmupIterations: 5,
    retainSamples: true,
    throws: true,
  })
  let isTimed = false
  bench.add(
    'scenario',
    () => {
      const answer = prepared.run()
      if (answer === undefined || !isTimed) return
      const { timings } = answer
      answers.decompose.push(timings.decompose)
      answers.execute.push(timings.execute)
      answers.verify.push(timings.verify)
      answers.serialize.push(timings.serialize)
      answers.total.push(timings.total)
    },
    {
      async: false,
      beforeAll: (mode) => {
        isTimed = mode === 'run'
      },
      ...(prepared.before !== undefined && {
        beforeEach: () => {
          prepared.before!()
        },
      }),
    },
  )
  const [task] = bench.runSync()
  const result = task!.result
  if (result.state !== 'completed')
    throw new Error(`expected the measurement to complete, got ${result.state}`)
  return { samples: (result.latency.samples ?? []).map((ms) => ms * 1000), answers }
}
