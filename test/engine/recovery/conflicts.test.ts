import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import type { Conflict } from '../../../src/index.ts'
import { deepFreeze } from '../../document/arbitrary-blueprint.ts'
import { shopScreen } from '../../support/shop-screen.ts'

const engine = createEngine()
const shop = deepFreeze(shopScreen())

/** Kind, positions of the parts, code and the first fix. */
function briefOf({ kind, parts, code, fixes }: Conflict): readonly unknown[] {
  return [kind, parts.map(({ position }) => position), code, fixes[0]]
}

test.each<[string, readonly (readonly unknown[])[]]>([
  ['make the page title red and hide the intro', []],
  [
    'delete the page footer, then make the help link red',
    [['uses-deleted', [0, 1], 'reference-unknown', 'make the help link red, then delete the page footer']],
  ],
  [
    'delete the logo and make the logo red',
    [['uses-deleted', [0, 1], 'conflict-deleted', expect.anything()]],
  ],
  [
    'make the page title red, make the rule black, then make the page title blue',
    [['overridden', [0, 2], 'overridden', 'make the rule black, then make the page title blue']],
  ],
  ['make the rule red and make the rule darker', []],
  [
    'hide the rule, make the unicorn red and make it pop',
    [
      ['refused', [1], 'reference-unknown', 'hide the rule'],
      ['refused', [2], 'unmeasurable', 'hide the rule'],
    ],
  ],
])('%s', (command, expected) => {
  const { conflicts } = engine.plan(shop, command)
  expect(conflicts.map(briefOf)).toEqual(expected)
})

describe('what is foreseen comes about', () => {
  test.each([
    'make the page title red and hide the intro',
    'delete the page footer, then make the help link red',
    'delete the page footer, then move the help link above the rule',
    'delete the logo and make the logo red',
    'make the page title red, then make the page title blue',
    'hide the unicorn',
    'make the product card red',
    'make the page titel red',
    'set the font size of the page title to 0px',
    'hide the rule, then swap the unicorn and the rule, then hide the product card',
    'asdf qwer',
    '',
  ])('%s', (command) => {
    const { conflicts, status } = engine.plan(shop, command)
    const answer = engine.run(shop, command)
    expect(status).toBe(answer.status)
    const isRefused = answer.status !== 'applied'
    if (command !== '' && isRefused) expect(conflicts.some(({ severity }) => severity === 'error')).toBe(true)
    if (!isRefused) expect(conflicts.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const { fixes, message, severity } of conflicts) {
      expect(message).not.toBe('')
      expect(['error', 'warning']).toContain(severity)
      expect(fixes.length).toBeLessThanOrEqual(3)
      for (const fix of fixes) expect([fix, engine.run(shop, fix).status]).toEqual([fix, 'applied'])
    }
  })
})

it("also for steps, whose fixes are the caller's to make", () => {
  const { conflicts, status } = engine.plan(shop, [
    { kind: 'set', targets: ['rule'], property: 'background', value: '#FF0000' },
    { kind: 'set', targets: ['rule'], property: 'background', value: '#00FF00' },
    { kind: 'delete', targets: ['page_footer'] },
    { kind: 'set', targets: ['help_link'], property: 'hidden', value: true },
  ])
  expect(status).toBe('rejected')
  expect(conflicts.map(briefOf)).toEqual([
    ['overridden', [0, 1], 'overridden', undefined],
    ['uses-deleted', [2, 3], 'conflict-deleted', undefined],
  ])
})

it('a rule that refuses the whole is a conflict without parts', () => {
  const strict = createEngine({ rules: { contrast: 'error' } })
  const command = 'set the text color of the cart link to #1E293B'
  const { status, conflicts } = strict.plan(shop, command)
  expect(status).toBe('rejected')
  expect(conflicts).toMatchObject([{ kind: 'refused', severity: 'error', parts: [], code: 'contrast' }])
  for (const fix of conflicts[0]!.fixes) expect(strict.run(shop, fix).status).toBe('applied')
})

it('leaves the document, and what is known of it, as it was', () => {
  const fresh = createEngine()
  fresh.plan(shop, 'delete the page footer, then make the help link red, then delete the logo')
  const after = fresh.run(shop, 'make the help link red')
  expect(after.json).toBe(createEngine().run(shop, 'make the help link red').json)
  expect(fresh.stats().outcomes).toEqual({ applied: 1, partial: 0, clarify: 0, rejected: 0, answered: 0 })
})

it('long lists are told of in part', () => {
  const command = Array.from({ length: 60 }, () => 'make the rule red').join(', then ')
  expect(engine.plan(shop, command).conflicts.length).toBeLessThanOrEqual(20)
})
