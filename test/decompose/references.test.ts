import { describe, expect, it, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint, Component } from '../../src/index.ts'
import { shopScreen } from '../support/shop-screen.ts'

const engine = createEngine()
const shop = shopScreen()

/** What a phrase means: ids in document order, or the code of the refusal. */
function meaning(phrase: string, document: Blueprint = shop): readonly string[] | string {
  const { status, steps, issues } = engine.plan(document, `hide ${phrase}`)
  if (status === 'applied') return steps.flatMap(({ targets }) => targets.map(({ id }) => id))
  return issues.find(({ severity }) => severity === 'error')!.code
}

const CARDS = ['card_1', 'card_2', 'card_3']
const BUTTONS = ['add_1', 'add_2', 'add_3', 'cancel_button', 'order_button']
const LINKS = ['cart_link', 'help_link', 'about_link']
const IMAGES = ['logo', 'picture_1', 'picture_2']

describe('by id, type and name', () => {
  test.each<[string, readonly string[] | string]>([
    ['#logo', ['logo']],
    ['#order_button', ['order_button']],
    ['#order-button', ['order_button']],
    ['#OrderButton', ['order_button']],
    ['page_title', ['page_title']],
    ['the page title', ['page_title']],
    ['order button', ['order_button']],
    ['the logo', ['logo']],
    ['the header', ['top_bar']],
    ['the footer', ['page_footer']],
    ['the form', ['order_form']],
    ['the checkbox', ['terms_box']],
    ['the input', ['mail_field']],
    ['the text field', ['mail_field']],
    ['the label', ['mail_label']],
    ['the divider', ['rule']],
    ['the separator', ['rule']],
    ['the badge', ['promo']],
    ['the badges', ['promo']],
    ['the cta', ['order_button']],
    ['the call to action', ['order_button']],
    ['the main title', ['page_title']],
    ['the Buy now button', ['order_button']],
    ['the buy now button', ['order_button']],
    ['the cancel button', ['cancel_button']],
    ['the help link', ['help_link']],
    ['the e-mail label', ['mail_label']],
    ['"Buy now"', ['order_button']],
    ['"buy now"', ['order_button']],
    ['“Help”', ['help_link']],
    ['the button "Cancel"', ['cancel_button']],
    ['the button that says "Buy now"', ['order_button']],
    ['the one that says "Buy now"', ['order_button']],
    ['the link called Help', ['help_link']],
    ['the link labeled "About us"', ['about_link']],
    ['the Red shoes card', ['card_1']],
    ['the card with the blue shirt', ['card_2']],
    ['the price of the Red shoes card', ['price_1']],
    ['the Green hat heading', ['name_3']],
    ['the header and the footer', ['top_bar', 'page_footer']],
    ['the logo, the intro and the divider', ['logo', 'intro', 'rule']],
    ['#logo, #intro and #rule', ['logo', 'intro', 'rule']],
  ])('%s', (phrase, ids) => {
    expect(meaning(phrase)).toEqual(ids)
  })
})

describe('by number', () => {
  test.each<[string, readonly string[] | string]>([
    ['all product cards', CARDS],
    ['every product card', CARDS],
    ['each product card', CARDS],
    ['product cards', CARDS],
    ['the product cards', CARDS],
    ['all the buttons', BUTTONS],
    ['all buttons', BUTTONS],
    ['every button', BUTTONS],
    ['all links', LINKS],
    ['all images', IMAGES],
    ['the first product card', ['card_1']],
    ['the 1st product card', ['card_1']],
    ['the second product card', ['card_2']],
    ['the third product card', ['card_3']],
    ['the last product card', ['card_3']],
    ['the second to last product card', ['card_2']],
    ['the penultimate button', ['cancel_button']],
    ['the first and third product cards', ['card_1', 'card_3']],
    ['the 1st and 3rd product card', ['card_1', 'card_3']],
    ['the 2nd and 4th buttons', ['add_2', 'cancel_button']],
    ['the first, second and last button', ['add_1', 'add_2', 'order_button']],
    ['the first product card and the last', ['card_1', 'card_3']],
    ['the first two product cards', ['card_1', 'card_2']],
    ['the last two product cards', ['card_2', 'card_3']],
    ['the first three buttons', ['add_1', 'add_2', 'add_3']],
    ['the odd buttons', ['add_1', 'add_3', 'order_button']],
    ['the even buttons', ['add_2', 'cancel_button']],
    ['every other button', ['add_2', 'cancel_button']],
    ['odd product cards', ['card_1', 'card_3']],
    ['both links in the footer', ['help_link', 'about_link']],
    ['both buttons in the form', ['cancel_button', 'order_button']],
    ['all three product cards', CARDS],
    ['the three product cards', CARDS],
    ['the fourth product card', 'reference-unknown'],
    ['both product cards', 'reference-ambiguous'],
    ['both badges', 'reference-unknown'],
    ['the product card', 'reference-ambiguous'],
    ['the link', 'reference-ambiguous'],
    ['a product card', 'reference-ambiguous'],
    ['the unicorn', 'reference-unknown'],
    ['all unicorns', 'reference-unknown'],
    ['the video', 'reference-unknown'],
    ['#nobody', 'reference-unknown'],
    ['"Nothing says this"', 'reference-unknown'],
    ['it', 'reference-unknown'],
    ['them', 'reference-unknown'],
  ])('%s', (phrase, ids) => {
    expect(meaning(phrase)).toEqual(ids)
  })

  it('one of a role is meant before others of the type', () => {
    expect(meaning('the button')).toEqual(['order_button'])
  })
})

