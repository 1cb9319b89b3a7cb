import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()
const shop = shopScreen()

/** The components that a command changes, with the properties it changes. */
function changedBy(command: string): Record<string, readonly string[]> | string {
  const { status, changed, issues } = engine.run(shop, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return Object.fromEntries(changed.map(({ id, properties }) => [id, properties]))
}

/** A visual property, or the text, of a component after a command. */
function after(command: string, id: string, property: string): unknown {
  const component = allOf(engine.run(shop, command).blueprint).find((one) => one.id === id)
  return property === 'text' ? component?.text : component?.visual?.[property]
}

describe('the verb behind what it acts on', () => {
  test.each<[string, string, string, unknown]>([
    ['text of the order button change to "Order"', 'order_button', 'text', 'Order'],
    ['title make bold', 'page_title', 'font_weight', 'bold'],
    ['intro underline', 'intro', 'text_decoration', 'underline'],
    ['please to make bold the title', 'page_title', 'font_weight', 'bold'],
    ['change color title to red', 'page_title', 'text_color', '#FF0000'],
    ['page_title.text_color = red', 'page_title', 'text_color', '#FF0000'],
    ['set #logo.visual.opacity to 0.5', 'logo', 'opacity', 0.5],
    ['change Buy now to "Order"', 'order_button', 'text', 'Order'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })
})

describe('what is meant', () => {
  test.each<[string, readonly string[] | string]>([
    ['make the card with the Blue shirt heading red', ['card_2']],
    ['hide the card named Green hat', ['card_3']],
    ['make the thing below the title red', ['intro']],
    ['show everything hidden', ['promo']],
    ['make the first and the first card red', ['card_1']],
    ['make the first card red and its button blue', ['card_1', 'add_1']],
    ['make the first card red and the heading in it blue', ['card_1', 'name_1']],
    ['I dont need the intro, hide it', ['intro']],
    ['the intro is boring, make it red', ['intro']],
    ['make the header blue, the footer red, and both bold', ['top_bar', 'page_footer']],
    ['make all of the form except the button bold', 'reference-unknown'],
    [
      'hide everything in the form except the cancel button',
      ['mail_label', 'mail_field', 'terms_box', 'order_button'],
    ],
  ])('%s', (command, ids) => {
    const changed = changedBy(command)
    expect(typeof changed === 'string' ? changed : Object.keys(changed).sort()).toEqual(
      typeof ids === 'string' ? ids : [...ids].sort(),
    )
  })
})

test('looks one by one', () => {
  const command = 'make the page title and the intro red and blue, respectively'
  expect(after(command, 'page_title', 'text_color')).toBe('#FF0000')
  expect(after(command, 'intro', 'text_color')).toBe('#0000FF')
})

test('the old value beside the new is no place', () => {
  expect(after('change the price of the first card from $49 to $39', 'price_1', 'text')).toBe('$39')
  expect(after('change the price of Blue shirt to $27', 'price_2', 'text')).toBe('$27')
})

test.each(['resize the logo to 120x50', 'make the logo 120 × 50', 'make the logo 120x50px'])(
  'both sides: %s',
  (command) => {
    const logo = allOf(engine.run(shop, command).blueprint).find(({ id }) => id === 'logo')
    expect(logo?.bbox?.slice(2)).toEqual([120, 50])
  },
)

test.each(['make two copies of the rule', 'add two copies of the rule', 'two copies of the rule'])(
  '%s',
  (command) => {
    const { blueprint } = engine.run(shop, command)
    expect(allOf(blueprint).filter(({ type }) => type === 'divider')).toHaveLength(3)
  },
)

test('corrections keep capitals', () => {
  const { status, steps } = engine.run(shop, 'THE PAGE TITEL SHOUD BE BIGGER')
  expect(status).toBe('applied')
  expect(steps[0]!.corrections).toMatchObject([{ from: 'TITEL', to: 'TITLE' }])
})

describe('what was, and what is said of it, is no wish', () => {
  test.each([
    'the form was deleted',
    'the form is deleted',
    'the title was red',
    'the cards were removed',
    'the intro is boring',
    "I don't need the intro",
    'make the title red. undo that',
  ])('%s', (command) => {
    const { status, blueprint } = engine.run(shop, command)
    expect(status).toBe('rejected')
    expect(blueprint).toBe(shop)
  })
})

test('a refusal names the words that are not known and repeats no long command', () => {
  const { issues } = engine.run(shop, 'frobnicate the title')
  expect(issues[0]!.message).toBe('"frobnicate" is not known')
  for (const { message } of engine.run(shop, 'qwx '.repeat(2000)).issues)
    expect(message.length).toBeLessThan(400)
})
