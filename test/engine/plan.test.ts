import { expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { deepFreeze } from '../document/arbitrary-blueprint.ts'

const engine = createEngine()
const shop = deepFreeze(shopScreen())

it('tells steps, targets and why, and executes nothing', () => {
  const text = JSON.stringify(shop)
  const { status, steps, issues, confidence } = engine.plan(
    shop,
    'make the page title red and hide both links in the page footer',
  )
  expect({ status, issues, confidence }).toEqual({ status: 'applied', issues: [], confidence: 1 })
  expect(steps.map(({ clause, targets }) => [clause, targets.map(({ id }) => id)])).toEqual([
    ['make the page title red', ['page_title']],
    ['hide both links in the page footer', ['help_link', 'about_link']],
  ])
  for (const { targets } of steps) for (const { why } of targets) expect(why).not.toBe('')
  expect(steps[0]!.parameters).toEqual([
    { kind: 'set', targets: ['page_title'], property: 'textColor', value: '#FF0000' },
  ])
  expect(JSON.stringify(shop)).toBe(text)
  expect(engine.stats().outcomes.applied).toBe(0)
})

test.each([
  'delete the first product card, then make the first product card red',
  'duplicate the logo, then delete it',
  'move the page footer to the top, then hide the first component, then undo nothing',
  'wrap the intro in a card and then make the card blue',
  'swap the first and the last product card, then delete the last product card',
  'set the primary color to red, then add a button "Go" below the intro, then make it bigger',
])('also with "then": %s', (command) => {
  const planned = engine.plan(shop, command)
  const again = engine.plan(shop, command)
  expect(again).toEqual(planned)
  const ran = engine.run(shop, command)
  const fresh = createEngine().run(shopScreen(), command)
  expect(ran.json).toBe(fresh.json)
  expect(planned.status).toBe(ran.status)
  expect(planned.steps).toEqual(ran.steps)
  expect(JSON.stringify(shop)).toBe(JSON.stringify(shopScreen()))
})

test.each<[string, string]>([
  ['hide the unicorn', 'rejected'],
  ['make the product card red', 'clarify'],
  ['make it pop', 'rejected'],
  ['', 'rejected'],
  ['delete the logo and make the logo red', 'rejected'],
])('a refusal is foreseen: %s', (command, status) => {
  const planned = engine.plan(shop, command)
  const ran = engine.run(shop, command)
  expect(planned.status).toBe(status)
  expect(ran.status).toBe(status)
  expect(planned.issues).toEqual(ran.issues)
})

it('takes steps as data', () => {
  const steps = [{ kind: 'delete', targets: ['logo'] }] as const
  expect(engine.plan(shop, steps)).toMatchObject({
    status: 'applied',
    steps: [{ intent: 'delete', targets: [{ id: 'logo' }], parameters: steps }],
  })
  expect(engine.plan(shop, [{ kind: 'delete', targets: ['unicorn'] }])).toMatchObject({ status: 'rejected' })
})
