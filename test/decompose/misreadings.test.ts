import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()
const shop = shopScreen()

/** What a command acts on, or the code of its refusal. */
function targetsOf(command: string, document: Blueprint = shop): readonly string[] | string {
  const { status, steps, issues } = engine.plan(document, command)
  if (status === 'applied') return steps.flatMap(({ targets }) => targets.map(({ id }) => id))
  return issues.find(({ severity }) => severity === 'error')!.code
}

/** Ids of what is left and can be seen after a command. */
function visibleAfter(command: string): string[] {
  const hidden = new Set<string>()
  const { status, blueprint } = engine.run(shop, command)
  expect([command, status]).toEqual([command, 'applied'])
  return allOf(blueprint)
    .filter(({ id, visual, children }) => {
      if (visual?.hidden !== true && !hidden.has(id)) return true
      for (const child of children ?? []) hidden.add(child.id)
      return false
    })
    .map(({ id }) => id)
}

describe('where a part of something is not there, the whole is not taken for it', () => {
  // The order form has labels and buttons, but no title, heading or description; its buttons hold nothing.
  test.each([
    "delete the form's title",
    "delete the form's heading",
    'delete the title of the form',
    'delete the heading in the form',
    'delete the form title',
    "hide the form's title",
    'hide the title of the form',
    'hide the heading in the footer',
    'hide the form heading',
    "move the form's heading to the top",
    "duplicate the form's title",
    'duplicate the title of the form',
    "swap the form's title and the logo",
    "wrap the form's title in a card",
    "delete the order button's label",
    "hide the cancel button's caption",
    'delete the name of the form',
    "hide the logo's caption",
    'delete the checkbox in the footer',
    "delete the footer's video",
  ])('%s', (command) => {
    expect(targetsOf(command)).toBe('reference-unknown')
  })

  test.each<[string, readonly string[]]>([
    ["make the order button's text white", ['order_button']],
    ["make the order button's label white", ['order_button']],
    ['make the order button text white', ['order_button']],
    ['make the text of the cancel button bold', ['cancel_button']],
  ])('but the text of a button is its own: %s', (command, ids) => {
    expect(targetsOf(command)).toEqual(ids)
    const [id] = ids
    const before = allOf(shop).find((one) => one.id === id)!.visual
    const after = allOf(engine.run(shop, command).blueprint).find((one) => one.id === id)!.visual
    expect(after?.bg_color).toBe(before?.bg_color)
  })
})

describe('what is excepted stays, with what it holds and what holds it', () => {
  test('a holder', () => {
    const form = ['order_form', 'mail_label', 'mail_field', 'terms_box', 'cancel_button', 'order_button']
    expect(visibleAfter('delete everything except the form')).toEqual(form)
    expect(visibleAfter('hide everything except the form')).toEqual(form)
  })

  test('one inside', () => {
    expect(visibleAfter('delete everything except the order button')).toEqual(['order_form', 'order_button'])
    expect(visibleAfter('hide everything but the order button')).toEqual(['order_form', 'order_button'])
  })
})

describe('how often', () => {
  test.each<[string, string, number]>([
    ['duplicate the rule 3 times', 'divider', 4],
    ['duplicate the rule three times', 'divider', 4],
    ['copy #rule 3 times', 'divider', 4],
    ['duplicate the rule twice', 'divider', 3],
    ['duplicate the first product card 2 times', 'product_card', 5],
    ['add 3 dividers', 'divider', 4],
    ['add three dividers to the form', 'divider', 4],
  ])('%s', (command, type, count) => {
    const { status, blueprint, steps } = engine.run(shop, command)
    expect([status, steps[0]?.corrections]).toEqual(['applied', []])
    expect(allOf(blueprint).filter((one) => one.type === type)).toHaveLength(count)
  })
})

describe('a condition that nothing fulfils is no wish', () => {
  const priced: Blueprint = {
    components: [{ id: 't', type: 'title', text: 'Hi', visual: { price: '$5', alt: 'x', shadow: 'md' } }],
  }
  test.each([
    'make titles without a price red',
    'make the title without a price red',
    'make titles without a shadow bold',
    'make all titles with no price bigger',
    'hide titles without a price',
  ])('%s', (command) => {
    expect(targetsOf(command, priced)).toBe('reference-unknown')
  })

  test.each<[string, readonly string[] | string]>([
    ['hide product cards with a price', ['card_1', 'card_2', 'card_3']],
    ['hide product cards without a price', 'reference-unknown'],
    ['make product cards without a heading red', 'reference-unknown'],
    ['make product cards without an image red', ['card_3']],
  ])('%s', (command, ids) => {
    expect(targetsOf(command)).toEqual(ids)
  })
})

describe('what is not asked for is not done', () => {
  test.each([
    'do not delete the form',
    "don't delete the form",
    'never delete the form',
    'please do not hide the logo',
    'should I delete the form?',
    'what happens if I delete the form?',
    'did you delete the form?',
    'I deleted the form',
    'if the logo is red, delete the form',
    'delete the form if it is empty',
    'delete the form or the header',
    'hide the logo without deleting the form',
    'make the page title not red',
    'make the page title bigger than the intro',
    'stop hiding the promo',
    'undo',
  ])('%s', (command) => {
    const { status, blueprint } = engine.run(shop, command)
    expect(status).toBe('rejected')
    expect(blueprint).toBe(shop)
  })
})

describe('nothing is deleted for a word in passing', () => {
  test.each([
    'DELETE FROM components',
    'delete from the components',
    'drop table components',
    'delete the terms table',
  ])('%s', (command) => {
    expect(engine.run(shop, command).status).not.toBe('applied')
  })

  test('a control is not what it acts on', () => {
    const screen: Blueprint = {
      screen_id: 'booking',
      components: [
        { id: 'reserve', type: 'button', text: 'Reserve table' },
        { id: 'price_map', type: 'link', text: 'Prices' },
      ],
    }
    expect(targetsOf('delete the table', screen)).toBe('reference-unknown')
    expect(targetsOf('make the table bigger', screen)).toBe('reference-unknown')
    expect(targetsOf('delete the reserve table button', screen)).toEqual(['reserve'])
    expect(targetsOf('hide the map', screen)).toEqual(['price_map'])
  })
})
