import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { createEngine } from 'blueprint-command-engine'
import { prometheusMetrics } from '../src/prometheus.ts'
import { shopScreen } from '../../../test/support/shop-screen.ts'

/** One microsecond more at each look. */
function steadyClock(): { now(): number } {
  let now = 0
  return { now: () => now++ }
}

test('a scrape reads what was counted', async () => {
  const prometheus = prometheusMetrics()
  const engine = createEngine({ observers: [prometheus.observer], clock: steadyClock() })
  const answers = [engine.run(shopScreen(), 'hide the logo'), engine.run(shopScreen(), 'zork')]
  const text = await prometheus.text()
  expect(text).toContain('blueprint_commands_total{outcome="applied"} 1\n')
  expect(text).toContain('blueprint_commands_total{outcome="rejected"} 1\n')
  expect(text).toContain('blueprint_issues_total{code="not-understood"} 1\n')
  expect(text).toContain('# TYPE blueprint_stage_duration_seconds histogram\n')
  expect(text).toContain('blueprint_stage_duration_seconds_count{stage="total"} 2\n')
  const micros = answers.map(({ timings }) => timings.total)
  const sum = Number(/seconds_sum\{stage="total"\} (\S+)/.exec(text)?.[1])
  expect(sum).toBeCloseTo((micros[0]! + micros[1]!) / 1e6, 9)
})

test('buckets are cumulative and end with all', async () => {
  const prometheus = prometheusMetrics()
  const engine = createEngine({ observers: [prometheus.observer], clock: steadyClock() })
  for (let i = 0; i < 5; i++) engine.run(shopScreen(), 'hide the logo')
  const buckets = [...(await prometheus.text()).matchAll(/bucket\{le="([^"]+)",stage="total"\} (\d+)/g)]
  const counts = buckets.map(([, , count]) => Number(count))
  expect(buckets.at(-1)![1]).toBe('+Inf')
  expect(counts.at(-1)).toBe(5)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(
    counts.filter((count) => count > 0 && count < 5).length + counts.filter((count) => count === 5).length,
  ).toBeGreaterThan(1)
})

test('the series stand in the registry of the application, once', async () => {
  const registry = new Registry()
  prometheusMetrics(registry)
  expect((await registry.getMetricsAsJSON()).map(({ name }) => name)).toContain('blueprint_batch_size')
  expect(() => prometheusMetrics(registry)).toThrow(/already been registered/)
})
