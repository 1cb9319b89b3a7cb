import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, CommandBatchAnswer, Blueprint } from '../../src/index.ts'
import { batches, meetings } from '../support/batches.ts'
import type { BatchSample } from '../support/batches.ts'
import { patchedCopy } from '../support/json-patch.ts'
import { contentOf } from './samples.ts'
import { runs } from '../support/amounts.ts'

vi.setConfig({ testTimeout: 240_000 })

const engine = createEngine()
const RUNS = { numRuns: runs(1000) }

/** The commands one after the other, with another engine; those that are rejected change nothing. */
function inSequence(
  document: Blueprint,
  commands: BatchSample['commands'],
): { answers: Answer[]; last: Blueprint } {
  const single = createEngine()
  let last = structuredClone(document)
  const answers = commands.map((command) => {
    const answer = single.run(last, command)
    last = answer.blueprint
    return answer
  })
  return { answers, last }
}

/** What an answer says without working anything out again. */
function verdictOf({ status, steps, issues, confidence }: Answer): unknown {
  return { status, steps, issues, confidence }
}

const seen = { merged: 0, alone: 0, inMerged: 0, warnings: 0 }

function count({ plan, answers }: CommandBatchAnswer): void {
  for (const { mode, commands } of plan.groups) {
    seen[mode]++
    if (mode === 'merged') {
      seen.inMerged += commands.length
      for (const position of commands)
        seen.warnings += answers[position]!.issues.filter(({ severity }) => severity === 'warning').length
    }
  }
}

it.each([
  ['any commands', batches],
  ['commands that meet', meetings],
])('a batch of %s gives what they give one after the other: the document, and each answer', (_, samples) => {
  fc.assert(
    fc.property(samples, ({ document, commands }) => {
      const { answers, last } = inSequence(document, commands)
      const batch = engine.batch(document, commands, { atomic: false })
      expect(batch.json).toBe(JSON.stringify(last))
      expect(batch.answers.map(verdictOf)).toEqual(answers.map(verdictOf))
      batch.answers.forEach((answer, i) => {
        expect(isDeepStrictEqual(contentOf(answer), contentOf(answers[i]!))).toBe(true)
      })
      count(batch)
    }),
    RUNS,
  )
})

it('its patches and inverse are exact, its input is untouched', () => {
  fc.assert(
    fc.property(batches, ({ document, commands }) => {
      const text = JSON.stringify(document)
      const { blueprint, json, patches, inverse, changed, delta, status } = engine.batch(document, commands, {
        atomic: false,
      })
      expect(JSON.stringify(patchedCopy(document, patches))).toBe(json)
      expect(JSON.stringify(patchedCopy(blueprint, inverse))).toBe(text)
      expect(JSON.stringify(document)).toBe(text)
      expect(JSON.parse(delta)).toEqual(JSON.parse(JSON.stringify({ patches, changed, status })))
      expect(new Set(changed.map(({ id }) => id)).size).toBe(changed.length)
      if (patches.length === 0) expect(blueprint).toBe(document)
    }),
    RUNS,
  )
})

it('all or nothing: a failure leaves the very input, and each command its verdict', () => {
  fc.assert(
    fc.property(batches, ({ document, commands }) => {
      const each = engine.batch(document, commands, { atomic: false })
      const all = engine.batch(document, commands)
      expect(all.answers.map(verdictOf)).toEqual(each.answers.map(verdictOf))
      const failedAt = each.answers.findIndex(({ status }) => status !== 'applied')
      expect(all.failedAt).toBe(failedAt)
      if (failedAt < 0) {
        expect({ status: all.status, json: all.json }).toEqual({ status: 'applied', json: each.json })
        return
      }
      expect(all.blueprint).toBe(document)
      expect({ ...all }).toMatchObject({ status: 'rejected', patches: [], inverse: [], changed: [] })
    }),
    RUNS,
  )
})

it('how a list is cut into batches makes no difference', () => {
  fc.assert(
    fc.property(batches, fc.nat(8), ({ document, commands }, cut) => {
      const whole = engine.batch(document, commands, { atomic: false })
      const first = engine.batch(document, commands.slice(0, cut), { atomic: false })
      const second = engine.batch(first.blueprint, commands.slice(cut), { atomic: false })
      expect(second.json).toBe(whole.json)
      expect([...first.answers, ...second.answers].map(verdictOf)).toEqual(whole.answers.map(verdictOf))
    }),
    RUNS,
  )
})

it('the plan names every command once, and says why groups are apart', () => {
  fc.assert(
    fc.property(batches, fc.constantFrom('given', 'safe'), ({ document, commands }, order) => {
      const { plan } = engine.batch(document, commands, { atomic: false, order })
      const order_ = plan.groups.flatMap((group) => group.commands)
      expect(order_.toSorted((a, b) => a - b)).toEqual(commands.map((_, i) => i))
      if (order === 'given') expect(order_).toEqual(commands.map((_, i) => i))
      plan.groups.forEach(({ mode, apart, commands: members }, i) => {
        expect(mode).toBe(members.length > 1 ? 'merged' : 'alone')
        if (i === 0) expect(apart).toBeNull()
        else expect(apart).toMatch(/\w/)
      })
      const places = new Map(order_.map((position, place) => [position, place]))
      for (const { command, on } of plan.dependencies)
        expect(places.get(on)!).toBeLessThan(places.get(command)!)
    }),
    RUNS,
  )
})

afterAll(() => {
  // The properties would say little if hardly anything were merged, or nothing were found out about merged commands.
  expect(seen.merged).toBeGreaterThan(200)
  expect(seen.alone).toBeGreaterThan(200)
  expect(seen.warnings).toBeGreaterThan(20)
})
