// Going back and forth in a session's history.
import type { Session } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { makeDocument } from '../documents.ts'
import type { Shape } from '../documents.ts'
import { expectApplied, expectThat } from '../scenario.ts'
import type { Prepared, Scenario } from '../scenario.ts'
import { stepsClauses } from '../steps-command.ts'

const ROLLBACK = 10

interface Begun {
  readonly session: Session
  /** The text of the document after each step, the beginning first. */
  readonly texts: readonly string[]
}

function begin(core: Core, size: number, shape: Shape): Begun {
  const session = core.createEngine().session(makeDocument(size, shape))
  const texts = [JSON.stringify(session.blueprint)]
  for (const command of stepsClauses(ROLLBACK, size)) {
    expectApplied(session.run(command), command)
    texts.push(JSON.stringify(session.blueprint))
  }
  return { session, texts }
}

const prepareUndo = ({ session, texts }: Begun): Prepared => {
  session.undo()
  expectThat(JSON.stringify(session.blueprint) === texts.at(-2), 'the document before the last step')
  session.redo()
  expectThat(JSON.stringify(session.blueprint) === texts.at(-1), 'the document after the last step')
  return {
    before: () => {
      if (!session.canUndo || session.canRedo) session.redo()
    },
    run: () => {
      session.undo()
      return undefined
    },
  }
}

const prepareRedo = ({ session }: Begun): Prepared => ({
  before: () => {
    if (!session.canRedo) session.undo()
  },
  run: () => {
    session.redo()
    return undefined
  },
})

const prepareRollback = ({ session, texts }: Begun): Prepared => {
  session.rollbackTo(0)
  expectThat(JSON.stringify(session.blueprint) === texts[0], 'the first document')
  return {
    before: () => session.rollbackTo(ROLLBACK),
    run: () => {
      session.rollbackTo(0)
      return undefined
    },
  }
}

const WAYS = [
  { name: 'undo', prepare: prepareUndo },
  { name: 'redo', prepare: prepareRedo },
  { name: `rollback-${ROLLBACK}-steps`, prepare: prepareRollback },
] as const

export const sessionScenarios: readonly Scenario[] = WAYS.flatMap(({ name, prepare }) =>
  (['flat', 'nested'] as const).flatMap((shape) =>
    ([20, 100, 1000, 10_000] as const).map((size): Scenario => ({
      name: `session/${name}-${shape}@${size}`,
      prepare: (core) => prepare(begin(core, size, shape)),
    })),
  ),
)
