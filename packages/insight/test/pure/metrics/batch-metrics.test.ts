import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { batchMetricsSchema } from '../../../src/pure/metrics/batch-metrics-schema.ts'
import { metricsFileName, sourceOf } from '../../../src/pure/metrics/batch-metrics.ts'
import type { BatchMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import {
  findContradictions,
  parseBatchMetrics,
  validateBatchMetrics,
} from '../../../src/pure/metrics/read-metrics.ts'

const FULL: BatchMetrics = {
  batch_id: '47',
  operation: 'update-context',
  timestamp: '2026-03-01T10:00:00Z',
  duration_seconds: 12.5,
  metrics: {
    total_items: 2,
    stages: 1,
    success_count: 1,
    failure_count: 1,
    partial_count: 0,
    blocked_count: 0,
    token_usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15, estimated_cost: 0.01 },
    stage_durations: [{ stage: 1, duration_seconds: 12, items: ['a', 'b'] }],
    errors: [{ item_id: 'b', error_type: 'timeout', error_message: 'after 30 minutes' }],
  },
  optimization_metrics: {
    shared_context_size: null,
    token_savings: 3,
    parallel_efficiency: 1.7,
    drift_scores: [{ prp_id: 'a', drift: 12 }],
  },
  conflicts: [{ file: 'x.ts', items: ['a', 'b'], resolution: 'three-way merge' }],
  parallelism_achieved: 2,
  items: [
    { item_id: 'a', status: 'success', stage: 1, attempts: 1, model: 'haiku', complexity: 'mechanical' },
    { item_id: 'b', status: 'failure', input_hash: 'f00', from_cache: false },
  ],
  sources: { '': 'measured', '/metrics/token_usage': 'transcript' },
  disagreements: [
    {
      pointer: '/metrics/token_usage/total_tokens',
      values: [
        { source: 'transcript', value: 15 },
        { source: 'claimed', value: 20 },
      ],
    },
  ],
}

test('the published schema is the one that is used', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../../schemas/batch-metrics.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(batchMetricsSchema)
})

test('a document with everything, and one with nothing but what is required', () => {
  expect(validateBatchMetrics(FULL)).toEqual({ ok: true, value: FULL })
  const least = { batch_id: '1', operation: 'generate', timestamp: '2026-03-01T10:00:00+01:00', metrics: {} }
  expect(validateBatchMetrics(least).ok).toBe(true)
})

test('a document with the plan’s own fields alone is valid', () => {
  const text = JSON.stringify({
    batch_id: '47',
    operation: 'execute',
    timestamp: '2025-11-10T10:00:00Z',
    duration_seconds: 3600.0,
    metrics: { total_items: 9, success_count: 8, failure_count: 1, partial_count: 0, errors: [] },
  })
  expect(parseBatchMetrics(text).ok).toBe(true)
})

test('the times that the plan’s script writes are none of its own schema', () => {
  const at = (timestamp: string) =>
    validateBatchMetrics({ batch_id: '47', operation: 'generate', timestamp, metrics: {} }).ok
  expect(at('2025-11-10T10:00:00+01:00')).toBe(true)
  // `git log --format=%ai` and Python's isoformat() of a local time.
  expect(at('2025-11-10 10:00:00 +0100')).toBe(false)
  expect(at('2025-11-10T10:00:00.123456')).toBe(false)
})

describe('what is wrong is said with its place', () => {
  test.each([
    ['not JSON', '{', /^no JSON: /],
    ['no object', '[]', /^the document must be object/],
    ['another operation', { operation: 'deploy' }, /^operation must be equal to one of.*: generate, execute/],
    ['no time', { timestamp: 'yesterday' }, /^timestamp must match format "date-time"/],
    ['a path for an id', { batch_id: '../47' }, /^batch_id must match pattern/],
    ['a negative count', { metrics: { total_items: -1 } }, /^metrics\/total_items must be >= 0/],
    ['half an item', { metrics: { total_items: 1.5 } }, /^metrics\/total_items must be integer,null/],
    [
      'a text for tokens',
      { metrics: { token_usage: { total_tokens: '86k' } } },
      /^metrics\/token_usage\/total_tokens/,
    ],
    [
      'an unknown source',
      { sources: { '/metrics': 'guess' } },
      /^sources\/~1metrics must be equal to one of/,
    ],
  ])('%s', (_, change, message) => {
    const text = typeof change === 'string' ? change : JSON.stringify({ ...FULL, ...change })
    const parsed = parseBatchMetrics(text)
    expect(parsed.ok ? [] : parsed.error).toEqual([expect.stringMatching(message)])
  })

  test('all of it at once, within bounds', () => {
    const parsed = validateBatchMetrics({ metrics: { errors: Array(10_000).fill(7) } })
    expect(parsed.ok ? 0 : parsed.error.length).toBe(20)
  })
})

test('the source of a number is the nearest that is stated', () => {
  expect(sourceOf(FULL, '/metrics/token_usage/total_tokens')).toBe('transcript')
  expect(sourceOf(FULL, '/metrics/token_usage')).toBe('transcript')
  expect(sourceOf(FULL, '/duration_seconds')).toBe('measured')
  expect(sourceOf({ sources: { '/metrics/tok': 'git' } }, '/metrics/token_usage')).toBe('claimed')
  expect(sourceOf({}, '/duration_seconds')).toBe('claimed')
  expect(sourceOf({ sources: {} }, '/__proto__')).toBe('claimed')
})

test('sums that contradict each other are found', () => {
  expect(findContradictions(FULL)).toEqual([])
  expect(
    findContradictions({
      ...FULL,
      metrics: {
        total_items: 1,
        success_count: 2,
        token_usage: { input_tokens: 1, output_tokens: 2, total_tokens: 4 },
      },
    }),
  ).toEqual([
    'metrics: 2 outcomes of 1 items',
    'metrics/token_usage: total_tokens is 4, input and output make 3',
    'items: 2 are listed, total_items is 1',
  ])
  expect(findContradictions({ ...FULL, items: [], metrics: { total_items: null } })).toEqual([])
})

test('a file is named for its batch and operation', () => {
  expect(metricsFileName(FULL)).toBe('batch-47-update-context.json')
})
