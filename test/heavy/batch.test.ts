import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Answer, CommandBatchAnswer, Blueprint } from '../../src/index.ts'
import { contentOf } from '../property/samples.ts'
import { batches, meetings } from '../support/batches.ts'
import type { BatchSample } from '../support/batches.ts'
import { patchedCopy } from '../support/json-patch.ts'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000 })

const engine = createEngine()
const seen = { merged: 0, refused: 0, applied: 0 }

/** Several samples together: lists as long as of a night's work. */
const long = fc.array(fc.oneof(batches, meetings), { minLength: 3, maxLength: 6 })

function oneAfterTheOther({ document, commands }: BatchSample): { answers: Answer[]; last: Blueprint } {
  const single = createEngine()
  let last = JSON.parse(JSON.stringify(document)) as Blueprint
  const answers = commands.map((command) => {
    const answer = single.run(last, command)
    last = answer.blueprint
    return answer
  })
  return { answers, last }
}

function expectEqual(
  batch: CommandBatchAnswer,
  { answers, last }: ReturnType<typeof oneAfterTheOther>,
): void {
  expect(batch.json).toBe(JSON.stringify(last))
  expect(batch.answers).toHaveLength(answers.length)
  batch.answers.forEach((answer, i) =>
    expect(isDeepStrictEqual(contentOf(answer), contentOf(answers[i]!)), `command ${i}`).toBe(true),
  )
  seen.merged += batch.plan.groups.filter(({ mode }) => mode === 'merged').length
}

it('many documents at once, each with its list: what each gives by itself, in their order', () => {
  fc.assert(
    fc.property(long, (samples) => {
      // All commands of all lists, said of each document: many are rejected there.
      const jobs = samples.map(({ document, commands }, i) => ({
        blueprint: document,
        commands: [...commands, ...samples[(i + 1) % samples.length]!.commands],
      }))
      const all = engine.batchAll(jobs, { atomic: false })
      expect(all).toHaveLength(jobs.length)
      all.forEach((batch, i) => {
        const { blueprint, commands } = jobs[i]!
        expectEqual(batch, oneAfterTheOther({ document: blueprint, commands }))
        expect(JSON.stringify(patchedCopy(blueprint, batch.patches))).toBe(batch.json)
        expect(JSON.stringify(patchedCopy(batch.blueprint, batch.inverse))).toBe(JSON.stringify(blueprint))
      })
    }),
    { numRuns: Math.ceil(heavy.batches / 5) },
  )
})

it('all or nothing: every command has its verdict, and a failure leaves the very input', () => {
  fc.assert(
    fc.property(batches, (sample) => {
      const { answers, last } = oneAfterTheOther(sample)
      const failedAt = answers.findIndex(({ status }) => status !== 'applied')
      const batch = engine.batch(sample.document, sample.commands)
      seen[failedAt < 0 ? 'applied' : 'refused']++
      expect(batch.failedAt).toBe(failedAt)
      expect(batch.answers.map(({ status }) => status)).toEqual(answers.map(({ status }) => status))
      if (failedAt < 0) {
        expect(batch.json).toBe(JSON.stringify(last))
        return
      }
      expect(batch.blueprint).toBe(sample.document)
      expect([batch.patches, batch.inverse, batch.changed]).toEqual([[], [], []])
    }),
    { numRuns: heavy.batches },
  )
})

afterAll(() => {
  expect(seen.merged).toBeGreaterThan(heavy.batches / 10)
  expect(seen.applied).toBeGreaterThan(heavy.batches / 10)
  expect(seen.refused).toBeGreaterThan(heavy.batches / 10)
})
