import { isDeepStrictEqual } from 'node:util'
import { expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { patchedCopy } from '../support/json-patch.ts'
import { contentOf, forChains } from './samples.ts'

// A thousand chains are some seconds' work, or many on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const engine = createEngine()

const PRONOUN = /\b(?:it|its|them|their|this|that|these|those|same)\b/i

it('undo, redo and rollback bring back each state of a session to the byte', () => {
  forChains((document, next) => {
    const session = engine.session(document)
    const states = [JSON.stringify(document)]
    for (const say of next) {
      const answer = session.run(say(session.blueprint))
      if (answer.patches.length > 0) states.push(answer.json)
      expect(JSON.stringify(session.blueprint)).toBe(states.at(-1))
    }
    expect(session.history).toHaveLength(states.length - 1)
    for (let i = states.length - 2; i >= 0; i--) {
      expect(session.undo()).toBe(true)
      expect(JSON.stringify(session.blueprint)).toBe(states[i])
    }
    expect(session.undo()).toBe(false)
    for (const state of states.slice(1)) {
      expect(session.redo()).toBe(true)
      expect(JSON.stringify(session.blueprint)).toBe(state)
    }
    expect(session.redo()).toBe(false)
    for (const i of [0, states.length - 1, states.length >> 1]) {
      session.rollbackTo(i)
      expect(JSON.stringify(session.blueprint)).toBe(states[i])
    }
    expect(JSON.stringify(document)).toBe(states[0])
  })
})

it('after going back, a command does what it does on a document never seen', () => {
  forChains((document, next) => {
    const session = engine.session(document)
    for (const say of next) session.run(say(session.blueprint))
    session.rollbackTo(session.history.length >> 1)
    const command = next[0]!(session.blueprint)
    // A session knows what was spoken of: "it" is a question to whoever has heard nothing.
    if (PRONOUN.test(command)) return
    const copy = structuredClone(session.blueprint)
    expect(
      isDeepStrictEqual(contentOf(session.run(command)), contentOf(createEngine().run(copy, command))),
    ).toBe(true)
  })
})

it('a chain of commands gives the same with one engine, with a new one for each, and from the texts alone', () => {
  forChains((document, next) => {
    const roots: [Blueprint, Blueprint] = [document, document]
    for (const say of next) {
      const command = say(roots[0])
      const one = engine.run(roots[0], command)
      const other = createEngine().run(roots[1], command)
      expect(isDeepStrictEqual(contentOf(other), contentOf(one))).toBe(true)
      const fromText = createEngine().run(JSON.parse(JSON.stringify(roots[0])) as Blueprint, command)
      expect([fromText.status, fromText.json, fromText.delta]).toEqual([one.status, one.json, one.delta])
      roots[0] = one.blueprint
      roots[1] = other.blueprint
    }
  })
})

it('older versions of a document can be used at any time', () => {
  forChains((document, next) => {
    const versions = [document]
    const commands = next.map((say) => say(document))
    for (const command of commands) versions.push(engine.run(versions.at(-1)!, command).blueprint)
    for (const version of versions) {
      const known = engine.run(version, commands[0]!)
      const fresh = createEngine().run(structuredClone(version), commands[0]!)
      expect(isDeepStrictEqual(contentOf(known), contentOf(fresh))).toBe(true)
    }
  })
})

it('a batch is the commands one after the other', () => {
  forChains((document, next) => {
    const commands = next.map((say) => say(document))
    let sequence = document
    for (const command of commands) sequence = engine.run(sequence, command).blueprint
    const { json, patches, inverse, blueprint } = engine.batch(document, commands, { atomic: false })
    expect(json).toBe(JSON.stringify(sequence))
    expect(JSON.stringify(patchedCopy(document, patches))).toBe(json)
    expect(JSON.stringify(patchedCopy(blueprint, inverse))).toBe(JSON.stringify(document))
  })
})
