import { expect, it, vi } from 'vitest'
import { makeDocument } from '../../bench/documents.ts'
import { Chance } from '../../bench/reliability/chance.ts'
import { commands } from '../../bench/reliability/cases.ts'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Session } from '../../src/index.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000 })

const SEED = 20_261_121
/** Commands, ways back and forth, names and branches of one session. */
const DEEDS = 60

/** What a session must be at each position of each branch, as texts: kept by copying, not by the history. */
class Recorder {
  readonly session: Session
  readonly #lines = new Map<string, string[]>()
  readonly #names = new Map<string, string>()
  #branches = 0
  branch = 'main'

  constructor(session: Session) {
    this.session = session
    this.#lines.set('main', [this.text])
  }

  get text(): string {
    return JSON.stringify(this.session.blueprint)
  }

  get states(): string[] {
    return this.#lines.get(this.branch)!
  }

  run(command: string): void {
    const { position } = this.session
    const { patches } = this.session.run(command)
    if (patches.length > 0) this.states.splice(position + 1, Infinity, this.text)
  }

  name(name: string): void {
    this.session.checkpoint(name)
    this.#names.set(name, this.text)
  }

  /** Begins a branch at a position of the current one. */
  begin(at: number): string {
    const states = this.states.slice(0, at + 1)
    this.branch = `branch ${++this.#branches}`
    this.session.branch(this.branch, at)
    this.#lines.set(this.branch, states)
    return states[at]!
  }

  switchTo(name: string): string {
    this.session.switchTo(name)
    this.branch = name
    return this.states[this.session.position]!
  }

  get branches(): string[] {
    return [...this.#lines.keys()]
  }

  /** A name that leads to a state of the current branch. */
  nameHere(): string | undefined {
    const kept = new Set(this.session.history.flatMap(({ name }) => (name === undefined ? [] : [name])))
    return [...this.#names.keys()].find((name) => kept.has(name))
  }

  named(name: string): string {
    return this.#names.get(name)!
  }
}

/** One random way through the history; gives the text that must be there then, null if nothing was gone. */
function travel(recorder: Recorder, chance: Chance): string | null {
  const { session } = recorder
  switch (chance.below(6)) {
    case 0:
      return session.undo() ? recorder.states[session.position]! : null
    case 1:
      return session.redo() ? recorder.states[session.position]! : null
    case 2:
    case 3: {
      const at = chance.below(recorder.states.length)
      session.rollbackTo(at)
      return recorder.states[at]!
    }
    case 4: {
      const name = recorder.nameHere()
      if (name === undefined) return null
      session.rollbackTo(name)
      return recorder.named(name)
    }
    default:
      if (recorder.branches.length < 6 && chance.below(2) === 0)
        return recorder.begin(chance.below(recorder.states.length))
      return recorder.switchTo(chance.pick(recorder.branches))
  }
}

it(`${heavy.rollbacks} ways back and forth lead to the very state that was there, to the byte`, () => {
  const chance = new Chance(SEED)
  const engine = createEngine()
  const documents = (['flat', 'nested'] as const).map((shape) => makeDocument(100, shape))
  let gone = 0
  let sessions = 0
  const visited = new Set<string>()
  while (gone < heavy.rollbacks) {
    sessions++
    const document = chance.pick(documents)
    const before = JSON.stringify(document)
    const recorder = new Recorder(engine.session(document))
    for (let i = 0; i < DEEDS; i++) {
      if (chance.below(3) === 0) recorder.run(chance.pick(commands))
      else if (chance.below(8) === 0) recorder.name(`name ${chance.below(4)}`)
      else {
        const expected = travel(recorder, chance)
        if (expected === null) continue
        expect(recorder.text).toBe(expected)
        visited.add(expected)
        gone++
      }
    }
    expect(JSON.stringify(document)).toBe(before)
    expectRevived(recorder)
  }
  expect(sessions).toBeGreaterThan(10)
  expect(visited.size).toBeGreaterThan(heavy.rollbacks / 20)
})

/** Written down and taken up by an engine that never saw it, the session has the same states. */
function expectRevived(recorder: Recorder): void {
  const taken = createEngine().sessionFromJSON(JSON.parse(JSON.stringify(recorder.session)))
  if (!taken.ok) throw new Error(taken.error[0]!.message)
  expect(JSON.stringify(taken.value.blueprint)).toBe(recorder.text)
  recorder.states.forEach((state, at) => {
    taken.value.rollbackTo(at)
    expect(JSON.stringify(taken.value.blueprint satisfies Blueprint)).toBe(state)
  })
}
