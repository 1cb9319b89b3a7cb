import { expect, test } from 'vitest'
import type { ItemMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import { tokensByDay } from '../../../src/pure/metrics/token-days.ts'
import { madeBatch } from './made-batches.ts'

const item = (id: string, rest: Partial<ItemMetrics>): ItemMetrics => ({
  item_id: id,
  status: 'success',
  ...rest,
})

test('items say which model took the tokens; the rest of the operation has none', () => {
  const run = madeBatch({
    tokens: 1000,
    usd: 0.5,
    rest: {
      items: [
        item('a', { model: 'haiku', total_tokens: 300, estimated_cost: 0.1 }),
        item('b', { model: 'sonnet', total_tokens: 600, estimated_cost: 0.35 }),
      ],
    },
  })
  const rows = tokensByDay([run])
  expect(rows.map(({ day, model, tokens }) => [day, model, tokens])).toEqual([
    ['2026-01-01', 'sonnet', 600],
    ['2026-01-01', 'haiku', 300],
    ['2026-01-01', null, 100],
  ])
  expect(rows[2]!.costUsd).toBeCloseTo(0.05)
})

test('what is not known is not zero: no tokens no row, no cost null', () => {
  expect(tokensByDay([madeBatch({ seconds: 3 })])).toEqual([])
  expect(tokensByDay([madeBatch({ tokens: 5 })])).toEqual([
    { day: '2026-01-01', model: null, tokens: 5, costUsd: null },
  ])
  const half = madeBatch({
    tokens: 10,
    usd: 1,
    rest: { items: [item('a', { model: 'haiku', total_tokens: 4, estimated_cost: null })] },
  })
  expect(tokensByDay([half]).map(({ costUsd }) => costUsd)).toEqual([null, null])
})

test('an item that changed models counts for both; more than the operation took counts for none', () => {
  const tries = ['haiku', 'haiku', 'sonnet'].map((model) => ({ model, outcome: 'x' }))
  const run = madeBatch({
    tokens: 100,
    rest: {
      items: [item('a', { tries, total_tokens: 90 }), item('b', { model: 'opus', total_tokens: 900 })],
    },
  })
  expect(tokensByDay([run]).map(({ model, tokens }) => [model, tokens])).toEqual([
    ['haiku + sonnet', 90],
    [null, 10],
  ])
})

test('days are those of UTC, oldest first, whatever the zone of the times', () => {
  const at = (timestamp: string) => madeBatch({ tokens: 1, rest: { timestamp } })
  expect(
    tokensByDay([at('2026-03-02T01:00:00+05:00'), at('2026-02-28T23:00:00Z')]).map(({ day }) => day),
  ).toEqual(['2026-02-28', '2026-03-01'])
})
