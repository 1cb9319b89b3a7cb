import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, it, vi } from 'vitest'
import { makeDocument } from '../../bench/documents.ts'
import { standardSet } from '../../bench/standard-set.ts'
import { stepsCommand } from '../../bench/steps-command.ts'
import type { Blueprint } from '../../src/index.ts'
import { ownCorpus } from '../support/corpus-case.ts'
import { hashAnswers } from './answer-hash.mjs'
import { heavy } from './numbers.ts'

vi.setConfig({ testTimeout: 1_200_000 })

interface Case {
  readonly document: Blueprint
  readonly command: string
}

interface Hashed {
  readonly hashes: readonly string[]
  readonly runs: number
}

type Caches = 'cold' | 'warm' | 'off' | 'small'

const SCRIPT = fileURLToPath(new URL('answer-hash.mjs', import.meta.url))

/** Standard commands, fifty steps, and now and then a case of the corpus, with misspelled and refused ones among them. */
const cases: readonly Case[] = [
  ...standardSet.map(({ command }) => ({ document: makeDocument(20, 'nested'), command })),
  { document: makeDocument(100, 'flat'), command: stepsCommand(50, 100) },
  ...ownCorpus()
    .flatMap(({ cases, document }) =>
      cases.map((kase) => ({ document: document(kase), command: kase.command })),
    )
    .filter((_, i) => i % 23 === 0),
  { document: makeDocument(20, 'flat'), command: 'mak the frist card redd' },
  { document: makeDocument(20, 'flat'), command: 'make the flurbl gizmo red' },
]

async function inWorker(work: object): Promise<Hashed> {
  const worker = new Worker(SCRIPT, { workerData: work })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function inProcess(work: object): Hashed {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--stdin'], {
    input: JSON.stringify(work),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Hashed
}

/** From text each time: nothing is known of these documents. */
function work(caches: Caches, times: number): { caches: Caches; times: number; cases: readonly Case[] } {
  return { caches, times, cases: JSON.parse(JSON.stringify(cases)) as Case[] }
}

it(`${heavy.sameRuns} runs and more in threads, processes and with any cache give one hash of all answers`, async () => {
  const places = 9
  const times = Math.ceil(heavy.sameRuns / (places * cases.length))
  const hashed = [
    ...(['cold', 'warm', 'off', 'small'] as const).map((caches) => hashAnswers(work(caches, times))),
    ...(await Promise.all(
      (['warm', 'cold', 'small', 'off'] as const).map(async (caches) => inWorker(work(caches, times))),
    )),
    inProcess(work('warm', times)),
  ] satisfies Hashed[]
  expect(hashed.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThanOrEqual(heavy.sameRuns)
  expect(new Set(hashed.flatMap(({ hashes }) => hashes)).size).toBe(1)
})

it('another answer gives another hash', () => {
  const [first, ...rest] = work('cold', 1).cases
  const same = hashAnswers({ caches: 'cold', times: 1, cases: [first!, ...rest] })
  const other = hashAnswers({
    caches: 'cold',
    times: 1,
    cases: [{ ...first!, command: `${first!.command} and make it bold` }, ...rest],
  })
  expect(other.hashes).not.toEqual(same.hashes)
})
