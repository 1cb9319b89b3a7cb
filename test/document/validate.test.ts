import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import { commit } from '../../src/document/change.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'
import { applyJsonPatch } from '../../src/document/patch.ts'
import { Transaction } from '../../src/document/transaction.ts'
import { validateBlueprint } from '../../src/document/validate.ts'
import type { DocumentFault, DocumentLimits } from '../../src/document/validate.ts'
import { runs } from '../support/amounts.ts'

const LIMITS: DocumentLimits = { maxComponents: 100_000, maxDepth: 64, maxTextLength: 100_000 }

function faultsOf(input: unknown, limits: Partial<DocumentLimits> = {}): readonly DocumentFault[] {
  const result = validateBlueprint(input, { ...LIMITS, ...limits })
  if (!result.ok) return result.error
  expect(result.value).toBe(input)
  return []
}

/** `code path`, short enough to compare. */
function brief(input: unknown, limits: Partial<DocumentLimits> = {}): string[] {
  return faultsOf(input, limits).map(({ code, path }) => `${code} ${path}`)
}

const one = (rest: object = {}): object => ({ components: [{ id: 'a', type: 'text', ...rest }] })
const look = (visual: object): object => one({ visual })
const nested = (levels: number): object => {
  let component: object = { id: `c${levels}`, type: 'text' }
  for (let level = levels - 1; level >= 1; level--)
    component = { id: `c${level}`, type: 'box', children: [component] }
  return { components: [component] }
}
/** A list with a hole, which JSON would fill with null. */
function holed(list: unknown[], at: number): unknown[] {
  const holes: unknown[] = []
  holes.length = list.length
  list.forEach((value, i) => {
    if (i !== at) holes[i] = value
  })
  return holes
}

class OddError extends Error {
  override get message(): string {
    return throwing()
  }
}

const throwing = (): never => {
  throw new Error('no')
}

