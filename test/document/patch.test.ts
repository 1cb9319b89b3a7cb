import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Blueprint } from '../../src/document/blueprint.ts'
import {
  applyJsonPatch,
  applyPatch,
  escapeSegment,
  isPointer,
  PatchError,
  sameJson,
} from '../../src/document/patch.ts'
import type { Patch } from '../../src/document/patch.ts'
import { anyJson, deepFreeze } from './arbitrary-blueprint.ts'
import { runs } from '../support/amounts.ts'

/** The input is frozen all through, so that any write to it throws. */
function apply(document: unknown, patches: readonly unknown[]): unknown {
  return applyJsonPatch(deepFreeze(document), deepFreeze(patches) as readonly Patch[])
}

const ownProto = (inner: string): unknown => JSON.parse(`{"__proto__":${inner}}`) as unknown

describe('applyJsonPatch', () => {
  it.each<[string, unknown, unknown[], unknown]>([
    ['no operations', { a: 1 }, [], { a: 1 }],
    ['add: a new member', { a: 1 }, [{ op: 'add', path: '/b', value: null }], { a: 1, b: null }],
    [
      'add: over a member, in its place',
      { a: 1, b: 2 },
      [{ op: 'add', path: '/a', value: 3 }],
      { a: 3, b: 2 },
    ],
    ['add: before an element', [1, 2], [{ op: 'add', path: '/1', value: 9 }], [1, 9, 2]],
    ['add: at the length', [1], [{ op: 'add', path: '/1', value: 2 }], [1, 2]],
    ['add: at "-"', [1], [{ op: 'add', path: '/-', value: [2] }], [1, [2]]],
    ['add: "-" of an object is a name', {}, [{ op: 'add', path: '/-', value: 1 }], { '-': 1 }],
    ['add: the empty name', {}, [{ op: 'add', path: '/', value: 1 }], { '': 1 }],
    ['add: the root', { a: 1 }, [{ op: 'add', path: '', value: [1] }], [1]],
    ['add: names that look like indexes', {}, [{ op: 'add', path: '/01', value: 1 }], { '01': 1 }],
    ['add: escapes, ~1 before ~0', {}, [{ op: 'add', path: '/~01~1', value: 1 }], { '~1/': 1 }],
    [
      'add: unknown members are ignored',
      {},
      [{ op: 'add', path: '/a', value: 1, from: '/x', note: 1 }],
      { a: 1 },
    ],
    ['remove: a member', { a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
    ['remove: an element', [1, 2, 3], [{ op: 'remove', path: '/1' }], [1, 3]],
    ['remove: a null', { a: null }, [{ op: 'remove', path: '/a' }], {}],
    ['replace: a member', { a: { b: 1 } }, [{ op: 'replace', path: '/a/b', value: [] }], { a: { b: [] } }],
    ['replace: an element', [1, 2], [{ op: 'replace', path: '/1', value: null }], [1, null]],
    ['replace: the root', { a: 1 }, [{ op: 'replace', path: '', value: { b: 1 } }], { b: 1 }],
    ['replace: a scalar root', 1, [{ op: 'replace', path: '', value: 2 }], 2],
    ['move: a member', { a: 1 }, [{ op: 'move', from: '/a', path: '/b' }], { b: 1 }],
    ['move: onto itself', { a: 1 }, [{ op: 'move', from: '/a', path: '/a' }], { a: 1 }],
    ['move: up in an array', [1, 2, 3], [{ op: 'move', from: '/2', path: '/0' }], [3, 1, 2]],
    [
      'move: down in an array, counted after leaving',
      [1, 2, 3],
      [{ op: 'move', from: '/0', path: '/2' }],
      [2, 3, 1],
    ],
    ['move: to "-"', [1, 2], [{ op: 'move', from: '/0', path: '/-' }], [2, 1]],
    [
      'move: to a name that begins alike',
      { a: 1, ab: {} },
      [{ op: 'move', from: '/a', path: '/ab/c' }],
      { ab: { c: 1 } },
    ],
    ['move: over its own parent', { a: { b: 1 } }, [{ op: 'move', from: '/a/b', path: '/a' }], { a: 1 }],
    ['move: to the root', { a: { b: 1 } }, [{ op: 'move', from: '/a', path: '' }], { b: 1 }],
    ['copy: a member', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
    [
      'copy: into itself',
      { a: { b: 1 } },
      [{ op: 'copy', from: '/a', path: '/a/c' }],
      { a: { b: 1, c: { b: 1 } } },
    ],
    ['copy: the root into itself', { a: 1 }, [{ op: 'copy', from: '', path: '/b' }], { a: 1, b: { a: 1 } }],
    ['copy: an element before itself', [1, 2], [{ op: 'copy', from: '/1', path: '/0' }], [2, 1, 2]],
    [
      'copy: the copy is apart',
      { a: { x: [1] } },
      [
        { op: 'copy', from: '/a', path: '/b' },
        { op: 'add', path: '/b/x/-', value: 2 },
        { op: 'add', path: '/a/y', value: 3 },
      ],
      { a: { x: [1], y: 3 }, b: { x: [1, 2] } },
    ],
    [
      'copy: of what the patch itself wrote',
      {},
      [
        { op: 'add', path: '/a', value: { x: 1 } },
        { op: 'add', path: '/a/y', value: 1 },
        { op: 'copy', from: '/a', path: '/b' },
        { op: 'replace', path: '/a/y', value: 2 },
        { op: 'replace', path: '/b/x', value: 2 },
      ],
      { a: { x: 1, y: 2 }, b: { x: 2, y: 1 } },
    ],
    [
      'one value added twice',
      {},
      ((shared: unknown) => [
        { op: 'add', path: '/a', value: shared },
        { op: 'add', path: '/b', value: shared },
        { op: 'add', path: '/a/-', value: 1 },
      ])([]),
      { a: [1], b: [] },
    ],
    [
      'test: numbers by value, members in any order',
      { a: { x: 1, y: [1e2, null] } },
      [{ op: 'test', path: '/a', value: { y: [100, null], x: 1.0 } }],
      { a: { x: 1, y: [100, null] } },
    ],
    ['test: the root', [1], [{ op: 'test', path: '', value: [1] }], [1]],
    [
      '__proto__ is a name: add',
      {},
      [{ op: 'add', path: '/__proto__', value: { a: 1 } }],
      ownProto('{"a":1}'),
    ],
    [
      '__proto__ is a name: through it',
      ownProto('{}'),
      [{ op: 'add', path: '/__proto__/a', value: 1 }],
      ownProto('{"a":1}'),
    ],
    ['__proto__ is a name: remove', ownProto('{}'), [{ op: 'remove', path: '/__proto__' }], {}],
    ['__proto__ is a name: move', { a: 1 }, [{ op: 'move', from: '/a', path: '/__proto__' }], ownProto('1')],
    [
      '__proto__ is a name: beside a change',
      JSON.parse('{"__proto__":1,"a":1}'),
      [{ op: 'replace', path: '/a', value: 2 }],
      JSON.parse('{"__proto__":1,"a":2}'),
    ],
    ['constructor is a name', {}, [{ op: 'add', path: '/constructor', value: 1 }], { constructor: 1 }],
  ])('%s', (_, document, patches, expected) => {
    const text = JSON.stringify(document)
    const result = apply(document, patches)
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
    expect(JSON.stringify(document)).toBe(text)
  })

  it.each<[string, unknown, unknown, RegExp]>([
    ['no list', {}, { op: 'add' }, /^patch 0 at "": expected an array of operations, got an object$/],
    ['an operation that is none', {}, [null], /expected an operation, got null/],
    [
      'an unknown op',
      {},
      [{ op: 'merge', path: '' }],
      /expected op add, remove, replace, move, copy or test, got the string "merge"/,
    ],
    [
      'an inherited op',
      {},
      [Object.create({ op: 'remove', path: '/a' })],
      /expected path to be a JSON Pointer, got nothing/,
    ],
    ['no op', {}, [{ path: '' }], /expected op/],
    ['no path', {}, [{ op: 'add', value: 1 }], /expected path to be a JSON Pointer, got nothing/],
    [
      'a path that is no text',
      {},
      [{ op: 'add', path: 1, value: 1 }],
      /expected path to be a JSON Pointer, got the number 1/,
    ],
    [
      'a path without its slash',
      {},
      [{ op: 'add', path: 'a', value: 1 }],
      /a JSON Pointer must be empty or start with "\/"/,
    ],
    [
      'a fragment pointer',
      {},
      [{ op: 'add', path: '#/a', value: 1 }],
      /a JSON Pointer must be empty or start with "\/"/,
    ],
    ['a stray ~', {}, [{ op: 'add', path: '/~2', value: 1 }], /"~" must be followed by 0 or 1/],
    ['a ~ at the end', {}, [{ op: 'add', path: '/a~', value: 1 }], /"~" must be followed by 0 or 1/],
    ['add without value', {}, [{ op: 'add', path: '/a' }], /expected a value, got nothing/],
    ['replace without value', { a: 1 }, [{ op: 'replace', path: '/a' }], /expected a value, got nothing/],
    ['test without value', { a: 1 }, [{ op: 'test', path: '/a' }], /expected a value, got nothing/],
    ['a value undefined', {}, [{ op: 'add', path: '/a', value: undefined }], /expected a value, got nothing/],
    ['add under what is not there', {}, [{ op: 'add', path: '/a/b', value: 1 }], /no "a" in an object/],
    [
      'add under a scalar',
      { a: 'xy' },
      [{ op: 'add', path: '/a/0', value: 1 }],
      /the string "xy" holds nothing/,
    ],
    ['add under null', { a: null }, [{ op: 'add', path: '/a/b', value: 1 }], /null holds nothing/],
    ['add to a scalar root', 1, [{ op: 'add', path: '/a', value: 1 }], /the number 1 holds nothing/],
    ['add past the end', [1], [{ op: 'add', path: '/2', value: 1 }], /no place "2" in an array of 1/],
    ['add at a leading zero', [1, 2], [{ op: 'add', path: '/01', value: 1 }], /no place "01"/],
    ['add at a negative index', [1], [{ op: 'add', path: '/-1', value: 1 }], /no place "-1"/],
    ['add at an index in another form', [1], [{ op: 'add', path: '/1e0', value: 1 }], /no place "1e0"/],
    ['add at the empty index', [1], [{ op: 'add', path: '/', value: 1 }], /no place ""/],
    ['add at the length property', [1], [{ op: 'add', path: '/length', value: 0 }], /no place "length"/],
    [
      'an index beyond all numbers',
      [1],
      [{ op: 'remove', path: `/${'9'.repeat(400)}` }],
      /no element "9+" in an array of 1/,
    ],
    ['through "-"', [[]], [{ op: 'add', path: '/-/0', value: 1 }], /no element "-" in an array of 1/],
    ['remove what is not there', {}, [{ op: 'remove', path: '/a' }], /no "a" in an object/],
    ['remove at "-"', [1], [{ op: 'remove', path: '/-' }], /no element "-"/],
    ['remove past the end', [1], [{ op: 'remove', path: '/1' }], /no element "1" in an array of 1/],
    ['remove the root', {}, [{ op: 'remove', path: '' }], /the whole document cannot be removed/],
    ['remove an inherited member', {}, [{ op: 'remove', path: '/toString' }], /no "toString" in an object/],
    ['replace what is not there', {}, [{ op: 'replace', path: '/a', value: 1 }], /no "a" in an object/],
    ['replace at "-"', [1], [{ op: 'replace', path: '/-', value: 1 }], /no element "-"/],
    [
      'replace through __proto__',
      {},
      [{ op: 'replace', path: '/__proto__/toString', value: 1 }],
      /no "__proto__" in an object/,
    ],
    [
      'add through __proto__',
      {},
      [{ op: 'add', path: '/__proto__/polluted', value: 1 }],
      /no "__proto__" in an object/,
    ],
    [
      'add through constructor',
      {},
      [{ op: 'add', path: '/constructor/prototype/polluted', value: 1 }],
      /no "constructor" in an object/,
    ],
    [
      'add through the __proto__ of an array',
      [[]],
      [{ op: 'add', path: '/0/__proto__/polluted', value: 1 }],
      /no element "__proto__"/,
    ],
    [
      'move without from',
      { a: 1 },
      [{ op: 'move', path: '/a' }],
      /expected from to be a JSON Pointer, got nothing/,
    ],
    ['move from what is not there', {}, [{ op: 'move', from: '/a', path: '/b' }], /no "a" in an object/],
    [
      'move from nothing to the same nothing',
      {},
      [{ op: 'move', from: '/a', path: '/a' }],
      /no "a" in an object/,
    ],
    ['move into itself', { a: {} }, [{ op: 'move', from: '/a', path: '/a/b' }], /cannot move into itself/],
    [
      'move an element into what takes its place',
      [{ a: 1 }, []],
      [{ op: 'move', from: '/0', path: '/0/0' }],
      /cannot move into itself/,
    ],
    [
      'move the root into itself',
      { a: 1 },
      [{ op: 'move', from: '', path: '/a' }],
      /cannot move into itself/,
    ],
    [
      'move past the shortened end',
      [1, 2],
      [{ op: 'move', from: '/0', path: '/2' }],
      /no place "2" in an array of 1/,
    ],
    ['copy from what is not there', {}, [{ op: 'copy', from: '/a', path: '/b' }], /no "a" in an object/],
    [
      'copy from an inherited member',
      {},
      [{ op: 'copy', from: '/constructor', path: '/b' }],
      /no "constructor" in an object/,
    ],
    [
      'a test that fails',
      { a: 1 },
      [{ op: 'test', path: '/a', value: '1' }],
      /the test failed: there is the number 1/,
    ],
    ['a test of what is not there', {}, [{ op: 'test', path: '/a', value: null }], /no "a" in an object/],
    [
      'a test of null against nothing',
      { a: [] },
      [{ op: 'test', path: '/a/0', value: null }],
      /no element "0"/,
    ],
  ])('refuses %s', (_, document, patches, reason) => {
    const text = JSON.stringify(document)
    expect(() => apply(document, patches as unknown[])).toThrow(PatchError)
    expect(() => apply(document, patches as unknown[])).toThrow(reason)
    expect(JSON.stringify(document)).toBe(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('names the operation that failed, and changes nothing', () => {
    const document = deepFreeze({ a: 1 })
    try {
      apply(document, [
        { op: 'add', path: '/b', value: 1 },
        { op: 'remove', path: '/b' },
        { op: 'remove', path: '/c~1d' },
      ])
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ name: 'PatchError', code: 'patch-failed', index: 2, path: '/c~1d' })
    }
    expect(document).toEqual({ a: 1 })
  })

  it('shares what no operation touches, and gives the very input back where nothing changes', () => {
    const document = { a: { deep: [1] }, b: { c: [{ d: 1 }, { e: 1 }] } }
    const result = apply(document, [{ op: 'replace', path: '/b/c/0/d', value: 2 }]) as typeof document
    expect(result.a).toBe(document.a)
    expect(result.b.c[1]).toBe(document.b.c[1])
    expect(apply(document, [])).toBe(document)
    expect(apply(document, [{ op: 'test', path: '/a/deep/0', value: 1 }])).toBe(document)
    expect(apply(document, [{ op: 'move', from: '/a', path: '/a' }])).toBe(document)
    const moved = apply(document, [{ op: 'move', from: '/a', path: '/b/a' }]) as { b: { a: unknown } }
    expect(moved.b.a).toBe(document.a)
  })

  it('does not write to the values of a patch', () => {
    const patches = deepFreeze([
      { op: 'add', path: '/a', value: { list: [] as number[] } },
      { op: 'add', path: '/a/list/-', value: 1 },
      { op: 'remove', path: '/a/list/0' },
      { op: 'add', path: '/a/list/-', value: 2 },
    ]) as readonly Patch[]
    expect(applyJsonPatch({}, patches)).toEqual({ a: { list: [2] } })
    expect(applyJsonPatch({}, patches)).toEqual({ a: { list: [2] } })
  })

  it('reads a long pointer in linear time', () => {
    const path = '/~0~1'.repeat(50_000)
    expect(() => apply({}, [{ op: 'remove', path }])).toThrow(PatchError)
    expect(() => apply({}, [{ op: 'remove', path: `/${'~'.repeat(200_000)}` }])).toThrow(PatchError)
  })
})

describe('any patch on any document', { timeout: 60_000 }, () => {
  const segment = fc.constantFrom('a', 'b', '0', '1', '-', '', '__proto__', 'constructor', '~0', '~1')
  /** A place in the document, or beside one. */
  const spot = fc.record({ among: fc.nat(), further: fc.option(segment, { freq: 2 }) })
  const anyPatch = fc.record({
    op: fc.constantFrom('add', 'replace', 'remove', 'move', 'copy', 'test'),
    path: spot,
    from: spot,
    value: anyJson,
  })
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(0, null, 'x'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '0', '', '~', '/'), tie('tree'), { maxKeys: 3 }),
    ),
  }))

  it('gives what editing a private copy in place gives, or throws a PatchError', () => {
    let applied = 0
    fc.assert(
      fc.property(tree, fc.array(anyPatch, { minLength: 1, maxLength: 4 }), (document, drawn) => {
        const places = pointersOf(document)
        const pointer = ({ among, further }: Spot): string =>
          `${places[among % places.length]!}${further === null ? '' : `/${further}`}`
        const patches = drawn.map((patch) => ({
          ...patch,
          path: pointer(patch.path),
          from: pointer(patch.from),
        }))
        const expected = editCopy(document, patches)
        let result: unknown
        try {
          result = apply(document, patches)
        } catch (error) {
          expect(error).toBeInstanceOf(PatchError)
          expect(expected).toBeInstanceOf(Failed)
          return
        }
        applied++
        expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
      }),
      { numRuns: runs(5000) },
    )
    expect(applied).toBeGreaterThan(runs(5000) / 10)
  })
})

