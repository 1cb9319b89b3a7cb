// Changes that others have to make room for: their cost follows what is pushed, and what has to be looked at to know it.
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Scenario } from '../scenario.ts'

const PUSH_SIZES = [20, 100, 1000, 10_000] as const
const SHAPES: readonly Shape[] = ['flat', 'nested']

export const PUSHES = [
  /** Everything below it moves. */
  { name: 'push-all', command: 'make the first card 50px taller' },
  /** Next to nothing moves; all siblings are looked at. */
  { name: 'push-last', command: 'make the last card 50px taller' },
  /** Nothing moves; the order of the document changes. */
  { name: 'delete-first', command: 'delete the first card' },
] as const

export const pushName = (name: string, shape: Shape, size: number): string => `total/${name}-${shape}@${size}`

export const pushScenarios: readonly Scenario[] = PUSHES.flatMap(({ name, command }) =>
  SHAPES.flatMap((shape) =>
    PUSH_SIZES.map((size): Scenario => ({
      name: pushName(name, shape, size),
      prepare: (core) => {
        const engine = core.createEngine()
        const blueprint = makeDocument(size, shape)
        const answer = engine.run(blueprint, command)
        expectApplied(answer, command)
        expectThat(
          JSON.stringify(core.applyPatch(answer.blueprint, answer.inverse)) === JSON.stringify(blueprint),
          'the document to come back by the inverse',
        )
        return { run: () => engine.run(blueprint, command) }
      },
    })),
  ),
)