describe('documents', () => {
  test.each<[string, unknown]>([
    ['no components', { components: [] }],
    ['one component', one()],
    [
      'every key of the contract',
      {
        screen_id: 's',
        screen_type: 't',
        orientation: 'portrait',
        tokens: {
          primary_color: '#FFF',
          base_spacing: 8,
          border_radius: '8px',
          font_scale: { a: 1 },
          cta_height: 44,
        },
        components: [
          {
            id: 'a',
            type: 'text',
            role: 'hero',
            text: 'x',
            bbox: [0, 0, 1, 1],
            confidence: 0.5,
            visual: {},
            children: [],
          },
        ],
        meta: { screen: [375, 812] },
      },
    ],
    ['null text and role', one({ text: null, role: null, confidence: null })],
    ['an empty text', one({ text: '' })],
    ['lone surrogates', one({ text: '\uD800', id: '\uDFFF' })],
    ['minus zero', one({ bbox: [-0, -0, 1, 1] })],
    ['unknown keys with any JSON', one({ x: [1, 'a', null, true, { deep: [{}] }], 'a/b~c': {} })],
    ['unknown keys of the document', { components: [], x: { y: [] }, components2: 5 }],
    [
      'keys that objects inherit',
      JSON.parse(
        '{"components":[{"id":"__proto__","type":"constructor","__proto__":{"a":1},"constructor":5,"toString":"x","visual":{"__proto__":{"b":2},"hasOwnProperty":3}}],"__proto__":{"c":3},"tokens":{"__proto__":1}}',
      ),
    ],
    [
      'objects without a prototype',
      {
        __proto__: null,
        components: [{ __proto__: null, id: 'a', type: 'text', visual: { __proto__: null } }],
      },
    ],
    [
      'a document of another realm',
      runInNewContext(
        '({ components: [{ id: "a", type: "text", bbox: [0, 0, 1, 1], visual: {}, children: [], x: [{}] }] })',
      ),
    ],
    [
      'a frozen document',
      Object.freeze({ components: Object.freeze([Object.freeze({ id: 'a', type: 'text' })]) }),
    ],
    ['shared values under unknown keys', ((x) => one({ x, y: x, z: [x, x] }))({ a: [1] })],
    ['symbols as keys, which JSON does not see', one({ [Symbol('s')]: 1 })],
    ['64 levels', nested(64)],
    ['meta without a screen', { components: [], meta: {} }],
    [
      'numbers and texts for lengths',
      look({
        font_size: '16px',
        padding: 8,
        width: '50%',
        line_height: '1.5',
        opacity: '50%',
        font_weight: '600',
        scale: 2,
      }),
    ],
    ['a price as a number', look({ price: 19.99, icon: 59_473 })],
    [
      'null for what is not set',
      look({ bg_color: null, gradient: null, hidden: null, font_size: null, alt: null }),
    ],
    [
      'a gradient',
      look({ gradient: { type: 'linear', angle: 180, stops: ['#FFF', 'red'], spread: { x: 1 } } }),
    ],
    ['colors are texts here; whether they can be read is for the rules', look({ bg_color: 'nonsense' })],
  ])('accepted: %s', (_name, input) => {
    expect(faultsOf(input)).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['null', null, 'document-invalid '],
    ['nothing', undefined, 'document-invalid '],
    ['a text', '{"components":[]}', 'document-invalid '],
    ['a number', 5, 'document-invalid '],
    ['an array', [], 'document-invalid '],
    ['a function', () => ({}), 'document-invalid '],
    ['a Map', new Map([['components', []]]), 'document-invalid '],
    ['a Date', new Date(0), 'document-invalid '],
    [
      'an instance',
      new (class {
        components = []
      })(),
      'document-invalid ',
    ],
    ['an object that inherits its components', Object.create({ components: [] }), 'document-invalid '],
    ['no components', {}, 'document-invalid /components'],
    ['components as an object', { components: {} }, 'document-invalid /components'],
    ['components that are nothing', { components: undefined }, 'document-invalid /components'],
    [
      'an array of a subclass',
      { components: new (class extends Array {})() },
      'document-invalid /components',
    ],
    ['a component that is null', { components: [null] }, 'document-invalid /components/0'],
    ['a component that is an array', { components: [[]] }, 'document-invalid /components/0'],
    ['a component that is a text', { components: ['a'] }, 'document-invalid /components/0'],
    [
      'an instance as a component',
      {
        components: [
          new (class {
            id = 'a'
            type = 'text'
          })(),
        ],
      },
      'document-invalid /components/0',
    ],
    [
      'a hole',
      { components: holed([{ id: 'a', type: 'text' }, 0, { id: 'b', type: 'text' }], 1) },
      'document-invalid /components/1',
    ],
    ['tokens as null', { components: [], tokens: null }, 'document-invalid /tokens'],
    ['tokens as an array', { components: [], tokens: [] }, 'document-invalid /tokens'],
    [
      'a token of the wrong kind',
      { components: [], tokens: { primary_color: 5 } },
      'document-invalid /tokens/primary_color',
    ],
    [
      'a token that is a function',
      { components: [], tokens: { x: { y: () => 1 } } },
      'document-invalid /tokens/x/y',
    ],
    ['meta as a text', { components: [], meta: 'x' }, 'document-invalid /meta'],
    ['a screen_id that is a number', { components: [], screen_id: 5 }, 'document-invalid /screen_id'],
    ['an orientation of null', { components: [], orientation: null }, 'document-invalid /orientation'],
    ['undefined as a value', { components: [], meta: undefined }, 'document-invalid /meta'],
    ['an unknown key that is nothing', { components: [], other: undefined }, 'document-invalid /other'],
  ])('refused: %s', (_name, input, expected) => {
    expect(brief(input)).toEqual([expected])
  })
})