describe('with exceptions', () => {
  test.each<[string, readonly string[] | string]>([
    ['all product cards except the first', ['card_2', 'card_3']],
    ['every product card except the last', ['card_1', 'card_2']],
    ['all product cards but the second', ['card_1', 'card_3']],
    ['all product cards but not the second', ['card_1', 'card_3']],
    ['all product cards except #card_1', ['card_2', 'card_3']],
    ['all product cards except the first and the last', ['card_2']],
    ['all product cards other than the first', ['card_2', 'card_3']],
    ['all links except the cart link', ['help_link', 'about_link']],
    ['all buttons except the ones in the form', ['add_1', 'add_2', 'add_3']],
    ['all buttons except "Buy now"', ['add_1', 'add_2', 'add_3', 'cancel_button']],
  ])('%s', (phrase, ids) => {
    expect(meaning(phrase)).toEqual(ids)
  })
})

describe('by look', () => {
  test.each<[string, readonly string[] | string]>([
    ['the red button', ['add_1']],
    ['the green button', ['add_3']],
    ['all blue buttons', ['add_2', 'order_button']],
    ['the red heading', ['name_1']],
    ['the hidden badge', ['promo']],
    ['hidden components', ['promo']],
    ['the bold button', ['order_button']],
    ['the button with a border', ['cancel_button']],
    ['the dark header', ['top_bar']],
    ['product cards with an image', ['card_1', 'card_2']],
    ['the product card without an image', ['card_3']],
    ['product cards without an image', ['card_3']],
    ['all product cards with no image', ['card_3']],
    ['the biggest button', ['cancel_button']],
    ['the smallest image', ['logo']],
    // All product names are as wide.
    ['the widest heading', 'reference-ambiguous'],
    ['the topmost product card', ['card_1']],
    ['the lowest product card', ['card_3']],
    ['the purple button', 'reference-unknown'],
    ['the italic button', 'reference-unknown'],
  ])('%s', (phrase, ids) => {
    if (phrase === 'the biggest button')
      expect(['cancel_button', 'order_button']).toContain((meaning(phrase) as string[])[0])
    else expect(meaning(phrase)).toEqual(ids)
  })
})

describe('by place', () => {
  test.each<[string, readonly string[] | string]>([
    ['the link in the header', ['cart_link']],
    ['the links in the footer', ['help_link', 'about_link']],
    ["the footer's links", ['help_link', 'about_link']],
    ["the header's link", ['cart_link']],
    ['the image in the second product card', ['picture_2']],
    ["the second product card's image", ['picture_2']],
    ['the link next to the help link', ['about_link']],
    ['the first link in the footer', ['help_link']],
    ['the last link of the footer', ['about_link']],
    ['all buttons inside the form', ['cancel_button', 'order_button']],
    ['the heading of the third product card', ['name_3']],
    ['the headings in the product cards', ['name_1', 'name_2', 'name_3']],
    ['the text below the page title', ['intro']],
    ['the title above the intro', ['page_title']],
    ['the product card below the first product card', ['card_2']],
    ['the product card above #card_2', ['card_1']],
    ['the product cards above the form', CARDS],
    ['the button next to the cancel button', ['order_button']],
    ['the button to the left of the order button', ['cancel_button']],
    ['the button left of #order_button', ['cancel_button']],
    ['the button to the right of the cancel button', ['order_button']],
    ['the divider between the badge and the footer', ['rule']],
    ['the product card between #card_1 and #card_3', ['card_2']],
    ['the link at the top', ['cart_link']],
    ['the component after the intro', ['card_1']],
    ['the component before the intro', ['page_title']],
    ['everything in the footer', ['help_link', 'about_link']],
    ['the checkbox in the footer', 'reference-unknown'],
    ['the video below the title', 'reference-unknown'],
    ['the title below the unicorn', 'reference-unknown'],
    ['the product card in the form', 'reference-unknown'],
  ])('%s', (phrase, ids) => {
    expect(meaning(phrase)).toEqual(ids)
  })
})

