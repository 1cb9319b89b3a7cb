import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { blueprintText } from '../../src/serialize/blueprint-text.ts'
import { anyBlueprint } from '../document/arbitrary-blueprint.ts'
import { runs } from '../support/amounts.ts'

function expectSameText(blueprint: unknown): void {
  expect(blueprintText(blueprint as Blueprint)).toBe(JSON.stringify(blueprint))
  expect(blueprintText(blueprint as Blueprint), 'from what is remembered').toBe(JSON.stringify(blueprint))
}

function component(id: string, more: object = {}): Component {
  return { id, type: 'text', ...more }
}

function many(count: number, more: object = {}): Component[] {
  return Array.from({ length: count }, (_, i) => component(`c${i}`, more))
}

describe('blueprintText', { timeout: 60_000 }, () => {
  it.each<[string, unknown]>([
    ['no components', { components: [] }],
    ['components not last', { a: 1, components: [component('a')], b: 2 }],
    ['null text and role', { components: [component('a', { text: null, role: null })] }],
    [
      'unknown keys at every level',
      { x: [1], components: [component('a', { y: { z: [null] }, visual: { q: 1 } })], tokens: { t: {} } },
    ],
    ['empty children', { components: [component('a', { children: [] })] }],
    [
      'children before other keys',
      { components: [{ children: [component('b')], id: 'a', type: 'card', text: 'x' }] },
    ],
    [
      'integer-like keys',
      { 2: 'b', components: [component('a', { 10: 1, 9: 2, children: [component('b')] })], 1: 'a' },
    ],
    [
      'own __proto__ key',
      JSON.parse(
        '{"__proto__":{"a":1},"components":[{"__proto__":1,"id":"a","type":"t","children":[{"id":"b","type":"t"}]}]}',
      ),
    ],
    [
      'number and text in one field',
      { components: [component('a', { visual: { font_size: '16px', width: 3 } })] },
    ],
    [
      'keys to escape',
      { 'a"b\\\n\u2028': 1, components: [component('a', { 'k"': 1, children: [component('b')] })] },
    ],
    [
      'lone surrogates',
      {
        s: '\uD800',
        '\uDC00': 1,
        components: [component('\uD83D', { text: '\uDE00\uD83D', children: [component('\uD801')] })],
      },
    ],
    [
      'numbers',
      {
        n: [-0, 1e21, 1e-7, 5e-324, 1.5, Number.MAX_VALUE],
        components: [component('a', { bbox: [-0, 1e22, 0.1, 3] })],
      },
    ],
    [
      'undefined values',
      {
        a: undefined,
        components: [component('a', { text: undefined, children: [component('b', { x: undefined })] })],
        z: undefined,
      },
    ],
    [
      'only undefined beside children',
      { components: [component('a', { list: [undefined], children: [component('b')], visual: undefined })] },
    ],
    [
      'toJSON as data',
      { toJSON: 'x', components: [component('a', { toJSON: { a: 1 }, children: [component('b')] })] },
    ],
    [
      'an inherited key',
      Object.assign(Object.create({ inherited: 1 }) as object, { components: [component('a')] }),
    ],
    ['no prototype', Object.assign(Object.create(null) as object, { components: [component('a')] })],
    [
      'values JSON has no form for',
      {
        n: Number.NaN,
        components: [component('a', { opacity: Infinity, children: [component('b', { x: -Infinity })] })],
      },
    ],
    [
      'the same list twice',
      (() => {
        const components = [component('a')]
        return { copy: components, components }
      })(),
    ],
    ['a long text', { components: [component('a', { text: 'x'.repeat(20_000) }), component('b')] }],
    [
      'a long container',
      { components: [component('a', { children: many(300, { text: 'y'.repeat(100) }) }), component('z')] },
    ],
    ...[1, 2, 63, 64, 65, 128, 129, 1000].map((count): [string, unknown] => [
      `${count} siblings`,
      { components: many(count) },
    ]),
  ])('writes what JSON.stringify writes: %s', (_, blueprint) => expectSameText(blueprint))

  it('writes what JSON.stringify writes for any document', () => {
    fc.assert(fc.property(anyBlueprint, expectSameText), { numRuns: runs(1000) })
  })

  it('keeps up with long chains of edits, older versions and branches', () => {
    const edit = fc.record({
      kind: fc.constantFrom('set', 'insert', 'remove', 'move', 'nest', 'back'),
      a: fc.nat(),
      b: fc.nat(),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.array(edit, { minLength: 1, maxLength: 40 }),
        (size, edits) => {
          const versions: Blueprint[] = [{ screen_id: 's', components: many(size, { text: 'some text' }) }]
          let made = 0
          expectSameText(versions[0])
          for (const { kind, a, b } of edits) {
            const present = versions[kind === 'back' ? a % versions.length : versions.length - 1]!
            const components = present.components.slice()
            const at = components.length === 0 ? 0 : a % components.length
            if (kind === 'insert')
              components.splice(at, 0, component(`n${made++}`, { text: 'long '.repeat(b % 3000) }))
            else if (components.length > 0) {
              const [taken] = components.splice(at, 1)
              if (kind === 'set' || kind === 'back') components.splice(at, 0, { ...taken!, text: `t${b}` })
              if (kind === 'move') components.splice(b % (components.length + 1), 0, taken!)
              if (kind === 'nest')
                components.splice(
                  at,
                  0,
                  component(`n${made++}`, { children: [taken!, component(`n${made++}`)] }),
                )
            }
            const next = { ...present, components }
            expectSameText(next)
            versions.push(next)
          }
          for (const version of versions) expectSameText(version)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('does not write again what it knows', () => {
    const before: Blueprint = { components: many(2000) }
    blueprintText(before)
    const edit = (blueprint: Blueprint): { after: Blueprint; reads: () => number } => {
      let count = 0
      const components = blueprint.components.map((old) => old)
      components[700] = component('c700', { text: 'new' })
      const after = { ...blueprint, components: components.map((old) => counted(old, () => count++)) }
      return { after, reads: () => count }
    }
    // Every component watched: a first sight reads them all, the second version only those of the changed run.
    const first = edit(before)
    blueprintText(first.after)
    expect(first.reads()).toBeGreaterThan(1999)
    const readsBefore = first.reads()
    const components = first.after.components.slice()
    components[3] = component('c3', { text: 'changed' })
    expectSameTextQuietly({ ...first.after, components })
    expect(first.reads() - readsBefore).toBeLessThan(64)
  })
})

function expectSameTextQuietly(blueprint: Blueprint): void {
  const text = blueprintText(blueprint)
  expect(JSON.parse(text)).toHaveProperty('components.3.text', 'changed')
}

/** A component that tells each time its type is read for writing. */
function counted(from: Component, onRead: () => void): Component {
  return Object.defineProperty({ ...from }, 'type', {
    enumerable: true,
    get: () => {
      onRead()
      return from.type
    },
  })
}
