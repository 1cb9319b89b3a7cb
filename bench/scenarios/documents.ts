// What a document costs beside a command: its first sight, and its verification, full and scoped.
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Scenario } from '../scenario.ts'

const SHAPES: readonly Shape[] = ['flat', 'nested']
const SIZES = [20, 100, 1000, 10_000] as const
const COMMAND = 'Make the first card red'

/** A document that the engine has never seen: validated in full, indexed, then the command. */
const firstSight = SHAPES.flatMap((shape) =>
  SIZES.map((size): Scenario => ({
    name: `total/first-sight-${shape}@${size}`,
    isQuick: shape === 'nested' && (size === 100 || size === 10_000),
    ...(size === 10_000 && { timeMs: 600 }),
    prepare: (core) => {
      const engine = core.createEngine()
      const original = makeDocument(size, shape)
      expectApplied(engine.run(original, COMMAND), COMMAND)
      let fresh = original
      return {
        before: () => {
          fresh = structuredClone(original)
        },
        run: () => engine.run(fresh, COMMAND),
      }
    },
  })),
)

const fullVerification = SHAPES.flatMap((shape) =>
  SIZES.map((size): Scenario => ({
    name: `verify/full-${shape}@${size}`,
    prepare: (core) => {
      const engine = core.createEngine()
      const blueprint = makeDocument(size, shape)
      expectThat(engine.verify(blueprint).issues.length === 0, 'a generated document without issues')
      return {
        run: () => {
          engine.verify(blueprint)
          return undefined
        },
      }
    },
  })),
)

/** What the change of one component's colour can affect. */
const scopedVerification = SHAPES.flatMap((shape) =>
  SIZES.map((size): Scenario => ({
    name: `verify/scoped-${shape}@${size}`,
    stage: 'verify',
    prepare: (core) => {
      const engine = core.createEngine()
      const blueprint = makeDocument(size, shape)
      expectApplied(engine.run(blueprint, COMMAND), COMMAND)
      return { run: () => engine.run(blueprint, COMMAND) }
    },
  })),
)

export const documentScenarios: readonly Scenario[] = [
  ...firstSight,
  ...fullVerification,
  ...scopedVerification,
]
