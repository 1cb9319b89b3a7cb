import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Step } from '../../../src/core/command/step.ts'
import type { Blueprint } from '../../../src/core/document/blueprint.ts'
import { commit } from '../../../src/core/document/change.ts'
import { DocumentIndex } from '../../../src/core/document/document-index.ts'
import { Transaction } from '../../../src/core/document/transaction.ts'
import { Execution } from '../../../src/core/execute/executor.ts'
import { find, newOverlaps, runSteps, siblingIds } from '../../support/sound-change.ts'
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
      { numRuns: 300 },
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
      { numRuns: 300 },
    )
  })

  it('do not depend on the order of their targets', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const [step] = steps
        if (step === undefined || !('targets' in step)) return
        const turned = { ...step, targets: step.targets.toReversed() }
        expect(runSteps(document, [turned]).after).toEqual(runSteps(document, [step]).after)
      }),
      { numRuns: 300 },
    )
  })

  it('agree in order and geometry after a move', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        for (const step of steps) {
          if (step.kind !== 'move' || (step.place.kind !== 'after' && step.place.kind !== 'before')) continue
          const { targets, place } = step
          const [id] = targets
          if (targets.length > 1 || typeof id !== 'string' || typeof place.anchor !== 'string') continue
          const { after, errors } = runSteps(document, [step])
          if (errors.length > 0) continue
          const [first, second] = place.kind === 'after' ? [place.anchor, id] : [id, place.anchor]
          const ids = siblingIds(after, id)
          expect(ids.indexOf(second) - ids.indexOf(first)).toBe(1)
          const [upper, lower] = [find(after, first).bbox, find(after, second).bbox]
          if (upper === undefined || lower === undefined) continue
          expect(lower[1] >= upper[1] + upper[3] - 1 || lower[0] >= upper[0] + upper[2] - 1).toBe(true)
        }
      }),
      { numRuns: 1000 },
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
      { numRuns: 300 },
    )
  })
})
