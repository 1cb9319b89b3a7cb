import { expect, it, test } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import type { RecoveryStats, RunOptions } from '../../../src/index.ts'
import { shopScreen } from '../../support/shop-screen.ts'

type Counts = Partial<Omit<RecoveryStats, 'corrections'>>

test.each<[string, RunOptions, Counts, Partial<RecoveryStats['corrections']>]>([
  ['hide the logo', {}, {}, {}],
  ['make the the logo red', {}, {}, { 'doubled-word': 1 }],
  ['make the page titel red', {}, { failed: 1, recovered: 1 }, { spelling: 1 }],
  ['make the page title 150% opaque', {}, { failed: 1, recovered: 1 }, { clamped: 1 }],
  ['move the rule 10 to the right', {}, { failed: 1, recovered: 1 }, { 'missing-unit': 1 }],
  ['hide the unicorn and the logo', {}, { failed: 1 }, {}],
  ['hide the page heading and the logo', {}, { failed: 1, suggested: 1 }, {}],
  ['hide the unicorn, then hide the logo', { partial: true }, { failed: 1, partial: 1 }, {}],
  ['make the product card red', {}, { failed: 1, suggested: 1 }, {}],
])('%s', (command, options, counts, corrections) => {
  const engine = createEngine()
  const none = engine.stats().recovery
  engine.run(shopScreen(), command, options)
  expect(engine.stats().recovery).toEqual({
    ...none,
    ...counts,
    corrections: { ...none.corrections, ...corrections },
  })
})

it('commands of a batch count once, and failures end in one of the ways', () => {
  const engine = createEngine()
  const commands = [
    'hide the logo',
    'make the page titel red',
    'hide the unicorn',
    'make the intro bold',
    'asdf',
    'make the product card red',
  ]
  engine.batch(shopScreen(), commands, { atomic: false })
  const { recovery, outcomes } = engine.stats()
  expect(recovery).toMatchObject({ failed: 4, recovered: 1, partial: 0 })
  expect(recovery.failed).toBe(recovery.recovered + outcomes.rejected + outcomes.clarify)
  expect(recovery.suggested).toBeLessThanOrEqual(outcomes.rejected + outcomes.clarify)
})