describe('components', () => {
  test.each<[string, object, string]>([
    ['an empty id', one({ id: '' }), '/id'],
    ['an id that is a number', one({ id: 5 }), '/id'],
    ['an id of null', one({ id: null }), '/id'],
    ['no id', { components: [{ type: 'text' }] }, '/id'],
    ['no type', { components: [{ id: 'a' }] }, '/type'],
    ['an empty type', one({ type: '' }), '/type'],
    ['a text that is a number', one({ text: 5 }), '/text'],
    ['a text that is nothing', one({ text: undefined }), '/text'],
    ['a role that is a list', one({ role: ['hero'] }), '/role'],
    ['a visual of null', one({ visual: null }), '/visual'],
    ['a visual that is an array', one({ visual: [] }), '/visual'],
    ['children of null', one({ children: null }), '/children'],
    ['children that are an object', one({ children: {} }), '/children'],
    ['a confidence of NaN', one({ confidence: Number.NaN }), '/confidence'],
    ['a confidence that is a text', one({ confidence: '1' }), '/confidence'],
    ['an unknown key that is nothing', one({ x: undefined }), '/x'],
    ['a function', one({ onClick: () => 1 }), '/onClick'],
    ['a symbol', one({ x: Symbol('s') }), '/x'],
    ['a BigInt', one({ x: 5n }), '/x'],
    ['NaN', one({ x: Number.NaN }), '/x'],
    ['an infinity inside', one({ x: { 'a/b': [0, -Infinity] } }), '/x/a~1b/1'],
    ['undefined in an array', one({ x: [1, undefined] }), '/x/1'],
    ['a hole in an array', one({ x: holed([1, 0, 2], 1) }), '/x/1'],
    ['a Date', one({ x: new Date(0) }), '/x'],
    ['a Map', one({ x: { y: new Map() } }), '/x/y'],
    ['an object with toJSON', one({ x: { toJSON: () => 'other' } }), '/x/toJSON'],
    ['a boxed text', one({ x: new String('a') }), '/x'],
    ['a typed array', one({ x: new Uint8Array(2) }), '/x'],
    ['a color that is a number', look({ bg_color: 5 }), '/visual/bg_color'],
    ['a color that is a list', look({ text_color: ['red'] }), '/visual/text_color'],
    ['a size that is infinite', look({ font_size: Infinity }), '/visual/font_size'],
    ['a size that is true', look({ padding: true }), '/visual/padding'],
    ['a flag that is a text', look({ hidden: 'true' }), '/visual/hidden'],
    ['a flag that is a number', look({ hidden: 1 }), '/visual/hidden'],
    ['a keyword that is a number', look({ shadow: 1 }), '/visual/shadow'],
    ['a text that is an object', look({ alt: {} }), '/visual/alt'],
    ['a value that is nothing', look({ bg_color: undefined }), '/visual/bg_color'],
    ['a gradient that is a text', look({ gradient: 'linear-gradient(red, blue)' }), '/visual/gradient'],
    ['a gradient without stops', look({ gradient: { type: 'linear', angle: 0 } }), '/visual/gradient'],
    [
      'a gradient with a number for a stop',
      look({ gradient: { type: 'linear', angle: 0, stops: ['red', 5] } }),
      '/visual/gradient',
    ],
    [
      'a gradient with an angle that is a text',
      look({ gradient: { type: 'linear', angle: '0', stops: [] } }),
      '/visual/gradient',
    ],
    [
      'a gradient with more that is no JSON',
      look({ gradient: { type: 'linear', angle: 0, stops: [], x: () => 1 } }),
      '/visual/gradient',
    ],
    ['an unknown look that is no JSON', look({ x: [() => 1] }), '/visual/x/0'],
  ])('refused: %s', (_name, input, path) => {
    expect(brief(input)).toEqual([`document-invalid /components/0${path}`])
  })

  test.each<[string, unknown, string]>([
    ['null', null, 'four numbers [x, y, width, height], if present'],
    ['nothing', undefined, 'four numbers [x, y, width, height], if present'],
    ['an object', { x: 0 }, 'four numbers [x, y, width, height], if present'],
    ['three numbers', [0, 0, 1], 'four numbers [x, y, width, height], if present'],
    ['five numbers', [0, 0, 1, 1, 1], 'four numbers [x, y, width, height], if present'],
    ['a typed array', new Float64Array([0, 0, 1, 1]), 'four numbers [x, y, width, height], if present'],
    ['texts', ['0', '0', '1', '1'], 'four finite numbers'],
    ['NaN', [0, 0, Number.NaN, 1], 'four finite numbers'],
    ['an infinity', [0, 0, 1, Infinity], 'four finite numbers'],
    ['a hole', holed([0, 0, 1, 1], 1), 'four finite numbers'],
    ['no width', [0, 0, 0, 1], 'a width and a height above 0'],
    ['a negative height', [0, 0, 1, -1], 'a width and a height above 0'],
    ['a width of minus zero', [0, 0, -0, 1], 'a width and a height above 0'],
  ])('box refused: %s', (_name, bbox, expected) => {
    expect(faultsOf(one({ bbox }))).toMatchObject([
      { code: 'box-invalid', path: '/components/0/bbox', expected },
    ])
  })

  test('a fault says what came', () => {
    expect(faultsOf(one({ bbox: [0, 0, -1, '5'] }))[0]?.got).toBe('[0, 0, -1, the string "5"]')
    expect(faultsOf(one({ text: 5 }))[0]).toEqual({
      code: 'document-invalid',
      path: '/components/0/text',
      expected: 'a string or null',
      got: 'the number 5',
    })
  })

  test('paths lead to where it is', () => {
    const input = {
      components: [
        {
          id: 'a',
          type: 'box',
          children: [
            { id: 'b', type: 'box' },
            { id: 'c', type: 'box', children: [{ id: 'd', type: '' }] },
          ],
        },
        { id: 'e', type: 5 },
      ],
    }
    expect(brief(input)).toEqual([
      'document-invalid /components/0/children/1/children/0/type',
      'document-invalid /components/1/type',
    ])
  })
})

