import fc from 'fast-check'
import { enablePatches, Immer } from 'immer'
import { describe, expect, inject, test } from 'vitest'
import { areScalars, stored, takesAway, writeAll, writeScalars } from '../../src/document/component-edits.ts'
import { properties } from '../../src/document/native-table.ts'
import type { PropertyName } from '../../src/document/native-table.ts'
import type { Component } from '../../src/document/blueprint.ts'
import type { Patch } from '../../src/document/patch.ts'
import { runs } from '../support/amounts.ts'

enablePatches()
const immer = new Immer({ autoFreeze: false })

const names = Object.keys(properties) as PropertyName[]
const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const anyEdits = fc.dictionary(fc.constantFrom(...names), scalar, { minKeys: 1, maxKeys: 5 })
const anyComponent: fc.Arbitrary<Component> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), scalar, { maxKeys: 5 }),
    fc.option(fc.string(), { nil: undefined }),
  )
  .map(([look, text]) => ({
    id: 'a',
    type: 'card',
    ...(text !== undefined && { text }),
    visual: Object.fromEntries(
      Object.entries(look).map(([name, value]) => [properties[name as PropertyName].key, value]),
    ),
  }))

/** By a draft: the general way, which the way by hand has to equal. */
function byDraft(base: Component, edits: ReadonlyMap<PropertyName, unknown>) {
  const [next, patches, inverse] = immer.produceWithPatches(base, (draft) => {
    writeAll(draft, edits)
  })
  const plain = (list: typeof patches): Patch[] =>
    list.map(({ op, path, value }) => {
      const pointer = `/at/${path.join('/')}`
      return op === 'remove' ? { op, path: pointer } : { op, path: pointer, value: value as unknown }
    })
  return { next, patches: plain(patches), inverse: plain(inverse) }
}

describe('writing by hand', () => {
  test('gives the document, the patches and the inverse of a draft', () => {
    fc.assert(
      fc.property(anyComponent, anyEdits, (base, values) => {
        // What is there already is not written: the caller sees to it.
        const edits = new Map(
          (Object.entries(values) as [PropertyName, unknown][]).filter(
            ([name, value]) => stored(base, name) !== value,
          ),
        )
        fc.pre(edits.size > 0 && areScalars(base, edits) && !takesAway(base, edits))
        const before = JSON.stringify(base)
        const patches: Patch[] = []
        const inverse: Patch[] = []
        const next = writeScalars(base, edits, '/at', patches, inverse)
        const drafted = byDraft(base, edits)
        expect(JSON.stringify(next)).toBe(JSON.stringify(drafted.next))
        expect(patches).toEqual(drafted.patches)
        expect(inverse).toEqual(drafted.inverse)
        expect(JSON.stringify(base)).toBe(before)
      }),
      { seed: inject('propertySeed'), numRuns: runs(500) },
    )
  })

  test('is not for objects, nor for a component without a look', () => {
    const bare: Component = { id: 'a', type: 'card' }
    const gradient = { type: 'linear', angle: 90, stops: ['red', 'blue'] }
    expect(areScalars({ ...bare, visual: {} }, new Map([['background', 'red']]))).toBe(true)
    expect(areScalars(bare, new Map([['background', 'red']]))).toBe(false)
    expect(areScalars({ ...bare, visual: {} }, new Map([['gradient', gradient]]))).toBe(false)
  })

  test('shares what it does not write, and makes no patch for a component that is new', () => {
    const children: readonly Component[] = [{ id: 'b', type: 'text' }]
    const base: Component = { id: 'a', type: 'card', text: 'x', visual: { bg_color: 'red' }, children }
    const patches: Patch[] = []
    const next = writeScalars(base, new Map([['text', 'y']]), null, patches, patches)
    expect(next.children).toBe(children)
    expect(next.visual).toBe(base.visual)
    expect(patches).toEqual([])
  })
})
