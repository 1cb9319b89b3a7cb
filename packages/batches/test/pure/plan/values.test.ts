import { describe, expect, test } from 'vitest'
import { readComplexityWords } from '../../../src/pure/plan/complexity-words.ts'
import { readDeclaredFiles, splitList } from '../../../src/pure/plan/declared-files.ts'
import { findHours, hoursText, readHours } from '../../../src/pure/plan/hours.ts'
import { readPhaseReferences } from '../../../src/pure/plan/phase-references.ts'

describe('hours', () => {
  test.each([
    ['8', '8'],
    ['0.5', '0.5'],
    ['3-4', '3-4'],
    ['3 – 4 hours', '3-4'],
    ['6h', '6'],
    ['4h (increased from 3h)', '4'],
    ['2 to 3 hrs', '2-3'],
    ['4+', '4'],
    ['~2', '2'],
  ])('%s is %s', (text, expected) => {
    expect(hoursText(readHours(text)!)).toBe(expected)
  })

  test.each(['', 'soon', '4-3', '-1', '1e3', 'NaN', '8 days', '12345', '1,5', `${'9'.repeat(100_000)}h`])(
    '%# is no number of hours',
    (text) => {
      expect(readHours(text)).toBeNull()
    },
  )
})

describe('estimates in other words', () => {
  test.each<[string, string, string | null]>([
    ['30 minutes', '0.5', null],
    ['45m', '0.75', null],
    ['2 days', '16', 'read as 16 hours'],
    ['1 week', '40', 'read as 40 hours'],
    ['2-3 hours per screen', '2-3', 'read as 2-3 hours'],
    ['4-3', '3-4', 'read as 3-4 hours'],
    ['1,5 h', '1.5', 'read as 1.5 hours'],
    ['about 8 hours total', '8', 'read as 8 hours'],
  ])('%s is %s', (text, expected, reading) => {
    const hours = findHours(text)
    expect(hours === null ? null : hoursText(hours)).toBe(expected)
    expect(hours?.reading).toBe(reading)
  })

  test.each(['soon', '', 'T2 size', '99%'])('%j is unknown', (text) => {
    expect(findHours(text)).toBeNull()
  })
})

test.each<[string, string | null, string | null]>([
  ['low', 'low', null],
  ['Medium (mostly tests)', 'medium', null],
  ['low-medium', 'medium', 'read as medium'],
  ['Medium/High', 'high', 'read as high'],
  ['simple', 'low', 'read as low'],
  ['not simple', null, null],
  ['T3', null, null],
])('complexity %j is %j', (text, expected, reading) => {
  const found = readComplexityWords(text)
  expect(found?.complexity ?? null).toBe(expected)
  expect(found?.reading ?? null).toBe(reading)
})

describe('references to phases', () => {
  const all = [1, 2, 3, 4, 5, 6]
  test.each<[string, number[]]>([
    ['None', []],
    ['None (foundation)', []],
    ['', []],
    ['Phase 1', [1]],
    ['phase 1 (why, and Phase 6)', [1]],
    ['Phase 1, Phase 2 (a), 3', [1, 2, 3]],
    ['Phases 1 and 2', [1, 2]],
    ['Phase 2-5', [2, 3, 4, 5]],
    ['Phase 2 to Phase 3', [2, 3]],
    ['All other phases', [1, 2, 3, 5, 6]],
    ['All previous phases', [1, 2, 3]],
    ['- Phase 1\n- Phase 3', [1, 3]],
    ['Phase 1, Phase 1', [1]],
  ])('%j', (text, expected) => {
    const { phases, unread } = readPhaseReferences(text, 4, all)
    expect(unread).toEqual([])
    expect(phases.map(({ phase }) => phase)).toEqual(expected)
  })

  test.each([
    'Phase 5-2',
    'Phase 1-9999',
    'Phase',
    'the phase with the tests',
    'not Phase 2',
    'Phase 1 or Phase 2',
    'blocks Phase 5',
    'must be done before Phase 2',
  ])('%j is in doubt', (text) => {
    expect(readPhaseReferences(text, 4, all)).toMatchObject({ phases: [], unread: [text] })
  })

  test.each<[string, number[], string]>([
    ['soft dependency on Phase 2', [2], 'read as Phase 2'],
    ['Phase 2 soft dependency', [2], 'read as Phase 2'],
    ['Phase 2 must be done before this one', [2], 'read as Phase 2'],
    ['after Phases 1-3 are merged', [1, 2, 3], 'read as Phase 1, Phase 2, Phase 3'],
    ['can run in parallel with Phase 2', [], 'read as no dependency'],
    ['the staging server', [], 'names no phase; read as something outside of the plan'],
    ['PRP-34.1.1', [], 'names no phase; read as something outside of the plan'],
  ])('%j is read as %j, and said so', (text, expected, reading) => {
    const { phases, unread, readings } = readPhaseReferences(text, 4, all)
    expect({ phases: phases.map(({ phase }) => phase), unread }).toEqual({ phases: expected, unread: [] })
    expect(readings).toEqual([{ words: text, reading }])
  })

  test.each<[string, number[]]>([
    ['Phase 1 (soft dependency), Phase 3', [1, 3]],
    ['Phase 1 - needs its types', [1]],
    ['Phase 1: the parser and the printer', [1]],
    ['**Phase 2**', [2]],
    ['None - stands alone', []],
    ['all phases except Phase 2', [1, 3, 5, 6]],
    ['All phases', [1, 2, 3, 5, 6]],
    ['all phases before', [1, 2, 3]],
    ['Phases 1, 2, and 3', [1, 2, 3]],
  ])('%j needs no word', (text, expected) => {
    const { phases, unread, readings } = readPhaseReferences(text, 4, all)
    expect({ unread, readings }).toEqual({ unread: [], readings: [] })
    expect(phases.map(({ phase }) => phase)).toEqual(expected)
  })

  test('the reason is kept', () => {
    expect(readPhaseReferences('Phase 1 (needs it (now))', 4, all).phases).toEqual([
      { phase: 1, reason: 'needs it (now)' },
    ])
  })

  test('reads a long text in its length', () => {
    expect(readPhaseReferences('('.repeat(200_000), 1, all).phases).toEqual([])
    expect(readPhaseReferences('Phase 1,'.repeat(50_000), 2, all).phases).toEqual([
      { phase: 1, reason: null },
    ])
  })
})