describe('ids', () => {
  test.each<[string, unknown, string[]]>([
    [
      'twice at top level',
      {
        components: [
          { id: 'a', type: 'x' },
          { id: 'a', type: 'y' },
        ],
      },
      ['duplicate-id /components/1/id'],
    ],
    [
      'in different depths',
      { components: [{ id: 'a', type: 'x', children: [{ id: 'a', type: 'x' }] }] },
      ['duplicate-id /components/0/children/0/id'],
    ],
    [
      '__proto__ twice',
      {
        components: [
          { id: '__proto__', type: 'x' },
          { id: '__proto__', type: 'x' },
        ],
      },
      ['duplicate-id /components/1/id'],
    ],
    [
      'one object in two places is a duplicate, not a cycle',
      ((a) => ({ components: [a, { id: 'b', type: 'x', children: [a] }] }))({ id: 'a', type: 'x' }),
      ['duplicate-id /components/1/children/0/id'],
    ],
  ])('%s', (_name, input, expected) => {
    expect(brief(input)).toEqual(expected)
  })

  test('parts that are shared again and again take no more time than their number', () => {
    let shared: object = { id: 'leaf', type: 'x' }
    for (let i = 0; i < 60; i++) shared = { id: `s${i}`, type: 'x', children: [shared, shared] }
    const faults = faultsOf({ components: [shared] })
    expect(faults).toHaveLength(20)
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['duplicate-id']))
  })

  test('shared parts without ids end soon as well', () => {
    let shared: object = { type: 'x' }
    for (let i = 0; i < 60; i++) shared = { type: 'x', children: [shared, shared] }
    expect(faultsOf({ components: [shared] })).toHaveLength(20)
  })
})

describe('cycles', () => {
  test('a component that contains itself', () => {
    const a = { id: 'a', type: 'x', children: [] as unknown[] }
    a.children.push({ id: 'b', type: 'x', children: [a] })
    expect(brief({ components: [a] })).toEqual(['document-cycle /components/0/children/0/children/0'])
  })

  test('a list of children that contains its owner', () => {
    const children: unknown[] = []
    children.push({ id: 'a', type: 'x', children })
    expect(brief({ components: [{ id: 'top', type: 'x', children }] })).toEqual([
      'document-cycle /components/0/children/0/children/0',
    ])
  })

  test('a value under an unknown key', () => {
    const x: { self?: unknown } = {}
    x.self = { deeper: x }
    expect(faultsOf(one({ x }))).toMatchObject([{ code: 'document-cycle' }])
    const list: unknown[] = []
    list.push(list, list)
    expect(faultsOf({ components: [], list })).toMatchObject([{ code: 'document-cycle' }])
  })

  test('the document inside itself', () => {
    const input: { components: unknown[]; self?: unknown } = { components: [] }
    input.self = input
    expect(faultsOf(input)).toMatchObject([{ code: 'document-cycle' }])
  })

  test('a proxy that makes up new components for ever meets the limit of depth', () => {
    let next = 0
    const make = (): object =>
      new Proxy(
        { id: '', type: 'x', children: [] },
        {
          get: (target, key) =>
            key === 'id' ? `c${next++}` : key === 'children' ? [make()] : target[key as keyof typeof target],
        },
      )
    expect(faultsOf({ components: [make()] })).toMatchObject([{ code: 'document-too-deep' }])
  })
})

