import { expect, test } from 'vitest'
import { describeYamlProblem, parseYaml } from '../../src/formats/yaml-text.ts'

test('plain values come out', () => {
  expect(parseYaml('a: 1\nb: [x, ~6000]\n')).toEqual({ ok: true, value: { a: 1, b: ['x', '~6000'] } })
  expect(parseYaml('')).toEqual({ ok: true, value: null })
})

test('brackets that close and dashes in texts are no nesting', () => {
  expect(parseYaml(`- ${'[x], '.repeat(1000)}`).ok).toBe(false)
  expect(parseYaml(`a: [${'[x], '.repeat(1000)}]`).ok).toBe(true)
  expect(parseYaml(`a: |\n  ${'-'.repeat(1000)}\n  ${'[x] '.repeat(1000)}`).ok).toBe(true)
})

test('a problem has its line', () => {
  const parsed = parseYaml('a: 1\nb: [\n')
  expect(parsed.ok).toBe(false)
  if (!parsed.ok) expect(describeYamlProblem(parsed.error[0]!)).toMatch(/^line \d+: \S/)
  expect(parseYaml('a: 1\na: 2\n')).toMatchObject({ ok: false })
})

test.each([
  [
    'copies of copies',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map(
        (name, i, all) =>
          `${name}: &${name} [${Array(9)
            .fill(`*${all[i - 1] ?? 'a'}`)
            .join(',')}]`,
      )
      .join('\n')}`,
  ],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a hundred thousand dashes', '- '.repeat(100_000)],
  ['a hundred thousand question marks', '? '.repeat(100_000)],
  ['lines that go ever deeper', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['too long a text', 'x'.repeat(4 * 1024 * 1024 + 1)],
])('%s are refused', (_, text) => {
  expect(parseYaml(text)).toMatchObject({ ok: false })
})

test('__proto__ is a key like any other', () => {
  const parsed = parseYaml('__proto__: { polluted: true }')
  expect(parsed.ok && Object.hasOwn(parsed.value as object, '__proto__')).toBe(true)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
