// The unoptimised pipeline and the engine side by side.
import type { Comparison, Variant } from '../alternate.ts'
import { allOff, allOn, SwitchedPipeline } from '../baseline/switched-pipeline.ts'
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { ENGINE, ONE_BATCH, SINGLE_RUNS, UNOPTIMISED, UNOPTIMISED_RUNS } from '../ratio-targets.ts'
import { prepareBatch, prepareSingleRuns, BATCH } from '../scenarios/batch.ts'
import type { Core } from '../core.ts'
import { expectThat } from '../scenario.ts'
import type { Prepared } from '../scenario.ts'
import { stepsClauses } from '../steps-command.ts'
import { manySteps, prepareSwitched, tenCommands } from './workloads.ts'
import type { Workload } from './workloads.ts'

const SHAPES: readonly Shape[] = ['flat', 'nested']

function against(workload: Workload, size: number, shape: Shape, isQuick = false): Comparison {
  const variant = (name: string, switches: typeof allOn): Variant => ({
    name,
    prepare: (core) => prepareSwitched(core, switches, workload, size, shape),
  })
  return {
    name: `baseline/${workload.name}-${shape}@${size}`,
    isQuick,
    variants: [variant(UNOPTIMISED, allOff), variant(ENGINE, allOn)],
  }
}

/** Five commands, each by the unoptimised pipeline on the result of the previous one. */
function prepareUnoptimisedRuns(core: Core, size: number, shape: Shape): Prepared {
  const pipeline = new SwitchedPipeline(core, allOff)
  const blueprint = makeDocument(size, shape)
  const jobs = stepsClauses(BATCH, size).map((command) => ({ command, clauses: [command] }))
  let deducted = 0
  const runAll = (): string => {
    let at = blueprint
    let text = ''
    deducted = 0
    for (const job of jobs) {
      ;({ blueprint: at, text } = pipeline.run(at, job))
      deducted += pipeline.deductedMicros
    }
    return text
  }
  const optimised = core.createEngine()
  let at = blueprint
  for (const { command } of jobs) at = optimised.run(at, command).blueprint
  expectThat(runAll() === JSON.stringify(at), 'the same document as from the engine')
  return {
    run: () => {
      runAll()
      return undefined
    },
    deductMicros: () => deducted,
  }
}

const batches = SHAPES.map((shape): Comparison => ({
  name: `baseline/batch-of-${BATCH}-${shape}@100`,
  variants: [
    { name: UNOPTIMISED_RUNS, prepare: (core) => prepareUnoptimisedRuns(core, 100, shape) },
    { name: SINGLE_RUNS, prepare: (core) => prepareSingleRuns(core, 100, shape) },
    { name: ONE_BATCH, prepare: (core) => prepareBatch(core, 100, shape) },
  ],
}))

export const baselineComparisons: readonly Comparison[] = [
  ...SHAPES.flatMap((shape) => [20, 100, 1000].map((size) => against(tenCommands, size, shape))),
  ...SHAPES.flatMap((shape) =>
    [5, 50].flatMap((steps) => [20, 100].map((size) => against(manySteps(steps), size, shape))),
  ),
  ...batches,
]