describe('limits', () => {
  test('components', () => {
    const many = (count: number): object => ({
      components: Array.from({ length: count }, (_, i) => ({ id: `c${i}`, type: 'x' })),
    })
    expect(brief(many(10), { maxComponents: 10 })).toEqual([])
    expect(faultsOf(many(11), { maxComponents: 10 })).toEqual([
      {
        code: 'document-too-large',
        path: '/components',
        expected: 'at most 10 components',
        got: 'at least 11',
      },
    ])
    const inside = {
      components: [
        { id: 'a', type: 'x', ...many(1), children: (many(10) as { components: unknown[] }).components },
      ],
    }
    expect(faultsOf(inside, { maxComponents: 10 })).toMatchObject([
      { code: 'document-too-large', got: 'at least 11' },
    ])
    const holes: unknown[] = []
    holes.length = 4e9
    expect(faultsOf({ components: holes })).toMatchObject([{ code: 'document-too-large' }])
    expect(faultsOf({ components: holes }, { maxComponents: 5e9 })).toHaveLength(20)
    expect(brief({ components: [], holes })).toEqual(['document-invalid /holes/0'])
  })

  test('depth', () => {
    expect(brief(nested(10), { maxDepth: 10 })).toEqual([])
    expect(brief(nested(11), { maxDepth: 10 })).toEqual([
      `document-too-deep /components/0${'/children/0'.repeat(9)}/children`,
    ])
  })

  test('depth under unknown keys', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])
    expect(brief(one({ x: deep(10) }), { maxDepth: 10 })).toEqual([])
    expect(faultsOf(one({ x: deep(11) }), { maxDepth: 10 })).toMatchObject([{ code: 'document-too-deep' }])
  })

  test('ten megabytes of nesting end in an answer', () => {
    const components = JSON.parse(`${'[{"children":'.repeat(400_000)}[]${'}]'.repeat(400_000)}`) as unknown
    expect(faultsOf({ components })).toHaveLength(20)
    const named = JSON.parse(
      `${'[{"id":"a","type":"x","children":'.repeat(300_000)}[]${'}]'.repeat(300_000)}`,
    ) as unknown
    expect(faultsOf({ components: named })).toMatchObject([{ code: 'duplicate-id' }])
    const unknown = JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)) as unknown
    expect(faultsOf({ components: [], unknown })).toMatchObject([{ code: 'document-too-deep' }])
    expect(faultsOf(unknown)).toMatchObject([{ code: 'document-invalid', path: '' }])
  })

  test('texts', () => {
    const long = 'x'.repeat(11)
    for (const key of ['id', 'type', 'role', 'text']) {
      expect(brief(one({ [key]: long }), { maxTextLength: 10 })).toEqual([
        `text-too-long /components/0/${key}`,
      ])
      expect(brief(one({ [key]: long.slice(1) }), { maxTextLength: 10 })).toEqual([])
    }
    for (const key of ['alt', 'placeholder', 'price', 'icon']) {
      expect(brief(look({ [key]: long }), { maxTextLength: 10 })).toEqual([
        `text-too-long /components/0/visual/${key}`,
      ])
    }
    // A picture inside its address is long, and nobody reads it word by word.
    expect(brief(look({ image_url: `data:image/png;base64,${long}` }), { maxTextLength: 10 })).toEqual([])
  })

  test('values under unknown keys', () => {
    let x: unknown = 1
    for (let i = 0; i < 50; i++) x = [x, x]
    expect(faultsOf(one({ x }))).toMatchObject([{ code: 'document-too-large' }])
  })

  test('at most 20 faults', () => {
    expect(faultsOf({ components: Array.from({ length: 50 }, () => 5) })).toHaveLength(20)
  })
})

