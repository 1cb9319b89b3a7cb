import { describe, expect, test } from 'vitest'
import type { BatchMetrics } from '../../../src/pure/metrics/batch-metrics.ts'
import { analyzeTrends, defaultTrendOptions } from '../../../src/pure/metrics/trend.ts'
import type { Selection } from '../../../src/pure/metrics/trend.ts'
import { trendMarkdown } from '../../../src/pure/metrics/trend-markdown.ts'
import { madeBatch, noisySeries } from './made-batches.ts'

const NO_FAULTS = { broken: [], warnings: [] }

function thirty(seed: number, at: number, factor: number): BatchMetrics[] {
  return noisySeries(seed, 30, at, factor).map((seconds, i) =>
    madeBatch({ id: String(i + 1), day: i, seconds }),
  )
}

describe('numbers of batches', () => {
  test('none', () => {
    const report = analyzeTrends([])
    expect(report).toMatchObject({
      operationCount: 0,
      batchCount: 0,
      operations: [],
      bottlenecks: [],
      changes: [],
    })
    expect(trendMarkdown(report, NO_FAULTS)).toContain('No metrics found')
    expect(trendMarkdown(report, NO_FAULTS)).toContain('Insufficient data')
  })

  test('one', () => {
    const report = analyzeTrends([
      madeBatch({ seconds: 700, items: 4, successes: 3, failures: 1, tokens: 9, usd: 2 }),
    ])
    expect(report.operations).toMatchObject([
      {
        operation: 'execute',
        count: 1,
        statistics: {
          duration: { count: 1, mean: 700, median: 700, min: 700, max: 700, sources: { measured: 1 } },
        },
        success: { rate: 0.75, total: 4, success: 3, failure: 1 },
      },
    ])
    expect(report.changes.every(({ status }) => status === 'insufficient data')).toBe(true)
    expect(trendMarkdown(report, NO_FAULTS)).toContain(
      'Insufficient data, 8 comparable numbers are needed: execute duration (1)',
    )
  })

  test('two, whose order is that of time', () => {
    const report = analyzeTrends([
      madeBatch({ id: '2', day: 9, seconds: 30 }),
      madeBatch({ day: 1, seconds: 10 }),
    ])
    expect(report.operations[0]!.durations).toEqual([10, 30])
    expect(report.operations[0]!.statistics.duration).toMatchObject({
      mean: 20,
      median: 20,
      min: 10,
      max: 30,
    })
    expect(report.firstTimestamp).toBe('2026-01-02T12:00:00.000Z')
  })

  test('thirty with a planted regression of 30%: found, placed and named', () => {
    const report = analyzeTrends(thirty(7, 18, 1.3))
    const change = report.changes.find(({ status }) => status === 'change')
    expect(change).toMatchObject({ operation: 'execute', measure: 'duration', isRegression: true })
    if (change?.status !== 'change') throw new Error('expected a change')
    expect(Math.abs(Number(change.batchId) - 19)).toBeLessThanOrEqual(2)
    expect(change.relative).toBeGreaterThan(0.2)
    expect(trendMarkdown(report, NO_FAULTS)).toMatch(
      /\*\*Regression\*\*: duration of execute went from 3\d\d s to 3\d\d s|4\d\d s/,
    )
  })

  test('thirty with a gain: an improvement', () => {
    const found = analyzeTrends(thirty(7, 12, 0.7)).changes.filter(({ status }) => status === 'change')
    expect(found).toMatchObject([{ measure: 'duration', isRegression: false }])
  })

  test('in 100 reports without a change few show one', () => {
    const wrong = Array.from({ length: 100 }, (_, i) => analyzeTrends(thirty(200 + i, 30, 1))).filter(
      ({ changes }) => changes.some(({ status }) => status === 'change'),
    )
    // Four standard deviations of a binomial count around 5.
    expect(wrong.length).toBeLessThanOrEqual(13)
  })

  test('a planted regression is found among many series that do not change', () => {
    const operations = ['generate', 'execute', 'review', 'update-context'] as const
    const files = operations.flatMap((operation, o) =>
      noisySeries(40 + o, 30, operation === 'review' ? 15 : 30, 1.3).map((seconds, i) =>
        madeBatch({
          id: String(i),
          operation,
          day: i,
          seconds,
          items: 4,
          successes: 4,
          tokens: Math.round(noisySeries(90 + o, 30)[i]! * 100),
        }),
      ),
    )
    const found = analyzeTrends(files).changes.filter(({ status }) => status === 'change')
    expect(found.map(({ operation, measure }) => `${operation} ${measure}`)).toEqual([
      'review duration',
      'review duration per item',
    ])
  })
})

