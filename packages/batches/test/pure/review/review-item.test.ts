import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint } from 'blueprint-command-engine'
import { reviewBlueprint } from '../../../src/pure/review/review-blueprint.ts'
import { reviewStructure, scored } from '../../../src/pure/review/review-item.ts'
import { readWorkItem } from '../../../src/pure/work-item/read-work-item.ts'
import { hasSharedData, sharedFiles } from '../../../../../test/support/shared-data.ts'

const SOUND = `---
prp_id: PRP-7.2.1
title: Work
status: pending
estimated_hours: 3
dependencies: [PRP-7.1.1]
stage: 2
files_modified: [a.ts]
---
**Goal**: have it
**Implementation Steps**:
1. Do it

**Validation Gates**:
- [ ] All 3 tests pass
`
const before = readWorkItem(
  'PRP-7.1.1-a.md',
  SOUND.replaceAll('7.2.1', '7.1.1').replace('[PRP-7.1.1]', '[]').replace('stage: 2', 'stage: 1'),
).item!

function review(
  text: string,
  conflicts: { other: string; files: string[] }[] = [],
): { score: number; findings: string[] } {
  const { item } = readWorkItem('PRP-7.2.1-a.md', text)
  const result = reviewStructure(item!, {
    itemsById: new Map([[before.id, before]]),
    warnings: [],
    conflicts,
  })
  return { score: result.score, findings: result.findings.map((finding) => finding.text) }
}

describe('the structure of an item', () => {
  test('without faults is worth 10', () => {
    expect(review(SOUND)).toEqual({ score: 10, findings: [] })
  })

  test.each([
    ['**Goal**: have it\n', '', 8, 'there is no section "Goal"'],
    ['**Implementation Steps**:\n1. Do it\n', '', 8, 'what is to be done is not said'],
    ['All 3 tests pass', 'It looks good', 9.5, 'says nothing that could be measured'],
    ['[PRP-7.1.1]', '[PRP-7.9.9]', 8, 'which the batch does not have'],
    ['stage: 2', 'stage: 1', 9, 'not before stage 1'],
    ['estimated_hours: 3', 'estimated_hours: 40', 9.5, 'that of several items'],
    ['files_modified: [a.ts]', 'files_modified: []', 9, 'conflicts cannot be foreseen'],
  ])('%j as %j is worth %d', (from, to, score, finding) => {
    const result = review(SOUND.replace(from, to))
    expect(result.score).toBe(score)
    expect(result.findings.join()).toContain(finding)
  })

  test('a file that another item of the stage touches counts', () => {
    expect(review(SOUND, [{ other: 'PRP-7.2.2', files: ['a.ts'] }])).toMatchObject({ score: 9 })
  })

  test('the score never falls below 0', () => {
    expect(scored(Array.from({ length: 30 }, () => ({ weight: 1, text: 'x' }))).score).toBe(0)
  })
})

describe('a document', () => {
  const shop = JSON.parse(
    readFileSync(new URL('../../../../../examples/shop.json', import.meta.url), 'utf8'),
  ) as Blueprint
  const commands = ['make the header darker']
  const { blueprint: after } = createEngine().batch(shop, commands)

  test('that is what the commands make of the one before is worth 10', () => {
    expect(reviewBlueprint({ before: shop, after, commands })).toEqual([])
    expect(reviewBlueprint({ before: null, after: shop, commands })).toEqual([])
  })

  test('that is something else, or commands that cannot be run, cost 3', () => {
    expect(reviewBlueprint({ before: shop, after: shop, commands })).toMatchObject([
      { weight: 3, text: expect.stringContaining('is not what the commands') as string },
    ])
    expect(reviewBlueprint({ before: null, after: shop, commands: ['make it pop'] })).toMatchObject([
      { weight: 3, text: expect.stringContaining('"make it pop" cannot be run') as string },
    ])
  })

  test('with low contrast costs for each text, up to a limit', () => {
    const pale = createEngine({ rules: { contrast: 'warning' } }).run(shop, 'make all texts white').blueprint
    const findings = reviewBlueprint({ before: null, after: pale, commands: [] })
    const contrast = findings.filter(({ text }) => text.startsWith('contrast:'))
    expect(contrast.length).toBeGreaterThan(3)
    expect(contrast.reduce((sum, { weight }) => sum + weight, 0)).toBe(3)
  })
})

test.skipIf(!hasSharedData)('real items get scores that differ (needs ../shared)', () => {
  const scores = sharedFiles('work-items').map(({ file, text }) => {
    const { item } = readWorkItem(file, text)
    return reviewStructure(item!, { itemsById: new Map(), warnings: [], conflicts: [] }).score
  })
  expect(new Set(scores).size).toBeGreaterThan(3)
})
