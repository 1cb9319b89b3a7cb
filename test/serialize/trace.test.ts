import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Trace } from '../../src/command/trace.ts'
import { packTrace, unpackTrace } from '../../src/serialize/trace.ts'
import type { PackedTrace } from '../../src/serialize/trace.ts'
import { runs } from '../support/amounts.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('header', 'hero_title', '__proto__', ''),
)
const number = fc.oneof(fc.integer(), fc.double())
const times = { decompose: number, execute: number, verify: number, serialize: number, total: number }

const anyTrace: fc.Arbitrary<Trace> = fc.record({
  command: text,
  corrections: fc.array(fc.record({ from: text, to: text, kind: text }), { maxLength: 2 }),
  clauses: fc.array(
    fc.record({
      text,
      span: fc.record({ start: number, end: number }),
      readings: fc.array(fc.record({ family: text, accepted: fc.boolean(), reason: text }), { maxLength: 3 }),
      references: fc.array(
        fc.record({
          phrase: text,
          candidates: fc.array(fc.record({ id: text, score: number, why: text }), { maxLength: 3 }),
          chosen: fc.array(text, { maxLength: 3 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 3 },
  ),
  steps: fc.array(fc.record({ kind: text, targets: fc.array(text), notes: fc.array(text) }), {
    maxLength: 3,
  }),
  rules: fc.array(fc.record({ rule: text, level: text, found: number }), { maxLength: 3 }),
  timings: fc.record(times),
})

const command = 'make the header bigger and the hero title red'
const typical: Trace = {
  command,
  corrections: [{ from: 'hedaer', to: 'header', kind: 'spelling' }],
  clauses: [
    {
      text: 'make the header bigger',
      span: { start: 0, end: 22 },
      readings: [
        { family: 'resize', accepted: true, reason: 'verb make, size word bigger' },
        { family: 'color', accepted: false, reason: 'no color word' },
        { family: 'move', accepted: false, reason: 'no verb of moving' },
      ],
      references: [
        {
          phrase: 'the header',
          candidates: [
            { id: 'main_header', score: 1, why: 'type header' },
            { id: 'section_header', score: 0.6, why: 'id word header' },
          ],
          chosen: ['main_header'],
        },
      ],
    },
    {
      text: 'the hero title red',
      span: { start: 27, end: 45 },
      readings: [{ family: 'color', accepted: true, reason: 'color word red' }],
      references: [
        {
          phrase: 'the hero title',
          candidates: [{ id: 'hero_title', score: 1, why: 'id words hero title' }],
          chosen: ['hero_title'],
        },
      ],
    },
  ],
  steps: [
    { kind: 'resize', targets: ['main_header'], notes: [] },
    { kind: 'set', targets: ['hero_title'], notes: [] },
  ],
  rules: ['schema', 'identity', 'boxes', 'overlap', 'contrast', 'target-size'].map((rule) => ({
    rule,
    level: 'warning',
    found: 0,
  })),
  timings: { decompose: 6.2, execute: 4.1, verify: 3.3, serialize: 1.2, total: 14.9 },
}

describe('packTrace', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(unpackTrace(packTrace(trace))).toEqual(trace)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('loses nothing on the way through JSON', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(unpackTrace(JSON.parse(JSON.stringify(packTrace(trace))) as PackedTrace)).toEqual(trace)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is well under the length of the plain text on a typical trace', () => {
    const packed = JSON.stringify(packTrace(typical))
    expect(packed.length).toBeLessThan(0.5 * JSON.stringify(typical).length)
    expect(unpackTrace(JSON.parse(packed) as PackedTrace)).toStrictEqual(typical)
  })
})

describe('unpackTrace', () => {
  const [, texts, data] = packTrace(typical)
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /expected a packed trace/],
    ['an object', { 0: 1 }, /expected a packed trace/],
    ['another version', [1, texts, data], /expected a packed trace/],
    ['no texts', [2, null, data], /expected a packed trace/],
    ['no data', [2, texts, []], /value 0: expected the index of a text, got nothing/],
    ['an index out of range', [2, texts, [99_999]], /value 0: expected the index of a text/],
    ['an index that is no index', [2, texts, ['length']], /value 0: expected the index of a text/],
    ['a text that is none', [2, [7], [0]], /value 0: expected the index of a text/],
    ['a length beyond the data', [2, texts, [0, 4_000_000_000]], /value 1: expected the length of a list/],
    ['a negative length', [2, texts, [0, -1]], /value 1: expected the length of a list/],
    ['a length that is no whole number', [2, texts, [0, 0.5]], /value 1: expected the length of a list/],
    ['a number that is a name', [2, texts, [0, 0, 1, 'abc']], /value 3: expected a number/],
    ['data cut short', [2, texts, data.slice(0, -1)], /expected a number, got nothing/],
    ['data left over', [2, texts, [...data, 1]], /expected the end, got the number 1/],
  ])('rejects %s', (_, packed, reason) => {
    expect(() => unpackTrace(packed as PackedTrace)).toThrow(reason)
  })

  it('rejects or reads any list of numbers without another failure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -2, max: 5 }), fc.constantFrom('NaN', null, '-0'))),
        (values) => {
          try {
            unpackTrace([2, ['a', 'b', 'c'], values] as unknown as PackedTrace)
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError)
            expect((error as TypeError).message).toMatch(/^packed trace, value/)
          }
        },
      ),
      { numRuns: runs(1000) },
    )
  })
})
