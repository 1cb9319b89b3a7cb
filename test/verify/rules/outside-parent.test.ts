import { describe, expect, test } from 'vitest'
import type { Box, Component } from '../../../src/document/blueprint.ts'
import type { Transaction } from '../../../src/document/transaction.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'
import type { Edit } from '../edited.ts'

const OUTER: Box = [100, 100, 200, 100]
const nest = (inner: Box | undefined, rest: Partial<Component> = {}, outer: Box | null = OUTER): Component =>
  part('outer', {
    type: 'card',
    ...(outer === null ? {} : { bbox: outer }),
    children: [part('inner', { ...(inner === undefined ? {} : { bbox: inner }), ...rest })],
  })

describe('a component in its parent', () => {
  test.each<[string, Box | undefined]>([
    ['well inside', [110, 110, 50, 50]],
    ['just as large', OUTER],
    ['half a pixel on each side', [99.5, 99.5, 201, 101]],
    ['no box of its own', undefined],
  ])('%s', (_name, inner) => {
    expect(issuesIn('outside-parent', doc([nest(inner)]))).toEqual([])
  })

  test.each<[string, Box, readonly [string, string][]]>([
    ['left', [99.4, 110, 50, 50], [['0.6 px left', 'move #inner right by 0.6px']]],
    ['right', [260, 110, 50, 50], [['10 px right', 'move #inner left by 10px']]],
    ['up', [110, 90, 50, 50], [['10 px up', 'move #inner down by 10px']]],
    ['down', [110, 151, 50, 50], [['1 px down', 'move #inner up by 1px']]],
    [
      'right and down',
      [260, 160, 50, 50],
      [
        ['10 px right', 'move #inner left by 10px'],
        ['10 px down', 'move #inner up by 10px'],
      ],
    ],
    ['too wide', [110, 110, 220, 50], [['30 px right', 'make #inner 200px wide']]],
    [
      'too tall on both ends',
      [110, 90, 50, 120],
      [
        ['10 px up', 'make #inner 100px tall'],
        ['10 px down', 'make #inner 100px tall'],
      ],
    ],
  ])('sticks out: %s', (_name, inner, expected) => {
    const issues = issuesIn('outside-parent', doc([nest(inner)]))
    for (const issue of issues)
      expect(issue).toMatchObject({ id: 'inner', path: '/components/0/children/0', severity: 'error' })
    expect(issues.map(({ message, suggestions }) => [message, suggestions])).toEqual(
      expected.map(([by, suggestion]) => [`#inner extends beyond #outer by ${by}`, [suggestion]]),
    )
  })

  test.each<[string, Component]>([
    ['hidden', nest([0, 0, 9, 9], { visual: { hidden: true } })],
    ['a parent without a box', nest([0, 0, 9, 9], {}, null)],
    ['at top level', part('top', { bbox: [-50, -50, 10, 10] })],
  ])('does not count: %s', (_name, component) => {
    expect(issuesIn('outside-parent', doc([component], { meta: { screen: [375, 812] } }))).toEqual([])
  })
})

describe('after a change', () => {
  const inside = doc([nest([110, 110, 50, 50]), part('other', { bbox: [0, 0, 10, 10] })])
  const outside = doc([nest([260, 110, 50, 50])])

  test.each<[string, Edit, string[]]>([
    [
      'it moves out',
      (t, node) => t.setBox(node('inner'), [290, 110, 50, 50]),
      ['error outside-parent inner'],
    ],
    [
      'the parent shrinks',
      (t, node) => t.setBox(node('outer'), [100, 100, 20, 100]),
      ['error outside-parent inner'],
    ],
    ['both move', (t, node) => t.shift(node('outer'), 500, 0), []],
    [
      'it is moved in without its box',
      (t, node) => t.move(node('other'), node('outer'), 1),
      ['error outside-parent other', 'error outside-parent other'],
    ],
    ['it is moved out of the parent', (t, node) => t.move(node('inner'), null, 0), []],
    ['a color', (t, node) => t.write(node('inner'), 'background', 'red'), []],
  ])('%s', (_name, edit, expected) => {
    expect(brief(issuesAfter(inside, edit, {}, { overlap: 'off' }))).toEqual(expected)
  })

  test.each<[string, Edit, string[]]>([
    ['further out', (t, node) => t.setBox(node('inner'), [300, 110, 50, 50]), ['error outside-parent inner']],
    ['less far out', (t, node) => t.setBox(node('inner'), [255, 110, 50, 50]), []],
    ['as far out, elsewhere', (t, node) => t.setBox(node('inner'), [260, 140, 50, 50]), []],
    [
      'out on another side',
      (t, node) => t.setBox(node('inner'), [260, 90, 50, 50]),
      ['error outside-parent inner'],
    ],
    [
      'another one, as far',
      (t) => void t.insert(part('new', { bbox: [300, 170, 10, 10] }), t.index.node('outer')!, 0),
      [],
    ],
    [
      'another one, further',
      (t) => void t.insert(part('new', { bbox: [301, 170, 10, 10] }), t.index.node('outer')!, 0),
      ['error outside-parent new'],
    ],
    [
      'another one takes its place',
      (t, node) => {
        t.remove(node('inner'))
        t.insert(part('new', { bbox: [260, 110, 50, 50] }), node('outer'), 0)
      },
      [],
    ],
    [
      'what is put around it',
      (t, node) => {
        t.move(node('inner'), t.insert(part('wrap', { bbox: [260, 110, 50, 50] }), node('outer'), 0), 0)
      },
      [],
    ],
    [
      'the whole is scaled',
      (t, node) => {
        t.setBox(node('outer'), [100, 100, 400, 200])
        t.setBox(node('inner'), [420, 120, 100, 100])
      },
      [],
    ],
    [
      'the parent alone gets narrower',
      (t, node) => t.setBox(node('outer'), [100, 100, 190, 100]),
      ['error outside-parent inner'],
    ],
  ])('content that sticks out already: %s', (_name, edit, expected) => {
    expect(brief(issuesAfter(outside, edit, {}, { overlap: 'off' }))).toEqual(expected)
  })

  test('a copy has the faults of its original', () => {
    const copy = (t: Transaction) =>
      void t.insert({ ...nest([260, 110, 50, 50], { id: 'inner2' }), id: 'outer2' }, null, 1)
    expect(brief(issuesAfter(outside, copy, {}, { overlap: 'off' }))).toEqual([
      'warning outside-parent inner2',
    ])
  })

  test('exactly where told is a warning, also for what is inside', () => {
    const out: Edit = (t, node) => t.setBox(node('inner'), [290, 110, 50, 50])
    expect(brief(issuesAfter(inside, out, { exactlyPlaced: new Set(['inner']) }))).toEqual([
      'warning outside-parent inner',
    ])
    expect(brief(issuesAfter(inside, out, { exactlyPlaced: new Set(['outer']) }))).toEqual([
      'warning outside-parent inner',
    ])
    expect(brief(issuesAfter(inside, out, { exactlyPlaced: new Set(['other']) }))).toEqual([
      'error outside-parent inner',
    ])
  })
})
