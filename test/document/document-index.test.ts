import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenOf } from '../../src/document/blueprint.ts'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { applyPatch } from '../../src/document/patch.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { anyBlueprint, deepFreeze } from './arbitrary-blueprint.ts'
import { expectFreshIndex } from './index-state.ts'
import { anyEdits, FreshIds, runEdits } from './random-edits.ts'
import { runs } from '../support/amounts.ts'

const text = (id: string, more: object = {}): Component => ({ id, type: 'text', ...more })
const card = (id: string, ...children: Component[]): Component => ({ id, type: 'card', children })

describe('DocumentIndex', { timeout: 60_000 }, () => {
  it('follows chains, undos and branches of a document, and is as if built afresh each time', () => {
    const visit = fc.record({
      from: fc.nat(),
      edits: anyEdits,
      way: fc.constantFrom('commit', 'patch', 'parsed'),
    })
    fc.assert(
      fc.property(
        anyBlueprint,
        fc.array(visit, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (blueprint, visits, withWords) => {
          const versions: Blueprint[] = [deepFreeze(blueprint)]
          const carried = new DocumentIndex(blueprint)
          if (withWords) carried.hasWord('x')
          const ids = new FreshIds()
          for (const { from, edits, way } of visits) {
            const base = versions[from % versions.length]!
            carried.moveTo(base)
            expectFreshIndex(carried, base)
            const own = way === 'commit' ? carried : new DocumentIndex(base)
            const transaction = new Transaction(own)
            runEdits(transaction, edits, ids)
            const { before, after, patches, inverse } = commit(transaction)
            const next =
              way === 'parsed'
                ? (JSON.parse(JSON.stringify(after)) as Blueprint)
                : way === 'patch'
                  ? applyPatch(before, patches)
                  : after
            carried.moveTo(next)
            expectFreshIndex(carried, next)
            versions.push(deepFreeze(next), deepFreeze(applyPatch(after, inverse)))
          }
          for (const version of versions) {
            carried.moveTo(version)
            expectFreshIndex(carried, version)
          }
        },
      ),
      { numRuns: runs(1000) },
    )
  })

  it('follows from any document to any other with some of the same ids', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlueprint, { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (blueprints, withWords) => {
          const index = new DocumentIndex(blueprints[0]!)
          if (withWords) index.hasWord('x')
          for (const blueprint of [...blueprints, ...blueprints.toReversed()]) {
            index.moveTo(blueprint)
            expectFreshIndex(index, blueprint)
          }
        },
      ),
      { numRuns: runs(1000) },
    )
  })

  it.each<[string, Component[], Component[]]>([
    ['the inside turned out', [card('a', card('b', card('c')))], [card('c', card('b', card('a')))]],
    ['a component into its sibling', [card('a'), card('b')], [card('b', card('a'))]],
    [
      'a component out to its former parent',
      [card('a', text('x'), card('b'))],
      [card('b', card('a', text('x')))],
    ],
    [
      'two parents that exchange children',
      [card('a', text('x')), card('b', text('y'))],
      [card('a', text('y')), card('b', text('x'))],
    ],
    [
      'all children into a new component',
      [card('a', text('x'), text('y'))],
      [card('a', card('n', text('y'), text('x')))],
    ],
    ['a removed parent whose child stays', [card('a', text('x'), text('y'))], [text('y')]],
    [
      'another kind under the same id',
      [text('a'), text('b')],
      [{ id: 'a', type: 'button', role: 'cta' }, text('b')],
    ],
    ['nothing left', [card('a', text('x'))], []],
    ['everything new', [], [card('a', text('x'))]],
  ])('follows %s, and back', (_, before, after) => {
    const roots: [Blueprint, Blueprint] = [{ components: before }, { components: after }]
    for (const [from, to] of [roots, roots.toReversed()] as [Blueprint, Blueprint][]) {
      const index = new DocumentIndex(from)
      index.hasWord('x')
      index.moveTo(to)
      expectFreshIndex(index, to)
      index.moveTo(from)
      expectFreshIndex(index, from)
    }
  })

  it('visits only what differs', () => {
    let reads = 0
    const watched = (id: string): Component =>
      Object.defineProperty({ id, type: 'card' }, 'children', {
        enumerable: true,
        get: () => {
          reads++
          return []
        },
      })
    const components = Array.from({ length: 500 }, (_, i) => watched(`c${i}`))
    const index = new DocumentIndex({ components })
    const next = components.with(250, watched('c250'))
    reads = 0
    index.moveTo({ components: next })
    expect(reads).toBeLessThan(8)
    expect(index.node('c250')!.component).toBe(next[250])
  })

  const blueprint: Blueprint = {
    components: [
      { id: 'heroTitle', type: 'title', role: 'hero', text: 'Product cards', bbox: [0, 0, 100, 20] },
      card(
        'list_1',
        {
          id: 'buy',
          type: 'button',
          role: 'cta',
          text: 'Buy',
          bbox: [10, 30, 50, 300],
          visual: { alt: 'A basket' },
        },
        text('note'),
      ),
      text('end', { text: '' }),
    ],
  }

  it('finds by id, type, role and word, in document order', () => {
    const index = new DocumentIndex(blueprint)
    const idsOf = (nodes: readonly { readonly id: string }[]): string[] => nodes.map(({ id }) => id)
    expect(index.size).toBe(5)
    expect(idsOf(index.all())).toEqual(['heroTitle', 'list_1', 'buy', 'note', 'end'])
    expect(idsOf(index.ofType('text'))).toEqual(['note', 'end'])
    expect(idsOf(index.ofRole('cta'))).toEqual(['buy'])
    expect(idsOf(index.withWord('card'))).toEqual(['heroTitle'])
    expect(idsOf(index.withWord('cards'))).toEqual(['heroTitle'])
    expect(idsOf(index.withWord('baskets'))).toEqual(['buy'])
    expect([
      index.hasWord('basket'),
      index.hasWord('missing'),
      index.hasType('card'),
      index.has('buy'),
      index.has('constructor'),
    ]).toEqual([true, false, true, true, false])
    expect(index.path(index.node('buy')!)).toBe('/components/1/children/0')
    expect(index.compare(index.node('buy')!, index.node('end')!)).toBeLessThan(0)
    expect(index.siblings(index.node('buy')!)).toHaveLength(2)
  })

  it('takes the screen from the document, else from the furthest edges', () => {
    expect(new DocumentIndex(blueprint).screen()).toEqual({ width: 100, height: 330 })
    expect(new DocumentIndex({ ...blueprint, meta: { screen: [360, 640] } }).screen()).toEqual({
      width: 360,
      height: 640,
    })
    for (const screen of [[0, 1], [1], 'x', ['1', 2], null]) {
      expect(
        new DocumentIndex({ components: [], meta: { screen } }).screen(),
        JSON.stringify(screen),
      ).toEqual({ width: 0, height: 0 })
    }
    const index = new DocumentIndex(blueprint)
    index.screen()
    index.moveTo({ components: [childrenOf(blueprint.components[1]!)[0]!] })
    expect(index.screen()).toEqual({ width: 60, height: 330 })
  })
})