describe('declared files', () => {
  test.each<[string, string[]]>([
    ['None', []],
    ['None (testing only)', []],
    ['src/a.ts', ['src/a.ts']],
    ['`src/a.ts` (new)', ['src/a.ts +']],
    ['src/a.ts (new file)', ['src/a.ts +']],
    ['src/a.ts - the newest part', ['src/a.ts']],
    ['.\\src\\a.ts', ['src/a.ts']],
    ['src/[id]/*.ts', ['src/[id]/*.ts']],
    ['src/', ['src/**']],
    ['docs/my page.md', ['docs/my page.md']],
  ])('%s', (entry, expected) => {
    const { files, refused } = readDeclaredFiles([entry])
    expect(refused).toEqual([])
    expect(files.map(({ text, isNew }) => (isNew ? `${text} +` : text))).toEqual(expected)
  })

  test.each([
    '/etc/passwd',
    '../a',
    'a/../../b',
    'C:/x',
    'C:\\x',
    '~/x',
    '.git/config',
    'a\u0000b',
    'x'.repeat(1001),
  ])('%# is refused', (entry) => {
    const { files, refused } = readDeclaredFiles(['ok.ts', entry])
    expect(files.map(({ text }) => text)).toEqual(['ok.ts'])
    expect(refused).toMatchObject([{ entry: 1 }])
  })

  test.each<[string, string[]]>([
    ['x.md (new - 200 lines)', ['x.md +']],
    ['x.md (new, with a, b)', ['x.md +']],
    ['Create src/a.ts', ['src/a.ts +']],
    ['Update: `src/a.ts`, the parser', ['src/a.ts']],
    ['[x] src/a.ts', ['src/a.ts']],
    ['src/a.ts:10-20', ['src/a.ts']],
    ['src/a.ts line 84', ['src/a.ts']],
    ['`src/a.ts`: adds `parse()`', ['src/a.ts']],
    ['`a.ts` and `b.ts`', ['a.ts', 'b.ts']],
    ['src/a.ts and src/b.ts', ['src/a.ts', 'src/b.ts']],
    ['old.ts → new.ts', ['old.ts', 'new.ts']],
    ['`old.ts` -> `new.ts`', ['old.ts', 'new.ts']],
    ['[the guide](docs/guide.md)', ['docs/guide.md']],
    ['| `src/a.ts` | new |', ['src/a.ts']],
    ['|---|---|', []],
    ['docs/how to write.md', ['docs/how to write.md']],
    ['.env.example', ['.env.example']],
    ['Makefile', ['Makefile']],
    ['No code changes', []],
    ['N/A - documentation only', []],
    ['none.md', ['none.md']],
  ])('%s needs no word', (entry, expected) => {
    const { files, refused, readings } = readDeclaredFiles([entry])
    expect({ refused, readings }).toEqual({ refused: [], readings: [] })
    expect(files.map(({ text, isNew }) => (isNew ? `${text} +` : text))).toEqual(expected)
  })

  test.each<[string, string[], string]>([
    ['Possibly x.md', ['x.md'], 'read as x.md'],
    ['Optional: `docs/a.md` (if time allows)', ['docs/a.md'], 'read as docs/a.md'],
    ['the guide in docs/a.md', ['docs/a.md'], 'read as docs/a.md'],
    ['src/a.ts to know the new part', ['src/a.ts'], 'read as src/a.ts'],
    ['several words here', [], 'names no path; read as no file'],
    ['various', [], 'names no path; read as no file'],
    ['TBD', [], 'says nothing yet; read as no file'],
    ['https://example.org/a.md', [], 'is an address, no file; left out'],
  ])('%s is read, and said so', (entry, expected, reading) => {
    const { files, refused, readings } = readDeclaredFiles([entry])
    expect(refused).toEqual([])
    expect(files.map(({ text }) => text)).toEqual(expected)
    expect(readings).toMatchObject([{ entry: 0, problem: reading }])
  })

  test.each(['`'.repeat(100_000), '| '.repeat(50_000), `${'a/'.repeat(50_000)} b`, 'and '.repeat(50_000)])(
    '%# is read in its length',
    (entry) => {
      expect(readDeclaredFiles([entry, 'ok.ts']).files.at(-1)?.text).toBe('ok.ts')
    },
  )

  test('a bracket that is never closed swallows nothing', () => {
    expect(splitList('a.ts (new, b.ts, c.ts')).toEqual(['a.ts (new', 'b.ts', 'c.ts'])
  })

  test('a comma list keeps braces together', () => {
    expect(splitList('a.ts, src/{b,c}.ts (new, really),\nd')).toEqual([
      'a.ts',
      'src/{b,c}.ts (new, really)',
      'd',
    ])
  })
})
