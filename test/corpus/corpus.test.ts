import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { ownCorpus, sharedCorpus } from '../support/corpus-case.ts'
import type { CorpusFile } from '../support/corpus-case.ts'
import { judge } from '../support/judge.ts'

function judgeAll({ cases, document }: CorpusFile): void {
  it.each(cases.map((kase) => [kase.id, kase.command, kase] as const))('%s %j', (_id, _command, kase) => {
    expect(judge(createEngine(), kase, document(kase))).toEqual([])
  })
}

const files = ownCorpus()

it('the corpus is there', () => {
  const ids = files.flatMap(({ cases }) => cases.map(({ id }) => id))
  expect(ids.length).toBeGreaterThanOrEqual(677)
  expect(new Set(ids).size).toBe(ids.length)
})

describe.each(files.map((file) => [file.name, file] as const))('%s', (_name, file) => {
  judgeAll(file)
})

const shared = sharedCorpus()

describe('public.jsonl', () => {
  if (shared !== null) judgeAll(shared)
  it.skipIf(shared === null)(
    'is there (skipped: no ../shared/corpus/public.jsonl beside the package)',
    () => {
      expect(shared?.cases.length).toBeGreaterThan(0)
    },
  )
})
