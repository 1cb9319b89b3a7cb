import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { metricsFileName } from '../../src/orchestrator/metrics/batch-metrics.ts'
import type { BatchMetrics } from '../../src/orchestrator/metrics/batch-metrics.ts'
import { madeBatch, noisySeries } from '../orchestrator/metrics/made-batches.ts'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-trend-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(metrics: BatchMetrics, below = ''): Promise<void> {
  await mkdir(join(folder, below), { recursive: true })
  await writeFile(join(folder, below, metricsFileName(metrics)), JSON.stringify(metrics))
}

const trend = async (...args: readonly string[]) =>
  callBlueprint(['metrics', 'trend', '--folder', folder, ...args])

test('no metrics, and no folder: said, not crashed', async () => {
  expect(await trend()).toMatchObject({ code: 0, stderr: '' })
  expect((await trend()).stdout).toContain('No metrics found')
  const missing = await callBlueprint(['metrics', 'trend', '--folder', join(folder, 'none')])
  expect(missing.code).toBe(0)
  expect(missing.stdout).toContain('No metrics found')
  expect(missing.stdout).toContain('none does not exist')
})

test('thirty batches: report, chart, file and JSON', async () => {
  for (const [i, seconds] of noisySeries(5, 30, 15, 1.3).entries()) {
    await put(madeBatch({ id: String(i), day: i, seconds, items: 2, successes: 2 }))
  }
  const out = join(folder, 'report.md')
  const { code, stdout } = await trend('--out', out)
  expect(code).toBe(0)
  expect(stdout).toContain('30 operation(s) of 30 batch(es)')
  expect(stdout).toContain('**Regression**: duration of execute')
  expect(stdout).toMatch(/^execute {9}[▁▂▃▄▅▆▇█]{30} max \d+ s$/m)
  expect(stdout.startsWith(await readFile(out, 'utf8'))).toBe(true)
  const { stdout: json } = await trend('--recent', '7', '--json')
  expect(JSON.parse(json)).toMatchObject({ batchCount: 7, broken: [], options: { level: 0.001 } })
})

test('broken files are named and left out; the rest is reported', async () => {
  await put(madeBatch({ id: '1', seconds: 10 }))
  await writeFile(join(folder, 'batch-2-execute.json'), '{"batch_id":')
  await writeFile(join(folder, 'batch-3-execute.json'), '{"batch_id": 3}')
  await writeFile(join(folder, 'batch-4-execute.json'), Buffer.from([0xff, 0xfe]))
  await writeFile(join(folder, 'notes.json'), 'no metrics file')
  await mkdir(join(folder, 'batch-5-execute.json'))
  const { code, stdout } = await trend()
  expect(code).toBe(1)
  expect(stdout).toContain('1 operation(s) of 1 batch(es)')
  expect(stdout).toMatch(/batch-2-execute\.json is left out: no JSON/)
  expect(stdout).toMatch(/batch-3-execute\.json is left out: the document must have required property/)
  expect(stdout).toMatch(/batch-4-execute\.json is left out: .*not valid UTF-8/)
})

test('the archive is read as well, each measurement once', async () => {
  const again = madeBatch({ id: '1', day: 1, seconds: 20 })
  await put(again)
  await put(again, 'archive')
  const old = madeBatch({ id: '1', day: 0, seconds: 10 })
  await writeFile(join(folder, 'archive/batch-1-execute.2026-01-01.json'), JSON.stringify(old))
  const { stdout } = await trend('--json')
  expect(JSON.parse(stdout)).toMatchObject({ operationCount: 2, operations: [{ durations: [10, 20] }] })
})

test('sums that contradict each other are warned of', async () => {
  await put(madeBatch({ items: 1, successes: 2 }))
  expect((await trend()).stdout).toContain('metrics: 2 outcomes of 1 items')
})

test('settings are checked, all of them', async () => {
  const { code, stderr } = await trend(
    '--recent',
    '0',
    '--max-cost',
    'much',
    '--level',
    '0',
    '--min-success',
    '2',
  )
  expect(code).toBe(64)
  for (const flag of ['--recent', '--max-cost', '--level', '--min-success'])
    expect(stderr).toContain(`${flag} takes`)
  expect((await trend('--recent', '1', '--weeks', '2')).code).toBe(64)
})
