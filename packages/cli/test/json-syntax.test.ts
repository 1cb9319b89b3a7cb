import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findJsonFault } from '../src/json-syntax.ts'
import { runs } from '../../../test/support/amounts.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('findJsonFault', () => {
  test.each([
    ['{"a": [1,\n 2 3]}', 2, 4, 'expected "," or "]", but there is "3"'],
    ['{"a": 1,}', 1, 9, 'expected a key in quotes, but there is "}"'],
    ['{a: 1}', 1, 2, 'expected a key in quotes or "}", but there is "a"'],
    ["{'a': 1}", 1, 2, 'expected a key in quotes or "}", but there is "\'"'],
    ['[1,]', 1, 4, 'expected a value, but there is "]"'],
    ['{"a" 1}', 1, 6, 'expected ":", but there is "1"'],
    ['[1, 2', 1, 6, 'expected "," or "]", but the text ends'],
    ['{"a": 1', 1, 8, 'expected "," or "}", but the text ends'],
    ['{} {}', 1, 4, 'expected the end, but there is "{"'],
    ['[01]', 1, 2, '01 is not a JSON value'],
    ['[NaN]', 1, 2, 'NaN is not a JSON value'],
    ['[undefined]', 1, 2, 'undefined is not a JSON value'],
    ['// note\n{}', 1, 1, 'expected a value, but there is "/"'],
    ['["ab\ncd"]', 1, 5, 'a string may not contain a line break or control character'],
    ['["a\\x"]', 1, 4, 'invalid escape sequence'],
    ['["a\\u12"]', 1, 4, 'invalid escape sequence'],
    ['{\r\n  "a": "b\r\n}', 2, 10, 'a string may not contain a line break or control character'],
    ['["abc', 1, 2, 'this string is never closed'],
    ['', 1, 1, 'expected a value, but the text ends'],
    ['😀', 1, 1, 'expected a value, but there is "😀"'],
  ])('%j', (text, line, column, problem) => {
    expect(isJson(text)).toBe(false)
    expect(findJsonFault(text)).toEqual({ line, column, problem })
  })

  test.each(['{}', ' [1, -0.5e+3, "a\\u00e9\\n", true, false, null, {"": []}] ', '"x"', '0', '\t1\n'])(
    '%j is JSON',
    (text) => {
      expect(findJsonFault(text)).toBeNull()
    },
  )

  test('finds a fault exactly where JSON.parse does, in broken documents', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '{', '1', '\\', '\n', 'x', '-'),
        (json, at, put) => {
          const place = at % (json.length + 1)
          const text = json.slice(0, place) + put + json.slice(put === '' ? place + 1 : place)
          expect(findJsonFault(text) === null).toBe(isJson(text))
        },
      ),
      { numRuns: runs(2000) },
    )
  })

  test('takes nesting and length without recursion', () => {
    const depth = 1_000_000
    expect(findJsonFault('['.repeat(depth))).toEqual({
      line: 1,
      column: depth + 1,
      problem: 'expected a value or "]", but the text ends',
    })
    expect(findJsonFault(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBeNull()
    expect(findJsonFault(`"${'\\n'.repeat(depth)}`)?.column).toBe(1)
    expect(findJsonFault('1'.repeat(depth))?.column ?? null).toBe(null)
  })
})
