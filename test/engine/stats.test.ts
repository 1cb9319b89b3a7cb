import { expect, it } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

it('counts nothing before anything ran', () => {
  const empty = { count: 0, mean: 0, min: 0, max: 0, p50: 0, p95: 0, p99: 0 }
  expect(createEngine().stats()).toEqual({
    cache: { hits: 0, misses: 0, size: 0 },
    stages: { decompose: empty, execute: empty, verify: empty, serialize: empty, total: empty },
    outcomes: { applied: 0, partial: 0, clarify: 0, rejected: 0, answered: 0 },
    recovery: {
      failed: 0,
      recovered: 0,
      partial: 0,
      suggested: 0,
      retried: 0,
      corrections: {
        spelling: 0,
        'doubled-word': 0,
        'joined-words': 0,
        'broken-word': 0,
        'word-form': 0,
        'missing-unit': 0,
        order: 0,
        clamped: 0,
      },
    },
    observerErrors: 0,
  })
})

it('counts outcomes, cache and the time of every stage', () => {
  let now = 0
  const engine = createEngine({ clock: { now: () => (now += 10) } })
  const shop = shopScreen()
  engine.run(shop, 'hide the logo')
  engine.run(shop, 'hide the logo')
  engine.run(shop, 'make the product card red')
  engine.run(shop, [])
  engine.run(shop, 7 as never)
  engine.run(shop, 'hide the logo and paint the wall', { partial: true })
  const { outcomes, cache, stages } = engine.stats()
  expect(outcomes).toEqual({ applied: 3, partial: 1, clarify: 1, rejected: 1, answered: 0 })
  expect(cache.hits).toBe(1)
  expect(cache.misses).toBeGreaterThanOrEqual(3)
  for (const { count, min, max, p50, p95, p99, mean } of Object.values(stages)) {
    expect(count).toBe(6)
    for (const [less, more] of [
      [min, mean],
      [mean, max],
      [p50, p95],
      [p95, p99],
      [p99, max],
      [min, p50],
    ] as const)
      expect(less).toBeLessThanOrEqual(more)
  }
  expect(stages.total.min).toBeGreaterThan(0)
})

it('what only asks is not counted', () => {
  const engine = createEngine()
  const shop = shopScreen()
  engine.plan(shop, 'hide the logo')
  engine.find(shop, 'the logo')
  engine.verify(shop)
  expect(engine.stats().stages.total.count).toBe(0)
})

it('a summary is a copy', () => {
  const engine = createEngine()
  const before = engine.stats()
  engine.run(shopScreen(), 'hide the logo')
  expect(before.outcomes.applied).toBe(0)
  expect(engine.stats().outcomes.applied).toBe(1)
})