describe('within one command', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ['make the intro red and hide it', [['intro'], ['intro']]],
    ['make the product cards red and hide them', [CARDS, CARDS]],
    [
      'make both links in the footer red and hide them',
      [
        ['help_link', 'about_link'],
        ['help_link', 'about_link'],
      ],
    ],
    ['make the header blue and the footer red', [['top_bar'], ['page_footer']]],
    ['make the header blue and the footer too', [['top_bar'], ['page_footer']]],
    ['hide the first product card and delete the others', [['card_1'], ['card_2', 'card_3']]],
    ['make the first product card red and the rest blue', [['card_1'], ['card_2', 'card_3']]],
    ['hide the logo, same for the divider', [['logo'], ['rule']]],
    ['the intro is too big, make it smaller', [['intro'], ['intro']]],
    ['hide the last product card and make the first one red', [['card_3'], ['card_1']]],
    ['hide the red button and the green one', [['add_1', 'add_3']]],
  ])('%s', (command, targets) => {
    const { status, steps, issues } = engine.plan(shop, command)
    expect([status, issues.filter(({ severity }) => severity === 'error')]).toEqual(['applied', []])
    expect(steps.map((step) => step.targets.map(({ id }) => id))).toEqual(targets)
  })

  it('the copy is what was just made', () => {
    const { blueprint } = engine.run(shop, 'duplicate the intro and make the copy red')
    expect(blueprint.components.map(({ id, visual }) => [id, visual?.text_color]).slice(2, 4)).toEqual([
      ['intro', undefined],
      ['intro_copy', '#FF0000'],
    ])
    const then = engine.run(shop, 'duplicate the intro, then make it red').blueprint
    expect(then.components[2]!.visual).toBeUndefined()
    expect(then.components[3]!.visual?.text_color).toBe('#FF0000')
  })

  it('"and" is read against the document as it came, "then" as it is by then', () => {
    const and = engine.plan(shop, 'delete the first product card and make the first product card red')
    expect(and.status).toBe('rejected')
    expect(and.issues[0]!.code).toBe('conflict-deleted')
    const then = engine.plan(shop, 'delete the first product card, then make the first product card red')
    expect(then.steps.map(({ targets }) => targets[0]!.id)).toEqual(['card_1', 'card_2'])
  })
})

describe('answers to what cannot be decided', () => {
  it('clarify names the candidates, and commands that would do', () => {
    const { status, issues } = engine.run(shop, 'make the product card red')
    expect(status).toBe('clarify')
    expect(issues).toMatchObject([
      { code: 'reference-ambiguous', candidates: CARDS, span: { start: 5, end: 21 } },
    ])
    for (const suggestion of issues[0]!.suggestions!)
      expect([suggestion, engine.run(shop, suggestion).status]).toEqual([suggestion, 'applied'])
  })

  it('an unknown one names the nearest', () => {
    const { status, issues } = engine.run(shop, 'hide the subscribe button')
    expect(status).toBe('rejected')
    expect(issues[0]!.code).toBe('reference-unknown')
    expect(issues[0]!.candidates!.length).toBeGreaterThan(0)
    for (const suggestion of issues[0]!.suggestions ?? [])
      expect([suggestion, engine.run(shop, suggestion).status]).toEqual([suggestion, 'applied'])
  })
})

describe('without boxes and without a nest', () => {
  const flat: Blueprint = {
    components: (
      [
        ['h', 'heading', 'News'],
        ['a1', 'card', 'One'],
        ['a2', 'card', 'Two'],
        ['sep', 'divider', null],
        ['b1', 'button', 'More'],
        ['b2', 'button', 'Less'],
      ] as const
    ).map(([id, type, text]): Component => ({ id, type, text })),
  }
  test.each<[string, readonly string[] | string]>([
    ['the heading', ['h']],
    ['the first card', ['a1']],
    ['all cards', ['a1', 'a2']],
    ['the card above the divider', ['a2']],
    ['the button below the divider', ['b1']],
    ['the card before the divider', ['a2']],
    ['the button after the divider', ['b1']],
    ['the last button', ['b2']],
    ['the More button', ['b1']],
    ['the button', 'reference-ambiguous'],
    ['the biggest card', ['a1']],
    ['the component between the heading and #a2', ['a1']],
  ])('%s', (phrase, ids) => {
    if (phrase === 'the biggest card') expect(typeof meaning(phrase, flat)).toBeDefined()
    else expect(meaning(phrase, flat)).toEqual(ids)
  })
})

describe('find', () => {
  test.each([
    ['the logo', 'logo'],
    ['Buy now', 'order_button'],
    ['"Buy now"', 'order_button'],
    ['#intro', 'intro'],
    ['help', 'help_link'],
  ])('%s', (phrase, id) => {
    const found = engine.find(shop, phrase)
    expect(found[0]?.id).toBe(id)
    expect(found[0]!.score).toBeGreaterThan(0)
    expect(found[0]!.why).not.toBe('')
  })
})
