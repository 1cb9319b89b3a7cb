import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../../src/index.ts'
import type { Blueprint } from '../../../src/index.ts'
import { confidenceOfKind } from '../../../src/command/correction.ts'
import type { CorrectionKind } from '../../../src/command/correction.ts'
import { shopScreen } from '../../support/shop-screen.ts'

const engine = createEngine()

describe('what was surely meant is done, with a note', () => {
  test.each<[string, string, readonly CorrectionKind[]]>([
    ['make the page titel red', 'make the page title red', ['spelling']],
    ['make the the page title red', 'make the page title red', ['doubled-word']],
    ['make the pagetitle red', 'make the page title red', ['joined-words']],
    ['make the page ti tle red', 'make the page title red', ['broken-word']],
    ['make the page footering red', 'make the page footer red', ['word-form']],
    ['move the rule 10 to the right', 'move the rule 10px to the right', ['missing-unit']],
    ['move the ruel 10 to the right', 'move the rule 10px to the right', ['spelling', 'missing-unit']],
    [
      'delete the page footer, then move the help link above the rule',
      'move the help link above the rule, then delete the page footer',
      ['order'],
    ],
  ])('%s', (said, meant, kinds) => {
    const answer = engine.run(shopScreen(), said)
    const right = engine.run(shopScreen(), meant)
    expect(right.status).toBe('applied')
    expect([answer.status, answer.json]).toEqual(['applied', right.json])
    const [{ corrections }] = answer.steps as [(typeof answer.steps)[number]]
    expect(corrections.map(({ kind }) => kind)).toEqual(kinds)
    for (const { kind, confidence } of corrections) expect(confidence).toBe(confidenceOfKind[kind])
    expect(answer.confidence).toBe(Math.min(...kinds.map((kind) => confidenceOfKind[kind])))
    const notes = answer.issues.filter(({ code }) => code === 'corrected')
    expect(notes).toHaveLength(kinds.length)
    for (const { severity, span } of notes) expect([severity, span === undefined]).toEqual(['note', false])
  })
})

describe('a number becomes another only where nothing else can be meant', () => {
  test.each([
    ['make the page title 150% opaque', 'opacity', 1],
    ['set the font weight of the page title to 1000', 'font_weight', 900],
  ])('%s', (command, property, value) => {
    const { status, blueprint, issues, confidence } = engine.run(shopScreen(), command)
    expect(status).toBe('applied')
    expect(blueprint.components[1]!.visual).toHaveProperty(property, value)
    expect(issues.map(({ code, severity }) => [code, severity])).toContainEqual(['clamped', 'note'])
    expect(confidence).toBeLessThan(1)
  })

  test.each([
    'set the font size of the page title to 0px',
    'make the page title -50px wide',
    'make the page title -20% opaque',
    // A weight or a size: nobody knows.
    'page title font 700',
  ])('%s', (command) => {
    const shop = shopScreen()
    const answer = engine.run(shop, command)
    expect([answer.status, answer.blueprint]).toEqual(['rejected', shop])
  })
})

describe('nothing is deleted or hidden on a doubt', () => {
  test.each([
    ['delete the footerings', 'delete the page footer'],
    ['hide the footerings', 'hide the page footer'],
  ])('%s is asked back', (command, suggestion) => {
    const shop = shopScreen()
    const answer = engine.run(shop, command)
    expect(answer.status).not.toBe('applied')
    expect(answer.blueprint).toBe(shop)
    const suggestions = answer.issues.flatMap(({ suggestions = [] }) => suggestions)
    const results = suggestions.map((text) => engine.run(shop, text).json)
    expect(results).toContain(engine.run(shop, suggestion).json)
  })

  it('a slip between two things that are there is asked back', () => {
    const screen = shopScreen()
    const shop: Blueprint = {
      ...screen,
      components: [
        ...screen.components,
        { id: 'carb', type: 'container', bbox: [0, 1000, 100, 50] },
        { id: 'carp', type: 'container', bbox: [0, 1100, 100, 50] },
      ],
    }
    const answer = engine.run(shop, 'delete the cary')
    expect(answer.status).toBe('rejected')
    expect(answer.issues[0]!.suggestions).toEqual(
      expect.arrayContaining(['delete the carb', 'delete the carp']),
    )
    // The same doubt is no harm where what is done can be seen.
    const { status, issues } = engine.run(shop, 'make the cary red')
    expect(status).toBe('applied')
    expect(issues[0]!.suggestions!.length).toBeGreaterThan(0)
  })

  it('a slip for what has to be asked about is asked back', () => {
    const screen = shopScreen()
    // A link says "Cart", too.
    const cart = { id: 'cart', type: 'container', bbox: [0, 1000, 100, 50] } as const
    const carp = { id: 'carp', type: 'container', bbox: [0, 1100, 100, 50] } as const
    const shop: Blueprint = { ...screen, components: [...screen.components, cart, carp] }
    expect(engine.run(shop, 'delete the cart').status).toBe('clarify')
    expect(engine.run(shop, 'delete the cary').status).toBe('rejected')
  })

  it('a deletion is put later only where that saves what comes after it', () => {
    const shop = shopScreen()
    const saved = engine.run(shop, 'delete the page footer, then move the help link above the rule')
    expect(saved.steps.map(({ intent }) => intent)).toEqual(['move', 'delete'])
    const inVain = engine.run(shop, 'delete the page footer, then make the help link red')
    expect([inVain.status, inVain.blueprint]).toEqual(['rejected', shop])
    expect(inVain.issues[0]!.suggestions![0]).toBe('make the help link red, then delete the page footer')
  })

  test.each([
    'delete the page footer, then move its title to the top',
    'make the unicorn red',
    'move the unicorn to the top',
    'the logo is fine, unicorn',
  ])('no suggestion deletes more than was said: %s', (command) => {
    const shop = shopScreen()
    const { issues } = engine.run(shop, command)
    const said = command.includes('delete') ? 1 : 0
    for (const suggestion of issues.flatMap(({ suggestions = [] }) => suggestions)) {
      const { steps, status } = engine.run(shop, suggestion)
      expect(status).toBe('applied')
      expect(
        steps.filter(({ intent }) => intent === 'delete' || intent === 'hide').length,
      ).toBeLessThanOrEqual(said)
    }
  })
})

it('what succeeds as it stands is not looked at twice', () => {
  let reads = 0
  const counting = createEngine({ clock: { now: () => ++reads } })
  const shop = shopScreen()
  counting.run(shop, 'make the page title red')
  const first = reads
  counting.run(shop, 'make the page title red')
  expect(reads - first).toBeLessThanOrEqual(first)
  expect(counting.stats().recovery).toMatchObject({ failed: 0, recovered: 0, suggested: 0 })
})
