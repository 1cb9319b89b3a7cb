import { createEngine } from '../../src/index.ts'
import type { CommandBatchAnswer, Engine, Issue, Session } from '../../src/index.ts'
import { attempt, isInternal, stagedSession, stateOf } from './inject.ts'
import type { Injected } from './inject.ts'
import { PlantedFault, withFault } from './plant.ts'
import type { Seam } from './plant.ts'
import { FOLLOW_UP, textOf } from './scenes.ts'
import type { Scene } from './scenes.ts'

/** What else can be asked of an engine or a session. */
export interface Other {
  readonly name: string
  /** What happens while a fault is planted. */
  readonly ask: (engine: Engine, session: Session, scene: Scene) => Said
  /** Whether it may throw: a way through the history, which has no answer to say it with. */
  readonly mayThrow: boolean
}

/** Read when the fault is gone. */
interface Said {
  readonly text: () => string
  /** It says that the engine failed. */
  readonly failed: () => boolean
}

function hasFailed({ issues, answers }: CommandBatchAnswer): boolean {
  return isInternal(issues) || answers.some((answer) => isInternal(answer.issues))
}

function issuesSaid(answer: { readonly issues: readonly Issue[] }): Said {
  return { text: () => JSON.stringify(answer), failed: () => isInternal(answer.issues) }
}

function travel(name: string, go: (session: Session) => unknown): Other {
  return {
    name,
    mayThrow: true,
    ask: (_engine, session) => {
      go(session)
      return { text: () => stateOf(session), failed: () => false }
    },
  }
}

export const others: readonly Other[] = [
  {
    name: 'a plan',
    mayThrow: false,
    ask: (engine, session, { command }) => issuesSaid(engine.plan(session.blueprint, command)),
  },
  {
    name: 'verifying',
    mayThrow: false,
    ask: (engine, session) => issuesSaid(engine.verify(session.blueprint)),
  },
  {
    name: 'a batch',
    mayThrow: false,
    ask: (engine, session, { command }) => {
      const commands = ['make the logo bold', 'make the cart link red', command, 'make the intro bold']
      const answer = engine.batch(session.blueprint, commands)
      return {
        text: () => JSON.stringify([answer.status, answer.json, answer.answers.map(textOf), answer.issues]),
        failed: () => hasFailed(answer),
      }
    },
  },
  travel('undo', (session) => session.undo()),
  travel('redo', (session) => session.redo()),
  travel('rollback', (session) => session.rollbackTo('here')),
  travel('switching branches', (session) => session.switchTo('main')),
]

/** Asks with a fault: what comes is right, or says that the engine failed; and afterwards all is as ever. */
export function injectIntoOther(other: Other, scene: Scene, seam: Seam, at: number): Injected {
  const expected = askedAfresh(other, scene)
  const engine = createEngine({ recovery: { internal: 'rollback' } })
  const session = stagedSession(scene, engine)
  const before = session.blueprint
  const text = JSON.stringify(before)
  const state = stateOf(session)
  const { calls, result } = withFault(seam, at, () => attempt(() => other.ask(engine, session, scene)))
  if (calls < at) return { isReached: false, isTold: false, broken: [] }
  const broken: string[] = []
  const say = (what: string): void =>
    void broken.push(`${other.name}, ${seam.name}, call ${at}, ${JSON.stringify(scene.command)}: ${what}`)
  const hasThrown = 'thrown' in result
  if (hasThrown && !(other.mayThrow && result.thrown instanceof PlantedFault))
    say(`throws ${String(result.thrown)}`)
  const isTold = hasThrown || result.value.failed()
  if (!isTold && result.value.text() !== expected.text) say('says something else')
  if (JSON.stringify(before) !== text) say('the input was changed')
  if ((hasThrown || !other.mayThrow) && stateOf(session) !== state) say('the session was changed')
  const later = attempt(() => {
    if (isTold && other.ask(engine, session, scene).text() !== expected.text) say('asked again it differs')
    if (textOf(session.run(FOLLOW_UP)) !== expected.next) say('the next command differs')
  })
  if ('thrown' in later) say(`afterwards it throws ${String(later.thrown)}`)
  return { isReached: true, isTold, broken }
}

interface Expected {
  readonly text: string
  readonly next: string
}

const known = new Map<Other, Map<Scene, Expected>>()

function askedAfresh(other: Other, scene: Scene): Expected {
  const byScene = known.get(other) ?? new Map<Scene, Expected>()
  known.set(other, byScene)
  const found = byScene.get(scene)
  if (found !== undefined) return found
  const engine = createEngine({ recovery: { internal: 'rollback' } })
  const session = stagedSession(scene, engine)
  const text = other.ask(engine, session, scene).text()
  const expected = { text, next: textOf(session.run(FOLLOW_UP)) }
  byScene.set(scene, expected)
  return expected
}