interface Spot {
  readonly among: number
  readonly further: string | null
}

function pointersOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return ['']
  return [
    '',
    ...Object.entries(value).flatMap(([key, inner]) =>
      pointersOf(inner).map((path) => `/${escapeSegment(key)}${path}`),
    ),
  ]
}

class Failed extends Error {}

/** RFC 6902 written down a second time, on a copy that may be changed. */
function editCopy(
  document: unknown,
  patches: readonly { op: string; path: string; from?: string; value?: unknown }[],
): unknown {
  let root: unknown = structuredClone(document)
  const split = (path: string): string[] =>
    path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const has = (holder: unknown, key: string): boolean =>
    typeof holder === 'object' &&
    holder !== null &&
    (Array.isArray(holder)
      ? /^(0|[1-9]\d*)$/.test(key) && Number(key) < holder.length
      : Object.hasOwn(holder, key))
  const find = (parts: readonly string[]): unknown => {
    let value = root
    for (const part of parts) {
      if (!has(value, part)) throw new Failed()
      value = (value as Record<string, unknown>)[part]
    }
    return value
  }
  const insert = (parts: readonly string[], value: unknown): void => {
    if (parts.length === 0) {
      root = value
      return
    }
    const holder = find(parts.slice(0, -1))
    const key = parts.at(-1)!
    if (typeof holder !== 'object' || holder === null) throw new Failed()
    if (Array.isArray(holder)) {
      const at = key === '-' ? holder.length : /^(0|[1-9]\d*)$/.test(key) ? Number(key) : Infinity
      if (at > holder.length) throw new Failed()
      holder.splice(at, 0, value)
    } else Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
  }
  const take = (parts: readonly string[]): unknown => {
    const value = find(parts)
    if (parts.length === 0) throw new Failed()
    const holder = find(parts.slice(0, -1)) as Record<string, unknown>
    if (Array.isArray(holder)) holder.splice(Number(parts.at(-1)), 1)
    else delete holder[parts.at(-1)!]
    return value
  }
  try {
    for (const { op, path, from = '', value } of patches) {
      const to = split(path)
      if (op === 'add') insert(to, structuredClone(value))
      else if (op === 'remove') take(to)
      else if (op === 'test') {
        if (!sameJson(find(to), value)) throw new Failed()
      } else if (op === 'replace') {
        find(to)
        if (to.length === 0) root = structuredClone(value)
        else {
          const holder = find(to.slice(0, -1)) as object
          Object.defineProperty(holder, to.at(-1)!, {
            value: structuredClone(value),
            writable: true,
            enumerable: true,
            configurable: true,
          })
        }
      } else if (op === 'copy') insert(to, structuredClone(find(split(from))))
      else {
        if (path.startsWith(`${from}/`)) throw new Failed()
        find(split(from))
        if (from !== path) insert(to, take(split(from)))
      }
    }
  } catch (error) {
    if (error instanceof Failed) return error
    throw error
  }
  return root
}

