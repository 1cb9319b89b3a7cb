import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../src/document/blueprint.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'
import { visitMeetingPairs } from '../../src/verify/overlap-sweep.ts'
import { doc, part } from './edited.ts'

function nodesOf(boxes: readonly (Box | null)[]): readonly TreeNode[] {
  return new DocumentIndex(doc(boxes.map((bbox, i) => part(`c${i}`, bbox === null ? {} : { bbox })))).top
}

function pairs(siblings: readonly TreeNode[], changed: ReadonlySet<TreeNode> | null): string[] {
  const found: string[] = []
  visitMeetingPairs(siblings, changed, (a, b) => {
    found.push([a.id, b.id].sort().join(' '))
    return true
  })
  return found.sort()
}

/** Every pair looked at. */
function pairwise(siblings: readonly TreeNode[], changed: ReadonlySet<TreeNode> | null): string[] {
  const found: string[] = []
  siblings.forEach((a, i) => {
    for (const b of siblings.slice(i + 1)) {
      if (a.box === null || b.box === null || (changed !== null && !changed.has(a) && !changed.has(b)))
        continue
      const across = a.box[0] < b.box[0] + b.box[2] && b.box[0] < a.box[0] + a.box[2]
      if (across && a.box[1] < b.box[1] + b.box[3] && b.box[1] < a.box[1] + a.box[3])
        found.push([a.id, b.id].sort().join(' '))
    }
  })
  return found.sort()
}

const span = fc.integer({ min: 0, max: 12 })
const size = fc.integer({ min: 1, max: 5 })
const box = fc.option(fc.tuple(span, span, size, size), { nil: null, freq: 6 })

describe('the sweep finds what comparing every pair finds', () => {
  test('few boxes, any of them changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(box, fc.boolean()), { maxLength: 14 }), (entries) => {
        const nodes = nodesOf(entries.map(([one]) => one))
        const changed = new Set(nodes.filter((_, i) => entries[i]![1]))
        expect(pairs(nodes, null)).toEqual(pairwise(nodes, null))
        expect(pairs(nodes, changed)).toEqual(pairwise(nodes, changed))
      }),
    )
  })

  // So many that a crowded direction is given up, and so many changed that they are swept.
  test.each<[string, (i: number) => Box]>([
    ['a column', (i) => [0, i * 9, 100, 10]],
    ['a column from bottom to top', (i) => [0, -i * 9, 100, 10]],
    ['a row', (i) => [i * 9, 0, 10, 100]],
    ['a grid', (i) => [(i % 20) * 9, Math.floor(i / 20) * 9, 10, 10]],
    ['a diagonal', (i) => [i * 5, i * 5, 20, 20]],
    ['a cross: crowded both ways', (i) => (i % 2 === 0 ? [0, i * 2, 400, 1] : [i * 2, 0, 1, 400])],
    ['all at one place', () => [0, 0, 10, 10]],
  ])('%s', (_name, at) => {
    const nodes = nodesOf(Array.from({ length: 300 }, (_, i) => at(i)))
    expect(pairs(nodes, null)).toEqual(pairwise(nodes, null))
    const changed = new Set(nodes.filter((_, i) => i % 7 === 0))
    expect(pairs(nodes, changed)).toEqual(pairwise(nodes, changed))
    const one = new Set([nodes[150]!])
    expect(pairs(nodes, one)).toEqual(pairwise(nodes, one))
  })

  test('a visitor can stop it', () => {
    const nodes = nodesOf(Array.from({ length: 300 }, () => [0, 0, 10, 10]))
    for (const changed of [null, new Set(nodes), new Set([nodes[0]!])]) {
      let seen = 0
      expect(visitMeetingPairs(nodes, changed, () => ++seen < 5)).toBe(false)
      expect(seen).toBe(5)
    }
  })
})
