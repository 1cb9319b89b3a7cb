// Reading commands: alone, and what the intent cache saves of it.
import { makeDocument } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'
import type { Core } from '../core.ts'
import { standardSet } from '../standard-set.ts'
import { stepsCommand } from '../steps-command.ts'

const STEPS = [1, 2, 5, 20, 50] as const
const MAX_STEPS = 200
const commands = standardSet.map(({ command }) => command)

function prepareReading(core: Core, texts: readonly string[]): Prepared {
  for (const text of texts) {
    const { clauses, unread } = core.readCommand(text, MAX_STEPS)
    expectThat(clauses.length > 0 && unread.length === 0, `"${text}" to be read`)
  }
  const next = turn(texts)
  return {
    run: () => {
      core.readCommand(next(), MAX_STEPS)
      return undefined
    },
  }
}

function turn<T>(items: readonly T[]): () => T {
  let at = 0
  return () => {
    const item = items[at]!
    at = at + 1 === items.length ? 0 : at + 1
    return item
  }
}

const reading: readonly Scenario[] = [
  { name: 'decompose/read-standard@words', isQuick: true, prepare: (core) => prepareReading(core, commands) },
  ...STEPS.map((steps): Scenario => ({
    name: `decompose/read-${steps}-${steps === 1 ? 'step' : 'steps'}@words`,
    prepare: (core) => prepareReading(core, [stepsCommand(steps, 100)]),
  })),
]

/** The decompose stage of the standard set, reading and resolving, with and without the cache. */
const cached = (['flat', 'nested'] as const).flatMap((shape) =>
  ([20, 100, 1000, 10_000] as const).flatMap((size) =>
    (['warm', 'cold'] as const).map((state): Scenario => ({
      name: `decompose/${state}-cache-${shape}@${size}`,
      stage: 'decompose',
      prepare: (core) => {
        const engine = core.createEngine(state === 'cold' ? { intentCache: 0 } : {})
        const blueprint = makeDocument(size, shape)
        for (const command of commands) expectApplied(engine.run(blueprint, command), command)
        expectThat(
          engine.run(blueprint, commands[0]!).cache === (state === 'cold' ? 'off' : 'hit'),
          `the ${state} cache`,
        )
        const next = turn(commands)
        return { run: () => engine.run(blueprint, next()) }
      },
    })),
  ),
)

export const cacheScenarios: readonly Scenario[] = [...reading, ...cached]
