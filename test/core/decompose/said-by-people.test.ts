import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/core/index.ts'
import type { Blueprint } from '../../../src/core/index.ts'

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
