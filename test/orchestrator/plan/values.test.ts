import { describe, expect, test } from 'vitest'
import { readDeclaredFiles, splitList } from '../../../src/orchestrator/plan/declared-files.ts'
import { hoursText, readHours } from '../../../src/orchestrator/plan/hours.ts'
import { readPhaseReferences } from '../../../src/orchestrator/plan/phase-references.ts'

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

  test.each(['the other work', 'Phase 5-2', 'Phase 1-9999', 'PRP-34.1.1', 'Phase'])(
    '%j cannot be read',
    (text) => {
      expect(readPhaseReferences(text, 4, all)).toEqual({ phases: [], unread: [text] })
    },
  )

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
    'several words here',
    'x'.repeat(1001),
  ])('%# is refused', (entry) => {
    const { files, refused } = readDeclaredFiles(['ok.ts', entry])
    expect(files.map(({ text }) => text)).toEqual(['ok.ts'])
    expect(refused).toMatchObject([{ entry: 1 }])
  })

  test('a comma list keeps braces together', () => {
    expect(splitList('a.ts, src/{b,c}.ts (new, really),\nd')).toEqual([
      'a.ts',
      'src/{b,c}.ts (new, really)',
      'd',
    ])
  })
})