describe('values that throw when read', () => {
  const trap = new Proxy(
    {},
    {
      get: throwing,
      getPrototypeOf: throwing,
      ownKeys: throwing,
      getOwnPropertyDescriptor: throwing,
      has: throwing,
    },
  )
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const revokedList = Proxy.revocable([], {})
  revokedList.revoke()

  test.each<[string, unknown]>([
    [
      'a getter on the document',
      {
        get components() {
          return throwing()
        },
      },
    ],
    [
      'a getter on a component',
      {
        components: [
          {
            get id() {
              return throwing()
            },
          },
        ],
      },
    ],
    [
      'a getter in the look',
      one({
        visual: {
          get bg_color() {
            return throwing()
          },
        },
      }),
    ],
    [
      'a getter in an unknown value',
      one({
        x: {
          get y() {
            return throwing()
          },
        },
      }),
    ],
    ['a proxy', trap],
    ['a proxy as a component', { components: [trap] }],
    ['a proxy as an unknown value', one({ x: trap })],
    ['a revoked proxy', proxy],
    ['a revoked proxy as a list', { components: revokedList.proxy }],
    [
      'a getter that throws an error that throws',
      {
        get components() {
          throw new OddError()
        },
      },
    ],
  ])('%s', (_name, input) => {
    const faults = faultsOf(input)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.at(-1)).toMatchObject({ code: 'document-invalid', expected: 'readable values' })
  })

  test('a revoked proxy as a text', () => {
    const revoked = Proxy.revocable([], {})
    revoked.revoke()
    expect(faultsOf(one({ text: revoked.proxy }))).toMatchObject([
      { code: 'document-invalid', expected: 'a string or null' },
    ])
  })

  test('a proxy that behaves is a document', () => {
    expect(faultsOf(new Proxy(one(), {}))).toEqual([])
  })
})

test('an extended Object.prototype is nobody’s document', () => {
  const prototype = Object.prototype as unknown as { [key: string]: unknown }
  prototype['extra'] = () => 1
  try {
    expect(faultsOf(one({ visual: { padding: 1 }, x: { y: [{}] } }))).toEqual([])
  } finally {
    delete prototype['extra']
  }
})

test('why a key that is undefined is refused: a patch for it would not fit the parsed text', () => {
  const input = { components: [{ id: 'a', type: 'text', text: undefined }] } as unknown as Blueprint
  const index = new DocumentIndex(input)
  const transaction = new Transaction(index)
  transaction.write(index.node('a')!, 'text', 'x')
  const { patches } = commit(transaction)
  const sent = JSON.parse(JSON.stringify(patches)) as typeof patches
  const received: unknown = JSON.parse(JSON.stringify(input))
  let fits = true
  try {
    applyJsonPatch(received, sent)
  } catch {
    fits = false
  }
  expect([fits, faultsOf(input).length]).toEqual([false, 1])
})

describe('for any input', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withTypedArray: true,
    withSparseArray: true,
    withBoxedValues: true,
  })
  const component = fc.record(
    {
      id: fc.oneof(fc.string(), anything),
      type: fc.oneof(fc.string(), anything),
      text: anything,
      bbox: anything,
      visual: anything,
      children: anything,
      other: anything,
    },
    { requiredKeys: [] },
  )

  test('there is an answer, and what is accepted survives JSON', () => {
    const input = fc.oneof(
      anything,
      fc.record({ components: anything, tokens: anything }, { requiredKeys: [] }),
      fc.record({ components: fc.array(component), meta: anything }, { requiredKeys: ['components'] }),
    )
    fc.assert(
      fc.property(input, (value) => {
        const result = validateBlueprint(value, LIMITS)
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0)
          expect(result.error.length).toBeLessThanOrEqual(20)
          return
        }
        expect(sameAfterJson(value)).toBe(true)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('JSON under unknown keys is accepted, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, key) => {
        fc.pre(
          ![
            'id',
            'type',
            'role',
            'text',
            'bbox',
            'visual',
            'children',
            'confidence',
            'components',
            'tokens',
            'meta',
            'screen_id',
            'screen_type',
            'orientation',
          ].includes(key),
        )
        const input = JSON.parse(
          `{"components":[{"id":"a","type":"t",${JSON.stringify(key)}:${JSON.stringify(value)}}],${JSON.stringify(key)}:${JSON.stringify(value)}}`,
        ) as unknown
        expect(faultsOf(input)).toEqual([])
      }),
    )
  })
})

function sameAfterJson(value: unknown): boolean {
  const text = JSON.stringify(value)
  return JSON.stringify(JSON.parse(text)) === text
}
