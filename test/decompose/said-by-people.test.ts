import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import type { Blueprint } from '../../src/index.ts'
import { allOf } from '../support/documents.ts'

const engine = createEngine()

function product(n: number, name: string, price: string): NonNullable<Blueprint['components']>[number] {
  const y = 300 + n * 120
  return {
    id: `item_${n}`,
    type: 'product_card',
    bbox: [16, y, 358, 104],
    visual: { shadow: 'sm', border_width: 1 },
    children: [
      { id: `name_${n}`, type: 'heading', text: name, bbox: [28, y + 8, 200, 24] },
      { id: `price_${n}`, type: 'text', role: 'price', text: price, bbox: [28, y + 40, 80, 20] },
    ],
  }
}

/** A stall whose texts mention what other components are: prices, products, links. */
const stall: Blueprint = {
  screen_id: 'stall',
  tokens: { primary_color: '#2563EB', accent_color: '#F59E0B', base_spacing: 8, border_radius: '8px' },
  components: [
    {
      id: 'top',
      type: 'header',
      bbox: [0, 0, 390, 56],
      children: [
        { id: 'logo', type: 'text', text: 'Stall', bbox: [16, 16, 80, 24], visual: { font_size: 20 } },
        { id: 'men_link', type: 'link', text: 'Men', bbox: [120, 16, 60, 24] },
        { id: 'help_link', type: 'link', text: 'Help', bbox: [200, 16, 60, 24] },
      ],
    },
    {
      id: 'find',
      type: 'search',
      bbox: [16, 72, 200, 44],
      visual: { border_width: 1, placeholder: 'Search' },
    },
    {
      id: 'claim',
      type: 'subtitle',
      text: 'Honest weights, fair prices, fresh reviews every day',
      bbox: [16, 132, 358, 24],
    },
    { id: 'picks', type: 'heading', text: 'Our products', bbox: [16, 180, 358, 32] },
    product(1, 'Plums', '$3'),
    product(2, 'Pears', '$4'),
    product(3, 'Chard', '$2'),
    { id: 'review_1', type: 'quote', text: 'Best plums in town', bbox: [16, 800, 358, 40] },
    { id: 'review_2', type: 'quote', text: 'Always crisp', bbox: [16, 856, 358, 40] },
    { id: 'sign_up', type: 'button', text: 'Subscribe', bbox: [16, 920, 140, 48] },
    {
      id: 'small_print',
      type: 'footer',
      bbox: [0, 1000, 390, 80],
      children: [
        { id: 'tax_note', type: 'text', text: 'Prices include tax', bbox: [16, 1020, 358, 20] },
        { id: 'about_link', type: 'link', text: 'About', bbox: [16, 1050, 60, 20] },
      ],
    },
  ],
}

