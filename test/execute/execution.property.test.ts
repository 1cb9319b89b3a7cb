import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { Execution } from '../../src/execute/executor.ts'
import { find, MAY_OVERLAP, newOverlaps, runSteps, siblingIds } from '../support/sound-change.ts'
import { randomCommand } from './random-document.ts'
import { runs } from '../support/amounts.ts'

describe('any steps on any document', () => {
  it('give a sound change, the same one each time', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const first = runSteps(document, steps)
        const second = runSteps(structuredClone(document), steps)
        expect(JSON.stringify(second.after)).toBe(JSON.stringify(first.after))
        expect(second.outcomes).toEqual(first.outcomes)
      }),
      { numRuns: runs(300) },
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
          if (!MAY_OVERLAP.has(step.kind)) expect(newOverlaps(present, after)).toEqual([])
          present = after
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it('do not depend on the order of their targets', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const [step] = steps
        if (step === undefined || !('targets' in step) || step.targets === undefined) return
        const turned = { ...step, targets: step.targets.toReversed() }
        expect(runSteps(document, [turned]).after).toEqual(runSteps(document, [step]).after)
      }),
      { numRuns: runs(300) },
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
      { numRuns: runs(1000) },
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
      { numRuns: runs(300) },
    )
  })
})
