import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import type { CommandBatchAnswer, Blueprint } from 'blueprint-command-engine'
import { createBatchRunner } from '../src/create-batch-runner.ts'
import type { BatchRunner, DocumentJob, DocumentResult } from '../src/document-result.ts'
import { InProcessRunner } from '../src/in-process-runner.ts'
import { paysOff } from '../src/pays-off.ts'
import { WorkerRunner } from '../src/worker-runner.ts'
import { isBuilt, packageRoot } from '../../../test/support/spawn-blueprint.ts'
import { shopScreen } from '../../../test/support/shop-screen.ts'

// Starting a thread takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const workerFile = `${packageRoot}packages/workers/dist/batch-worker.js`
const dyingWorker = fileURLToPath(new URL('dying-worker.mjs', import.meta.url))

const COMMANDS = [
  ['make the page title red', 'make the logo bold'],
  ['hide the unicorn', 'hide the intro'],
  [[{ kind: 'pill', targets: ['order_button'] }], 'delete the second product card'],
  ['rename the page title to "Moon"', 'make the Moon bold'],
  [],
] as const

/** All but what tells how it went: times, and whether the words were known. */
function contentOf(answer: CommandBatchAnswer | DocumentResult): unknown {
  const { status, json, patches, inverse, changed, failedAt, issues, plan, blueprint } = answer
  const verdicts = answer.answers.map((one) => [one.status, one.steps, one.issues, one.confidence])
  return { status, json, patches, inverse, changed, failedAt, issues, plan, blueprint, verdicts }
}

function inEngine({ document, commands }: DocumentJob, options = {}): unknown {
  const blueprint = typeof document === 'string' ? (JSON.parse(document) as Blueprint) : document
  return contentOf(createEngine().batch(blueprint, commands, options))
}

const implementations = [
  { name: 'in this thread', isAvailable: true, make: () => new InProcessRunner() },
  {
    // They need dist/, which npm test builds.
    name: 'in worker threads',
    isAvailable: isBuilt,
    make: () => new WorkerRunner({ workers: 2, workerFile }),
  },
]

describe.each(implementations.filter(({ isAvailable }) => isAvailable))(
  'batches over many documents, $name',
  ({ make }) => {
    let runner: BatchRunner
    beforeAll(() => {
      runner = make()
    })
    afterAll(async () => runner.close())

    it('give each document what the engine gives it, in the order of the jobs', async () => {
      const jobs = COMMANDS.flatMap((commands): DocumentJob[] => [
        { document: shopScreen(), commands },
        { document: JSON.stringify(shopScreen()), commands },
      ])
      for (const options of [{}, { atomic: false }, { order: 'safe', atomic: false }] as const) {
        const results = await runner.batchAll(jobs, options)
        expect(results.map(contentOf)).toEqual(jobs.map((job) => inEngine(job, options)))
      }
    })

    it('leave the input as it is, and give it back where nothing changed', async () => {
      const document = shopScreen()
      const [changed, unchanged] = await runner.batchAll([
        { document, commands: ['hide the logo'] },
        { document, commands: ['hide the unicorn'] },
      ])
      expect(document).toEqual(shopScreen())
      expect(changed!.blueprint).not.toBe(document)
      expect(unchanged!.blueprint).toBe(document)
      // Every part that was not touched is shared.
      expect(changed!.blueprint.components.at(-1)).toBe(document.components.at(-1))
    })

    it('take their results back in', async () => {
      let documents: readonly Blueprint[] = [shopScreen(), shopScreen(), shopScreen()]
      let expected = documents
      for (const command of [
        'make the page title red',
        'hide the unicorn',
        'delete the intro',
        'make the logo bold',
      ]) {
        const results = await runner.batchAll(
          documents.map((document) => ({ document, commands: [command] })),
        )
        expected = expected.map((document) => createEngine().batch(document, [command]).blueprint)
        documents = results.map(({ blueprint }) => blueprint)
        expect(documents).toEqual(expected)
      }
      // An older one can still be used.
      const [again] = await runner.batchAll([{ document: expected[0]!, commands: ['hide the logo'] }])
      expect(again!.status).toBe('applied')
    })

    it('refuse what is no job, and do the others', async () => {
      const cyclic: Record<string, unknown> = { components: [] }
      cyclic['self'] = cyclic
      const jobs = [
        null,
        5,
        {},
        { document: shopScreen() },
        { document: '{"components": [', commands: ['hide the logo'] },
        { document: 'null', commands: ['hide the logo'] },
        { document: cyclic, commands: ['hide the logo'] },
        { document: shopScreen(), commands: [() => 'hide the logo'] },
        { document: shopScreen(), commands: ['hide the logo'] },
      ]
      const results = await runner.batchAll(jobs as never)
      expect(results.map(({ status }) => status)).toEqual([...jobs.slice(1).map(() => 'rejected'), 'applied'])
      for (const { issues, json } of results.slice(0, -1)) {
        expect(issues[0]).toMatchObject({ severity: 'error' })
        expect(typeof json).toBe('string')
      }
      expect(results[4]!.issues[0]!.message).toMatch(/not valid JSON/)
    })

    it('tell of each result as it comes', async () => {
      const told: (readonly [number, DocumentResult])[] = []
      const jobs = COMMANDS.map((commands) => ({ document: shopScreen(), commands }))
      const results = await runner.batchAll(jobs, {
        onResult: (result, position) => void told.push([position, result]),
      })
      expect(told.toSorted(([a], [b]) => a - b)).toEqual([...results.entries()])
    })

    it('stop when told to, and go on afterwards', async () => {
      const stop = new AbortController()
      const jobs = Array.from({ length: 50 }, () => ({ document: shopScreen(), commands: ['hide the logo'] }))
      let told = 0
      const reason = new Error('enough')
      await expect(
        runner.batchAll(jobs, {
          signal: stop.signal,
          onResult: () => {
            if (++told === 3) stop.abort(reason)
          },
        }),
      ).rejects.toBe(reason)
      expect(told).toBeLessThan(10)
      const [result] = await runner.batchAll(jobs.slice(0, 1))
      expect(result!.status).toBe('applied')
    })

    it('of no documents are none', async () => {
      expect(await runner.batchAll([])).toEqual([])
    })
  },
)

