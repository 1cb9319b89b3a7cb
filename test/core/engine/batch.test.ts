import { describe, expect, it, test } from 'vitest'
import { applyPatch, createEngine } from '../../../src/core/index.ts'
import { shopScreen } from '../../support/shop-screen.ts'

const engine = createEngine()
const COMMANDS = [
  'make the page title red',
  'duplicate the rule',
  'delete the second product card',
  [{ kind: 'pill', targets: ['order_button'] }],
] as const

describe('a batch', () => {
  it('is the commands one after the other', () => {
    const shop = shopScreen()
    const batch = engine.batch(shop, COMMANDS)
    const last = COMMANDS.reduce((document, command) => engine.run(document, command).blueprint, shop)
    expect(batch.status).toBe('applied')
    expect(batch.failedAt).toBe(-1)
    expect(batch.answers.map(({ status }) => status)).toEqual(COMMANDS.map(() => 'applied'))
    expect(batch.json).toBe(JSON.stringify(last))
    expect(JSON.stringify(batch.blueprint)).toBe(batch.json)
    expect(JSON.stringify(applyPatch(shop, batch.patches))).toBe(batch.json)
    expect(JSON.stringify(applyPatch(batch.blueprint, batch.inverse))).toBe(JSON.stringify(shop))
  })

  it('is all or nothing, unless told otherwise', () => {
    const shop = shopScreen()
    const commands = ['hide the logo', 'hide the unicorn', 'hide the intro']
    const atomic = engine.batch(shop, commands)
    expect(atomic.blueprint).toBe(shop)
    expect({ ...atomic, answers: atomic.answers.length, issues: atomic.issues.length }).toMatchObject({
      status: 'rejected',
      patches: [],
      inverse: [],
      failedAt: 1,
      answers: 2,
      issues: 1,
    })
    const each = engine.batch(shop, commands, { atomic: false })
    expect(each.status).toBe('partial')
    expect(each.answers.map(({ status }) => status)).toEqual(['applied', 'rejected', 'applied'])
    expect(JSON.stringify(applyPatch(shop, each.patches))).toBe(each.json)
    expect(JSON.stringify(applyPatch(each.blueprint, each.inverse))).toBe(JSON.stringify(shop))
    expect(engine.batch(shop, ['hide the unicorn'], { atomic: false })).toMatchObject({
      status: 'rejected',
      blueprint: shop,
    })
  })

  it('of no commands changes nothing', () => {
    const shop = shopScreen()
    expect(engine.batch(shop, [])).toMatchObject({ status: 'applied', patches: [], answers: [] })
    expect(engine.batch(shop, []).blueprint).toBe(shop)
  })

  test.each([undefined, null, 'hide the logo', 5, {}])('of %s is refused', (commands) => {
    const shop = shopScreen()
    const batch = engine.batch(shop, commands as never)
    expect(batch.status).toBe('rejected')
    expect(batch.blueprint).toBe(shop)
    expect(batch.issues).toMatchObject([{ code: 'command-invalid' }])
  })

  it('of many documents gives each its own answer', () => {
    const jobs = [
      { blueprint: shopScreen(), commands: ['hide the logo'] },
      { blueprint: {} as never, commands: ['hide the logo'] },
      { blueprint: shopScreen(), commands: ['hide the unicorn'] },
    ]
    expect(engine.batchAll(jobs).map(({ status }) => status)).toEqual(['applied', 'rejected', 'rejected'])
    expect(engine.batchAll([])).toEqual([])
  })
})
