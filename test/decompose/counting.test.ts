import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'

const engine = createEngine()

/** Two kinds of cards, tabs that nothing holds, and three components besides them with the word "plan". */
const screen: Blueprint = {
  screen_id: 'counting',
  components: [
    { id: 'bar', type: 'header', text: 'Keep fit', bbox: [0, 0, 390, 56], visual: { bg_color: '#101010' } },
    { id: 'steps', type: 'card', text: 'Steps', bbox: [16, 72, 170, 100] },
    { id: 'sleep', type: 'card', text: 'Sleep', bbox: [204, 72, 170, 100] },
    { id: 'plans_heading', type: 'heading', text: 'Workout plans', bbox: [16, 190, 200, 30] },
    {
      id: 'plan_run',
      type: 'product_card',
      text: 'Run',
      bbox: [16, 230, 358, 80],
      visual: { image_url: 'https://a.example/r.png' },
    },
    { id: 'plan_yoga', type: 'product_card', text: 'Yoga', bbox: [16, 320, 358, 80] },
    {
      id: 'plan_swim',
      type: 'product_card',
      text: 'Swim',
      bbox: [16, 410, 358, 80],
      visual: { image_url: 'https://a.example/s.png' },
    },
    { id: 'all_plans', type: 'link', text: 'All plans', bbox: [16, 500, 200, 20] },
    { id: 'start', type: 'button', text: 'Start', bbox: [16, 530, 200, 50], visual: { font_size: 16 } },
    { id: 'tab_home', type: 'tab', text: 'Home', bbox: [0, 600, 130, 60] },
    { id: 'tab_me', type: 'tab', text: 'Me', bbox: [130, 600, 130, 60] },
    { id: 'tab_shop', type: 'tab', text: 'Shop', bbox: [260, 600, 130, 60] },
  ],
}

/** The components that the steps of a command act on, or the code of its refusal. */
function meant(command: string): readonly string[] | string {
  const { status, steps, issues } = engine.plan(screen, command)
  if (status === 'applied') return steps.flatMap(({ targets }) => targets.map(({ id }) => id))
  return issues.find(({ severity }) => severity === 'error')!.code
}

describe('as many as are said', () => {
  test.each<[string, readonly string[] | string]>([
    ['make the two cards red', ['steps', 'sleep']],
    ['hide the three tabs', ['tab_home', 'tab_me', 'tab_shop']],
    ['make all 5 cards red', ['steps', 'sleep', 'plan_run', 'plan_yoga', 'plan_swim']],
    ['make the first two cards red', ['steps', 'sleep']],
    ['make the four tabs red', 'reference-unknown'],
    ['make the four cards red', 'reference-ambiguous'],
    ['delete two tabs', 'reference-ambiguous'],
  ])('%s', (command, expected) => {
    expect(meant(command)).toEqual(expected)
  })
})

describe('several of one kind are called so, and others have the word', () => {
  test.each<[string, readonly string[] | string]>([
    ['delete every plan but the yoga one', ['plan_run', 'plan_swim']],
    ['more padding in each plan', ['plan_run', 'plan_yoga', 'plan_swim']],
    ['hide the plan without an image', ['plan_yoga']],
    ['make the tabs red', ['tab_home', 'tab_me', 'tab_shop']],
    ['hide the workout plans heading', ['plans_heading']],
    ['hide the plan', 'reference-ambiguous'],
    ['hide the plan with an image', 'reference-ambiguous'],
    ['hide the tab', 'reference-ambiguous'],
  ])('%s', (command, expected) => {
    expect(meant(command)).toEqual(expected)
  })
})

describe('what is counted has a noun', () => {
  test.each<[string, readonly string[] | string]>([
    ['make the first tab red, the second bold and the third blue', ['tab_home', 'tab_me', 'tab_shop']],
    ['make the first card red and the last one blue', ['steps', 'plan_swim']],
    ['make the second element red', ['steps']],
    ['make the last one red', 'reference-unknown'],
    ['make the second bold', 'reference-unknown'],
    ['delete the first', 'reference-unknown'],
    ['move the last to the top', 'reference-unknown'],
    ['hide the others', 'reference-ambiguous'],
  ])('%s', (command, expected) => {
    expect(meant(command)).toEqual(expected)
  })
})

describe('places said of what something shall be', () => {
  /** Ids from top to bottom. */
  function order(command: string): readonly string[] | string {
    const { status, blueprint, issues } = engine.run(screen, command)
    if (status === 'applied') return blueprint.components.map(({ id }) => id)
    return issues.find(({ severity }) => severity === 'error')!.code
  }
  const ids = order('make the header red')

  test.each<[string, string, number]>([
    ['make the start button first', 'start', 0],
    ['make the steps card last', 'steps', ids.length - 1],
    ['make the start button the last', 'start', ids.length - 1],
    ['make the start button go above the steps card', 'start', 1],
    ['make the all plans link stand next to the plans heading', 'all_plans', 4],
  ])('%s', (command, id, position) => {
    expect(order(command).indexOf(id)).toBe(position)
  })

  test.each(['make the start button', 'make the start button second', 'make the start button go'])(
    'nothing: %s',
    (command) => {
      expect(order(command)).toBe('not-understood')
    },
  )
})

test('swaps one after the other', () => {
  const { steps } = engine.plan(screen, 'swap #steps with #sleep, and #plan_run with #plan_yoga')
  expect(steps.map(({ targets }) => targets.map(({ id }) => id))).toEqual([
    ['steps', 'sleep'],
    ['plan_run', 'plan_yoga'],
  ])
})

describe('sizes after the side', () => {
  const boxOf = (command: string): readonly number[] | undefined =>
    engine
      .run(screen, command)
      .blueprint.components.find(({ id }) => id === 'start')
      ?.bbox?.slice(2)

  test.each<[string, readonly number[]]>([
    ['start button wide 240 high 60', [240, 60]],
    ['make #start full width', [374, 50]],
    ['start button wider 40', [240, 50]],
    ['make the start button 20px wider', [220, 50]],
  ])('%s', (command, size) => {
    expect(boxOf(command)).toEqual(size)
  })

  test.each<[string, unknown]>([
    ['start button font 20', 20],
    ['start button font 20px', 20],
    ['start button font 700', 16],
    ['start button font from 16 to 18', 18],
  ])('%s', (command, size) => {
    const start = engine.run(screen, command).blueprint.components.find(({ id }) => id === 'start')
    expect(start?.visual?.font_size).toBe(size)
  })
})
