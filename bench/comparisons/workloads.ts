// What the compared pipelines are given to do.
import type { Core } from '../core.ts'
import { allOn, SwitchedPipeline } from '../baseline/switched-pipeline.ts'
import type { Job, Switches } from '../baseline/switched-pipeline.ts'
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectThat } from '../scenario.ts'
import type { Prepared } from '../scenario.ts'
import { standardSet } from '../standard-set.ts'
import { stepsClauses, stepsCommand } from '../steps-command.ts'

export interface Workload {
  readonly name: string
  readonly jobs: (size: number) => readonly Job[]
}

/** The ten commands, each on the same document; one run is all ten. */
export const tenCommands: Workload = {
  name: 'ten-commands',
  jobs: () => standardSet.map(({ command }) => ({ command, clauses: [command] })),
}

/** One command of so many clauses. */
export function manySteps(steps: number): Workload {
  return {
    name: `${steps}-steps`,
    jobs: (size) => [{ command: stepsCommand(steps, size), clauses: stepsClauses(steps, size) }],
  }
}

/** Runs a workload with some switches; every resulting document equals the optimised pipeline's to the byte. */
export function prepareSwitched(
  core: Core,
  switches: Switches,
  workload: Workload,
  size: number,
  shape: Shape,
): Prepared {
  const pipeline = new SwitchedPipeline(core, switches)
  const optimised = new SwitchedPipeline(core, allOn)
  const blueprint = makeDocument(size, shape)
  const jobs = workload.jobs(size)
  for (const job of jobs) {
    const { text } = pipeline.run(blueprint, job)
    expectThat(text !== JSON.stringify(blueprint), `"${job.command}" to change the document`)
    expectThat(
      text === optimised.run(blueprint, job).text,
      `the same document with and without the optimisations after "${job.command}"`,
    )
  }
  let deducted = 0
  return {
    run: () => {
      deducted = 0
      for (const job of jobs) {
        pipeline.run(blueprint, job)
        deducted += pipeline.deductedMicros
      }
      return undefined
    },
    deductMicros: () => deducted,
  }
}
