import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Session, SessionOptions } from '../../src/index.ts'
import { commands, say } from '../support/commands.ts'
import { allOf, documents } from '../support/documents.ts'
import { SessionModel } from './session-model.ts'
import { runs } from '../support/amounts.ts'

vi.setConfig({ testTimeout: 120_000 })

const NAMES = ['a', 'b', '__proto__', 'constructor'] as const
const COLORS = ['red', '#00FF00', 'navy', '#12345678'] as const
const name = fc.constantFrom(...NAMES)
/** A step of the history, mostly one that is there. */
const step = fc.integer({ min: -1, max: 7 })
/** Any command, or one that nearly always does something. */
const command = fc.oneof(
  { weight: 1, arbitrary: commands.map((draft) => (document: Blueprint) => say(draft, document)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(20), fc.nat(COLORS.length - 1))
      .map(([pick, color]) => (document: Blueprint) => {
        const all = allOf(document)
        return all.length === 0 ? '' : `make #${all[pick % all.length]!.id} ${COLORS[color]}`
      }),
  },
)

/** One thing to do with a session. */
const operation = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('run'), command }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'redo', 'json') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('checkpoint'), name, step }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rollback'), to: fc.oneof(step, name) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('branch'), name, to: fc.oneof(step, name) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('switch', 'remove'), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), step }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(step, fc.integer({ min: -1, max: 3 }))
      .map(([from, length]) => ({ kind: 'squash' as const, from, to: from + length })),
  },
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** The session written down and taken up by an engine that never saw it. */
function revived(session: Session, options: SessionOptions): Session {
  const taken = createEngine().sessionFromJSON(JSON.parse(JSON.stringify(session)), options)
  if (!taken.ok) throw new Error(JSON.stringify(taken.error))
  return taken.value
}

function isRefused(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError)
    return true
  }
}

/** Does it with the session: whether it was rejected, and the session to go on with. */
function act(
  session: Session,
  operation: Operation,
  options: SessionOptions,
): { readonly session: Session; readonly isRefused: boolean } {
  const attempt = (go: () => unknown): { session: Session; isRefused: boolean } => ({
    session,
    isRefused: isRefused(go),
  })
  switch (operation.kind) {
    case 'run':
      return {
        session,
        isRefused: session.run(operation.command(session.blueprint)).patches.length === 0,
      }
    case 'undo':
      return { session, isRefused: !session.undo() }
    case 'redo':
      return { session, isRefused: !session.redo() }
    case 'json':
      return { session: revived(session, options), isRefused: false }
    case 'checkpoint':
      return attempt(() => session.checkpoint(operation.name, operation.step))
    case 'rollback':
      return attempt(() => session.rollbackTo(operation.to))
    case 'branch':
      return attempt(() => session.branch(operation.name, operation.to))
    case 'switch':
      return attempt(() => session.switchTo(operation.name))
    case 'remove':
      return attempt(() => session.removeBranch(operation.name))
    case 'rename':
      return attempt(() => session.rename(operation.step, 'other words'))
    case 'squash':
      return attempt(() => session.squash(operation.from, operation.to))
  }
}

/** Does it with the model, with what a command made of the document; returns whether it was rejected. */
function mirror(model: SessionModel, operation: Exclude<Operation, { readonly kind: 'run' }>): boolean {
  switch (operation.kind) {
    case 'undo':
      return !model.rollbackTo(model.position - 1)
    case 'redo':
      return !model.rollbackTo(model.position + 1)
    case 'json':
      return false
    case 'checkpoint':
      return !model.checkpoint(operation.name, operation.step)
    case 'rollback':
      return typeof operation.to === 'string'
        ? !model.rollbackToName(operation.to)
        : !model.rollbackTo(operation.to)
    case 'branch':
      return !model.branch(operation.name, operation.to)
    case 'switch':
      return !model.switchTo(operation.name)
    case 'remove':
      return !model.removeBranch(operation.name)
    case 'rename':
      return !model.rename(operation.step, 'other words')
    case 'squash':
      return !model.squash(operation.from, operation.to)
  }
}

/** Does the same with both: what one refuses, the other has to refuse as well. Returns the session to go on with. */
function perform(
  session: Session,
  model: SessionModel,
  operation: Operation,
  options: SessionOptions,
): Session {
  const label = operation.kind === 'run' ? operation.command(session.blueprint) : ''
  const done = act(session, operation, options)
  if (operation.kind !== 'run') expect(done.isRefused).toBe(mirror(model, operation))
  else if (!done.isRefused) model.push(label, JSON.stringify(session.blueprint))
  return done.session
}