/** The components that a command changes, in document order, or the code of its refusal. */
function changedBy(command: string): readonly string[] | string {
  const { status, changed, issues } = engine.run(stall, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return changed.map(({ id }) => id).sort()
}

const PRICES = ['price_1', 'price_2', 'price_3']
const NAMES = ['name_1', 'name_2', 'name_3']

describe('a noun that names things of the document takes none that only mention them', () => {
  test.each<[string, readonly string[] | string]>([
    ['make the prices red', PRICES],
    ['make all prices red', PRICES],
    ['make every price red', PRICES],
    ['turn the prices into red', PRICES],
    ['make prices bold', PRICES],
    ['make the reviews italic', ['review_1', 'review_2']],
    ['make all the reviews italic', ['review_1', 'review_2']],
    ['hide the prices', PRICES],
    ['make the price red', 'reference-ambiguous'],
  ])('%s', (command, ids) => expect(changedBy(command)).toEqual(ids))

  test.each<[string, readonly string[]]>([
    ['make the tax note red', ['tax_note']],
    ['make "Prices include tax" red', ['tax_note']],
    ['make the text that says "Prices include tax" red', ['tax_note']],
    ['make the fair prices subtitle red', ['claim']],
    ['make the weights red', ['claim']],
  ])('where nothing else is called so, or it is said, the mention counts: %s', (command, ids) =>
    expect(changedBy(command)).toEqual(ids),
  )
})

describe('the names of things are what the things are titled', () => {
  test.each<[string, readonly string[] | string]>([
    ['make product names italic', NAMES],
    ['make the product names italic', NAMES],
    ['make the names of the products italic', NAMES],
    ["make every product's name italic", NAMES],
    ['make the name of the second product italic', ['name_2']],
    ['make the product name italic', 'reference-ambiguous'],
    ['make the product prices italic', PRICES],
    ['make the product heading italic', ['picks']],
  ])('%s', (command, ids) => expect(changedBy(command)).toEqual(ids))
})

describe('an everyday word is no slip of another', () => {
  test.each([
    'strike through the old price',
    'strike through the old prices',
    'delete the cart',
    'hide the user image',
    'make the sale price red',
    'make the real title red',
    'hide the offers',
    'delete the late fees',
  ])('%s', (command) => expect(changedBy(command)).toBe('reference-unknown'))

  test.each<[string, readonly string[]]>([
    ['make the od prices red', ['price_1', 'price_3']],
    ['hide the secnd card', ['item_2']],
    ['hide the serch', ['find']],
  ])('but what is no word is: %s', (command, ids) => expect(changedBy(command)).toEqual(ids))
})

/** A visual property, the text, or the box, of a component after a command. */
function after(command: string, id: string, property: string): unknown {
  const { blueprint, status } = engine.run(stall, command)
  expect([command, status]).toEqual([command, 'applied'])
  const component = allOf(blueprint).find((one) => one.id === id)
  if (property === 'x') return component?.bbox?.[0]
  if (property === 'y') return component?.bbox?.[1]
  return property === 'text' ? component?.text : component?.visual?.[property]
}

describe('the text "X" is what says just that', () => {
  test.each<[string, string, string]>([
    ['replace the text "Subscribe" with "Join us"', 'sign_up', 'Join us'],
    ['change the text "Subscribe" to "Join us"', 'sign_up', 'Join us'],
    ['change the label "Help" to "Support"', 'help_link', 'Support'],
    ['replace "Men" with "Guys"', 'men_link', 'Guys'],
    ['swap "Men" for "Guys"', 'men_link', 'Guys'],
    ['exchange "Men" with "Guys"', 'men_link', 'Guys'],
    ['swap "Stall" for "Market"', 'logo', 'Market'],
  ])('%s', (command, id, text) => expect(after(command, id, 'text')).toBe(text))

  test('two that are there change places', () => {
    const { status, steps } = engine.plan(stall, 'swap "Men" with "Help"')
    expect([status, steps[0]?.intent]).toEqual(['applied', 'swap'])
  })

  test.each([
    ['replace the text "Nobody says this" with "x"', 'not-applicable'],
    ['replace the image "Subscribe" with "Join us"', 'reference-unknown'],
    ['swap "Nobody" for "Nothing"', 'reference-unknown'],
  ])('%s', (command, code) => expect(changedBy(command)).toBe(code))
})

describe('where something shall stand', () => {
  test.each<[string, string, number, number]>([
    ['I want the subscribe button on the right side pls', 'sign_up', 250, 920],
    ['the subscribe button should be on the right', 'sign_up', 250, 920],
    ['I need the subscribe button in the center', 'sign_up', 125, 920],
    ['move the logo to the top right corner', 'logo', 310, 0],
    ['put the logo in the bottom left', 'logo', 0, 32],
    ['put the logo in the lower right corner of the header', 'logo', 310, 32],
    ['place the logo at the top left', 'logo', 0, 0],
  ])('%s', (command, id, x, y) => expect([after(command, id, 'x'), after(command, id, 'y')]).toEqual([x, y]))

  test.each<[string, readonly string[] | string]>([
    ['I want the link on the right red', ['help_link']],
    ['the subscribe button on the right', 'not-understood'],
    ['put the logo in the corner', 'reference-unknown'],
    ['put the logo in the top right corner of the footer', 'reference-unknown'],
    ['move the logo to the left top bottom', 'not-understood'],
  ])('%s', (command, ids) => expect(changedBy(command)).toEqual(ids))
})

describe('what is taken off', () => {
  test.each<[string, string, string, unknown]>([
    ['take the border off the search field', 'find', 'border_width', 0],
    ['take the shadow away from the first card', 'item_1', 'shadow', 'none'],
    ['take off the border of the search field', 'find', 'border_width', 0],
  ])('%s', (command, id, property, value) => expect(after(command, id, property)).toBe(value))

  test.each<[string, readonly string[] | string]>([
    ['take the subscribe button away', ['sign_up']],
    ['take the price off the second card', ['price_2']],
    ['take the about link off the page', ['about_link']],
    ['take the video off the first card', 'reference-unknown'],
    ['take the offer card away', 'reference-unknown'],
    ['take the subscribe button', 'not-understood'],
  ])('%s', (command, ids) => {
    const { status, changed, issues } = engine.run(stall, command)
    const removed = changed.filter(({ properties }) => properties.includes('removed')).map(({ id }) => id)
    expect(
      status === 'applied' ? removed : issues.find(({ severity }) => severity === 'error')!.code,
    ).toEqual(ids)
  })
})

describe('shadows, corners and what is said of their size', () => {
  test.each<[string, string, string, unknown]>([
    ['make the shadow of the cards softer', 'item_1', 'shadow', 'none'],
    ['a lighter shadow on the cards', 'item_1', 'shadow', 'none'],
    ['a darker shadow on the cards', 'item_1', 'shadow', 'md'],
    ['darken the shadow of the cards', 'item_1', 'shadow', 'md'],
    ['the shadow of the cards is too dark', 'item_1', 'shadow', 'none'],
    ['add a shadow that is bigger to the cards', 'item_1', 'shadow', 'md'],
    ['give the cards rounded corners of 12px', 'item_2', 'border_radius', 12],
    ['give the cards rounded corners of 12px and a soft shadow', 'item_2', 'border_radius', 12],
    ['make the cards rounded by 6px', 'item_2', 'border_radius', 6],
    ['give the cards a border radius of 10', 'item_2', 'border_radius', 10],
    ['give the logo a font size of 18', 'logo', 'font_size', 18],
    ['give the cards rounded corners', 'item_2', 'border_radius', 8],
  ])('%s', (command, id, property, value) => expect(after(command, id, property)).toBe(value))
})

describe('the same part of another thing', () => {
  test.each<[string, readonly (string | undefined)[]]>([
    [
      'make the heading of the first card red, of the second card blue and of the third one green',
      ['#FF0000', '#0000FF', '#008000'],
    ],
    ["the first card's heading red, the second's blue", ['#FF0000', '#0000FF', undefined]],
    [
      "make the first card's heading red, the second one's blue and the last's green",
      ['#FF0000', '#0000FF', '#008000'],
    ],
    ['color of the first card heading red', ['#FF0000', undefined, undefined]],
  ])('%s', (command, colors) => expect(NAMES.map((id) => after(command, id, 'text_color'))).toEqual(colors))

  test.each([
    'make the logo red, of the second card blue',
    "make the first card red, the second's blue",
    'of the second card blue',
  ])('with no part before there is none: %s', (command) =>
    expect(['not-understood', 'reference-unknown']).toContain(changedBy(command)),
  )
})

describe('sizes by those of another', () => {
  test.each<[string, number]>([
    ['set the width of the search field to 50% of the header', 195],
    ["set the width of the search field to 50% of the header's width", 195],
    ['set the width of the search field to 50% of the width of the header', 195],
    ["make the search field half the header's width", 195],
    ['make the search field half as wide as the header', 195],
    ['make the search field as wide as the subscribe button', 140],
    ["make the search field twice the subscribe button's width", 280],
    ['set the width of the search field to 50% of the screen', 195],
    ['set the width of the search field to 50%', 195],
  ])('%s', (command, width) => {
    const { blueprint, status } = engine.run(stall, command)
    expect([command, status]).toEqual([command, 'applied'])
    expect(allOf(blueprint).find(({ id }) => id === 'find')?.bbox?.[2]).toBe(width)
  })

  test.each([
    "make the search field half the header's color",
    'set the width of the search field to 50% of the moon',
    "make the search field half the header's",
    'set the opacity of the search field to 50% of the header',
  ])('%s', (command) => expect(typeof changedBy(command)).toBe('string'))
})

describe('so many more', () => {
  test.each<[string, number]>([
    ['add 3 more buttons', 3],
    ['add two new buttons', 2],
    ['add one more button', 1],
    ['add 2 buttons', 2],
  ])('%s', (command, count) => {
    const { changed } = engine.run(stall, command)
    expect(changed.filter(({ properties }) => properties.includes('created'))).toHaveLength(count)
  })

  test.each(['add 0 more buttons', 'add 1.5 more buttons', 'add 8px more padding', 'add 3 more'])(
    '%s',
    (command) => {
      const { changed } = engine.run(stall, command)
      expect(changed.filter(({ properties }) => properties.includes('created'))).toHaveLength(0)
    },
  )
})

/** Steps and songs: things that are called by a number or a name, with a title in them. */
const kitchen: Blueprint = {
  screen_id: 'kitchen',
  tokens: { primary_color: '#2563EB', accent_color: '#F59E0B', base_spacing: 8, border_radius: '8px' },
  components: [
    { id: 'dish_photo', type: 'image', bbox: [0, 0, 390, 180] },
    {
      id: 'notice',
      type: 'description',
      text: 'Fields marked * are needed, rooms are warm',
      bbox: [16, 190, 358, 20],
    },
    {
      id: 'method_section',
      type: 'section',
      bbox: [0, 220, 390, 300],
      children: [
        { id: 'method_heading', type: 'heading', text: 'Method', bbox: [16, 228, 358, 28] },
        ...[1, 2, 3].map((n) => ({
          id: `step_card_${n}`,
          type: 'card',
          bbox: [16, 200 + n * 76, 358, 64] as const,
          children: [
            {
              id: `step_${n}_label`,
              type: 'label',
              text: `Step ${n}`,
              bbox: [24, 204 + n * 76, 100, 20] as const,
            },
            {
              id: `step_${n}_text`,
              type: 'text',
              text: `Stir ${n} times`,
              bbox: [24, 228 + n * 76, 300, 20] as const,
            },
          ],
        })),
      ],
    },
    { id: 'first_name_label', type: 'label', text: 'First name *', bbox: [16, 540, 160, 20] },
    { id: 'last_name_label', type: 'label', text: 'Last name *', bbox: [200, 540, 160, 20] },
    { id: 'first_name_input', type: 'input', bbox: [16, 564, 160, 44] },
    { id: 'last_name_input', type: 'input', bbox: [200, 564, 160, 44] },
    { id: 'rooms_heading', type: 'heading', text: 'Our rooms', bbox: [16, 620, 358, 28] },
    { id: 'room_small', type: 'card', text: 'Small', bbox: [16, 656, 358, 60] },
    { id: 'room_large', type: 'card', text: 'Large', bbox: [16, 724, 358, 60] },
    { id: 'new_badge', type: 'badge', text: 'New', bbox: [16, 800, 60, 24], visual: { bg_color: '#DDDDDD' } },
  ],
}

/** What the steps of a command are, and on what, or the code of its refusal. */
function stepsOf(command: string): readonly string[] | string {
  const { status, steps, issues } = engine.plan(kitchen, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return [...new Set(steps.flatMap(({ targets }) => targets.map(({ id }) => id)))]
}

/** The components of the kitchen that get other looks, or the code of the refusal. */
function styledBy(command: string): readonly string[] | string {
  const { status, changed, issues } = engine.run(kitchen, command)
  if (status !== 'applied') return issues.find(({ severity }) => severity === 'error')!.code
  return changed.map(({ id }) => id)
}

describe('what is moved by its name is the whole; what is hidden or deleted is asked', () => {
  test.each(['delete step 3', 'hide step 2', 'hide the method'])('%s', (command) =>
    expect(stepsOf(command)).toBe('reference-ambiguous'),
  )

  test.each<[string, readonly string[] | string]>([
    ['move step 3 before step 1', ['step_card_3']],
    ['swap step 1 and step 2', ['step_card_1', 'step_card_2']],
    ['duplicate step 1', ['step_card_1']],
    ['move the method to the top', ['method_section']],
  ])('%s', (command, ids) => expect(stepsOf(command)).toEqual(ids))

  test.each<[string, readonly string[] | string]>([
    ['make step 3 bold', ['step_3_label']],
    ['delete the step 3 label', ['step_3_label']],
    ['hide "Step 2"', ['step_2_label']],
    ['delete the method heading', ['method_heading']],
    ['hide #step_1_label', ['step_1_label']],
    ['delete the step 3 text', ['step_3_text']],
  ])('but not where a noun, a quoted text or an id says which part: %s', (command, ids) =>
    expect(stepsOf(command)).toEqual(ids),
  )
})

describe('names in the plural, and names that look counted', () => {
  test.each<[string, readonly string[] | string]>([
    ['make the rooms red', ['room_small', 'room_large']],
    ['make the rooms heading red', ['rooms_heading']],
    ['make the steps red', ['step_card_1', 'step_card_2', 'step_card_3']],
    ['make the dates smaller', 'reference-unknown'],
    ['make the fields red', ['first_name_input', 'last_name_input']],
    ['make the required fields red', 'reference-unknown'],
    ['make the needed fields red', 'reference-unknown'],
    ['shrink the logo', 'reference-unknown'],
    ['hide the logo', 'reference-unknown'],
    ['make the first name and the last name red', ['first_name_label', 'last_name_label']],
    ['make the first name bold', ['first_name_label']],
    ['make the last name field red', ['last_name_input']],
    ['set the placeholder of first name to "Jane"', ['first_name_input']],
    ['change the placeholder in last name to "Doe"', ['last_name_input']],
    ['make the photo caption italic', 'reference-unknown'],
    ['make the photo label red', 'reference-unknown'],
  ])('%s', (command, ids) => expect(styledBy(command)).toEqual(ids))
})

describe('space between things', () => {
  /** What stands below the first of them, each with what it holds. */
  const MOVED = ['step_card_2', 'step_2_label', 'step_2_text', 'step_card_3', 'step_3_label', 'step_3_text']
  test.each<[string, readonly string[] | string]>([
    ['more space between the step cards', MOVED],
    ['set the gap between the step cards to 20px', MOVED],
    ['increase the distance between the step cards', MOVED],
    ['more space between the rooms', ['room_large', 'new_badge']],
    ['set the gap of the step cards to 20px', ['step_card_1', 'step_card_2', 'step_card_3']],
    ['more padding in the step cards', ['step_card_1', 'step_card_2', 'step_card_3']],
  ])('%s', (command, ids) => expect(styledBy(command)).toEqual(ids))
})

describe('short ways of saying', () => {
  test.each<[string, readonly string[] | string]>([
    ['the notice has to go', ['notice']],
    ['the notice can go', ['notice']],
    ['the notice must go away', ['notice']],
    ['the notice should go', 'not-understood'],
    ['notice: hide', ['notice']],
    ['give the step cards some padding', ['step_card_1', 'step_card_2', 'step_card_3']],
    ['call the notice "Beware"', ['notice']],
    ['make the rooms heading "Beds"', ['rooms_heading']],
    ['make the badge "New"', 'not-understood'],
    ['turn the photo into a circle', ['dish_photo']],
  ])('%s', (command, ids) => expect(stepsOf(command)).toEqual(ids))

  test('a color beside that of the text is not the text’s', () => {
    const { blueprint } = engine.run(kitchen, 'make the New label yellow with black text')
    expect(allOf(blueprint).find(({ id }) => id === 'new_badge')?.visual).toMatchObject({
      bg_color: '#FFFF00',
      text_color: '#000000',
    })
  })
})