describe('only comparable work is compared', () => {
  const clean = (day: number, seconds: number): BatchMetrics =>
    madeBatch({ id: String(day), day, seconds, items: 8, successes: 8, failures: 0 })

  test('runs that failed early are no improvement', () => {
    const usual = noisySeries(7, 16).map((seconds, i) => clean(i, seconds))
    const broken = noisySeries(8, 8).map((seconds, i) =>
      madeBatch({
        id: String(16 + i),
        day: 16 + i,
        seconds: seconds * 0.55,
        items: 8,
        successes: 5,
        failures: 3,
      }),
    )
    const { changes } = analyzeTrends([...usual, ...broken])
    expect(
      changes.filter(({ status, measure }) => status === 'change' && measure !== 'success rate'),
    ).toEqual([])
    expect(changes.find(({ measure }) => measure === 'success rate')).toMatchObject({
      status: 'change',
      isRegression: true,
    })
  })

  test('nor are runs that found their results in the cache', () => {
    const cached: BatchMetrics['items'] = [{ item_id: 'a', status: 'success', from_cache: true }]
    const usual = noisySeries(7, 16).map((seconds, i) => clean(i, seconds))
    const quick = noisySeries(8, 8).map((seconds, i) =>
      madeBatch({
        id: String(16 + i),
        day: 16 + i,
        seconds: seconds / 10,
        items: 1,
        successes: 1,
        rest: { items: cached },
      }),
    )
    const { changes } = analyzeTrends([...usual, ...quick])
    expect(changes.filter(({ status }) => status === 'change')).toEqual([])
    expect(new Set(changes.map(({ runs }) => runs))).toEqual(
      new Set(['all succeeded', 'some from the cache', null]),
    )
  })

  test('among themselves they are, and the report says so', () => {
    const failing = noisySeries(5, 24, 12, 2).map((seconds, i) =>
      madeBatch({ id: String(i), day: i, seconds, items: 8, successes: 5, failures: 3 }),
    )
    const report = analyzeTrends(failing)
    expect(report.changes.find(({ measure }) => measure === 'duration')).toMatchObject({
      status: 'change',
      runs: 'some failed',
    })
    expect(trendMarkdown(report, NO_FAULTS)).toContain(
      'duration of execute (runs of which some failed) went from',
    )
  })
})

test('a fourfold rise is found however many operations are reported beside it', () => {
  const operations = ['generate', 'execute', 'review', 'update-context'] as const
  const files = operations.flatMap((operation, o) =>
    noisySeries(60 + o, 12, operation === 'execute' ? 6 : 12, 4).map((seconds, i) =>
      madeBatch({
        id: String(i),
        operation,
        day: i,
        seconds,
        tokens: Math.round(noisySeries(80 + o, 12)[i]! * 100),
      }),
    ),
  )
  const found = analyzeTrends(files).changes.filter(({ status }) => status === 'change')
  expect(found).toMatchObject([
    { operation: 'execute', measure: 'duration', isRegression: true, batchId: '6' },
  ])
})

test('counts that contradict each other leave the success rate unknown, and are told', () => {
  const report = analyzeTrends([
    madeBatch({ id: '9', items: 2, successes: 11, seconds: 10 }),
    madeBatch({ id: '10', day: 1, items: 4, successes: 4 }),
  ])
  expect(report.operations[0]).toMatchObject({ success: { rate: 1, total: 4, success: 4 } })
  expect(report.contradictions).toEqual([
    { batchId: '9', operation: 'execute', problem: 'metrics: 11 outcomes of 2 items' },
  ])
  expect(trendMarkdown(report, NO_FAULTS)).toContain('11 outcomes of 2 items; its success rate is unknown')
})

