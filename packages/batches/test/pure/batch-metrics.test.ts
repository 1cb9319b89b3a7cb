import { expect, test } from 'vitest'
import { batchMetrics } from '../../src/pure/batch-metrics.ts'
import { advance } from '../../src/pure/schedule/advance.ts'
import type { ScheduleEvent } from '../../src/pure/schedule/advance.ts'
import { sourceOf } from '../../../insight/src/pure/metrics/batch-metrics.ts'
import { validateBatchMetrics } from '../../../insight/src/pure/metrics/read-metrics.ts'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { createSchedule } from '../../src/pure/schedule/schedule-state.ts'
import type { Schedule } from '../../src/pure/schedule/schedule-state.ts'

const usage = { inputTokens: 80, outputTokens: 20, totalTokens: 100, costUsd: 0.5 }
const unknown = { inputTokens: null, outputTokens: null, totalTokens: null, costUsd: null }

function run(schedule: Schedule, events: readonly ScheduleEvent[]): Schedule {
  return events.reduce((state, event) => advance(state, event).state, schedule)
}

test('the figures of a batch are counted from its schedule; what is not known is null', () => {
  const empty = createSchedule({
    policy: DEFAULT_POLICY,
    stages: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    dependencies: new Map([['c', ['b']]]),
    done: new Set(['d']),
  })
  const refused = { code: 'refused', message: 'no' } as const
  const schedule = run(empty, [
    { kind: 'start', nowMs: 1000 },
    { kind: 'finished', nowMs: 3000, item: 'a', fence: 2, failure: null, usage, notes: [] },
    { kind: 'finished', nowMs: 4000, item: 'b', fence: 1, failure: refused, usage: unknown, notes: [] },
    { kind: 'merged', nowMs: 5000, failures: new Map() },
  ])
  const metrics = batchMetrics({
    batchId: '7',
    operation: 'execute',
    timestamp: '2026-01-01T00:00:00.000Z',
    schedule,
    items: ['a', 'b', 'c'],
    usageFrom: 'claimed',
    complexities: new Map([['a', 'low']]),
    traces: new Map([['a', { inputHash: 'f00', isFromCache: false, savedTokens: null }]]),
  })
  expect(metrics).toMatchObject({
    duration_seconds: 4,
    metrics: {
      total_items: 3,
      stages: 2,
      success_count: 1,
      failure_count: 1,
      partial_count: 0,
      blocked_count: 1,
      token_usage: { input_tokens: 80, output_tokens: 20, total_tokens: 100, estimated_cost: 0.5 },
      // Of the second stage nothing was started.
      stage_durations: [{ stage: 1, duration_seconds: 4, items: ['a', 'b'] }],
      errors: [
        { item_id: 'b', error_type: 'refused', error_message: 'no' },
        { item_id: 'c', error_type: 'blocked', error_message: 'blocked by b' },
      ],
    },
    // Two attempts of 2 s and 3 s in 4 s.
    optimization_metrics: {
      concurrency: 1.25,
      parallel_efficiency: null,
      shared_context_size: null,
      token_savings: 0,
    },
    conflicts: [],
    parallelism_achieved: 2,
    sources: { '': 'measured', '/metrics/success_count': 'git', '/metrics/token_usage': 'claimed' },
    items: [
      {
        item_id: 'a',
        status: 'success',
        stage: 1,
        duration_seconds: 2,
        attempts: 1,
        tries: [{ model: null, outcome: 'success' }],
        total_tokens: 100,
        complexity: 'low',
        input_hash: 'f00',
        from_cache: false,
      },
      {
        item_id: 'b',
        status: 'failure',
        stage: 1,
        duration_seconds: 3,
        attempts: 1,
        tries: [{ model: null, outcome: 'refused' }],
        total_tokens: null,
      },
      { item_id: 'c', status: 'blocked', stage: 2, duration_seconds: null, attempts: null, tries: [] },
    ],
  })
  expect(validateBatchMetrics(metrics).ok).toBe(true)
  expect(sourceOf(metrics, '/items/0/total_tokens')).toBe('claimed')
  expect(sourceOf(metrics, '/items/0/duration_seconds')).toBe('measured')
})

test.each([
  ['what cached work had taken is saved', [100, 20, 'done anew'], 120],
  ['nobody had counted it', [100, null], null],
  ['nothing came from the cache', ['done anew'], 0],
])('tokens saved: %s', (_, cached, expected) => {
  const metrics = batchMetrics({
    batchId: '7',
    operation: 'execute',
    timestamp: '2026-01-01T00:00:00.000Z',
    schedule: createSchedule({ policy: DEFAULT_POLICY, stages: [], dependencies: new Map() }),
    items: [],
    usageFrom: 'transcript',
    traces: new Map(
      cached.map((each, i) => [
        `${i}`,
        typeof each === 'string'
          ? { inputHash: 'f', isFromCache: false, savedTokens: null }
          : { inputHash: 'f', isFromCache: true, savedTokens: each },
      ]),
    ),
    sharedCharacters: 4001,
  })
  expect(metrics.optimization_metrics).toMatchObject({ token_savings: expected, shared_context_size: 1001 })
  expect(sourceOf(metrics, '/optimization_metrics/token_savings')).toBe('transcript')
})

test('a message of any length fits the schema', () => {
  const failure = { code: 'conflict', message: 'x'.repeat(50_000) } as const
  const schedule = run(createSchedule({ policy: DEFAULT_POLICY, stages: [['a']], dependencies: new Map() }), [
    { kind: 'start', nowMs: 0 },
    // Work that cannot be joined is done again, twice.
    ...[1, 2, 3].flatMap((fence): ScheduleEvent[] => [
      { kind: 'finished', nowMs: 1, item: 'a', fence, failure: null, usage: unknown, notes: [] },
      {
        kind: 'merged',
        nowMs: 2,
        failures: new Map([['a', { ...failure, conflict: { files: ['f'], others: ['b'] } }]]),
      },
    ]),
  ])
  const metrics = batchMetrics({
    batchId: '7',
    operation: 'execute',
    timestamp: '2026-01-01T00:00:00.000Z',
    schedule,
    items: ['a'],
    usageFrom: null,
  })
  expect(metrics.conflicts).toMatchObject([{ file: 'f', items: ['b', 'a'] }])
  expect(validateBatchMetrics(metrics).ok).toBe(true)
})

test('where no agent ran, tokens are not known', () => {
  const schedule = run(createSchedule({ policy: DEFAULT_POLICY, stages: [], dependencies: new Map() }), [
    { kind: 'start', nowMs: 0 },
  ])
  const metrics = batchMetrics({
    batchId: '7',
    operation: 'review',
    timestamp: '',
    schedule,
    items: [],
    usageFrom: null,
  })
  expect(metrics.metrics.token_usage?.total_tokens).toBeNull()
  expect(metrics.optimization_metrics.concurrency).toBeNull()
  expect(metrics.sources).toEqual({ '': 'measured' })
})