describe('applyPatch', () => {
  it('changes a blueprint', () => {
    const blueprint: Blueprint = deepFreeze({ components: [{ id: 'a', type: 'text' }] })
    expect(applyPatch(blueprint, [{ op: 'add', path: '/components/0/text', value: 'Hello' }])).toEqual({
      components: [{ id: 'a', type: 'text', text: 'Hello' }],
    })
  })
})

describe('escapeSegment and isPointer', () => {
  it.each([
    ['a', 'a'],
    ['', ''],
    ['a/b', 'a~1b'],
    ['m~n', 'm~0n'],
    ['~1', '~01'],
    ['/~', '~1~0'],
  ])('%j is written %j', (segment, escaped) => {
    expect(escapeSegment(segment)).toBe(escaped)
    expect(isPointer(`/${escaped}`)).toBe(true)
    expect(apply({}, [{ op: 'add', path: `/${escaped}`, value: 1 }])).toEqual({ [segment]: 1 })
  })

  it.each(['a', '#', '#/a', '/~', '/~2', '/a~/b', ' /a'])('%j is no pointer', (text) =>
    expect(isPointer(text)).toBe(false),
  )
})

describe('sameJson', () => {
  it('is reflexive on copies, symmetric, and equal to the comparison of sorted texts', () => {
    const sorted = (value: unknown): string =>
      JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'object' && inner !== null && !Array.isArray(inner)
          ? { sorted: Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)) }
          : inner,
      )
    fc.assert(
      fc.property(anyJson, anyJson, (a, b) => {
        expect(sameJson(a, structuredClone(a))).toBe(true)
        expect(sameJson(a, b)).toBe(sorted(a) === sorted(b))
        expect(sameJson(b, a)).toBe(sameJson(a, b))
      }),
      { numRuns: runs(1000) },
    )
  })
})

interface ConformanceCase {
  readonly comment?: string
  readonly doc: unknown
  readonly patch: readonly Patch[]
  readonly expected?: unknown
  readonly error?: string
  readonly disabled?: boolean
}

const suite = new URL('../../../shared/data/json-patch-tests/tests.json', import.meta.url)
const cases = existsSync(suite) ? (JSON.parse(readFileSync(suite, 'utf8')) as readonly ConformanceCase[]) : []
if (cases.length === 0) console.log('skipped: the public json-patch-tests are not beside this project')

test.skipIf(cases.length === 0)('the public conformance tests', () => {
  let run = 0
  for (const { comment, doc, patch, expected, error, disabled } of cases) {
    if (disabled === true) continue
    run++
    const what = comment ?? JSON.stringify(patch)
    if (error === undefined) {
      const result = apply(doc, patch)
      if (expected !== undefined) expect(result, what).toEqual(expected)
    } else expect(() => apply(doc, patch), `${what}: ${error}`).toThrow(PatchError)
  }
  expect(run).toBeGreaterThan(90)
})
