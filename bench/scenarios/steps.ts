// Commands of 1 to 50 steps over sizes and shapes; what comes back is the delta or the whole document's text.
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied, expectThat, readThrough } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'
import { stepsCommand } from '../steps-command.ts'

const SHAPES: readonly Shape[] = ['flat', 'nested']
const SIZES = [20, 100, 1000, 10_000] as const
const STEPS = [1, 2, 5, 20, 50] as const

type Output = 'delta' | 'text'

function prepareSteps(core: Core, shape: Shape, size: number, steps: number, output: Output): Prepared {
  const engine = core.createEngine()
  const blueprint = makeDocument(size, shape)
  const command = stepsCommand(steps, size)
  const answer = engine.run(blueprint, command)
  expectApplied(answer, command)
  expectThat(answer.steps.length === steps, `${steps} steps, got ${answer.steps.length}`)
  expectThat(answer.json === JSON.stringify(answer.blueprint), 'the text of the resulting document')
  if (output === 'delta') return { run: () => engine.run(blueprint, command) }
  return {
    run: () => {
      const answer = engine.run(blueprint, command)
      readThrough(answer.json)
      return answer
    },
  }
}

const QUICK = new Set([
  '1-step-delta@20',
  '2-steps-delta@20',
  '1-step-delta@100',
  '2-steps-delta@100',
  '2-steps-text@100',
  '1-step-delta@10000',
  '50-steps-delta@100',
])

export const stepsScenarios: readonly Scenario[] = SHAPES.flatMap((shape) =>
  SIZES.flatMap((size) =>
    STEPS.flatMap((steps) =>
      (['delta', 'text'] as const).map((output): Scenario => {
        const name = `${steps}-${steps === 1 ? 'step' : 'steps'}-${output}`
        return {
          name: `total/${name}-${shape}@${size}`,
          isQuick: QUICK.has(`${name}@${size}`) && shape === 'nested',
          prepare: (core) => prepareSteps(core, shape, size, steps, output),
        }
      }),
    ),
  ),
)
