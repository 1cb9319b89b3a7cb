import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Component, Limits } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'
import { askAll, expectRefused } from './expect-refusal.ts'

function limited(limits: Partial<Limits>): ReturnType<typeof createEngine> {
  return createEngine({ limits })
}

/** A document of so many components, each with the text. */
function flat(count: number, text = 'x'): Blueprint {
  return {
    components: Array.from({ length: count }, (_, i): Component => ({ id: `c${i}`, type: 'text', text })),
  }
}

function deep(levels: number): Blueprint {
  let component: Component = { id: 'c0', type: 'card' }
  for (let i = 1; i < levels; i++) component = { id: `c${i}`, type: 'card', children: [component] }
  return { components: [component] }
}

describe('each limit holds at its value and refuses above it', () => {
  test('the length of a command', () => {
    const engine = limited({ maxCommandLength: 13 })
    expect(askAll(engine, shopScreen(), 'hide the logo').status).toBe('applied')
    const shop = shopScreen()
    const answer = askAll(engine, shop, 'hide the logo ')
    expectRefused(answer, shop, ['command-too-long'])
    expect(answer.issues[0]!.message).toMatch(/13\b.*\b14\b/)
  })

  test('the clauses of a command', () => {
    const shop = shopScreen()
    const engine = limited({ maxSteps: 3 })
    expect(engine.run(shop, 'hide the logo, hide the intro and delete the rule').status).toBe('applied')
    const four = 'hide the logo, hide the intro, delete the rule and hide the page title'
    const answer = askAll(engine, shop, four)
    expectRefused(answer, shop, ['too-many-steps'])
    expect(answer.issues[0]!.message).toMatch(/\b3\b/)
    const always = createEngine()
    const clauses = (n: number): string => Array.from({ length: n }, () => 'hide the logo').join('; ')
    expect(always.run(shop, clauses(200)).status).toBe('applied')
    expectRefused(always.run(shop, clauses(201)), shop, ['too-many-steps'])
  })

  test('steps that are sent', () => {
    const shop = shopScreen()
    const steps = (n: number): unknown =>
      Array.from({ length: n }, () => ({ kind: 'pill', targets: ['page_title'] }))
    expect(askAll(createEngine(), shop, steps(200)).status).toBe('applied')
    const answer = askAll(createEngine(), shop, steps(201))
    expectRefused(answer, shop, ['too-many-steps'])
    expect(answer.issues[0]!.message).toMatch(/\b200\b.*\b201\b/)
  })

  test('the components of a document', () => {
    const engine = limited({ maxComponents: 5 })
    expect(askAll(engine, flat(5), 'delete #c0').status).toBe('applied')
    const six = flat(6)
    const answer = askAll(engine, six, 'delete #c0')
    expectRefused(answer, six, ['document-too-large'])
    expect(answer.issues[0]!.message).toMatch(/\b5\b.*\b6\b/)
  })

  test.each([
    'duplicate #c0',
    'add a button',
    'wrap #c0 in a card',
    'add two buttons',
    'duplicate #c0, #c1 and #c2',
  ])('the components that a command makes: %s', (command) => {
    const engine = limited({ maxComponents: 5 })
    const five = flat(5)
    expectRefused(engine.run(five, command), five, ['document-too-large'])
    const three = flat(3)
    const roomy = engine.run(three, command)
    if (command.includes('#c2')) expectRefused(roomy, three, ['document-too-large'])
    else expect(roomy.status).toBe('applied')
  })

  test('the levels of a document', () => {
    const engine = limited({ maxDepth: 3 })
    expect(askAll(engine, deep(3), 'make #c0 red').status).toBe('applied')
    const four = deep(4)
    const answer = askAll(engine, four, 'make #c0 red')
    expectRefused(answer, four, ['document-too-deep'])
    expect(answer.issues[0]!.message).toMatch(/\b3\b/)
    expect(askAll(createEngine(), deep(64), 'make #c0 red').status).toBe('applied')
    expect(createEngine().run(deep(65), 'make #c0 red').status).toBe('rejected')
  })

  test('the texts of a document and of steps', () => {
    const engine = limited({ maxTextLength: 10 })
    const ten = flat(1, 'x'.repeat(10))
    expect(askAll(engine, ten, 'make #c0 red').status).toBe('applied')
    const eleven = flat(1, 'x'.repeat(11))
    const answer = askAll(engine, eleven, 'make #c0 red')
    expectRefused(answer, eleven, ['text-too-long'])
    expect(answer.issues[0]!.message).toMatch(/\b10\b.*\b11\b/)
    const set = (value: string): unknown => [{ kind: 'set', targets: ['c0'], property: 'text', value }]
    expect(askAll(engine, ten, set('y'.repeat(10))).status).toBe('applied')
    expectRefused(askAll(engine, ten, set('y'.repeat(11))), ten, ['text-too-long'])
  })
})

describe('what a command makes is a document that the same limits take', () => {
  test.each<[string, Partial<Limits>, Blueprint, string]>([
    ['a text that is set', { maxTextLength: 10 }, flat(1), 'change the text of #c0 to "12345678901"'],
    ['a text that is added', { maxTextLength: 10 }, flat(1), 'add a button "12345678901"'],
    ['a container around the lowest', { maxDepth: 2 }, deep(2), 'wrap #c0 in a card'],
    [
      'a move further down',
      { maxDepth: 2 },
      {
        components: [...deep(2).components, { id: 'x', type: 'card', children: [{ id: 'y', type: 'text' }] }],
      },
      'move #x inside #c1',
    ],
    ['something added at the lowest', { maxDepth: 2 }, deep(2), 'add a button inside #c0'],
  ])('%s', (_name, limits, document, command) => {
    const answer = limited(limits).run(document, command)
    if (answer.status === 'rejected') expectRefused(answer, document)
    else expect(limited(limits).verify(answer.blueprint).issues).toEqual([])
  })
})

it('100,000 components are taken by default, and one more is not', () => {
  const engine = createEngine()
  expect(engine.run(flat(100_000), 'delete #c7').status).toBe('applied')
  expect(engine.verify(flat(100_001)).issues[0]!.code).toBe('document-too-large')
})
