import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()
const shop = shopScreen()

/** The components that a command changes or deletes, or the code of its refusal. */
function touchedBy(command: string): readonly string[] | string {
  const { status, blueprint, issues } = engine.run(shop, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  const after = new Map(allOf(blueprint).map((one) => [one.id, one]))
  return allOf(shop)
    .filter((one) => {
      const now = after.get(one.id)
      return now === undefined || now.text !== one.text || !sameLook(now.visual, one.visual)
    })
    .map(({ id }) => id)
    .sort()
}

function sameLook(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a ?? {}) === JSON.stringify(b ?? {})
}

/** A visual property, or the text, of a component after a command. */
function after(command: string, id: string, property: string): unknown {
  const result = engine.run(shop, command)
  expect([command, result.status]).toEqual([command, 'applied'])
  const component = allOf(result.blueprint).find((one) => one.id === id)
  return property === 'text' ? component?.text : component?.visual?.[property]
}

/** Steps of a command: what is done to what, in order. */
function stepsOf(command: string): readonly string[] | string {
  const { status, steps, issues } = engine.plan(shop, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return steps.flatMap(({ intent, targets }) => targets.map(({ id }) => `${intent} ${id}`))
}

/** Ids and texts in document order after a command. */
function order(command: string): readonly string[] {
  const result = engine.run(shop, command)
  expect([command, result.status]).toEqual([command, 'applied'])
  return allOf(result.blueprint).map((one) =>
    allOf(shop).some(({ id }) => id === one.id) ? one.id : one.text!,
  )
}

describe('what it acts on, then politeness, then the verb', () => {
  test.each<[string, readonly string[]]>([
    ['this cancel button please make more round', ['cancel_button']],
    ['the intro pls hide', ['intro']],
    ['the promo badge please show again, thanks', ['promo']],
    ['cancel button please underline', ['cancel_button']],
    ['page title um make it red', ['page_title']],
    ['okay so the page title and the intro uh make them both red', ['intro', 'page_title']],
    ['the divider please remove', ['rule']],
    ['the divider, please remove', ['rule']],
    ['the page title, make it red', ['page_title']],
    ['remove also the divider please', ['rule']],
    ['delete please the divider', ['rule']],
    ['change the color of the cancel button on green', ['cancel_button']],
    ['all links in the footer please make it bold', ['about_link', 'help_link']],
    ['all buttons with text Cancel please make more round', ['cancel_button']],
  ])('%s', (command, ids) => {
    expect(touchedBy(command)).toEqual(ids)
  })

  test.each([
    'the intro please',
    'please',
    'the intro please not hide',
    'the intro um the title',
    'the title make its',
    'the page title, hide the footer',
    'make the header red, the divider, remove',
    'change the button on the divider',
    'never the divider please remove',
  ])('no wish: %s', (command) => {
    expect(typeof touchedBy(command)).toBe('string')
  })
})

describe('a complaint without "is"', () => {
  test.each<[string, string, string, 'up' | 'down']>([
    ['logo too small', 'logo', 'width', 'up'],
    ['logo too small, please make it more big', 'logo', 'width', 'up'],
    ['the logo too big', 'logo', 'width', 'down'],
    ['page title too much big', 'page_title', 'font_size', 'down'],
    ['make the page title not so big', 'page_title', 'font_size', 'down'],
    ['page title not that big please', 'page_title', 'font_size', 'down'],
    ['page title is too big, please not so big', 'page_title', 'font_size', 'down'],
  ])('%s', (command, id, property, direction) => {
    const before = allOf(shop).find((one) => one.id === id)!
    const was = property === 'width' ? before.bbox![2] : (before.visual![property] as number)
    const result = allOf(engine.run(shop, command).blueprint).find((one) => one.id === id)!
    const is = property === 'width' ? result.bbox![2] : (result.visual![property] as number)
    const factor = direction === 'up' ? 1.2 : 0.8
    expect(is / was).toBeCloseTo(factor, 1)
  })

  test.each<[string, string]>([
    ['top bar too dark', '#1E293B'],
    ['make the top bar not so dark', '#1E293B'],
    ['top bar less dark', '#1E293B'],
  ])('%s: lighter', (command, was) => {
    expect(Number.parseInt(String(after(command, 'top_bar', 'bg_color')).slice(1, 3), 16)).toBeGreaterThan(
      Number.parseInt(was.slice(1, 3), 16),
    )
  })

  test.each([
    'the logo too',
    'logo too red',
    'logo not so',
    'do not make the logo so big',
    'the logo bit small enough',
  ])('no complaint: %s', (command) => {
    expect(typeof touchedBy(command)).toBe('string')
  })
})

describe('a remark, then a verb alone', () => {
  test.each<[string, readonly string[]]>([
    ['the divider is not needed, remove please', ['rule']],
    ['the divider is no more needed, remove', ['rule']],
    ['the divider we not need, remove please', ['rule']],
    ["don't need the divider, remove", ['rule']],
    ['the intro is useless, hide', ['intro']],
    ['the page title is wrong, must be "Winter sale"', ['page_title']],
    ['the page title is wrong, change to Winter sale', ['page_title']],
  ])('%s', (command, ids) => {
    expect(touchedBy(command)).toEqual(ids)
  })

  test.each([
    'the divider is great, remove',
    'the divider is not needed',
    'the divider is needed, remove',
    'remove',
    'make the title red, remove',
    'the page title is wrong, must be',
  ])('no wish: %s', (command) => {
    expect(typeof touchedBy(command)).toBe('string')
  })
})

describe('a reason behind a wish', () => {
  test.each<[string, readonly string[]]>([
    ['remove the divider, customers do not use it', ['rule']],
    ['remove the divider because nobody needs it', ['rule']],
    ['hide the intro, is not ready', ['intro']],
    ['make the page title red, it looks old', ['page_title']],
    ['hide the intro, people never read it please', ['intro']],
  ])('%s', (command, ids) => {
    expect(touchedBy(command)).toEqual(ids)
  })

  test.each([
    'remove the divider, customers want it blue',
    'hide the intro, it is blurple',
    'make the page title red, it should look old',
    'make the page title red, people do not make it blue',
    'customers do not use it',
    'because it is old',
  ])('not passed over: %s', (command) => {
    expect(typeof touchedBy(command)).toBe('string')
  })

  test('a complaint with its reason or remedy counts once', () => {
    const width = (command: string): number =>
      allOf(engine.run(shop, command).blueprint).find(({ id }) => id === 'logo')!.bbox![2]
    const once = width('make the logo bigger')
    expect(width('logo too small, customers do not see it')).toBe(once)
    expect(width('logo too small because it is old, make it bigger')).toBe(once)
    expect(width('make the logo bigger, it is too small now')).toBe(once)
  })
})

describe('the place before or behind, the verb anywhere', () => {
  test.each<[string, string, string]>([
    ['page title and intro please switch', 'intro', 'page_title'],
    ['page title and intro change places', 'intro', 'page_title'],
    ['intro please put under the divider', 'rule', 'intro'],
    ['put the divider up from the page title', 'rule', 'page_title'],
    ['divider put up from the page title', 'rule', 'page_title'],
    ['put the page title down from the intro', 'intro', 'page_title'],
    ['below the divider please put the intro', 'rule', 'intro'],
    ['above the page title add a text "Hot"', 'Hot', 'page_title'],
    ['under the page title put one text "Hot" please', 'page_title', 'Hot'],
    ['after the divider put new text "Hot"', 'rule', 'Hot'],
    ['Add a link "Jobs" inside #page_footer', 'about_link', 'Jobs'],
  ])('%s: %s before %s', (command, first, second) => {
    const ids = order(command)
    expect([ids.includes(first), ids.indexOf(first) < ids.indexOf(second)]).toEqual([true, true])
  })

  test.each([
    'below the divider',
    'below the divider please',
    'of the divider add a text',
    'under the title put bold',
  ])('nothing to put: %s', (command) => {
    expect(typeof stepsOf(command)).toBe('string')
  })
})

describe('the same as another, from one value to another, numbers in words', () => {
  test.each<[string, string, string, unknown]>([
    ['intro make same color like page title', 'intro', 'text_color', '#0F172A'],
    ['make the cancel button same color like the order button', 'cancel_button', 'bg_color', '#2563EB'],
    ['title of the form button from "Buy now" to "Order"', 'order_button', 'text', 'Order'],
    ['page title from "Summer sale" to "Winter sale"', 'page_title', 'text', 'Winter sale'],
    ["the first card's price from $49 to $45", 'price_1', 'text', '$45'],
    ['set the font size of the page title to twenty-one', 'page_title', 'font_size', 21],
    ['set the font size of the page title to thirty seven pixels', 'page_title', 'font_size', 37],
    ['in the mail field the placeholder change to "Your mail"', 'mail_field', 'placeholder', 'Your mail'],
    ['page title: no more 28 but 32px, bold', 'page_title', 'font_size', 32],
    ['page title too big and too dark', 'page_title', 'font_size', 22.4],
    ['the order button background is wrong, should be purple', 'order_button', 'bg_color', '#800080'],
    ['the page title too long, change to "Sale"', 'page_title', 'text', 'Sale'],
    ['underline please the cancel button', 'cancel_button', 'text_decoration', 'underline'],
    ['page title bold and not italic', 'page_title', 'font_style', 'normal'],
  ])('%s', (command, id, property, value) => {
    expect(after(command, id, property)).toBe(value)
  })

  test.each([
    'intro make same',
    'intro make same like',
    'the page title from',
    'page title from "Summer sale"',
  ])('unfinished: %s', (command) => {
    expect(typeof touchedBy(command)).toBe('string')
  })

  test('a distance behind a filler', () => {
    expect(stepsOf('move the order button um ten pixels to the left')).toEqual(['move order_button'])
  })
})
