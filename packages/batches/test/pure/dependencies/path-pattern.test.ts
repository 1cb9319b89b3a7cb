import fc from 'fast-check'
import picomatch from 'picomatch'
import { describe, expect, test } from 'vitest'
import { globsOverlap, normalisePath } from '../../../src/pure/dependencies/path-pattern.ts'
import { shareFiles } from '../../../src/pure/dependencies/shared-files.ts'
import { runs } from '../../../../../test/support/amounts.ts'

function pattern(text: string): { text: string; isGlob: boolean } {
  const result = normalisePath(text)
  if (!result.ok) throw new Error(`${text} ${result.error}`)
  return result.value
}

function overlap(a: string, b: string): boolean {
  const shared = shareFiles([{ files: [pattern(a)] }, { files: [pattern(b)] }])
  return shared.patterns.length === 1 || shared.overlaps[0]!.length > 0
}

describe('two patterns that could mean one file', () => {
  test.each([
    ['src/a.ts', './src//a.ts'],
    ['src/*.ts', 'src/a.ts'],
    ['**/*.ts', 'src/deep/a.ts'],
    ['src/', 'src/deep/a.ts'],
    ['**', 'README.md'],
    ['src/*/a.ts', 'src/b/*.ts'],
    ['src/**/x/*.ts', 'src/a/**'],
    ['src/{a,b}.ts', 'src/b.ts'],
    ['{src/a,lib}/x.ts', 'src/a/x.ts'],
    ['src/[ab].ts', 'src/a.ts'],
    ['.github/*', '.github/ci.yml'],
    ['a?c', 'abc'],
  ])('%s and %s', (a, b) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([true, true])
  })
})

describe('two patterns that cannot', () => {
  test.each([
    ['src/a.ts', 'src/b.ts'],
    ['src/*.ts', 'src/deep/a.ts'],
    ['src/*.ts', 'src/*.md'],
    ['src/**', 'test/**'],
    ['src/{a,b}.ts', 'src/c.ts'],
    ['src/[ab].ts', 'src/c.ts'],
    ['a?c', 'ac'],
    ['src/**/a.ts', 'src/**/b.ts'],
  ])('%s and %s', (a, b) => {
    expect([overlap(a, b), overlap(b, a)]).toEqual([false, false])
  })
})

test('globs that share a file are always found', () => {
  const part = fc.constantFrom('a', 'b', 'ab', 'a*', '*b', '?', '*', '**')
  const glob = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  const file = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'bb'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'))
  fc.assert(
    fc.property(glob, glob, fc.array(file, { maxLength: 20 }), (a, b, files) => {
      const both = files.some((each) => picomatch.isMatch(each, a) && picomatch.isMatch(each, b))
      if (both) expect(globsOverlap(pattern(a), pattern(b))).toBe(true)
    }),
    { numRuns: runs(500) },
  )
})

test('a hostile glob costs no more than its length', () => {
  const hostile = pattern(`src/${'*a'.repeat(400)}b{x,y}`)
  expect(globsOverlap(hostile, pattern(`src/${'a'.repeat(900)}bx`))).toBe(true)
  expect(overlap(hostile.text, `src/${'c'.repeat(900)}`)).toBe(false)
})
