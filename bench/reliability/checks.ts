import type { Answer, Blueprint } from '../../src/index.ts'
import type { Core } from '../core.ts'
import { cases, commands, documents } from './cases.ts'
import { Chance } from './chance.ts'

/** How often something was tried, and how often it was as it has to be. */
export interface Reliability {
  readonly what: string
  readonly tried: number
  readonly right: number
  /** Share that has to be right. */
  readonly least: number
}

const SESSIONS = 200
const STEPS = 8
const REPEATS = 4
const SEED = 20_261_121

/** States of random sessions, reached again by undo, redo and rollback. */
function rollback(core: Core): Reliability {
  const chance = new Chance(SEED)
  const engine = core.createEngine()
  let tried = 0
  let right = 0
  for (let i = 0; i < SESSIONS; i++) {
    const session = engine.session(chance.pick(documents))
    const states = [JSON.stringify(session.blueprint)]
    for (let step = 0; step < STEPS; step++) {
      const answer = session.run(chance.pick(commands))
      if (answer.patches.length > 0) states.push(JSON.stringify(session.blueprint))
    }
    const look = (at: number): void => {
      tried++
      if (JSON.stringify(session.blueprint) === states[at]) right++
    }
    for (let at = states.length - 2; at >= 0; at--) {
      session.undo()
      look(at)
    }
    for (let at = 1; at < states.length; at++) {
      session.redo()
      look(at)
    }
    for (let jump = 0; jump < STEPS; jump++) {
      const at = chance.below(states.length)
      session.rollbackTo(at)
      look(at)
    }
  }
  return { what: 'states reached again by undo, redo and rollback, to the byte', tried, right, least: 1 }
}

/** The same command with a warm cache, a new engine, no cache, and a document parsed from text. */
function determinism(core: Core): Reliability {
  const shared = core.createEngine()
  let tried = 0
  let right = 0
  for (const { blueprint, command } of cases) {
    const first = contentOf(shared.run(blueprint, command))
    const runs = [
      () => shared.run(blueprint, command),
      () => core.createEngine().run(blueprint, command),
      () => core.createEngine({ intentCache: 0 }).run(blueprint, command),
      () => core.createEngine().run(JSON.parse(JSON.stringify(blueprint)) as Blueprint, command),
    ]
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      for (const run of runs) {
        tried++
        if (contentOf(run()) === first) right++
      }
    }
  }
  return { what: 'runs repeated: warm, cold, without cache, from text', tried, right, least: 1 }
}

function contentOf({ status, delta, json, steps, issues }: Answer): string {
  return JSON.stringify([status, delta, json, steps, issues])
}

/** The input is as it was, the patches lead to the result and back, and the result is a valid document. */
function integrity(core: Core): Reliability {
  const engine = core.createEngine()
  let right = 0
  for (const { blueprint, command } of cases) {
    const before = JSON.stringify(blueprint)
    const { blueprint: after, json, patches, inverse } = engine.run(blueprint, command)
    const isExact =
      JSON.stringify(blueprint) === before &&
      JSON.stringify(after) === json &&
      JSON.stringify(core.applyPatch(blueprint, patches)) === json &&
      JSON.stringify(core.applyPatch(after, inverse)) === before
    const { issues } = core.createEngine().verify(JSON.parse(json) as Blueprint)
    if (isExact && issues.every(({ stage }) => stage !== 'input')) right++
  }
  const what = 'results whose input is untouched, whose patches are exact both ways, and that are valid'
  return { what, tried: cases.length, right, least: 1 }
}

/** Everything is counted with fixed seeds: the same build gives the same figures. */
export function measureReliability(core: Core): readonly Reliability[] {
  return [rollback(core), determinism(core), integrity(core)]
}
