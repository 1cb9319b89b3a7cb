import { describe as group, expect, it } from 'vitest'
import { describe, isJsonObject, own, setOwn } from '../../src/base/json.ts'

group('isJsonObject', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    [undefined, false],
    ['x', false],
    [() => 1, false],
  ])('%o: %s', (value, expected) => {
    expect(isJsonObject(value)).toBe(expected)
  })
})

group('own', () => {
  it('reads own members only', () => {
    const object = JSON.parse('{"a":1,"__proto__":2}') as { [key: string]: unknown }
    expect([
      own(object, 'a'),
      own(object, '__proto__'),
      own(object, 'constructor'),
      own({}, '__proto__'),
    ]).toEqual([1, 2, undefined, undefined])
  })
})

group('setOwn', () => {
  it('writes members under any name', () => {
    const object: Record<string, unknown> = {}
    setOwn(object, '__proto__', { polluted: 1 })
    setOwn(object, 'constructor', 2)
    expect(JSON.stringify(object)).toBe('{"__proto__":{"polluted":1},"constructor":2}')
    expect(object['polluted']).toBeUndefined()
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
    setOwn(object, '__proto__', 3)
    expect(own(object, '__proto__')).toBe(3)
  })
})

group('describe', () => {
  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'null'],
    [[1, 2], 'an array of 2'],
    ['a"b', 'the string "a\\"b"'],
    ['x'.repeat(41), `the string "${'x'.repeat(40)}"...`],
    [3, 'the number 3'],
    [-0, 'the number 0'],
    [Number.NaN, 'the number NaN'],
    [true, 'true'],
    [{}, 'an object'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [1n, 'a bigint'],
  ])('%o is %s', (value, expected) => {
    expect(describe(value)).toBe(expected)
  })
})