describe('selection is by time, not by name', () => {
  const files = [5, 1, 3, 2, 4].map((day) => madeBatch({ id: `b${10 - day}`, day, seconds: day }))
  const selected = (selection: Selection) =>
    analyzeTrends(files, { ...defaultTrendOptions, selection }).operations.flatMap(
      ({ durations }) => durations,
    )

  test('recent batches', () => {
    expect(selected({ kind: 'recent', batches: 2 })).toEqual([4, 5])
    expect(selected({ kind: 'recent', batches: 99 })).toHaveLength(5)
  })

  test('a recent batch brings all its operations', () => {
    const both = [
      madeBatch({ day: 1, operation: 'generate' }),
      madeBatch({ day: 2 }),
      madeBatch({ id: 'old', day: 0 }),
    ]
    const report = analyzeTrends(both, { ...defaultTrendOptions, selection: { kind: 'recent', batches: 1 } })
    expect(report).toMatchObject({ operationCount: 2, batchCount: 1 })
  })

  test('weeks', () => {
    const nowMs = Date.parse('2026-01-11T12:00:00Z')
    expect(selected({ kind: 'weeks', weeks: 1, nowMs })).toEqual([3, 4, 5])
  })
})

test('what is null or missing is not known, and never 0', () => {
  const report = analyzeTrends([
    madeBatch({ id: '1', seconds: null, items: 4 }),
    madeBatch({ id: '2', seconds: 100 }),
    madeBatch({ id: '3', rest: { metrics: { token_usage: { input_tokens: 50 } } } }),
    madeBatch({ id: '4', rest: { metrics: { token_usage: { input_tokens: 50, output_tokens: 5 } } } }),
  ])
  const [execute] = report.operations
  expect(execute!.statistics).toMatchObject({
    duration: { count: 1, mean: 100 },
    tokens: { count: 1, mean: 55 },
    cost: null,
    'success rate': null,
  })
  expect(execute!.success).toBeNull()
  expect(execute!.durations).toEqual([null, 100, null, null])
  expect(trendMarkdown(report, NO_FAULTS)).toContain('| execute | cost | unknown |')
})

describe('bottlenecks', () => {
  const bad = madeBatch({
    seconds: 1800,
    items: 20,
    successes: 17,
    failures: 3,
    tokens: 150_000,
    usd: 1.5,
    rest: {},
  })
  const withDetail: BatchMetrics = {
    ...bad,
    metrics: {
      ...bad.metrics,
      stage_durations: [
        { stage: 1, duration_seconds: 300 },
        { stage: 2, duration_seconds: 1500 },
        { stage: 3 },
      ],
      errors: ['timeout', 'merge', 'timeout'].map((error_type) => ({ item_id: 'x', error_type })),
    },
  }

  test('each beyond its threshold, with what could be won and where to look', () => {
    const { bottlenecks } = analyzeTrends([
      withDetail,
      madeBatch({ id: '2', day: 1, seconds: 600, items: 20, successes: 17 }),
    ])
    expect(bottlenecks.map(({ kind, value }) => [kind, value])).toEqual([
      ['long duration', 1200],
      ['high failure rate', 0.85],
      ['high cost', 1.5],
      ['high token usage', 150_000],
    ])
    expect(bottlenecks[0]).toMatchObject({ potential: 0.5 })
    expect(bottlenecks[0]!.recommendation).toContain('starting with stage 2 (mean 25.0 min)')
    expect(bottlenecks[1]!.recommendation).toContain(
      '34 of 40 items succeed; most common: timeout (2), merge (1)',
    )
  })

  test('none at the thresholds themselves, and thresholds can be set', () => {
    const edge = madeBatch({ seconds: 600, items: 10, successes: 9, tokens: 100_000, usd: 1 })
    expect(analyzeTrends([edge]).bottlenecks).toEqual([])
    const strict = { durationSeconds: 599, successRate: 0.91, costUsd: 0.99, tokens: 99_999 }
    expect(analyzeTrends([edge], { ...defaultTrendOptions, thresholds: strict }).bottlenecks).toHaveLength(4)
  })
})

test('texts of files cannot break the Markdown', () => {
  const report = analyzeTrends([madeBatch({ seconds: 1 })])
  const text = trendMarkdown(report, {
    broken: [{ path: 'a|b', problems: ['x\n# y', '<b>'] }],
    warnings: ['`w`'],
  })
  expect(text).toContain(String.raw`- a\|b is skipped: x # y; \<b\>`)
  expect(text).toContain(String.raw`- \`w\``)
})
