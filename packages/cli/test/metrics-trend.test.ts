import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { metricsFileName } from '../../insight/src/pure/metrics/batch-metrics.ts'
import type { BatchMetrics } from '../../insight/src/pure/metrics/batch-metrics.ts'
import { madeBatch, noisySeries } from '../../insight/test/pure/metrics/made-batches.ts'
import { analyzeTrends } from '../../insight/src/pure/metrics/trend.ts'
import { createPalette } from '../src/render/palette.ts'
import { renderTrend } from '../src/render/trend.ts'
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

test('no metrics is said; no folder is refused', async () => {
  expect(await trend()).toMatchObject({ code: 0, stderr: '' })
  expect((await trend()).stdout).toContain('No metrics found')
  const missing = await callBlueprint(['metrics', 'trend', '--folder', join(folder, 'none')])
  expect(missing).toMatchObject({ code: 64, stdout: '' })
  expect(missing.stderr).toContain('none does not exist')
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
  expect(stdout).toBe(await readFile(out, 'utf8'))
  const { stdout: json } = await trend('--recent', '7', '--json')
  expect(JSON.parse(json)).toMatchObject({ batchCount: 7, broken: [], options: { level: 0.05 } })
})

test('--prometheus prints series of batches, tokens and cost', async () => {
  await put(madeBatch({ id: '1', seconds: 10, items: 2, successes: 2, tokens: 1000, usd: 0.5 }))
  const { code, stdout } = await trend('--prometheus')
  expect(code).toBe(0)
  expect(stdout).toContain('blueprint_work_batch_tokens_total{model=""} 1000\n')
  expect(stdout).toContain('blueprint_work_batch_cost_usd_total{model=""} 0.5\n')
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
  expect(stdout).toMatch(/batch-2-execute\.json is skipped: no JSON/)
  expect(stdout).toMatch(/batch-3-execute\.json is skipped: the document must have required property/)
  expect(stdout).toMatch(/batch-4-execute\.json is skipped: .*not valid UTF-8/)
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

test('a gate for CI: a confirmed regression, a bottleneck or too few numbers end with 1, and say why', async () => {
  for (const [i, seconds] of noisySeries(5, 30, 15, 1.3).entries()) {
    await put(madeBatch({ id: String(i), day: i, seconds, items: 2, successes: 2 }))
  }
  const gated = await trend('--fail-on', 'regression')
  expect(gated.code).toBe(1)
  expect(gated.stderr).toMatch(/^failed: duration of execute got worse in batch 1\d$/m)
  expect(await trend('--fail-on', 'bottleneck')).toMatchObject({ code: 0, stderr: '' })
  expect(
    (await trend('--recent', '3', '--fail-on', 'insufficient-data', '--fail-on', 'regression')).stderr,
  ).toContain('failed: too few values for duration of execute')
  expect((await trend('--fail-on', 'weather')).code).toBe(64)
})

test('CSV for a spreadsheet', async () => {
  await put(madeBatch({ id: '1', seconds: 10 }))
  const { stdout } = await trend('--csv')
  const [head, first] = stdout.split('\n')
  expect(head).toBe('kind,operation,measure,runs,count,mean,median,min,max,before,after,p,from_batch,verdict')
  expect(first).toBe('statistics,execute,duration,,1,10,10,10,10,,,,,')
})

test('a terminal gets aligned tables and no Markdown', () => {
  const files = noisySeries(5, 30, 15, 1.5).map((seconds, i) =>
    madeBatch({ id: String(i), day: i, seconds: seconds * 3, items: 4, successes: 3, failures: 1 }),
  )
  const text = renderTrend({ palette: createPalette('none'), columns: 100 }, analyzeTrends(files), []).join(
    '\n',
  )
  expect(text).not.toMatch(/\*\*|^#|\| ---/m)
  expect(text).toMatch(/^operation +measure +median +mean +min +max +count +source$/m)
  expect(text).toMatch(/[▁▂▃▄▅▆▇█]{20,} min \d+ s, max \d+ s, last \d+ s$/m)
  expect(text).toContain('regression duration of execute (runs of which some failed)')
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
})
