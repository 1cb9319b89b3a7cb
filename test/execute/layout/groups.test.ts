import { describe, expect, it } from 'vitest'
import type { Blueprint, Box } from '../../../src/document/blueprint.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { Transaction } from '../../../src/document/transaction.ts'
import { X, Y } from '../../../src/execute/layout/geometry.ts'
import { split, wholeGroup } from '../../../src/execute/layout/groups.ts'
import type { Group } from '../../../src/execute/layout/groups.ts'
import { traceTo } from '../../../src/execute/layout/trace.ts'
import type { Trace } from '../../../src/execute/layout/trace.ts'
import { part, runSteps, screenOf } from '../../support/sound-change.ts'

function whole(document: Blueprint): Group {
  const index = new DocumentIndex(document)
  return wholeGroup(new Transaction(index), index.top, new Set())
}

function idsOf(groups: readonly Group[]): string[] {
  return groups.map(({ nodes, riders }) => [...nodes, ...riders].map(({ id }) => id).join(' '))
}

function trace(document: Blueprint, id: string): Trace {
  const index = new DocumentIndex(document)
  const node = index.node(id)!
  return traceTo(wholeGroup(new Transaction(index), index.top, new Set([node])), node)
}

const hidden = { visual: { hidden: true } }

describe('split', () => {
  const page = screenOf(
    part('foot', [0, 100, 400, 20]),
    part('l', [0, 20, 100, 40]),
    part('head', [0, 0, 400, 20.4]),
    part('r', [200, 20, 100, 70]),
    part('l2', [0, 60, 100, 10]),
  )

  it('cuts rows, then columns; half a pixel is no overlap', () => {
    const rows = split(whole(page), Y)
    expect(idsOf(rows)).toEqual(['head', 'l r l2', 'foot'])
    expect(idsOf(split(rows[1]!, X))).toEqual(['l l2', 'r'])
    expect(rows.map(({ start, end, bottom }) => [start, end, bottom])).toEqual([
      [0, 20.4, 20.4],
      [20, 90, 90],
      [100, 120, 120],
    ])
  })

  it('takes together what is out of focus', () => {
    const column = screenOf(...['a', 'b', 'c', 'd', 'e'].map((id, i) => part(id, [0, i * 20, 10, 10])))
    const group = whole(column)
    const focusOn = (...ids: string[]): string[] =>
      idsOf(split(group, Y, { has: ({ id }) => ids.includes(id) }))
    expect(focusOn('c')).toEqual(['a b', 'c', 'd e'])
    expect(focusOn('a', 'e')).toEqual(['a', 'b c d', 'e'])
    expect(focusOn()).toEqual(['a b c d e'])
  })

  it('gives hidden components a place where there is one', () => {
    const column = screenOf(
      part('a', [0, 0, 100, 20]),
      part('free', [0, 30, 100, 20], hidden),
      part('b', [0, 60, 100, 20]),
      part('over', [0, 10, 100, 100], hidden),
    )
    expect(idsOf(split(whole(column), Y))).toEqual(['a over', 'free', 'b'])
  })
})

describe('trace', () => {
  it('finds the innermost place', () => {
    const { levels, leaf } = trace(
      screenOf(
        part('head', [0, 0, 400, 20]),
        part('l1', [0, 30, 100, 40]),
        part('r', [200, 30, 100, 90]),
        part('l2', [0, 80, 100, 40]),
      ),
      'l2',
    )
    expect(levels.map(({ axis, groups, at }) => [axis, idsOf(groups), at])).toEqual([
      [Y, ['head', 'l1 r l2'], 1],
      [X, ['l1 l2', 'r'], 0],
      [Y, ['l1', 'l2'], 1],
    ])
    expect(leaf.nodes.map(({ id }) => id)).toEqual(['l2'])
  })

  it('looks past what lies behind all others', () => {
    const { levels, leaf } = trace(
      screenOf(part('back', [0, 0, 400, 400]), part('a', [10, 10, 50, 50]), part('b', [10, 70, 50, 50])),
      'b',
    )
    expect(levels.map(({ groups }) => idsOf(groups))).toEqual([
      ['a b', 'back'],
      ['a', 'b'],
    ])
    expect(leaf.nodes).toHaveLength(1)
  })
})

it('a spiral of any length is laid out without new overlaps', () => {
  const boxes: Box[] = []
  let [left, top, right, bottom] = [0, 0, 4000, 4000]
  for (let i = 0; i < 200; i++) {
    if (i % 4 === 0) boxes.push([left, top, right - left, 8])
    else if (i % 4 === 1) boxes.push([right - 8, top, 8, bottom - top])
    else if (i % 4 === 2) boxes.push([left, bottom - 8, right - left, 8])
    else boxes.push([left, top, 8, bottom - top])
    if (i % 4 === 0) top += 9
    else if (i % 4 === 1) right -= 9
    else if (i % 4 === 2) bottom -= 9
    else left += 9
  }
  const spiral = screenOf(...boxes.map((box, i) => part(`s${i}`, box)))
  for (const id of ['s0', 's100', 's150', 's199']) {
    runSteps(spiral, [
      {
        kind: 'resize',
        targets: [id],
        width: { kind: 'factor', factor: 1.5 },
        height: { kind: 'factor', factor: 1.5 },
      },
    ])
    runSteps(spiral, [{ kind: 'delete', targets: [id] }])
    runSteps(spiral, [{ kind: 'add', component: { type: 'text' }, place: { kind: 'after', anchor: id } }])
  }
})
