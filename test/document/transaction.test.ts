import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProperty, readToken } from '../../src/document/blueprint.ts'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { properties, tokens } from '../../src/document/native-table.ts'
import type { PropertyName, TokenName } from '../../src/document/native-table.ts'
import { numberOf, Transaction } from '../../src/document/transaction.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'
import { anyBlueprint, deepFreeze } from './arbitrary-blueprint.ts'
import { expectFreshIndex } from './index-state.ts'
import { anyEdits, FreshIds, runEdits } from './random-edits.ts'
import { runs } from '../support/amounts.ts'

const names = Object.keys(properties) as PropertyName[]
const tokenNames = Object.keys(tokens) as TokenName[]

/** What a transaction shows at a moment: the tree with every property, box and token. */
function viewOf(transaction: Transaction): unknown {
  const view = (node: TreeNode): unknown => ({
    id: node.id,
    box: node.box,
    values: names.map((name) => transaction.read(node, name)),
    children: node.children.map(view),
  })
  return {
    tokens: tokenNames.map((name) => transaction.readToken(name)),
    top: transaction.index.top.map(view),
  }
}

/** What a document holds, in the same form. */
function viewOfDocument(root: Blueprint): unknown {
  const view = (node: TreeNode): unknown => ({
    id: node.id,
    box: node.component.bbox ?? null,
    values: names.map((name) => readProperty(node.component, name)),
    children: node.children.map(view),
  })
  return {
    tokens: tokenNames.map((name) => readToken(root, name)),
    top: new DocumentIndex(root).top.map(view),
  }
}

