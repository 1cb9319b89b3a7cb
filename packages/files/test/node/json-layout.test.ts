import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectLayout, writeDocument } from '../../src/node/json-layout.ts'

function rewrite(text: string, change: (document: unknown) => unknown = (document) => document): string {
  const document = change(JSON.parse(text))
  return writeDocument(document, JSON.stringify(document), detectLayout(text))
}

describe('writeDocument', () => {
  test.each([
    ['on one line', '{"a":[1,2],"b":{}}'],
    ['on one line, ended', '{"a":[1,2],"b":{}}\n'],
    ['two spaces', JSON.stringify({ a: [1, 2], b: {}, c: [] }, null, 2)],
    ['four spaces', `${JSON.stringify({ a: [{ b: 'x' }], c: null }, null, 4)}\n`],
    ['tabs', JSON.stringify({ a: [1, { b: true }] }, null, '\t')],
    ['one space', JSON.stringify({ a: [1, 2] }, null, 1)],
    ['lists on one line', '{\n  "a": [1, 2.5, -3],\n  "b": ["x", "y"],\n  "c": [\n    {}\n  ]\n}\n'],
    ['narrow lists on one line', '{\n  "a": [1,2],\n  "b": 1\n}'],
    ['CRLF', '{\r\n  "a": [1, 2],\r\n  "b": "line\\nbreak"\r\n}\r\n'],
  ])('keeps the layout: %s', (_name, text) => {
    expect(rewrite(text)).toBe(text)
  })

  test.each(['shop', 'dashboard', 'settings'])('writes examples/%s.json as it stands', (name) => {
    const text = readFileSync(new URL(`../../../../examples/${name}.json`, import.meta.url), 'utf8')
    expect(rewrite(text)).toBe(text)
  })

  test('a change touches its own lines only', () => {
    const text = '{\n  "a": [1, 2],\n  "b": "x"\n}\n'
    expect(rewrite(text, (document) => ({ ...(document as object), b: 'y' }))).toBe(
      text.replace('"x"', '"y"'),
    )
  })

  test('whatever the layout, the text means the document', () => {
    const layout = fc.record({
      indent: fc.constantFrom('', ' ', '  ', '\t'),
      listGap: fc.constantFrom(null, '', ' '),
      lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
      endsWithLineEnd: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.jsonValue(), layout, (document, shape) => {
        const compact = JSON.stringify(document)
        expect(JSON.stringify(JSON.parse(writeDocument(document, compact, shape)))).toBe(compact)
      }),
    )
  })

  test('a long text without any layout is looked at in linear time', () => {
    expect(detectLayout(' '.repeat(1_000_000)).indent).toBe('')
    expect(detectLayout(`[${'[1'.repeat(300_000)}`).listGap).toBeNull()
  })
})