const chains = fc.array(operation, { minLength: 1, maxLength: 30, size: 'max' })

it('any chain of operations leaves what a model with whole copies has', () => {
  fc.assert(
    fc.property(documents, chains, (document, operations) => {
      let session = createEngine().session(document)
      const model = new SessionModel(JSON.stringify(document))
      for (const operation of operations) {
        session = perform(session, model, operation, {})
        expect(JSON.stringify(session.blueprint)).toBe(model.text)
        expect(session.history).toEqual(model.history)
        expect(session.branches).toEqual(model.branches)
        expect([session.position, session.canUndo, session.canRedo]).toEqual([
          model.position,
          model.position > 0,
          model.position < model.length,
        ])
      }
      for (const branch of session.branches) {
        session.switchTo(branch.name)
        model.switchTo(branch.name)
        for (let i = 0; i <= branch.steps; i++) {
          session.rollbackTo(i)
          expect(JSON.stringify(session.blueprint)).toBe(model.textAt(i))
        }
      }
    }),
    { numRuns: runs(300) },
  )
})

it('a bounded history keeps to its bounds, says what it dropped, and what it has is right', () => {
  let dropped = 0
  let lost = 0
  fc.assert(
    fc.property(documents, chains, fc.constantFrom(1, 2, 3, 5), (document, operations, maxEntries) => {
      const options = { history: { maxEntries } }
      let session = createEngine().session(document, options)
      const model = new SessionModel(JSON.stringify(document))
      for (const operation of operations) {
        // What the bound has dropped is rejected here and not by the model: only what both can do is done.
        if (operation.kind !== 'run' && operation.kind !== 'undo' && operation.kind !== 'redo') {
          if (operation.kind !== 'json') continue
          session = revived(session, options)
        } else if (operation.kind === 'undo' ? session.canUndo : true)
          session = perform(session, model, operation, options)
        expect(JSON.stringify(session.blueprint)).toBe(model.text)
        expect(session.size.entries).toBeLessThanOrEqual(maxEntries)
        expect(session.size.dropped + session.history.length).toBe(model.length)
      }
      for (const { step, applied } of session.history) {
        expect(applied).toBe(step <= model.position)
        session.rollbackTo(step)
        expect(JSON.stringify(session.blueprint)).toBe(model.textAt(step))
      }
      if (session.size.dropped > 0) {
        dropped++
        expect(isRefused(() => session.rollbackTo(session.size.dropped - 1))).toBe(true)
        session.rollbackTo(session.size.dropped)
        expect(JSON.stringify(session.blueprint)).toBe(model.textAt(session.size.dropped))
      }
      lost += session.size.droppedBranches.length
    }),
    { numRuns: runs(300) },
  )
  expect(dropped).toBeGreaterThan(20)
  expect(lost).toBe(0)
})

it('with branches and bounds, every state that can be reached is one that was', () => {
  let lost = 0
  fc.assert(
    fc.property(documents, chains, fc.constantFrom(2, 3), (document, operations, maxEntries) => {
      const options = { history: { maxEntries } }
      let session = createEngine().session(document, options)
      const seen = new Set([JSON.stringify(document)])
      for (const operation of operations) {
        const before = JSON.stringify(session.blueprint)
        const done = act(session, operation, options)
        session = done.session
        if (operation.kind !== 'run') expect(seen.has(JSON.stringify(session.blueprint))).toBe(true)
        if (done.isRefused) expect(JSON.stringify(session.blueprint)).toBe(before)
        seen.add(JSON.stringify(session.blueprint))
        expect(session.size.entries).toBeLessThanOrEqual(maxEntries)
      }
      for (const { name } of session.branches) {
        session.switchTo(name)
        expect(seen.has(JSON.stringify(session.blueprint))).toBe(true)
        for (const { step } of session.history) {
          session.rollbackTo(step)
          expect(seen.has(JSON.stringify(session.blueprint))).toBe(true)
        }
      }
      lost += session.size.droppedBranches.length
    }),
    { numRuns: runs(300) },
  )
  expect(lost).toBeGreaterThan(5)
})
