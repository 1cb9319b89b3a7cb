// The standard set: the ten commands whose p95 is the build's hard line.
import type { Blueprint } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'
import { standardSet } from '../standard-set.ts'

const SHAPES: readonly Shape[] = ['flat', 'nested']

const commands = standardSet.map(({ command }) => command)

/** Each command on the same known document, one after the other; warm. */
function prepareKnown(core: Core, blueprint: Blueprint, wanted: readonly string[]): Prepared {
  const engine = core.createEngine()
  for (const command of wanted) expectApplied(engine.run(blueprint, command), command)
  let next = 0
  return {
    run: () => {
      const command = wanted[next]!
      next = next + 1 === wanted.length ? 0 : next + 1
      return engine.run(blueprint, command)
    },
  }
}

/** The result comes back in; after the last command the chain begins again at the first document. */
function prepareChain(core: Core, blueprint: Blueprint): Prepared {
  const engine = core.createEngine()
  let at = blueprint
  let next = 0
  const run: Prepared['run'] = () => {
    const answer = engine.run(at, commands[next]!)
    next++
    if (next === commands.length) {
      next = 0
      at = blueprint
    } else at = answer.blueprint
    return answer
  }
  for (const command of commands) expectApplied(run()!, command)
  return { run }
}

const pooled = SHAPES.flatMap((shape): Scenario[] => [
  {
    name: `total/standard-${shape}@20`,
    isQuick: true,
    prepare: (core) => prepareKnown(core, makeDocument(20, shape), commands),
  },
  {
    name: `total/standard-chain-${shape}@20`,
    isQuick: true,
    prepare: (core) => prepareChain(core, makeDocument(20, shape)),
  },
])

const single = standardSet.map(({ name, command }): Scenario => ({
  name: `total/standard-${name}@20`,
  prepare: (core) => prepareKnown(core, makeDocument(20, 'flat'), [command]),
}))

export const standardScenarios: readonly Scenario[] = [...pooled, ...single]
