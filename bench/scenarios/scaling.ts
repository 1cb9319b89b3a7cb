// One component of ever larger documents: what is left that grows with the document.
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Scenario } from '../scenario.ts'

export const SCALING_SIZES = [20, 100, 1000, 10_000, 100_000] as const
export const SHAPES: readonly Shape[] = ['flat', 'nested']

export const scalingName = (shape: Shape, size: number): string => `total/one-edit-${shape}@${size}`

const TEXTS = ['Hello', 'Goodbye'] as const

/** A session-like chain: each command runs on the last result, on one component in the middle, and always changes it. */
export const scalingScenarios: readonly Scenario[] = SHAPES.flatMap((shape) =>
  SCALING_SIZES.map((size): Scenario => ({
    name: scalingName(shape, size),
    prepare: (core) => {
      const engine = core.createEngine()
      const texts = Math.floor(size / 5)
      const commands = TEXTS.map((text) => `change the text of #text_${Math.max(1, texts >> 1)} to '${text}'`)
      let at = makeDocument(size, shape)
      for (const command of commands) {
        const answer = engine.run(at, command)
        expectApplied(answer, command)
        expectThat(answer.patches.length === 1, 'one patch')
        at = answer.blueprint
      }
      let turn = 0
      return {
        run: () => {
          const answer = engine.run(at, commands[turn]!)
          turn = 1 - turn
          at = answer.blueprint
          return answer
        },
      }
    },
  })),
)
