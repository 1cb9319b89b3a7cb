import fc from 'fast-check'

/** One change to a text, as data; the numbers are taken modulo what there is. */
export interface ByteChange {
  readonly kind: 'flip' | 'insert' | 'cut' | 'repeat' | 'splice' | 'say'
  readonly at: number
  readonly length: number
  readonly with: number
}

export const byteChanges: fc.Arbitrary<readonly ByteChange[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'insert', 'cut', 'repeat', 'splice', 'say'),
    at: fc.nat(4000),
    length: fc.integer({ min: 1, max: 24 }),
    with: fc.nat(4000),
  }),
  { minLength: 1, maxLength: 6 },
)

/** What readers of a language stumble over. */
const SAID = [
  '"',
  "'",
  '“',
  '#',
  '\\',
  '\u0000',
  '\uD800',
  '\u202E',
  '\u200B',
  '\n',
  '\t',
  ' and ',
  ' then ',
  ', ',
  '. ',
  ' not ',
  ' it ',
  ' all ',
  ' except ',
  ' of the ',
  ' 99999999999999999999px ',
  ' -0 ',
  ' 1e999 ',
  ' 0.1% ',
  ' __proto__ ',
  ' constructor ',
  ' toString ',
  ' $accent_color ',
  ' rgb(1,2 ',
  ' #ff ',
  '🏳️‍🌈',
  'ﷺ',
  'İ',
  'ß',
] as const

/** The text after the changes, as bytes that are read as UTF-8 again; what is no UTF-8 becomes replacement characters. */
export function changedText(text: string, changes: readonly ByteChange[], other: string): string {
  const encoder = new TextEncoder()
  let bytes = [...encoder.encode(text)]
  for (const { kind, at, length, with: w } of changes) {
    const start = at % (bytes.length + 1)
    if (kind === 'flip' && start < bytes.length) bytes[start] = bytes[start]! ^ (1 << (w % 8))
    else if (kind === 'insert') bytes.splice(start, 0, w % 256)
    else if (kind === 'cut') bytes.splice(start, length)
    else if (kind === 'repeat') bytes.splice(start, 0, ...bytes.slice(start, start + length))
    else if (kind === 'say') bytes.splice(start, 0, ...encoder.encode(SAID[w % SAID.length]))
    else if (kind === 'splice') {
      const from = encoder.encode(other)
      bytes = [...bytes.slice(0, start), ...from.slice(w % (from.length + 1))]
    }
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

/** Values that JSON can hold and nobody expects. */
const TOKENS = [
  'null',
  'true',
  '-0',
  '0',
  '-1',
  '1e308',
  '1e999',
  '9007199254740993',
  '0.1',
  '""',
  '"__proto__"',
  '"constructor"',
  '"\\ud800"',
  '"\\u0000"',
  '"-1px"',
  '"NaN"',
  '[]',
  '{}',
  '[[[[]]]]',
  '{"__proto__":{"polluted":1}}',
  '[1,2,3,4,5]',
  '"#12"',
  '"$nothing"',
] as const

const TOKEN = /"(?:[^"\\]|\\.){0,200}"|-?\d{1,20}(?:\.\d{1,20})?|true|false|null/g

/** A JSON text with some of its values and keys replaced, and, where said, some bytes changed. */
export function changedJson(
  json: string,
  changes: readonly { readonly at: number; readonly token: number }[],
): string {
  let text = json
  for (const { at, token } of changes) {
    const matches = [...text.matchAll(TOKEN)]
    const match = matches[at % matches.length]
    if (match === undefined) return text
    text =
      text.slice(0, match.index) + TOKENS[token % TOKENS.length] + text.slice(match.index + match[0].length)
  }
  return text
}

export const jsonChanges = fc.array(fc.record({ at: fc.nat(4000), token: fc.nat(TOKENS.length - 1) }), {
  minLength: 1,
  maxLength: 3,
})