describe('Transaction', { timeout: 60_000 }, () => {
  it('shows before the commit what the document holds after it', () => {
    fc.assert(
      fc.property(anyBlueprint, anyEdits, (blueprint, edits) => {
        const transaction = new Transaction(new DocumentIndex(deepFreeze(blueprint)))
        runEdits(transaction, edits, new FreshIds())
        const shown = viewOf(transaction)
        expect(viewOfDocument(commit(transaction).after)).toEqual(shown)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('rolls back to every savepoint exactly', () => {
    fc.assert(
      fc.property(
        anyBlueprint,
        fc.array(anyEdits, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (blueprint, batches, withWords) => {
          const index = new DocumentIndex(deepFreeze(blueprint))
          if (withWords) index.hasWord('x')
          const transaction = new Transaction(index)
          const ids = new FreshIds()
          const marks: { savepoint: number; shown: unknown }[] = []
          for (const edits of batches) {
            marks.push({ savepoint: transaction.savepoint(), shown: viewOf(transaction) })
            runEdits(transaction, edits, ids)
          }
          for (const { savepoint, shown } of marks.reverse()) {
            transaction.rollback(savepoint)
            expect(viewOf(transaction)).toEqual(shown)
          }
          expectFreshIndex(index, blueprint)
          const change = commit(transaction)
          expect(change.after).toBe(blueprint)
          expect(change.patches).toEqual([])
          expectFreshIndex(index, blueprint)
        },
      ),
      { numRuns: runs(1000) },
    )
  })

  it('commits the same change after a detour that was rolled back', () => {
    fc.assert(
      fc.property(anyBlueprint, anyEdits, anyEdits, anyEdits, (blueprint, first, detour, last) => {
        const run = (withDetour: boolean): string => {
          const transaction = new Transaction(new DocumentIndex(blueprint))
          runEdits(transaction, first, new FreshIds())
          const savepoint = transaction.savepoint()
          if (withDetour) runEdits(transaction, detour, new FreshIds('detour'))
          transaction.rollback(savepoint)
          runEdits(transaction, last, new FreshIds('last'))
          const { after, patches, inverse, changed, touchedTokens } = commit(transaction)
          return JSON.stringify({ after, patches, inverse, changed, touchedTokens })
        }
        expect(run(true)).toBe(run(false))
      }),
      { numRuns: runs(1000) },
    )
  })

  const start = (blueprint: Blueprint): Transaction =>
    new Transaction(new DocumentIndex(deepFreeze(blueprint)))
  const button = {
    id: 'a',
    type: 'button',
    text: 'Buy',
    bbox: [0, 0, 100, 40] as const,
    visual: { font_size: '16px', padding: 8 },
  }

  it('tells whether a write changed anything', () => {
    const transaction = start({ components: [button], tokens: { base_spacing: 8 } })
    const node = transaction.index.node('a')!
    expect(transaction.write(node, 'text', 'Buy')).toBe(false)
    expect(transaction.write(node, 'alt', undefined)).toBe(false)
    expect(transaction.write(node, 'width', 100)).toBe(false)
    expect(transaction.write(node, 'width', 120)).toBe(true)
    expect(transaction.writeToken('baseSpacing', 8)).toBe(false)
    expect(transaction.writeToken('baseSpacing', 9)).toBe(true)
    expect(transaction.log).toHaveLength(2)
  })

  it('keeps the unit of a length that is kept as text', () => {
    const transaction = start({ components: [button] })
    const node = transaction.index.node('a')!
    transaction.write(node, 'fontSize', 20)
    transaction.write(node, 'padding', 12)
    expect([transaction.read(node, 'fontSize'), transaction.read(node, 'padding')]).toEqual(['20px', 12])
    expect(transaction.readNumber(node, 'fontSize')).toBe(20)
  })

  it('takes a text away as null, for a key that goes away could not come back in its place', () => {
    const transaction = start({ components: [button, { id: 'b', type: 'text' }] })
    transaction.write(transaction.index.node('a')!, 'text', undefined)
    transaction.write(transaction.index.node('b')!, 'text', undefined)
    const { after, patches } = commit(transaction)
    expect(patches).toEqual([{ op: 'replace', path: '/components/0/text', value: null }])
    expect(after.components[1]).toEqual({ id: 'b', type: 'text' })
  })

  it('invents no tokens', () => {
    const blueprint: Blueprint = { components: [] }
    const transaction = start(blueprint)
    expect(transaction.writeToken('primaryColor', '#FF0000')).toBe(false)
    expect(commit(transaction)).toMatchObject({ patches: [], changed: [], touchedTokens: [] })
  })

  it('keeps the screen as it was at the beginning', () => {
    const transaction = start({ components: [button] })
    transaction.setBox(transaction.index.node('a')!, [0, 0, 900, 900])
    expect(transaction.screen()).toEqual({ width: 100, height: 40 })
    commit(transaction)
    expect(transaction.index.screen()).toEqual({ width: 900, height: 900 })
  })

  it('moves a box with everything in it', () => {
    const transaction = start({
      components: [{ ...button, children: [{ id: 'b', type: 'text', children: [{ ...button, id: 'c' }] }] }],
    })
    transaction.shift(transaction.index.node('a')!, 5, -3)
    const { changed } = commit(transaction)
    expect(changed).toEqual([
      { id: 'a', properties: ['x', 'y'] },
      { id: 'c', properties: ['x', 'y'] },
    ])
  })

  it('refuses to move a component into itself', () => {
    const transaction = start({
      components: [{ id: 'a', type: 'card', children: [{ id: 'b', type: 'card' }] }],
    })
    const { index } = transaction
    expect(() => transaction.move(index.node('a')!, index.node('a')!, 0)).toThrow(/into itself/)
    expect(() => transaction.move(index.node('a')!, index.node('b')!, 0)).toThrow(/into itself/)
    expectFreshIndex(index, index.root)
  })
})

describe('numberOf', () => {
  it.each<[unknown, number | undefined]>([
    [12, 12],
    [-0.5, -0.5],
    [Number.NaN, undefined],
    [Infinity, undefined],
    ['16px', 16],
    [' 1.5 ', 1.5],
    ['-4px', -4],
    ['.5', 0.5],
    ['13.333333333333334px', 13.333333333333334],
    ['2rem', 32],
    ['1.5em', 24],
    ['12pt', 16],
    ['normal', 400],
    ['bold', 700],
    ['', undefined],
    ['px', undefined],
    ['-', undefined],
    ['-px', undefined],
    ['1 px', undefined],
    ['50%', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
    ['1.2.3', undefined],
    [null, undefined],
    [undefined, undefined],
    [true, undefined],
    [[1], undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(numberOf(value)).toBe(expected)
  })

  it('reads a long text in no time', () => {
    expect(numberOf(`${' '.repeat(100_000)}1`)).toBeUndefined()
    expect(numberOf(`${'1'.repeat(100_000)}px`)).toBeUndefined()
    expect(numberOf(`1.${'1'.repeat(100_000)}`)).toBeUndefined()
  })
})
