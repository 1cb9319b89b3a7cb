import { describe, expect, test } from 'vitest'
import type { Box, Component } from '../../../src/document/blueprint.ts'
import { brief, doc, issuesAfter, issuesIn, part } from '../edited.ts'
import type { Edit } from '../edited.ts'

const at = (id: string, bbox: Box, rest: Partial<Component> = {}): Component => part(id, { bbox, ...rest })

describe('two siblings', () => {
  test.each<[string, Box, Box, boolean]>([
    ['apart', [0, 0, 100, 50], [0, 60, 100, 50], false],
    ['edge to edge', [0, 0, 100, 50], [0, 50, 100, 50], false],
    ['corner to corner', [0, 0, 100, 50], [100, 50, 100, 50], false],
    ['half a pixel is rounding', [0, 0, 100, 50], [0, 49.5, 100, 50], false],
    ['more than half a pixel', [0, 0, 100, 50], [0, 49.4, 100, 50], true],
    ['half a pixel across', [0, 0, 100, 50], [99.5, 0, 100, 50], false],
    ['more than half a pixel across', [0, 0, 100, 50], [99.4, 0, 100, 50], true],
    ['one inside the other', [0, 0, 100, 100], [20, 20, 10, 10], true],
    ['crossing', [0, 40, 100, 20], [40, 0, 20, 100], true],
    ['the same box', [0, 0, 10, 10], [0, 0, 10, 10], true],
    ['a sliver of 0.4 px lies in the tolerance', [0, 0, 100, 50], [10, 10, 0.4, 30], false],
    ['negative places', [-50, -50, 100, 100], [40, 40, 10, 10], true],
  ])('%s', (_name, one, two, isFound) => {
    expect(issuesIn('overlap', doc([at('a', one), at('b', two)]))).toHaveLength(isFound ? 1 : 0)
    expect(
      issuesIn('overlap', doc([at('p', [0, 0, 500, 500], { children: [at('b', two), at('a', one)] })])),
    ).toHaveLength(isFound ? 1 : 0)
  })

  test.each<[string, readonly Component[]]>([
    [
      'hidden ones do not count',
      [at('a', [0, 0, 10, 10], { visual: { hidden: true } }), at('b', [0, 0, 10, 10])],
    ],
    ['parent and child are no siblings', [at('a', [0, 0, 10, 10], { children: [at('b', [0, 0, 10, 10])] })]],
    [
      'cousins are no siblings',
      [
        at('a', [0, 0, 10, 10], { children: [at('c', [0, 30, 10, 10])] }),
        at('b', [0, 20, 10, 30], { children: [at('d', [0, 30, 10, 10])] }),
      ],
    ],
    ['no box, no overlap', [part('a'), at('b', [0, 0, 10, 10])]],
  ])('%s', (_name, components) => {
    expect(issuesIn('overlap', doc(components))).toEqual([])
  })

  test('the issue is about the later one, and says how much and what to do', () => {
    expect(issuesIn('overlap', doc([at('a', [0, 0, 100, 50]), at('b', [90, 38, 100, 50])]))).toEqual([
      {
        code: 'overlap',
        severity: 'error',
        stage: 'verify',
        message: '#b overlaps #a by 10 x 12 px',
        path: '/components/1',
        id: 'b',
        suggestions: ['move #b below #a'],
      },
    ])
  })
})