describe.skipIf(!isBuilt)('workers (need dist/, which npm test builds)', () => {
  let folder: string
  let runner: WorkerRunner | null = null
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dying-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  afterEach(async () => runner?.close())

  it('that die lose nothing: their jobs are done again', async () => {
    runner = new WorkerRunner({ workers: 2, workerFile: dyingWorker })
    const commands = ['make the page title red', 'hide the intro']
    const jobs = Array.from({ length: 8 }, (_, i) => ({
      document: shopScreen(),
      commands: i % 3 === 1 ? [`die once ${join(folder, String(i))}`, ...commands] : commands,
    }))
    const results = await runner.batchAll(jobs)
    expect(runner.deaths).toBe(3)
    for (const result of results)
      expect(contentOf(result)).toEqual(inEngine({ document: shopScreen(), commands }))
  })

  it('that die forget their documents, which are sent again', async () => {
    runner = new WorkerRunner({ workers: 1, workerFile: dyingWorker })
    const [first] = await runner.batchAll([{ document: shopScreen(), commands: ['hide the intro'] }])
    const document = first!.blueprint
    const [second] = await runner.batchAll([
      { document, commands: [`die once ${join(folder, 'again')}`, 'make the page title red'] },
    ])
    expect(runner.deaths).toBe(1)
    expect(second!.json).toBe(createEngine().run(document, 'make the page title red').json)
  })

  it('are not killed for ever by one job', async () => {
    runner = new WorkerRunner({ workers: 1, workerFile: dyingWorker })
    const [bad, good] = await runner.batchAll([
      { document: shopScreen(), commands: ['die always'] },
      { document: shopScreen(), commands: ['hide the intro'] },
    ])
    expect(bad).toMatchObject({ status: 'rejected', issues: [{ code: 'internal' }] })
    expect(bad!.blueprint).toEqual(shopScreen())
    expect(good!.status).toBe('applied')
  })

  it('forget documents in time, which are sent again', async () => {
    runner = new WorkerRunner({ workers: 1, workerFile })
    const first = await runner.batchAll(
      Array.from({ length: 80 }, () => ({ document: shopScreen(), commands: ['hide the intro'] })),
    )
    const results = await runner.batchAll(
      first.map(({ blueprint }) => ({ document: blueprint, commands: ['make the page title red'] })),
    )
    expect(new Set(results.map(({ json }) => json)).size).toBe(1)
    expect(results[0]!.status).toBe('applied')
  })

  it('whose module is missing are an error, not a wait', async () => {
    runner = new WorkerRunner({ workers: 1, workerFile: join(folder, 'nowhere.js') })
    await expect(
      runner.batchAll([{ document: shopScreen(), commands: ['hide the intro'] }]),
    ).rejects.toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' })
  })
})

describe('the choice between them', () => {
  const jobs = (count: number, document: Blueprint | string): DocumentJob[] =>
    Array.from({ length: count }, () => ({ document, commands: ['hide the logo'] }))

  it('takes workers for much work only', () => {
    const large = 'x'.repeat(1_000_000)
    expect(paysOff(jobs(10, shopScreen()), 4, false)).toBe(false)
    expect(paysOff(jobs(100, large), 4, false)).toBe(true)
    expect(paysOff(jobs(100, large), 1, false)).toBe(false)
    expect(paysOff(jobs(1, large.repeat(100)), 4, false)).toBe(false)
    expect(paysOff(jobs(10, shopScreen()), 4, true)).toBe(true)
  })

  it('takes anything for a job that costs nothing', () => {
    const odd = [null, 5, {}, { document: null }, { document: { components: [null, 5] }, commands: 5 }]
    expect(paysOff(odd as never, 4, false)).toBe(false)
  })

  it('refuses a number of workers that is none', () => {
    expect(() => createBatchRunner({ workers: -1 })).toThrow(RangeError)
    expect(() => new WorkerRunner({ workers: 0 })).toThrow(RangeError)
  })

  it('works with none', async () => {
    const runner = createBatchRunner({ workers: 0 })
    const [result] = await runner.batchAll(jobs(1, shopScreen()))
    expect(result!.status).toBe('applied')
    await runner.close()
  })
})
