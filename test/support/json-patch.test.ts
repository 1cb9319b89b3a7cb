import { expect, it } from 'vitest'
import { patchedCopy } from './json-patch.ts'

it.each<[string, unknown, unknown[], unknown]>([
  ['add to an object', { a: 1 }, [{ op: 'add', path: '/b', value: 2 }], { a: 1, b: 2 }],
  ['add into a list', [1, 2], [{ op: 'add', path: '/1', value: 9 }], [1, 9, 2]],
  ['add at the end', [1], [{ op: 'add', path: '/-', value: 2 }], [1, 2]],
  ['add the root', 1, [{ op: 'add', path: '', value: [] }], []],
  ['remove', { a: [1, 2] }, [{ op: 'remove', path: '/a/0' }], { a: [2] }],
  ['replace', { a: null }, [{ op: 'replace', path: '/a', value: 0 }], { a: 0 }],
  ['move within a list', [1, 2, 3], [{ op: 'move', from: '/0', path: '/2' }], [2, 3, 1]],
  ['move out', { a: { b: 1 } }, [{ op: 'move', from: '/a/b', path: '/b' }], { a: {}, b: 1 }],
  ['copy', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
  ['test', { a: { x: 1, y: 2 } }, [{ op: 'test', path: '/a', value: { y: 2, x: 1 } }], { a: { x: 1, y: 2 } }],
  ['escapes', {}, [{ op: 'add', path: '/a~1b~0', value: 1 }], { 'a/b~': 1 }],
  [
    'a key that is a prototype elsewhere',
    {},
    [{ op: 'add', path: '/__proto__', value: 1 }],
    JSON.parse('{"__proto__":1}'),
  ],
])('%s', (_name, document, operations, expected) => {
  expect(patchedCopy(document, operations)).toStrictEqual(expected)
})

it.each<[string, unknown, unknown]>([
  ['a path that is not there', {}, { op: 'replace', path: '/a', value: 1 }],
  ['removal of nothing', { a: 1 }, { op: 'remove', path: '/b' }],
  ['removal of everything', { a: 1 }, { op: 'remove', path: '' }],
  ['an inherited key', {}, { op: 'remove', path: '/constructor' }],
  ['an index behind the end', [1], { op: 'add', path: '/2', value: 1 }],
  ['an index with a leading zero', [1, 2], { op: 'replace', path: '/01', value: 1 }],
  ['the length of a list', [1], { op: 'replace', path: '/length', value: 0 }],
  ['"-" where something must be', [1], { op: 'remove', path: '/-' }],
  ['a missing parent', {}, { op: 'add', path: '/a/b', value: 1 }],
  ['a scalar on the way', { a: 'x' }, { op: 'add', path: '/a/0', value: 1 }],
  ['no value', {}, { op: 'add', path: '/a' }],
  ['a move into itself', { a: {} }, { op: 'move', from: '/a', path: '/a/b' }],
  ['a test that fails', { a: 1 }, { op: 'test', path: '/a', value: '1' }],
  ['no pointer', {}, { op: 'add', path: 'a', value: 1 }],
  ['a stray tilde', {}, { op: 'add', path: '/~2', value: 1 }],
  ['no operation', {}, { op: 'merge', path: '/a', value: 1 }],
])('refuses %s', (_name, document, operation) => {
  expect(() => patchedCopy(document, [operation])).toThrow(/^operation 0 /)
})

it('works on a copy and takes copies of the values', () => {
  const document = { list: [{ a: 1 }] }
  const value = { b: 1 }
  const result = patchedCopy(document, [
    { op: 'add', path: '/list/-', value },
    { op: 'replace', path: '/list/0/a', value: 2 },
  ])
  expect(document).toEqual({ list: [{ a: 1 }] })
  expect(result.list[1]).not.toBe(value)
})
