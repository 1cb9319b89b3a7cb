import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/core/command/step.ts'
import type { Blueprint } from '../../../src/core/document/blueprint.ts'
import { commit } from '../../../src/core/document/change.ts'
import { DocumentIndex } from '../../../src/core/document/document-index.ts'
import { Transaction } from '../../../src/core/document/transaction.ts'
import { Execution } from '../../../src/core/execute/executor.ts'
import { newOverlaps, runSteps } from '../../support/sound-change.ts'
import { randomCommand } from './random-document.ts'

/** Steps that put things exactly where told, overlap or not. */
function mayOverlap(step: Step): boolean {
  return step.kind === 'shift' || step.kind === 'place-at' || step.kind === 'align' || step.kind === 'wrap'
}

describe('any steps on any document', () => {
  it('give a sound change, the same one each time', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const first = runSteps(document, steps)
        const second = runSteps(structuredClone(document), steps)
        expect(JSON.stringify(second.after)).toBe(JSON.stringify(first.after))
        expect(second.outcomes).toEqual(first.outcomes)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it('make no siblings overlap that did not', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        let present: Blueprint = document
        const index = new DocumentIndex(document)
        for (const step of steps) {
          const transaction = new Transaction(index)
          new Execution(transaction).run(step, 0)
          const { after } = commit(transaction)
          if (!mayOverlap(step)) expect(newOverlaps(present, after)).toEqual([])
          present = after
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it('leave everything as it was when rolled back', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const index = new DocumentIndex(document)
        const before = index.all().map((node) => [node.id, node.parent?.id, node.position, node.box])
        const transaction = new Transaction(index)
        const execution = new Execution(transaction)
        steps.forEach((step, i) => execution.run(step, i))
        transaction.rollback()
        expect(index.all().map((node) => [node.id, node.parent?.id, node.position, node.box])).toEqual(before)
        const change = commit(transaction)
        expect(change.after).toBe(document)
        expect(index.all().every((node) => node.edits === null && !node.isNew)).toBe(true)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})
