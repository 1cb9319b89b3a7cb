import { describe, expect, it, test } from 'vitest'
import { applyPatch, createEngine } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()

function withHoles(length: number): never[] {
  const list: never[] = []
  list.length = length
  return list
}
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
      answers: 3,
      issues: 1,
    })
    // What each came to is reported all the same.
    expect(atomic.answers.map(({ status }) => status)).toEqual(['applied', 'rejected', 'applied'])
    expect(atomic.issues).toEqual(atomic.answers[1]!.issues)
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

  it('of many documents refuses entries that are none', () => {
    const jobs = [null, 5, {}, { blueprint: null, commands: ['hide the logo'] }, { blueprint: shopScreen() }]
    const answers = engine.batchAll(jobs as never)
    expect(answers.map(({ status }) => status)).toEqual(jobs.map(() => 'rejected'))
    expect(answers.map(({ issues }) => issues[0]?.code)).toEqual([
      'command-invalid',
      'command-invalid',
      'command-invalid',
      'document-invalid',
      'command-invalid',
    ])
    for (const answer of answers) expect(typeof answer.json).toBe('string')
    // A hole is an entry too.
    expect(engine.batchAll(withHoles(2)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('on what is no document looks at it once and refuses every command', () => {
    const batch = engine.batch({} as never, ['hide the logo', 'hide the intro'])
    expect(batch.answers.map(({ issues }) => issues[0]?.code)).toEqual([
      'document-invalid',
      'document-invalid',
    ])
    expect(batch).toMatchObject({ status: 'rejected', failedAt: 0, json: '{}' })
    expect(batch.issues).toHaveLength(1)
  })

  it('counts each command, whether merged or not', () => {
    const counting = createEngine()
    const batch = counting.batch(shopScreen(), [...COMMANDS, 'hide the unicorn'], { atomic: false })
    expect(counting.stats().outcomes).toMatchObject({ applied: COMMANDS.length, rejected: 1 })
    expect(batch.timings.total).toBeGreaterThan(0)
    // Asking for the details of merged commands runs them, but counts nothing.
    for (const answer of batch.answers) expect(answer.trace.command).toBeTypeOf('string')
    expect(counting.stats().outcomes).toMatchObject({ applied: COMMANDS.length, rejected: 1 })
  })

  it('survives a list that cannot be read', () => {
    const shop = shopScreen()
    const hostile = new Proxy(['hide the logo'], {
      get: (list, key) => {
        if (key === '0') throw new Error('boom')
        return Reflect.get(list, key) as unknown
      },
    })
    const batch = engine.batch(shop, hostile)
    expect(batch).toMatchObject({ status: 'rejected', blueprint: shop, answers: [] })
    expect(batch.issues).toMatchObject([{ code: 'command-invalid' }])
    expect(engine.run(shop, 'hide the logo').status).toBe('applied')
  })
})

describe('the plan of a batch', () => {
  const plan = (commands: readonly string[]) => engine.batch(shopScreen(), commands, { atomic: false }).plan

  it('merges what leaves each other alone', () => {
    const { groups, dependencies } = plan([
      'make the logo bold',
      'hide the intro',
      "make the order button's border red",
    ])
    expect(groups).toEqual([{ commands: [0, 1, 2], mode: 'merged', apart: null }])
    expect(dependencies).toEqual([])
  })

  test.each([
    ['text', 'rename the logo to "Moon"', 'make the Moon bold', /the word "moon"/],
    ['the same property', 'make the logo red', 'make the logo blue', /both write the .* of #/],
    [
      'what a text stands on',
      'make the text of the logo red',
      'make the header black',
      /affect the checks of .* \(contrast/,
    ],
    ['color', 'make the logo blue', 'make the blue logo bold', /writes a background/],
    ['place', 'make the logo bigger', 'make the intro wider', /both move or resize/],
    ['the theme', 'set the primary color to red', 'make the logo navy', /affect the checks of .* \(contrast/],
  ])('keeps apart what meets in %s, and says so', (_, first, second, reason) => {
    const { groups, dependencies } = plan([first, second])
    expect(groups.map(({ commands, mode }) => [commands, mode])).toEqual([
      [[0], 'alone'],
      [[1], 'alone'],
    ])
    expect(groups[1]!.apart).toMatch(/^after command 1: /)
    expect(groups[1]!.apart).toMatch(reason)
    expect(dependencies).toMatchObject([{ command: 1, on: 0 }])
  })

  it('lets what changes the structure run by itself', () => {
    const { groups, dependencies } = plan(['hide the intro', 'delete the logo', 'make the order button bold'])
    expect(groups.map(({ commands }) => commands)).toEqual([[0], [1], [2]])
    expect(groups[1]!.apart).toBe('it adds, moves or removes components')
    expect(groups[2]!.apart).toMatch(/^after command 2, which ran on its own/)
    expect(dependencies).toMatchObject([{ command: 2, on: 1 }])
  })

  it('tells merged commands their own findings', () => {
    const shop = shopScreen()
    const commands = ['make the text of the cart link #222222', 'make the page title bold', 'hide the rule']
    const { answers, plan: merged } = engine.batch(shop, commands)
    expect(merged.groups).toHaveLength(1)
    expect(answers.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['contrast'], [], []])
  })
})

describe('the order of a batch', () => {
  const commands = ['delete the intro', 'make the logo bold', 'make the intro red']

  it('is as given, unless told otherwise', () => {
    expect(
      engine.batch(shopScreen(), commands, { atomic: false }).answers.map(({ status }) => status),
    ).toEqual(['applied', 'applied', 'rejected'])
  })

  it('can spare what others still speak of', () => {
    const batch = engine.batch(shopScreen(), commands, { order: 'safe' })
    expect(batch.status).toBe('applied')
    expect(batch.plan.groups.map((group) => group.commands)).toEqual([[1, 2], [0]])
    expect(batch.answers.map(({ steps }) => steps[0]!.intent)).toEqual([
      'delete',
      expect.any(String),
      expect.any(String),
    ])
    expect(JSON.stringify(applyPatch(batch.blueprint, batch.inverse))).toBe(JSON.stringify(shopScreen()))
  })

  it('keeps commands in their places that would wait for each other', () => {
    const each = ['delete the intro and make the logo red', 'delete the logo and make the intro red']
    const batch = engine.batch(shopScreen(), each, { atomic: false, order: 'safe' })
    expect(batch.plan.groups.map((group) => group.commands)).toEqual([[0], [1]])
  })

  it('lets a holder go after what it holds', () => {
    const shop = shopScreen()
    const holder = shop.components.find(({ children }) => children !== undefined && children.length > 0)!
    const batch = engine.batch(shop, [`delete #${holder.id}`, `make #${holder.children![0]!.id} bold`], {
      order: 'safe',
    })
    expect(batch.status).toBe('applied')
    expect(batch.blueprint.components).toHaveLength(shop.components.length - 1)
  })
})
