import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenOf } from '../../src/document/blueprint.ts'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { TOKENS_ID } from '../../src/document/theme-change.ts'
import type { Change } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { properties } from '../../src/document/native-table.ts'
import type { PropertySpec } from '../../src/document/native-table.ts'
import { applyPatch, sameJson } from '../../src/document/patch.ts'
import { Transaction } from '../../src/document/transaction.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'
import { anyBlueprint, deepFreeze } from './arbitrary-blueprint.ts'
import { expectFreshIndex } from './index-state.ts'
import { anyEdits, FreshIds, runEdits } from './random-edits.ts'
import { runs } from '../support/amounts.ts'

interface Placed {
  readonly component: Component
  readonly parent: string | null
  readonly position: number
}

function placesOf(blueprint: Blueprint): Map<string, Placed> {
  const places = new Map<string, Placed>()
  const walk = (list: readonly Component[], parent: string | null): void => {
    for (const [position, component] of list.entries()) {
      places.set(component.id, { component, parent, position })
      walk(childrenOf(component), component.id)
    }
  }
  walk(blueprint.components, null)
  return places
}

/** Everything that is promised of any change. */
function expectExact(change: Change): void {
  const { before, after, patches, inverse } = change
  expect(applyPatch(before, patches)).toEqual(after)
  expect(JSON.stringify(applyPatch(before, patches))).toBe(JSON.stringify(after))
  expect(JSON.stringify(applyPatch(after, inverse))).toBe(JSON.stringify(before))
  expect(patches.length === 0).toBe(after === before)
  expect(inverse.length === 0).toBe(after === before)
  // What a client gets as text has the same effect.
  expect(applyPatch(before, JSON.parse(JSON.stringify(patches)) as typeof patches)).toEqual(after)
  expect(applyPatch(after, JSON.parse(JSON.stringify(inverse)) as typeof inverse)).toEqual(before)
  expectScope(change)
  expectTouched(change)
}

/** `changed` names all and only what differs, and everything else is shared. */
function expectScope({ before, after, changed }: Change): void {
  const was = placesOf(before)
  const is = placesOf(after)
  const reported = new Map(changed.map(({ id, properties: names }) => [id, names]))
  expect(reported.size, 'an id is reported once').toBe(changed.length)
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const names = reported.get(id) ?? []
    const [old, now] = [was.get(id), is.get(id)]
    if (old === undefined) expect(names, id).toContain('created')
    else if (now === undefined) expect(names, id).toEqual(['removed'])
    else {
      expect(names.includes('parent'), `parent of ${id}`).toBe(old.parent !== now.parent)
      const differing = differences(old.component, now.component)
      expect(
        names.filter((name) => name !== 'parent' && name !== 'order').sort(),
        `properties of ${id}`,
      ).toEqual(differing)
      if (!reported.has(id)) expect(ownText(now.component)).toBe(ownText(old.component))
      if (isApart(old.component, reported) && isApart(now.component, reported))
        expect(now.component, `${id} is shared`).toBe(old.component)
    }
  }
  expect(reported.has(TOKENS_ID)).toBe(after.tokens !== before.tokens)
  for (const id of reported.keys())
    expect(id === TOKENS_ID || was.has(id) || is.has(id), `${id} was or is there`).toBe(true)
}

/** Neither the component nor anything in it is reported. */
function isApart(component: Component, reported: ReadonlyMap<string, unknown>): boolean {
  return !reported.has(component.id) && childrenOf(component).every((child) => isApart(child, reported))
}

function ownText({ children: _children, ...own }: Component): string {
  return JSON.stringify(own)
}

function differences(a: Component, b: Component): string[] {
  const names: string[] = []
  for (const [name, spec] of Object.entries(properties as Readonly<Record<string, PropertySpec>>)) {
    const read = (component: Component): unknown =>
      spec.home === 'component' ? component[spec.key] : component.visual?.[spec.key]
    const sides = spec.home === 'box' && a.bbox?.[spec.side!] !== b.bbox?.[spec.side!]
    if (sides || !sameJson(read(a), read(b))) names.push(name)
  }
  return names.sort()
}

function expectTouched({ before, after, changed, touched }: Change): void {
  const was = placesOf(before)
  const is = placesOf(after)
  for (const { node, before: old, after: now, parentBefore, boxBefore } of touched) {
    expect(old, `${node.id} before`).toBe(was.get(node.id)?.component ?? null)
    expect(now, `${node.id} after`).toBe(is.get(node.id)?.component ?? null)
    if (old !== null)
      expect(parentBefore?.id ?? null, `parent of ${node.id} before`).toBe(was.get(node.id)!.parent)
    expect(boxBefore, `box of ${node.id} before`).toBe(old?.bbox ?? null)
  }
  const seen = new Set(touched.map(({ node }) => node.id))
  expect(seen.size, 'a component is touched once').toBe(touched.length)
  for (const { id, properties: names } of changed) {
    if (id !== TOKENS_ID && !names.includes('removed')) expect(seen.has(id), `${id} is touched`).toBe(true)
  }
}

