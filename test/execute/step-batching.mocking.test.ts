import fc from 'fast-check'
import type * as immer from 'immer'
import { describe, expect, it, vi } from 'vitest'
import type { Step } from '../../src/command/step.ts'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { Execution } from '../../src/execute/executor.ts'
import { accessOf } from '../../src/execute/step-access.ts'
import { areTheSame } from '../../src/execute/step-batching.ts'
import { randomCommand } from './random-document.ts'
import { runs } from '../support/amounts.ts'

const drafts = vi.hoisted(() => ({ count: 0 }))

vi.mock('immer', async (load) => {
  const original = await load<typeof immer>()
  class Counting extends original.Immer {
    constructor(config: ConstructorParameters<typeof original.Immer>[0]) {
      super(config)
      const make = this.produceWithPatches as (...values: unknown[]) => unknown
      this.produceWithPatches = ((...values: unknown[]) => {
        drafts.count++
        return make(...values)
      }) as typeof this.produceWithPatches
    }
  }
  return { ...original, Immer: Counting }
})

/** The ids of a document, in order. */
function idsOf(document: Blueprint): string[] {
  return new DocumentIndex(document).all().map(({ id }) => id)
}

type MakeStep = (targets: string[], other: string) => Step

const LOOKS: readonly MakeStep[] = [
  (targets) => ({ kind: 'set', targets, property: 'background', value: 'navy' }),
  (targets) => ({ kind: 'set', targets, property: 'fontWeight', value: 'bold' }),
  (targets) => ({ kind: 'set', targets, property: 'text', value: 'Hello' }),
  (targets) => ({ kind: 'set', targets, property: 'shadow', value: null }),
  (targets) => ({ kind: 'set', targets, property: 'hidden', value: true }),
  (targets) => ({ kind: 'adjust', targets, property: 'fontSize', by: 2 }),
  (targets) => ({ kind: 'adjust', targets, property: 'padding', factor: 2 }),
  (targets) => ({ kind: 'lightness', targets, property: 'background', factor: 0.8 }),
  (targets) => ({ kind: 'shadow', targets, by: 1 }),
  (targets) => ({ kind: 'pill', targets }),
  (targets) => ({ kind: 'set', targets, property: 'borderWidth', value: 'much' }),
]

function takesAway(step: Step): boolean {
  return step.kind === 'set' && step.value === null
}

const OTHERS: readonly MakeStep[] = [
  (targets) => ({ kind: 'resize', targets, height: { kind: 'by', px: 12 } }),
  (targets) => ({ kind: 'delete', targets: targets.slice(0, 1) }),
  (targets, anchor) => ({ kind: 'move', targets: targets.slice(0, 1), place: { kind: 'after', anchor } }),
  (targets) => ({ kind: 'duplicate', targets: targets.slice(0, 1) }),
  (targets) => ({
    kind: 'wrap',
    targets: targets.slice(0, 1),
    container: { type: 'container' },
    each: false,
  }),
]

interface Sample {
  readonly document: Blueprint
  readonly steps: readonly Step[]
}

/** Steps in runs on the same few components; in a run each step has a list of its own, or they share one. */
function runsOf(makers: readonly MakeStep[]): fc.Arbitrary<Sample> {
  const run = fc.record({
    picks: fc.array(fc.nat(11), { minLength: 1, maxLength: 4 }),
    kinds: fc.array(fc.nat(makers.length - 1), { minLength: 1, maxLength: 5 }),
    isShared: fc.boolean(),
    other: fc.nat(11),
  })
  return fc
    .tuple(randomCommand, fc.array(run, { minLength: 1, maxLength: 3 }))
    .map(([{ document }, runs]) => {
      const ids = idsOf(document)
      const at = (i: number): string => ids[i % ids.length] ?? 'nobody'
      const steps = runs.flatMap(({ picks, kinds, isShared, other }) => {
        const targets = picks.map(at)
        return kinds.map((kind) => makers[kind]!(isShared ? targets : [...targets], at(other)))
      })
      return { document, steps }
    })
}

