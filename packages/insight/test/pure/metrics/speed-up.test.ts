import { expect, test } from 'vitest'
import type { BatchMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import { concurrencyOf, speedUpOf } from '../../../src/pure/metrics/speed-up.ts'
import { madeBatch } from './made-batches.ts'

function run(id: string, workers: number, seconds: number, hashes = ['a', 'b', 'c', 'd']): BatchMetrics {
  return madeBatch({
    id,
    seconds,
    items: hashes.length,
    successes: hashes.length,
    rest: {
      parallelism_achieved: workers,
      optimization_metrics: { concurrency: workers * 0.97 },
      items: hashes.map((hash) => ({ item_id: hash, status: 'success', input_hash: hash })),
    },
  })
}

test('four workers that take as long as one are four at a time, and no faster', () => {
  const four = run('2', 4, 100)
  expect(concurrencyOf(four)).toBeCloseTo(3.88)
  expect(speedUpOf(four, [run('1', 1, 100), four])).toMatchObject({ factor: 1, against: { batchId: '1' } })
  expect(speedUpOf(run('3', 4, 40), [run('1', 1, 120), run('0', 1, 100)])).toMatchObject({ factor: 2.5 })
})

test('without a sequential run of the same work the speed-up is unknown', () => {
  const four = run('2', 4, 100)
  expect(speedUpOf(four, [four])).toBeNull()
  expect(speedUpOf(four, [run('1', 1, 100, ['a', 'b', 'c', 'x'])])).toBeNull()
  expect(speedUpOf(four, [run('1', 2, 100)])).toBeNull()
  const cached = run('1', 1, 1)
  const items = cached.items!.map((item) => ({ ...item, from_cache: true }))
  expect(speedUpOf(four, [{ ...cached, items }])).toBeNull()
  expect(speedUpOf(madeBatch({ seconds: 5 }), [four])).toBeNull()
})

test('older files hold the concurrency under its old name', () => {
  expect(concurrencyOf(madeBatch({ rest: { optimization_metrics: { parallel_efficiency: 3.87 } } }))).toBe(
    3.87,
  )
  expect(concurrencyOf(madeBatch({}))).toBeNull()
})
