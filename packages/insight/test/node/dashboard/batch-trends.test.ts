import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { batchTrends } from '../../../src/node/dashboard/batch-trends.ts'
import { saveBatchMetrics } from '../../../src/node/save-metrics.ts'
import { madeBatch } from '../../pure/metrics/made-batches.ts'
import { callBlueprint } from '../../../../cli/test/call-blueprint.ts'

test('a batch has one column, in the order of time; what is run again has another', () => {
  const trends = batchTrends([
    madeBatch({ id: '2', day: 3, seconds: 30, items: 4, successes: 3 }),
    madeBatch({ id: '1', day: 1, seconds: 10, rest: { optimization_metrics: { parallel_efficiency: 2 } } }),
    madeBatch({ id: '1', day: 4, seconds: 40 }),
    madeBatch({ id: '1', day: 0, operation: 'generate', seconds: 1 }),
  ])
  expect(trends.columns).toEqual(['1', '2', '1'])
  expect(trends.durations).toEqual([
    { operation: 'generate', values: [1, null, null] },
    { operation: 'execute', values: [10, 30, 40] },
  ])
  expect(trends.successRates).toEqual([{ operation: 'execute', values: [null, 0.75, null] }])
  expect(trends.concurrencies).toEqual([{ operation: 'execute', values: [2, null, null] }])
})

test('changes are told at each level, with their column and their evidence', () => {
  const files = Array.from({ length: 16 }, (_, day) =>
    madeBatch({ id: String(day), day, seconds: (day < 8 ? 300 : 600) + (day % 2) }),
  )
  const { levels, report } = batchTrends(files, 0.02)
  expect(report.options.level).toBe(0.02)
  expect(levels.map(({ level }) => level)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2])
  for (const { marks } of levels)
    expect(marks).toMatchObject([
      { number: 1, measure: 'duration', column: 8, before: 300.5, after: 600.5, runsBefore: 8, runsAfter: 8 },
    ])
  expect(batchTrends(files.slice(0, 8)).levels.flatMap(({ marks }) => marks)).toEqual([])
})

test('nothing is nothing', () => {
  expect(batchTrends([])).toMatchObject({ columns: [], durations: [], report: { operationCount: 0 } })
})

test('--batches alone is enough, broken files are told; neither --in nor --batches is wrong use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-batches-'))
  try {
    await saveBatchMetrics(folder, madeBatch({ id: '47', seconds: 12 }))
    writeFileSync(join(folder, 'batch-48-execute.json'), '{')
    const page = join(folder, 'report.html')
    const { code, stdout, stderr } = await callBlueprint([
      'dashboard',
      '--batches',
      folder,
      '--out',
      page,
      '--json',
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      commands: null,
      bench: null,
      batches: { columns: ['47'], durations: [{ operation: 'execute', values: [12] }] },
    })
    expect(stderr).toContain('skipped: ')
    expect(stderr).toContain('batch-48-execute.json: no JSON')
    expect(await callBlueprint(['dashboard', '--json'])).toMatchObject({ code: 64 })
    expect(await callBlueprint(['dashboard', '--json', '--batches', join(folder, 'none')])).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('does not exist') as string,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