/** All steps in one command. */
function together({ document, steps }: Sample): {
  readonly after: Blueprint
  readonly done: readonly boolean[]
} {
  const transaction = new Transaction(new DocumentIndex(document))
  const execution = new Execution(transaction)
  const done = steps.map((step, i) => execution.run(step, i).ok)
  return { after: commit(transaction).after, done }
}

describe('steps in a row on the same components', () => {
  it('do what they do one by one in one transaction, where nothing is known of the step before', () => {
    fc.assert(
      fc.property(runsOf([...LOOKS, ...OTHERS]), (sample) => {
        const transaction = new Transaction(new DocumentIndex(sample.document))
        // Ids that the command deleted are not used again: only one execution knows which.
        fc.pre(
          !sample.steps.some(({ kind }) => kind === 'delete') ||
            !sample.steps.some(({ kind }) => kind === 'duplicate'),
        )
        const done = sample.steps.map((step, i) => new Execution(transaction).run(step, i).ok)
        const alone = commit(transaction)
        const { after, done: doneTogether } = together(sample)
        expect(doneTogether).toEqual(done)
        expect(JSON.stringify(after)).toBe(JSON.stringify(alone.after))
      }),
      { numRuns: runs(1000) },
    )
  })

  it('do what they do as commands of their own', () => {
    fc.assert(
      // One after the other, what takes away leaves an empty look behind where there was none.
      fc.property(runsOf(LOOKS.filter((make) => !takesAway(make([], '')))), (sample) => {
        let present = sample.document
        for (const step of sample.steps) {
          const transaction = new Transaction(new DocumentIndex(present))
          new Execution(transaction).run(step, 0)
          present = commit(transaction).after
        }
        expect(together(sample).after).toEqual(present)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('make one draft of a component, however many they are', () => {
    // Without a look: scalars in a look that is there are written without a draft.
    const document: Blueprint = { components: ['a', 'b', 'c'].map((id) => ({ id, type: 'button' })) }
    drafts.count = 0
    const steps = LOOKS.slice(0, 3).flatMap((make) => [make(['a', 'b'], ''), make(['a'], '')])
    const { after } = together({ document, steps })
    expect(drafts.count).toBe(2)
    expect(after.components[2]).toBe(document.components[2])
    expect(after.components[0]).toMatchObject({
      text: 'Hello',
      visual: { bg_color: '#000080', font_weight: 'bold' },
    })
  })
})

describe('the access of a step', () => {
  it('holds everything that the step writes', () => {
    fc.assert(
      fc.property(randomCommand, ({ document, steps }) => {
        const transaction = new Transaction(new DocumentIndex(document))
        for (const step of steps) {
          const from = transaction.savepoint()
          const { writes, targets } = accessOf(step)
          new Execution(transaction).run(step, 0)
          for (const record of transaction.log.slice(from)) {
            if (record.kind === 'box') expect(writes.boxes).toBe(true)
            else if (record.kind === 'token') expect(writes.tokens.length).toBeGreaterThan(0)
            else if (record.kind === 'type') expect(writes.anyone).toBe(true)
            else if (record.kind !== 'edit') expect(writes.order).toBe(true)
            // What a step makes gets all that it shall have.
            else if (!writes.order) {
              expect(writes.properties).toContain(record.name)
              if (!writes.anyone) expect(targets).toContain(record.node.id)
            }
          }
        }
      }),
      { numRuns: runs(1000) },
    )
  })
})

it('targets are the same when they name the same in the same order', () => {
  const made = { madeBy: 0 }
  expect(areTheSame(['a', made], ['a', made])).toBe(true)
  expect(areTheSame(['a', 'b'], ['b', 'a'])).toBe(false)
  expect(areTheSame(['a'], ['a', 'a'])).toBe(false)
  expect(areTheSame([{ madeBy: 0 }], [{ madeBy: 0 }])).toBe(false)
})
