import { expect, test } from 'vitest'
import { DashboardSummary } from '../../../src/node/dashboard/summary.ts'
import type { CommandRecord } from '../../../../telemetry/src/command-record.ts'

function record(seconds: number, total: number, overrides: Partial<CommandRecord> = {}): CommandRecord {
  return {
    time: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
    sequence: 1,
    command: `command at ${seconds}`,
    outcome: 'applied',
    intents: ['hide'],
    issues: [],
    cache: 'miss',
    patches: 1,
    corrections: 0,
    timings: { decompose: 1, execute: 2, verify: 3, serialize: 4, total },
    ...overrides,
  }
}

function summaryOf(records: readonly CommandRecord[]): ReturnType<DashboardSummary['data']> {
  const summary = new DashboardSummary()
  for (const entry of records) summary.add(entry)
  return summary.data()
}

test('nothing is nothing', () => {
  expect(summaryOf([])).toMatchObject({
    commands: 0,
    from: null,
    cacheHitRate: null,
    throughput: { bins: [] },
  })
})

test('counts outcomes, issues, hits and corrections, most frequent first', () => {
  const data = summaryOf([
    record(0, 10, { cache: 'hit', issues: ['contrast'] }),
    record(1, 10, { outcome: 'rejected', issues: ['not-understood', 'not-understood'] }),
    record(2, 10, { corrections: 1 }),
    record(3, 10, { cache: 'off' }),
  ])
  expect(Object.entries(data.outcomes)).toEqual([
    ['applied', 3],
    ['rejected', 1],
  ])
  expect(Object.entries(data.issues)).toEqual([
    ['not-understood', 2],
    ['contrast', 1],
  ])
  expect(data.cacheHitRate).toBeCloseTo(1 / 3)
  expect(data.corrected).toBe(1)
})

test('every command lies in one bucket of each stage', () => {
  const data = summaryOf([1, 3, 100, 5000].map((total, i) => record(i, total)))
  for (const { stage, buckets } of data.stages)
    expect([stage, buckets.reduce((sum, value) => sum + value, 0)]).toEqual([stage, 4])
})

test('bins widen until the whole time fits, and lose no command', () => {
  const data = summaryOf(Array.from({ length: 3000 }, (_, i) => record(i * 7, 10)))
  const { bins, binSeconds } = data.throughput
  expect(bins.length).toBeLessThanOrEqual(241)
  expect(binSeconds).toBe(128)
  expect(bins.reduce((sum, { commands }) => sum + commands, 0)).toBe(3000)
})

test('keeps the ten slowest, slowest first', () => {
  const data = summaryOf(Array.from({ length: 50 }, (_, i) => record(i, (i * 37) % 50)))
  expect(data.slowest.map(({ totalMicros }) => totalMicros)).toEqual([49, 48, 47, 46, 45, 44, 43, 42, 41, 40])
})

test('names of any origin fill no memory', () => {
  const data = summaryOf(Array.from({ length: 2000 }, (_, i) => record(i, 1, { intents: [`name ${i}`] })))
  expect(Object.keys(data.intents).length).toBeLessThanOrEqual(1001)
  expect(data.intents['others']).toBe(1000)
})
