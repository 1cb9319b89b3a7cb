import { describe, expect, test } from 'vitest'
import { driftOf } from '../../../src/pure/review/drift.ts'
import { judgeWork } from '../../../src/pure/review/judge-work.ts'
import type { Evidence } from '../../../src/pure/review/judge-work.ts'
import { readDeclaredFiles } from '../../../src/pure/plan/declared-files.ts'

function judge(
  declared: readonly string[],
  evidence: Partial<Evidence>,
  claimed: readonly string[] = [],
): string[] {
  const { failure, notes } = judgeWork(
    readDeclaredFiles(declared),
    { output: { files: claimed, commits: [], errors: [] } },
    { changedFiles: [], gates: [], ...evidence },
  )
  return failure === null ? ['accepted', ...notes] : [failure.code, failure.message]
}

describe('what an agent says is judged by what can be seen', () => {
  test.each<[string, string[], Partial<Evidence>, string[], string[]]>([
    ['as declared', ['a', 'src/*.ts'], { changedFiles: ['src/b.ts'] }, [], ['accepted']],
    ['nothing declared, nothing changed', [], {}, [], ['accepted']],
    ['no change', ['a'], {}, ['a'], ['no-change', 'it says success, but git shows no change']],
    [
      'other files only',
      ['a'],
      { changedFiles: ['b', 'c'] },
      [],
      ['no-change', 'it changed b, c, but none of the files that the item names'],
    ],
    [
      'more files',
      ['a'],
      { changedFiles: ['a', 'b'] },
      ['./a', 'z'],
      ['accepted', 'changed without having declared it: b', 'says it changed z, which git does not show'],
    ],
    [
      'a gate that fails',
      ['a'],
      { changedFiles: ['a'], gates: [{ command: 'npm test', isPassed: false, output: 'exit code 1' }] },
      [],
      ['gate', 'the gate `npm test` failed: exit code 1'],
    ],
  ])('%s', (_name, declared, evidence, claimed, expected) => {
    expect(judge(declared, evidence, claimed)).toEqual(expected)
  })
})

test.each<[string[], string[], number, string]>([
  [['a', 'b'], ['a', 'b'], 0, 'none'],
  [['a', 'src/*.ts'], ['a', 'src/x.ts', 'src/y.ts'], 0, 'none'],
  [['a', 'b', 'c', 'd'], ['a', 'b', 'c'], 25, 'low'],
  [['a', 'b'], ['a'], 50, 'medium'],
  [['a'], ['b'], 100, 'high'],
  [[], [], 0, 'none'],
])('drift of %j and %j is %i', (declared, changed, score, band) => {
  expect(driftOf(readDeclaredFiles(declared).files, changed)).toMatchObject({ score, band })
})
