import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveBatchMetrics } from '../../insight/src/node/save-metrics.ts'
import type { BatchMetrics, ItemMetrics } from '../../insight/src/pure/metrics/batch-metrics.ts'
import { validateBatchMetrics } from '../../insight/src/pure/metrics/read-metrics.ts'
import { madeBatch } from '../../insight/test/pure/metrics/made-batches.ts'
import { callBlueprint } from './call-blueprint.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blueprint-story-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Twelve runs of one batch of five items: with one worker, with four, and with four and a cheap model that fails more. */
function madeRun(run: number): BatchMetrics {
  const workers = run < 4 ? 1 : 4
  const model = run < 8 ? 'sonnet' : 'haiku'
  const failing = run >= 8 ? 2 : 0
  const items = [0, 1, 2, 3, 4].map((i): ItemMetrics => {
    const failed = i < failing
    return {
      item_id: `PRP-${run + 1}.1.${i + 1}`,
      status: failed ? 'failure' : 'success',
      attempts: failed ? 3 : 1,
      model,
      complexity: i < 3 ? 'low' : 'medium',
      total_tokens: model === 'haiku' ? 9000 : 14_000,
      // The third item is the same in every run.
      input_hash: i === 2 ? 'same' : `${run}-${i}`,
    }
  })
  return madeBatch({
    id: String(run + 1),
    day: run,
    seconds: Math.round(3600 / workers) + run,
    items: items.length,
    successes: items.length - failing,
    failures: failing,
    tokens: items.reduce((sum, { total_tokens: tokens }) => sum + (tokens ?? 0), 0),
    usd: model === 'haiku' ? 0.2 : 0.9,
    rest: { items, parallelism_achieved: workers },
  })
}

test('twelve runs with other settings: every file fits the schema; trend, decision and model choice read them', async () => {
  for (let run = 0; run < 12; run += 1) {
    expect(validateBatchMetrics(madeRun(run)).ok).toBe(true)
    expect(await saveBatchMetrics(folder, madeRun(run))).toMatchObject({
      ok: true,
      value: { archivedPath: null },
    })
  }
  const trend = await callBlueprint(['metrics', 'trend', '--folder', folder])
  expect(trend.code).toBe(0)
  expect(trend.stdout).toContain('12 operation(s) of 12 batch(es)')
  expect(trend.stdout).toContain('| execute | 86.7% | 60 | 52 | 8 | 12 |')
  // Three of five items fail from the ninth run on; four of the runs that succeed are slower, too few to be sure.
  expect(trend.stdout).toContain(
    '**Regression**: success rate of execute went from 100.0% to 60.0% (-40 points) with batch 9',
  )
  expect(trend.stdout).toContain(
    '**Perhaps an improvement**: duration of execute went from 3602 s to 906 s (-75%) with batch 5',
  )

  const decision = await callBlueprint(['decide', '--folder', folder, '--json'])
  expect(JSON.parse(decision.stdout)).toMatchObject({
    batchCount: 12,
    // Items done again and a success rate of 87%; neither tokens nor costs are high. The duration has a candidate of its own.
    plan: ['look-into-long-duration-of-execute', 'error-recovery', 'result-caching'],
    remarks: [],
  })

  const choice = await callBlueprint([
    'adaptive',
    'choose',
    '--complexity',
    'low',
    '--metrics',
    folder,
    '--json',
  ])
  // Twelve first tries of haiku, four of them good, refute it; sonnet's 24 of 24 are trusted.
  expect(JSON.parse(choice.stdout)).toMatchObject({
    model: 'sonnet',
    assessments: [{ verdict: 'refuted' }, { verdict: 'trusted' }, { model: 'opus' }],
  })
})
