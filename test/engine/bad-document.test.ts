import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { IssueCode } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { askAll, expectRefused } from './expect-refusal.ts'
import { runs } from '../support/amounts.ts'

const engine = createEngine()
const COMMAND = 'make #a red'

/** A document of one component. */
function one(component: object): object {
  return { components: [{ id: 'a', type: 'text', ...component }] }
}

function cycle(): unknown {
  const inner: { id: string; type: string; children: unknown[] } = { id: 'a', type: 'card', children: [] }
  inner.children.push(inner)
  return { components: [inner] }
}

function cycleUnderKey(): unknown {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  return one({ note: loop })
}

function nested(levels: number): unknown {
  let component: Record<string, unknown> = { id: 'a', type: 'card' }
  for (let i = 0; i < levels; i++) component = { id: `c${i}`, type: 'card', children: [component] }
  return { components: [component] }
}

function nestedUnderKey(levels: number): unknown {
  let note: unknown = 1
  for (let i = 0; i < levels; i++) note = [note]
  return one({ note })
}

function throwing(): never {
  throw new Error('not to be read')
}

class Screen {
  readonly components = [{ id: 'a', type: 'text' }]
}

describe('what is no document is refused, whatever is asked of it', () => {
  test.each<[string, unknown, IssueCode]>([
    ['nothing', undefined, 'document-invalid'],
    ['null', null, 'document-invalid'],
    ['a text', '{"components":[]}', 'document-invalid'],
    ['a number', 1, 'document-invalid'],
    ['a big number', 1n, 'document-invalid'],
    ['a symbol', Symbol('x'), 'document-invalid'],
    ['a function', () => shopScreen(), 'document-invalid'],
    ['a list', [], 'document-invalid'],
    ['an empty object', {}, 'document-invalid'],
    ['a Map', new Map([['components', []]]), 'document-invalid'],
    ['a Date', new Date(0), 'document-invalid'],
    ['an expression', /x/, 'document-invalid'],
    ['a promise', Promise.resolve({ components: [] }), 'document-invalid'],
    ['an instance of a class', new Screen(), 'document-invalid'],
    ['components that are no list', { components: { 0: { id: 'a', type: 'text' } } }, 'document-invalid'],
    ['components that are a typed array', { components: new Uint8Array(3) }, 'document-invalid'],
    ['a component that is null', { components: [null] }, 'document-invalid'],
    ['a component that is a list', { components: [[]] }, 'document-invalid'],
    // oxlint-disable-next-line no-sparse-arrays
    ['a hole among components', { components: [, { id: 'a', type: 'text' }] }, 'document-invalid'],
    ['no id', { components: [{ type: 'text' }] }, 'document-invalid'],
    ['an empty id', one({ id: '' }), 'document-invalid'],
    ['a number as id', one({ id: 1 }), 'document-invalid'],
    ['no type', { components: [{ id: 'a' }] }, 'document-invalid'],
    ['an inherited id', { components: [Object.create({ id: 'a', type: 'text' })] }, 'document-invalid'],
    [
      'an id twice',
      {
        components: [
          { id: 'a', type: 'text' },
          { id: 'a', type: 'text' },
        ],
      },
      'duplicate-id',
    ],
    ['an id twice on two levels', one({ children: [{ id: 'a', type: 'text' }] }), 'duplicate-id'],
    ['a text that is a number', one({ text: 5 }), 'document-invalid'],
    ['a box that is a text', one({ bbox: '0,0,1,1' }), 'box-invalid'],
    ['a box that is an object', one({ bbox: { x: 0, y: 0, width: 1, height: 1 } }), 'box-invalid'],
    ['a box of three', one({ bbox: [0, 0, 1] }), 'box-invalid'],
    ['a box of five', one({ bbox: [0, 0, 1, 1, 1] }), 'box-invalid'],
    ['a box with NaN', one({ bbox: [0, Number.NaN, 1, 1] }), 'box-invalid'],
    ['a box without end', one({ bbox: [0, 0, Number.POSITIVE_INFINITY, 1] }), 'box-invalid'],
    ['a box with texts', one({ bbox: ['0', '0', '1', '1'] }), 'box-invalid'],
    ['a box without width', one({ bbox: [0, 0, 0, 1] }), 'box-invalid'],
    ['a box of negative height', one({ bbox: [0, 0, 1, -1] }), 'box-invalid'],
    ['a box that is null', one({ bbox: null }), 'box-invalid'],
    ['a look that is a list', one({ visual: [] }), 'document-invalid'],
    ['a look that is null', one({ visual: null }), 'document-invalid'],
    ['a font size of NaN', one({ visual: { font_size: Number.NaN } }), 'document-invalid'],
    ['a color that is a number', one({ visual: { bg_color: 0xff0000 } }), 'document-invalid'],
    [
      'a gradient without stops',
      one({ visual: { gradient: { type: 'linear', angle: 0 } } }),
      'document-invalid',
    ],
    ['hidden as a text', one({ visual: { hidden: 'yes' } }), 'document-invalid'],
    ['children that are an object', one({ children: {} }), 'document-invalid'],
    ['children that are null', one({ children: null }), 'document-invalid'],
    ['tokens that are a list', { tokens: [], components: [] }, 'document-invalid'],
    ['a token that is an object', { tokens: { base_spacing: {} }, components: [] }, 'document-invalid'],
    ['meta that is a text', { meta: 'x', components: [] }, 'document-invalid'],
    ['a value that is nothing', one({ note: undefined }), 'document-invalid'],
    ['a function as a value', one({ note: () => 1 }), 'document-invalid'],
    ['a big number as a value', one({ note: [1n] }), 'document-invalid'],
    ['a Date as a value', one({ note: new Date(0) }), 'document-invalid'],
    ['a Map as a value', one({ visual: { note: new Map() } }), 'document-invalid'],
    ['a component inside itself', cycle(), 'document-cycle'],
    ['a value inside itself', cycleUnderKey(), 'document-cycle'],
    ['65 levels', nested(64), 'document-too-deep'],
    ['100,000 levels', nested(100_000), 'document-too-deep'],
    ['100,000 levels under a key', nestedUnderKey(100_000), 'document-too-deep'],
    [
      'a getter that throws',
      {
        get components(): never {
          return throwing()
        },
      },
      'document-invalid',
    ],
    [
      'a deep getter that throws',
      {
        components: [
          Object.defineProperty({ id: 'a', type: 'text' }, 'text', { enumerable: true, get: throwing }),
        ],
      },
      'document-invalid',
    ],
    [
      'a proxy that throws',
      new Proxy({}, { get: throwing, ownKeys: throwing, getPrototypeOf: throwing, has: throwing }),
      'document-invalid',
    ],
    [
      'a deep proxy that throws',
      { components: [new Proxy({}, { get: throwing, ownKeys: throwing })] },
      'document-invalid',
    ],
    ['a revoked proxy', revoked(), 'document-invalid'],
    ['a very long id', one({ id: 'a'.repeat(100_001) }), 'text-too-long'],
    ['a very long text', one({ text: 'a'.repeat(100_001) }), 'text-too-long'],
  ])('%s', (_name, document, code) => {
    const answer = askAll(engine, document, COMMAND)
    expectRefused(answer, document, [code])
    expect(answer.issues[0]!.path ?? '').toMatch(/^(?:$|\/)/)
    expect(engine.plan(document as never, COMMAND).issues).toEqual(answer.issues)
    expect(engine.verify(document as never).issues).toEqual(answer.issues)
    expect(engine.find(document as never, 'the text')).toEqual([])
  })
})

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('what looks odd and is a document', () => {
  test.each<[string, unknown]>([
    ['no tokens, no meta, no ids of its own', one({})],
    ['no boxes', one({ children: [{ id: 'b', type: 'text' }] })],
    [
      'boxes here and there',
      {
        components: [
          { id: 'a', type: 'text' },
          { id: 'b', type: 'text', bbox: [0, 0, 1, 1] },
        ],
      },
    ],
    [
      'nulls that count as absent',
      one({ text: null, role: null, confidence: null, visual: { width: null, bg_color: null } }),
    ],
    [
      'keys of every object',
      JSON.parse(
        '{"__proto__":{"x":1},"components":[{"id":"a","type":"text","__proto__":{"y":2},"constructor":3,"visual":{"__proto__":null,"toString":1}}],"tokens":{"__proto__":{"z":1}}}',
      ),
    ],
    ['a toJSON that is data', one({ toJSON: 'x', visual: { toJSON: null } })],
    [
      'an id that is a key of every object',
      {
        components: [
          { id: '__proto__', type: 'constructor' },
          { id: 'a', type: 'text' },
        ],
      },
    ],
    ['a type nobody knows', { components: [{ id: 'a', type: 'hologram' }] }],
    ['an object without a prototype', Object.assign(Object.create(null), one({}))],
    ['64 levels', nested(63)],
    ['a far-off box', one({ bbox: [-1e6, 1e6, 0.001, 1e6] })],
    ['a screen that is none', { meta: { screen: ['wide', null] }, ...one({ bbox: [0, 0, 10, 10] }) }],
    ['a label of what is not there', { components: [{ id: 'a', type: 'label', for: 'nobody' }] }],
    ['colors that are none', one({ visual: { bg_color: 'no color', text_color: '' } })],
  ])('%s', (_name, document) => {
    const text = JSON.stringify(document)
    const answer = askAll(engine, document, COMMAND)
    expect(answer.issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(answer.status).toBe('applied')
    expect(JSON.stringify(document)).toBe(text)
    expect(answer.json).toBe(JSON.stringify(answer.blueprint))
    expect(Object.keys(answer.blueprint)).toEqual(Object.keys(document as object))
  })

  it('keys of every object pollute nothing', () => {
    const document = JSON.parse(
      '{"components":[{"id":"a","type":"text","__proto__":{"polluted":1},"visual":{"__proto__":{"polluted":1}}}]}',
    ) as never
    const { json } = engine.run(document, 'make #a red, bold and 2px wider')
    expect(json).toContain('"__proto__":{"polluted":1}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('an empty screen takes a first component', () => {
    const answer = askAll(engine, { components: [] }, 'add a button "Go"')
    expect(answer.blueprint.components).toMatchObject([{ type: 'button', text: 'Go' }])
  })

  it('20 faults are told, not 100,000', () => {
    const answer = engine.run(
      { components: Array.from({ length: 100_000 }, () => ({ id: 1 })) } as never,
      COMMAND,
    )
    expect(answer.issues.length).toBeGreaterThan(1)
    expect(answer.issues.length).toBeLessThanOrEqual(20)
  })
})

test('any JSON as document', () => {
  const anything = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  const likeOne = fc.record(
    {
      components: fc.array(
        fc.record(
          {
            id: fc.oneof(fc.string({ minLength: 1, maxLength: 2 }), anything),
            type: fc.oneof(fc.constantFrom('text', 'card'), anything),
            bbox: fc.oneof(fc.array(fc.double(), { minLength: 3, maxLength: 5 }), anything),
            text: anything,
            role: anything,
            visual: fc.oneof(
              fc.dictionary(fc.constantFrom('bg_color', 'hidden', 'width', 'opacity', 'x'), anything),
              anything,
            ),
            children: fc.oneof(fc.constant([]), anything),
          },
          { requiredKeys: ['id', 'type'] },
        ),
        { maxLength: 3 },
      ),
      tokens: anything,
      meta: anything,
    },
    { requiredKeys: ['components'] },
  )
  fc.assert(
    fc.property(
      fc.oneof(anything, likeOne),
      fc.constantFrom(COMMAND, 'delete everything', 'make the text bigger'),
      (document, command) => {
        const text = JSON.stringify(document)
        const answer = askAll(engine, document, command)
        expect(JSON.stringify(document)).toBe(text)
        expect(answer.issues.filter(({ code }) => code === 'internal')).toEqual([])
        if (answer.status === 'rejected') expect(answer.blueprint).toBe(document)
      },
    ),
    { numRuns: runs(1000) },
  )
})