describe('commit', { timeout: 60_000 }, () => {
  it('gives an exact delta, shares the rest and carries the index', () => {
    fc.assert(
      fc.property(anyBlueprint, anyEdits, fc.boolean(), (blueprint, edits, withWords) => {
        deepFreeze(blueprint)
        const text = JSON.stringify(blueprint)
        const index = new DocumentIndex(blueprint)
        if (withWords) index.hasWord('x')
        const transaction = new Transaction(index)
        runEdits(transaction, edits, new FreshIds())
        const change = commit(transaction)
        expect(change.before).toBe(blueprint)
        expect(JSON.stringify(blueprint)).toBe(text)
        expectExact(change)
        expectFreshIndex(index, change.after)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('goes on from its own results, and back', () => {
    fc.assert(
      fc.property(anyBlueprint, fc.array(anyEdits, { minLength: 2, maxLength: 4 }), (blueprint, commands) => {
        const index = new DocumentIndex(blueprint)
        const ids = new FreshIds()
        const changes: Change[] = []
        for (const edits of commands) {
          const transaction = new Transaction(index)
          runEdits(transaction, edits, ids)
          const change = commit(transaction)
          deepFreeze(change.after)
          expectExact(change)
          expectFreshIndex(index, change.after)
          changes.push(change)
        }
        let root = changes.at(-1)!.after
        for (const { before, inverse } of changes.reverse()) {
          root = applyPatch(root, inverse)
          expect(JSON.stringify(root)).toBe(JSON.stringify(before))
        }
      }),
      { numRuns: runs(300) },
    )
  })

  const text = (id: string, more: object = {}): Component => ({ id, type: 'text', ...more })
  const card = (id: string, ...children: Component[]): Component => ({ id, type: 'card', children })

  /** Runs one transaction and checks all that any change must keep. */
  function change(
    components: readonly Component[],
    run: (transaction: Transaction, node: (id: string) => TreeNode) => void,
    more: object = {},
  ): Change {
    const index = new DocumentIndex(deepFreeze({ ...more, components }))
    const transaction = new Transaction(index)
    run(transaction, (id) => index.node(id)!)
    const result = commit(transaction)
    expectExact(result)
    expectFreshIndex(index, result.after)
    return result
  }

  it.each<[string, Component[], string, string | null, number, unknown[], unknown[]]>([
    [
      'down among siblings',
      [text('a'), text('b'), text('c')],
      'a',
      null,
      2,
      [['/components/0', '/components/2']],
      [['/components/2', '/components/0']],
    ],
    [
      'up among siblings',
      [text('a'), text('b'), text('c')],
      'c',
      null,
      0,
      [['/components/2', '/components/0']],
      [['/components/0', '/components/2']],
    ],
    [
      'into an earlier sibling',
      [card('p', text('x')), text('a')],
      'a',
      'p',
      0,
      [['/components/1', '/components/0/children/0']],
      [['/components/0/children/0', '/components/1']],
    ],
    [
      'into the next sibling: RFC 6902 4.4 forbids a path that begins with from',
      [text('a'), card('p', text('x'))],
      'a',
      'p',
      1,
      [
        ['/components/0', '/components/1'],
        ['/components/1', '/components/0/children/1'],
      ],
      [['/components/0/children/1', '/components/0']],
    ],
    [
      'deep into the next sibling',
      [text('a'), card('p', card('q', text('x')))],
      'a',
      'q',
      0,
      [
        ['/components/0', '/components/1'],
        ['/components/1', '/components/0/children/0/children/0'],
      ],
      [['/components/0/children/0/children/0', '/components/0']],
    ],
    [
      'out of a container to directly before it',
      [card('p', text('a'), text('x'))],
      'a',
      null,
      0,
      [['/components/0/children/0', '/components/0']],
      [
        ['/components/0', '/components/1'],
        ['/components/1', '/components/0/children/0'],
      ],
    ],
  ])('writes a move as moves: %s', (_, components, id, parent, position, forward, backward) => {
    const { patches, inverse } = change(components, (transaction, node) =>
      transaction.move(node(id), parent === null ? null : node(parent), position),
    )
    expect(patches).toEqual(
      (forward as [string, string][]).map(([from, path]) => ({ op: 'move', from, path })),
    )
    expect(inverse).toEqual(
      (backward as [string, string][]).map(([from, path]) => ({ op: 'move', from, path })),
    )
  })

  it('gives a component without children a list first, and takes it back', () => {
    const { patches, inverse } = change([text('a'), text('b')], (transaction, node) =>
      transaction.move(node('b'), node('a'), 0),
    )
    expect(patches).toEqual([
      { op: 'add', path: '/components/0/children', value: [] },
      { op: 'move', from: '/components/1', path: '/components/0/children/0' },
    ])
    expect(inverse).toEqual([
      { op: 'move', from: '/components/0/children/0', path: '/components/1' },
      { op: 'remove', path: '/components/0/children' },
    ])
  })

  it('keeps an empty list that was there', () => {
    const { after } = change([card('p'), text('a')], (transaction, node) => {
      transaction.move(node('a'), node('p'), 0)
      transaction.remove(node('a'))
    })
    expect(after.components).toEqual([card('p')])
  })

  it.each<[string, Component[], (transaction: Transaction, node: (id: string) => TreeNode) => void]>([
    [
      'edits back to the same values',
      [
        text('a', {
          text: 'x',
          visual: { alt: 'y', gradient: { type: 'linear', angle: 0, stops: ['#FF0000'] } },
        }),
      ],
      (t, node) => {
        t.write(node('a'), 'text', 'z')
        t.write(node('a'), 'background', '#FF0000')
        t.write(node('a'), 'gradient', null)
        t.write(node('a'), 'text', 'x')
        t.write(node('a'), 'background', undefined)
        t.write(node('a'), 'gradient', { stops: ['#FF0000'], angle: 0, type: 'linear' })
      },
    ],
    [
      'a box there and back',
      [text('a', { bbox: [1, 2, 3, 4], visual: { height: 4 } })],
      (t, node) => {
        t.setBox(node('a'), [1, 2, 3, 9])
        t.setBox(node('a'), [1, 2, 3, 4])
      },
    ],
    [
      'a move there and back',
      [text('a'), card('p', text('b'))],
      (t, node) => {
        t.move(node('a'), node('p'), 0)
        t.move(node('a'), null, 0)
      },
    ],
    [
      'two swaps',
      [text('a'), text('b')],
      (t, node) => {
        t.move(node('a'), null, 1)
        t.move(node('a'), null, 0)
      },
    ],
    [
      'add and delete',
      [text('a')],
      (t) => {
        const made = t.insert(card('n', text('m')), null, 0)
        t.write(made, 'text', 'x')
        t.remove(made)
      },
    ],
    [
      'add into a component without children, and delete',
      [text('a')],
      (t, node) => t.remove(t.insert(text('n'), node('a'), 0)),
    ],
    ['an empty transaction', [], () => undefined],
  ])('is the very same document, with no patches, after %s', (_, components, run) => {
    const { before, after, patches, changed, touched } = change(components, run)
    expect(after).toBe(before)
    expect([patches, changed, touched]).toEqual([[], [], []])
  })

  it('adds, edits, moves and deletes one component', () => {
    const { after } = change([text('a'), card('p', text('b'))], (t, node) => {
      const made = t.insert(card('n', text('m', { text: 'old' })), node('a'), 0)
      t.write(node('m'), 'text', 'new')
      t.move(made, node('p'), 1)
      t.move(node('m'), null, 0)
      t.write(node('m'), 'background', '#FF0000')
      t.remove(made)
    })
    expect(after.components).toEqual([
      text('m', { text: 'new', visual: { bg_color: '#FF0000' } }),
      text('a'),
      card('p', text('b')),
    ])
  })

  it('puts the final properties into the add, also of what left the added component', () => {
    const { patches, changed } = change([text('a')], (t, node) => {
      t.insert(card('n', card('m', text('k'))), null, 1)
      t.move(node('m'), null, 0)
      t.write(node('k'), 'text', 'late')
    })
    expect(patches).toEqual([
      { op: 'add', path: '/components/1', value: card('n', card('m', text('k', { text: 'late' }))) },
      { op: 'move', from: '/components/1/children/0', path: '/components/0' },
    ])
    expect(new Map(changed.map(({ id, properties: names }) => [id, names]))).toEqual(
      new Map([
        ['n', ['created']],
        ['m', ['created']],
        ['k', ['created', 'text']],
      ]),
    )
  })

  it('moves out of a container that is then deleted', () => {
    const { after, changed } = change([card('p', text('a'), card('q', text('b'), text('c')))], (t, node) => {
      t.move(node('b'), null, 0)
      t.write(node('a'), 'text', 'x')
      t.remove(node('p'))
    })
    expect(after.components).toEqual([text('b')])
    expect(
      changed
        .filter(({ properties: names }) => names[0] === 'removed')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'c', 'p', 'q'])
  })

  it('moves into a component just added, and says only what changed of it', () => {
    const { changed, touched } = change(
      [card('p', text('a', { bbox: [1, 1, 9, 9] })), text('b')],
      (t, node) => {
        const made = t.insert(text('n'), null, 2)
        t.move(node('p'), made, 0)
        t.setBox(node('p'), [0, 0, 5, 5])
        t.setBox(node('a'), [1, 1, 9, 10])
      },
    )
    expect(changed).toEqual(
      expect.arrayContaining([
        { id: 'a', properties: ['height'] },
        { id: 'p', properties: ['parent', 'x', 'y', 'width', 'height'] },
        { id: 'n', properties: ['created'] },
      ]),
    )
    expect(touched.find(({ node }) => node.id === 'a')!.boxBefore).toEqual([1, 1, 9, 9])
  })

  it('removes a component that was given a list and lost what was in it', () => {
    change([text('a'), text('b')], (t, node) => {
      t.move(node('b'), node('a'), 0)
      t.move(node('b'), null, 1)
      t.remove(node('a'))
    })
  })

  it.each<[string, object, [number, number, number, number], object]>([
    ['a height in step', { height: 40, width: 100 }, [0, 0, 100, 60], { height: 60, width: 100 }],
    ['a width in step', { width: 100 }, [0, 0, 120, 40], { width: 120 }],
    ['a width that says something else', { width: 50 }, [0, 0, 120, 40], { width: 50 }],
    ['a height as text', { height: '40px' }, [0, 0, 100, 44], { height: '44px' }],
    ['a height out of step, when only moved', { height: 33 }, [5, 5, 100, 40], { height: 33 }],
    ['a height out of step, when resized', { height: 33 }, [0, 0, 100, 50], { height: 50 }],
  ])('keeps the sizes beside a box: %s', (_, visual, box, expected) => {
    const { after } = change([text('a', { bbox: [0, 0, 100, 40], visual })], (t, node) =>
      t.setBox(node('a'), box),
    )
    expect(after.components[0]).toEqual(text('a', { bbox: box, visual: expected }))
  })

  it('lets a new box say the sizes that stood beside it', () => {
    const { after, changed } = change([text('a', { visual: { height: 20, width: '30px' } })], (t, node) => {
      t.write(node('a'), 'height', 25)
      t.setBox(node('a'), [0, 0, 100, 50])
      expect(t.read(node('a'), 'height')).toBe(50)
    })
    expect(after.components[0]).toEqual(
      text('a', { visual: { height: 50, width: '100px' }, bbox: [0, 0, 100, 50] }),
    )
    expect(changed).toEqual([{ id: 'a', properties: ['height', 'width', 'x', 'y'] }])
  })

  it('takes properties away and gives their places back', () => {
    const { patches } = change(
      [text('a', { text: 'x', visual: { alt: 'a', bg_color: '#FF0000', padding: 3 } })],
      (t, node) => {
        t.write(node('a'), 'background', undefined)
        t.write(node('a'), 'padding', 4)
        t.write(node('a'), 'text', 'y')
      },
    )
    expect(patches.map(({ path }) => path).sort()).toEqual(['/components/0/text', '/components/0/visual'])
  })

  it('writes tokens, and names only those that changed', () => {
    const { patches, touchedTokens } = change(
      [],
      (t) => {
        t.writeToken('primaryColor', '#000000')
        t.writeToken('baseSpacing', 9)
        t.writeToken('baseSpacing', 8)
        t.writeToken('ctaHeight', 48)
      },
      { tokens: { primary_color: '#FFFFFF', base_spacing: 8 } },
    )
    expect(patches.map(({ op, path }) => [op, path])).toEqual([
      ['replace', '/tokens/primary_color'],
      ['add', '/tokens/cta_height'],
    ])
    expect(touchedTokens).toEqual(['primaryColor', 'ctaHeight'])
  })

  it('treats __proto__ as data', () => {
    const own = JSON.parse(
      '{"id":"a","type":"text","__proto__":{"polluted":1},"visual":{"__proto__":2,"alt":"x"}}',
    ) as Component
    const { after } = change([own], (t, node) => {
      t.write(node('a'), 'alt', undefined)
      t.write(node('a'), 'text', 'y')
    })
    expect(JSON.stringify(after.components[0])).toBe(
      '{"id":"a","type":"text","__proto__":{"polluted":1},"visual":{"__proto__":2},"text":"y"}',
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
