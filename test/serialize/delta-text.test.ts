import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deltaSerializerSource } from '../../scripts/delta-serializer.mjs'
import type { Patch } from '../../src/document/patch.ts'
import { deltaText } from '../../src/serialize/delta-text.ts'
import type { Delta } from '../../src/serialize/delta-text.ts'
import { anyJson } from '../document/arbitrary-blueprint.ts'
import { runs } from '../support/amounts.ts'

const text = fc.string({ unit: 'binary' })
const patch: fc.Arbitrary<Patch> = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'replace', 'test'), path: text, value: anyJson }),
  fc.record({ op: fc.constant('remove' as const), path: text }),
  fc.record({ op: fc.constantFrom('move', 'copy'), from: text, path: text }),
)
const delta: fc.Arbitrary<Delta> = fc.record({
  patches: fc.array(patch),
  changed: fc.array(fc.record({ id: text, properties: fc.array(text) })),
  status: fc.constantFrom('applied', 'partial', 'clarify', 'rejected'),
})

describe('deltaText', () => {
  it.each<[string, Delta]>([
    ['nothing', { patches: [], changed: [], status: 'rejected' }],
    ['null value', { patches: [{ op: 'add', path: '/a', value: null }], changed: [], status: 'applied' }],
    [
      'values of every kind',
      {
        patches: [1, -0, 1e30, 'a"\u0000', true, [], {}, [{ a: [null] }]].map((value) => ({
          op: 'add',
          path: '/-',
          value,
        })),
        changed: [],
        status: 'applied',
      },
    ],
    [
      'values JSON has no form for',
      {
        patches: [Number.NaN, Infinity, undefined].map((value) => ({ op: 'replace', path: '', value })),
        changed: [],
        status: 'applied',
      },
    ],
    [
      'a move',
      {
        patches: [{ op: 'move', from: '/a~1b', path: '/c/-' }],
        changed: [{ id: '\uD800"', properties: ['order'] }],
        status: 'partial',
      },
    ],
    [
      'long texts',
      {
        patches: [{ op: 'add', path: `/${'é"'.repeat(3000)}`, value: 'x\\'.repeat(9000) }],
        changed: [],
        status: 'applied',
      },
    ],
    [
      'an own __proto__ in a value',
      {
        patches: [{ op: 'add', path: '/a', value: JSON.parse('{"__proto__":{"a":1}}') as unknown }],
        changed: [],
        status: 'applied',
      },
    ],
    [
      'many patches',
      {
        patches: Array.from({ length: 30_000 }, (_, i) => ({ op: 'remove', path: `/${i}` })),
        changed: [],
        status: 'applied',
      },
    ],
  ])('writes what JSON.stringify writes: %s', (_, value) =>
    expect(deltaText(value)).toBe(JSON.stringify(value)),
  )

  it('writes what JSON.stringify writes for any delta', () => {
    fc.assert(
      fc.property(delta, (value) => {
        expect(deltaText(value)).toBe(JSON.stringify(value))
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is what fast-json-stringify generates for the schema (npm run generate:serializer)', () => {
    const file = new URL('../../src/serialize/delta-serializer.generated.ts', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(deltaSerializerSource())
  })
})
