import { createEngine } from '../../src/index.ts'
import type { Answer, Engine, EngineOptions, Issue, Session } from '../../src/index.ts'
import { PlantedFault, withFault } from './plant.ts'
import type { Seam } from './plant.ts'
import { ALL_RULES, expectedOf, FOLLOW_UP, textOf, WARM_UP } from './scenes.ts'
import type { Scene } from './scenes.ts'

/** What came of one fault. */
export interface Injected {
  /** The method was called as often as that, so that the fault happened. */
  readonly isReached: boolean
  /** The answer says `internal`; where not, it is what it would have been without the fault. */
  readonly isTold: boolean
  /** What was not as it has to be; empty where all is well. */
  readonly broken: readonly string[]
}

export interface Setting {
  readonly options?: EngineOptions
  /** What runs the command while the fault is planted; default: the session. Where it was the engine, the session follows. */
  readonly by?: 'session' | 'engine'
}

/** A session that has come some way: steps, one of them undone, a named state, a branch. */
export function stagedSession(scene: Scene, engine: Engine): Session {
  const session = engine.session(scene.document())
  for (const command of WARM_UP) session.run(command)
  session.checkpoint('here', 1)
  session.branch('aside')
  for (const command of scene.undone) session.run(command)
  session.rollbackTo(session.position - scene.undone.length)
  return session
}

/** All of a session that can be seen from outside, as a text. */
export function stateOf(session: Session): string {
  const { position, canUndo, canRedo, branches, history, size } = session
  return JSON.stringify({ session, position, canUndo, canRedo, branches, history, size })
}

export function isInternal(issues: readonly Issue[]): boolean {
  return issues.some(({ code, message }) => code === 'internal' && message.includes('planted'))
}

/** Runs a scene's command with a fault, and looks whether anything but the answer has noticed. */
export function injectIntoRun(scene: Scene, seam: Seam, at: number, setting: Setting = {}): Injected {
  const engine = createEngine({ ...ALL_RULES, ...setting.options })
  const session = stagedSession(scene, engine)
  const before = session.blueprint
  const text = JSON.stringify(before)
  const state = stateOf(session)
  const [expected, expectedNext] = expectedOf(text, scene.command)
  const broken: string[] = []
  const runner = setting.by === 'engine' ? engine : null
  const { calls, result } = withFault(seam, at, () =>
    attempt(() => (runner === null ? session.run(scene.command) : runner.run(before, scene.command))),
  )
  if (calls < at) return { isReached: false, isTold: false, broken }
  const where = `${seam.name}, call ${at}, ${JSON.stringify(scene.command)}`
  const say = (what: string): void => void broken.push(`${where}: ${what}`)
  if ('thrown' in result) {
    say(`run throws ${String(result.thrown)}`)
    return { isReached: true, isTold: false, broken }
  }
  const answer = result.value
  const isTold = isInternal(answer.issues)
  if (JSON.stringify(before) !== text) say('the input was changed')
  if (isTold) {
    if (answer.status !== 'rejected' || answer.blueprint !== before) say('refused, yet changed')
    if (stateOf(session) !== state) say('the session was changed')
  } else {
    if (textOf(answer) !== expected) say(`another answer: ${answer.status}`)
    if (session.blueprint !== before) session.undo()
    if (JSON.stringify(session.blueprint) !== text) say('undo does not lead back')
  }
  lookAfterwards(session, scene, text, expected, expectedNext, say)
  return { isReached: true, isTold, broken }
}

/** The engine goes on as one that never saw the fault, and the history still leads back to the beginning. */
function lookAfterwards(
  session: Session,
  scene: Scene,
  text: string,
  expected: string,
  expectedNext: string,
  say: (what: string) => void,
): void {
  const later = attempt(() => {
    const position = session.position
    if (textOf(session.run(scene.command)) !== expected) say('the same command afterwards differs')
    if (textOf(session.run(FOLLOW_UP)) !== expectedNext) say('the next command differs')
    session.rollbackTo(position)
    if (JSON.stringify(session.blueprint) !== text) say('rollback afterwards differs')
    session.rollbackTo(0)
    if (JSON.stringify(session.blueprint) !== JSON.stringify(scene.document()))
      say('the beginning is another one')
    while (session.redo());
  })
  if ('thrown' in later) say(`afterwards it throws ${String(later.thrown)}`)
}

export type Attempt<T> = { readonly value: T } | { readonly thrown: unknown }

export function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { value: run() }
  } catch (thrown) {
    return { thrown }
  }
}

/** The text of an answer is made on first access: where that fails, reading it again gives it. */
export function injectIntoText(scene: Scene, seam: Seam, at: number): Injected {
  const engine = createEngine({ recovery: { internal: 'rollback' } })
  const session = stagedSession(scene, engine)
  const answer: Answer = session.run(scene.command)
  const wanted = JSON.stringify(answer.blueprint)
  const { calls, result } = withFault(seam, at, () => attempt(() => answer.json))
  if (calls < at) return { isReached: false, isTold: false, broken: [] }
  const broken: string[] = []
  if ('thrown' in result && !(result.thrown instanceof PlantedFault))
    broken.push(`${seam.name}, call ${at}: json throws ${String(result.thrown)}`)
  if ('value' in result && result.value !== wanted) broken.push(`${seam.name}, call ${at}: another text`)
  if (answer.json !== wanted) broken.push(`${seam.name}, call ${at}: the text read again differs`)
  return { isReached: true, isTold: 'thrown' in result, broken }
}
