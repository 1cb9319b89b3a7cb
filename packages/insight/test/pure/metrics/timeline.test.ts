import { expect, test } from 'vitest'
import type { BatchMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import { timelineOf } from '../../../src/pure/metrics/timeline.ts'
import { madeBatch } from './made-batches.ts'

test('items by their beginning, with the chain that decided how long the run took', () => {
  const item = (id: string, start: number, end: number, ...needs: string[]) => ({
    item_id: id,
    status: 'success' as const,
    depends_on: needs,
    tries: [{ model: null, outcome: 'success', start_seconds: start, end_seconds: end }],
  })
  const items: BatchMetrics['items'] = [
    item('c', 9, 15, 'a', 'b'),
    item('a', 0, 4),
    item('b', 1, 9),
    { item_id: 'old', status: 'success', tries: [{ model: null, outcome: 'success' }] },
  ]
  const timeline = timelineOf(madeBatch({ rest: { items } }))
  expect(timeline.map(({ itemId, isCritical }) => [itemId, isCritical])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
  ])
  expect(timelineOf(madeBatch({}))).toEqual([])
  // Items that wait for each other cannot be, and end the search.
  expect(
    timelineOf(madeBatch({ rest: { items: [item('x', 0, 1, 'y'), item('y', 0, 2, 'x')] } })),
  ).toHaveLength(2)
})
