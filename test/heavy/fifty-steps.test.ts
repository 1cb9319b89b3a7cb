import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { makeDocument } from '../../bench/documents.ts'
import { createEngine, TOKENS_ID } from '../../src/index.ts'
import type { Answer, Blueprint, Step } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { patchedCopy, unshared } from '../support/json-patch.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 600_000 })

const STEPS = 50
const engine = createEngine()

/** What can be said of a component by its id, all kinds of intents; each is done by itself, whatever was done before. */
const WISHES: readonly ((id: string, other: string, n: number) => string)[] = [
  (id, _, n) => `make #${id} ${['red', 'navy', 'teal', 'white'][n % 4]}`,
  (id) => `make #${id} bold`,
  (id, _, n) => `set the font size of #${id} to ${12 + (n % 20)}px`,
  (id) => `give #${id} a shadow`,
  (id) => `give #${id} a 2px solid red border`,
  (id, _, n) => `set the opacity of #${id} to ${50 + (n % 50)}%`,
  (id, _, n) => `change the text of #${id} to "Number ${n}"`,
  (id, _, n) => `make #${id} ${1 + (n % 9)}px taller`,
  (id) => `hide #${id}`,
  (id) => `show #${id}`,
  (id) => `make #${id} darker`,
  (id) => `make #${id} rounder`,
  (id, other) => `move #${id} below #${other}`,
  (id) => `duplicate #${id}`,
  (id, other) => `swap #${id} and #${other}`,
  (id) => `add a text "New" below #${id}`,
  (id) => `move #${id} to the top`,
  (_id, _other, n) => `set the primary color to ${['red', 'navy'][n % 2]}`,
]

interface Fifty {
  readonly document: Blueprint
  readonly clauses: readonly string[]
}

const pick = fc.record({ wish: fc.nat(WISHES.length - 1), a: fc.nat(999), b: fc.nat(999), n: fc.nat(99) })
const fifty: fc.Arbitrary<Fifty> = fc
  .record({
    size: fc.constantFrom(60, 100, 200),
    shape: fc.constantFrom('flat', 'nested'),
    picks: fc.array(pick, { minLength: STEPS, maxLength: STEPS }),
  })
  .map(({ size, shape, picks }) => {
    const document = unshared(makeDocument(size, shape))
    // Leaves: a place below or above something in itself is none.
    const ids = allOf(document).flatMap(({ id, children }) => (children === undefined ? [id] : []))
    const clauses = picks.map(({ wish, a, b, n }) => {
      const [one, other] = [ids[a % ids.length]!, ids[b % ids.length]!]
      return WISHES[wish]!(one, one === other ? ids[(b + 1) % ids.length]! : other, n)
    })
    return { document, clauses }
  })

const seen = { applied: 0, refused: 0 }

/** Exact patches and inverse, a proven scope, a valid result. */
function expectSound(document: Blueprint, command: string | readonly Step[]): Answer {
  const before = JSON.stringify(document)
  const answer = engine.run(document, command)
  const { blueprint, json, patches, inverse, changed, status } = answer
  expect(JSON.stringify(document)).toBe(before)
  expect(json).toBe(JSON.stringify(blueprint))
  expect(JSON.stringify(patchedCopy(document, patches))).toBe(json)
  expect(JSON.stringify(patchedCopy(blueprint, inverse))).toBe(before)
  seen[status === 'applied' ? 'applied' : 'refused']++
  const told = new Set(changed.map(({ id }) => id))
  const after = new Map(allOf(blueprint).map((component) => [component.id, component]))
  for (const component of allOf(document)) {
    const { children } = component
    if (told.has(component.id) || (children !== undefined && children.length > 0)) continue
    expect(after.get(component.id) === component, `#${component.id} was changed`).toBe(true)
  }
  if (!told.has(TOKENS_ID)) expect(blueprint.tokens).toBe(document.tokens)
  const fresh = createEngine().verify(JSON.parse(json) as Blueprint)
  expect(fresh.issues.filter(({ stage }) => stage === 'input')).toEqual([])
  return answer
}

it('fifty steps as one command do what they do one after the other', () => {
  fc.assert(
    fc.property(fifty, ({ document, clauses }) => {
      const answer = expectSound(document, clauses.join(', then '))
      let last = document
      let failed = false
      for (const clause of clauses) {
        const one = engine.run(last, clause)
        failed ||= one.status !== 'applied'
        last = one.blueprint
      }
      // A step that makes something worse may be fixed by a later one: then only the whole is applied.
      if (answer.status === 'applied' && !failed)
        expect(contentOf(answer.json)).toEqual(contentOf(JSON.stringify(last)))
      if (answer.status !== 'applied') expect(failed, answer.issues[0]?.message).toBe(true)
      else expect(answer.steps).toHaveLength(STEPS)
    }),
    { numRuns: heavy.fiftySteps },
  )
})

/** What is the same whatever ids new components were given. */
function contentOf(json: string): unknown {
  return JSON.parse(json)
}

it('fifty steps as data do what the sentence did, and undo takes them back at once', () => {
  fc.assert(
    fc.property(fifty, ({ document, clauses }) => {
      const said = engine.run(document, clauses.join(', then '))
      if (said.status !== 'applied') return
      const steps = said.steps.flatMap(({ parameters }) => parameters)
      const sent = JSON.parse(JSON.stringify(steps)) as Step[]
      const answer = expectSound(document, sent)
      expect({ status: answer.status, json: answer.json }).toEqual({ status: 'applied', json: said.json })
      const session = engine.session(document)
      session.run(sent)
      expect(session.position).toBe(1)
      session.undo()
      expect(JSON.stringify(session.blueprint)).toBe(JSON.stringify(document))
    }),
    { numRuns: heavy.fiftySteps },
  )
})

afterAll(() => {
  expect(seen.applied).toBeGreaterThan(heavy.fiftySteps)
})
