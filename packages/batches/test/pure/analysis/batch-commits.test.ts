import { describe, expect, test } from 'vitest'
import { commitsOfBatch } from '../../../src/pure/analysis/batch-commits.ts'
import type { Commit } from '../../../src/pure/analysis/batch-commits.ts'
import { workSeconds } from '../../../src/pure/analysis/work-time.ts'

let count = 0
function commit(message: string, change: Partial<Commit> = {}): Commit {
  count += 1
  const hash = `${count.toString(16).padStart(7, '0')}${'0'.repeat(33)}`
  return { hash, authoredMs: count * 1000, author: 'a@example', message, addedFiles: [], ...change }
}

const isOfBatch47 = (message: string) => commitsOfBatch([commit(message)], '47').length === 1

describe('a commit belongs to a batch', () => {
  test.each([
    'PRP-47.2.1: add analyzer',
    'feat(prp-47.2.1): add analyzer',
    'Add analyzer (PRP-47.2.1).',
    'Add analyzer\n\nWork-Item: PRP-47.2.1',
    'Plan\n\nBatch: 47',
    'Plan\n\nBatch-Id: 47',
    'Start batch 47',
    'Start batch-47, stage 1',
    'PRP-47: plan',
    'Merge PRP-47.1.1, PRP-47.2.1',
  ])('%j', (message) => {
    expect(isOfBatch47(message)).toBe(true)
  })

  test.each([
    'PRP-147.2.1: something else',
    'PRP-4.7.2: something else',
    'PRP-470.1.1',
    'PRP-47.2.1.5 is no id',
    'XPRP-47.2.1',
    'PRP-47-2 is another form',
    'batch 470',
    'rebatch-47',
    'Upgrade to 47.2.1',
    'Close #47',
    'PRP-'.repeat(20_000),
  ])('not %j', (message) => {
    expect(isOfBatch47(message)).toBe(false)
  })

  test('when it adds an item of the batch', () => {
    const adding = (file: string) => commitsOfBatch([commit('Plan', { addedFiles: [file] })], '47').length
    expect(adding('PRPs/PRP-47.1.1-start.md')).toBe(1)
    expect(adding('PRPs/PRP-47-PLAN.md')).toBe(0)
    expect(adding('PRPs/PRP-147.1.1-start.md')).toBe(0)
  })

  test('items are exact: 47.2.1 is not 47.2.10', () => {
    expect(commitsOfBatch([commit('PRP-47.2.10 and prp-47.2.1, PRP-47.02.1')], '47')[0]!.items).toEqual([
      'PRP-47.2.10',
      'PRP-47.2.1',
    ])
  })
})

describe('copies count once', () => {
  test('picked with a note, picked without, rebased', () => {
    const original = commit('PRP-47.1.1: x')
    const noted = commit(`PRP-47.1.1: x\n\n(cherry picked from commit ${original.hash})`)
    const plain = commit('PRP-47.1.1: x\n\nanother body', { authoredMs: original.authoredMs })
    expect(commitsOfBatch([noted, plain, original], '47')).toMatchObject([{ hash: original.hash }])
  })

  test('of a copy that sorts before its original the original stays', () => {
    const first = commit('PRP-47.1.1: y')
    const second = commit('PRP-47.1.1: y', { authoredMs: first.authoredMs })
    const picked = { ...first, message: `PRP-47.1.1: y\n\n(cherry picked from commit ${second.hash})` }
    expect(commitsOfBatch([picked, second], '47')).toMatchObject([{ hash: second.hash }])
  })

  test('a pick of which the original is gone counts', () => {
    const orphan = commit(`PRP-47.1.1: x\n\n(cherry picked from commit ${'f'.repeat(40)})`)
    expect(commitsOfBatch([orphan], '47')).toHaveLength(1)
  })

  test('the same subject at another time is other work', () => {
    expect(commitsOfBatch([commit('PRP-47.1.1: fix'), commit('PRP-47.1.1: fix')], '47')).toHaveLength(2)
  })
})

test.each([
  ['PRP-47.1.1: implement', 'execute'],
  ['PRP-47.1.1: peer review, 8/10', 'review'],
  ['Reviewed batch 47', 'review'],
  ['batch 47: update context', 'update-context'],
  ['PRP-47.1.1: context sync', 'update-context'],
  ['Generate batch 47', 'generate'],
  ['PRP-47.1.1: preview of cards', 'execute'],
  ['PRP-47.1.1: review\n\nOperation: execute', 'execute'],
])('%j was %s', (message, operation) => {
  expect(commitsOfBatch([commit(message)], '47')[0]!.operation).toBe(operation)
})

describe('time of work', () => {
  const minutes = (...at: readonly number[]) => at.map((minute) => minute * 60_000)

  test('gaps over the limit are not counted', () => {
    expect(workSeconds(minutes(0, 30, 60, 600, 660), 7200)).toBe((60 + 60) * 60)
    expect(workSeconds(minutes(60, 0, 30), 7200)).toBe(3600)
    expect(workSeconds(minutes(0, 120), 7200)).toBe(7200)
  })

  test('one moment, or only long gaps, say nothing', () => {
    expect(workSeconds([], 7200)).toBeNull()
    expect(workSeconds(minutes(5), 7200)).toBeNull()
    expect(workSeconds(minutes(0, 121), 7200)).toBeNull()
  })
})
