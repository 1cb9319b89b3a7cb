// One command of every kind, on a nested document of 100 components; warm.
import { makeDocument } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Scenario } from '../scenario.ts'

const SIZE = 100

/** The kind of the step that a command becomes, and the command. */
const KINDS = {
  set: 'make the first card red',
  adjust: 'increase the font size of all texts',
  resize: 'make the first button larger',
  lightness: 'make the first card darker',
  shadow: 'add a shadow to the first card',
  pill: 'make the first button a pill',
  move: 'move the first card to the end',
  shift: 'move the first card right by 16px',
  align: 'align all buttons to center',
  swap: 'swap the first card and the second card',
  add: 'add a button that says "Go" below the first text',
  duplicate: 'duplicate the first card',
  delete: 'delete the first text',
  wrap: 'wrap the first text in a card',
  token: 'set the primary color to red',
} as const

export const kindScenarios: readonly Scenario[] = Object.entries(KINDS).map(([kind, command]) => ({
  name: `total/kind-${kind}@${SIZE}`,
  isQuick: true,
  prepare: (core) => {
    const engine = core.createEngine()
    const blueprint = makeDocument(SIZE, 'nested')
    const answer = engine.run(blueprint, command)
    expectApplied(answer, command)
    const kinds = answer.steps.flatMap(({ parameters }) => parameters.map((step) => step.kind))
    expectThat(
      kinds.includes(kind as (typeof kinds)[number]),
      `a step of the kind ${kind}, got ${kinds.join(', ')}`,
    )
    return { run: () => engine.run(blueprint, command) }
  },
}))