describe('after a change', () => {
  const column = doc([
    at('a', [0, 0, 100, 40]),
    at('b', [0, 50, 100, 40]),
    at('c', [0, 100, 100, 40]),
    at('d', [50, 100, 100, 40]),
    at('box', [200, 0, 100, 200], { type: 'container', children: [at('in', [200, 0, 100, 40])] }),
  ])

  test.each<[string, Edit, string[]]>([
    ['a new overlap', (t, node) => t.setBox(node('a'), [0, 20, 100, 40]), ['error overlap b']],
    [
      'two new overlaps',
      (t, node) => t.setBox(node('a'), [0, 20, 100, 100]),
      ['error overlap b', 'error overlap c', 'error overlap d'],
    ],
    ['an old overlap that stays', (t, node) => t.setBox(node('c'), [10, 100, 100, 40]), []],
    ['an old overlap that grows', (t, node) => t.setBox(node('c'), [40, 100, 100, 40]), []],
    [
      'both move together',
      (t, node) => {
        t.setBox(node('c'), [0, 300, 100, 40])
        t.setBox(node('d'), [50, 300, 100, 40])
      },
      [],
    ],
    ['a color', (t, node) => t.write(node('c'), 'background', 'red'), []],
    ['hiding', (t, node) => t.write(node('c'), 'hidden', true), []],
    [
      'a new component',
      (t) => void t.insert(at('new', [0, 30, 50, 30]), null, 0),
      ['error overlap a', 'error overlap b'],
    ],
    [
      'a new component that is hidden',
      (t) => void t.insert(at('new', [0, 30, 50, 30], { visual: { hidden: true } }), null, 0),
      [],
    ],
    [
      'moving to other siblings',
      (t, node) => {
        t.move(node('a'), node('box'), 0)
        t.setBox(node('a'), [200, 10, 50, 10])
      },
      ['error overlap in'],
    ],
    [
      'moving there without overlap',
      (t, node) => {
        t.move(node('a'), node('box'), 0)
        t.setBox(node('a'), [200, 60, 50, 10])
      },
      [],
    ],
    ['order alone', (t, node) => t.move(node('d'), null, 0), []],
    ['removing', (t, node) => t.remove(node('d')), []],
  ])('%s', (_name, edit, expected) => {
    expect(brief(issuesAfter(column, edit).filter(({ code }) => code === 'overlap'))).toEqual(expected)
  })

  test('what is put around a component takes over its overlaps', () => {
    const wrap =
      (...ids: string[]): Edit =>
      (t, node) => {
        const container = t.insert(at('wrap', [0, 100, 100, 40]), null, 0)
        for (const id of ids) t.move(node(id), container, 0)
      }
    expect(brief(issuesAfter(column, wrap('c')))).toEqual([])
    expect(brief(issuesAfter(column, wrap('c', 'd'), {}, { 'outside-parent': 'off' }))).toEqual([])
    expect(brief(issuesAfter(column, wrap()))).toEqual(['error overlap c', 'error overlap d'])
    const twice: Edit = (t, node) => {
      const outer = t.insert(at('outer', [0, 100, 100, 40]), null, 0)
      t.move(node('c'), t.insert(at('wrap', [0, 100, 100, 40]), outer, 0), 0)
    }
    expect(brief(issuesAfter(column, twice))).toEqual([])
  })

  test('a copy has the overlaps of its original, which are warned about', () => {
    const copy: Edit = (t) =>
      void t.insert(
        at('card', [0, 500, 100, 100], { children: [at('e', [0, 500, 50, 50]), at('f', [0, 520, 50, 50])] }),
        null,
        0,
      )
    expect(brief(issuesAfter(column, copy))).toEqual(['warning overlap f'])
    const twoNew: Edit = (t) => {
      t.insert(at('e', [0, 500, 50, 50]), null, 0)
      t.insert(at('f', [0, 520, 50, 50]), null, 1)
    }
    expect(brief(issuesAfter(column, twoNew))).toEqual(['error overlap f'])
  })

  test('showing what overlaps is a new overlap', () => {
    const hidden = doc([at('a', [0, 0, 100, 40]), at('b', [0, 0, 100, 40], { visual: { hidden: true } })])
    expect(brief(issuesAfter(hidden, (t, node) => t.write(node('b'), 'hidden', false)))).toEqual([
      'error overlap b',
    ])
  })

  test('what was told to stand there, or is inside such, is warned about', () => {
    const shift: Edit = (t, node) => t.shift(node('a'), 0, 20)
    expect(brief(issuesAfter(column, shift, { exactlyPlaced: new Set(['a']) }))).toEqual([
      'warning overlap b',
    ])
    expect(brief(issuesAfter(column, shift, { exactlyPlaced: new Set(['b']) }))).toEqual([
      'warning overlap b',
    ])
    expect(brief(issuesAfter(column, shift, { exactlyPlaced: new Set(['c']) }))).toEqual(['error overlap b'])
    expect(brief(issuesAfter(column, shift, { exactlyPlaced: new Set(['a']) }, { overlap: 'off' }))).toEqual(
      [],
    )
    const inside: Edit = (t) => void t.insert(at('new', [200, 10, 10, 10]), t.index.node('box')!, 0)
    expect(brief(issuesAfter(column, inside, { exactlyPlaced: new Set(['box']) }))).toEqual([
      'warning overlap in',
    ])
  })
})
