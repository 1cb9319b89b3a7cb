// Five independent commands on one document: as a batch, and one after the other.
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import type { Core } from '../core.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'
import { stepsClauses } from '../steps-command.ts'

export const BATCH = 5

export function prepareSingleRuns(core: Core, size: number, shape: Shape): Prepared {
  const engine = core.createEngine()
  const blueprint = makeDocument(size, shape)
  const commands = stepsClauses(BATCH, size)
  const run = (): undefined => {
    let at = blueprint
    for (const command of commands) at = engine.run(at, command).blueprint
  }
  let at = blueprint
  for (const command of commands) {
    const answer = engine.run(at, command)
    expectApplied(answer, command)
    at = answer.blueprint
  }
  return { run }
}

export function prepareBatch(core: Core, size: number, shape: Shape): Prepared | string {
  const engine = core.createEngine()
  if (!('batch' in engine)) return 'this build has no batches'
  const blueprint = makeDocument(size, shape)
  const commands = stepsClauses(BATCH, size)
  const answer = engine.batch(blueprint, commands)
  expectThat(answer.status === 'applied' && answer.answers.length === BATCH, 'the batch to be applied')
  let at = blueprint
  for (const command of commands) at = engine.run(at, command).blueprint
  expectThat(answer.json === JSON.stringify(at), 'the document that single runs give')
  return {
    run: () => {
      engine.batch(blueprint, commands)
      return undefined
    },
  }
}

export const batchScenarios: readonly Scenario[] = (['flat', 'nested'] as const).flatMap((shape) =>
  ([20, 100, 1000, 10_000] as const).flatMap((size): Scenario[] => [
    { name: `total/batch-of-5-${shape}@${size}`, prepare: (core) => prepareBatch(core, size, shape) },
    { name: `total/5-single-runs-${shape}@${size}`, prepare: (core) => prepareSingleRuns(core, size, shape) },
  ]),
)
