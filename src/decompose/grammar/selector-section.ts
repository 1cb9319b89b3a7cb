import { phrasesWhere } from '../lexicon/lexicon.ts'
import type { RelationName, Senses } from '../lexicon/senses.ts'
import type { GrammarEntry, GrammarExample, GrammarSection } from './grammar-section.ts'

/** How components are named. */
export function selectorSection(): GrammarSection {
  return {
    name: 'selectors',
    about: 'how components are named',
    entries: [...byWhatTheyAre(), ...byNumber(), ...byLook(), ...relations(), ...combinations()],
  }
}

function byWhatTheyAre(): GrammarEntry[] {
  return [
    entry('id', 'By its id, after #.', [], [shop('#hero_title', 'hero_title')]),
    entry(
      'type',
      'By what it is; the plural means all of them. Types that are no words here go by their own name.',
      phrasesWhere(({ types, quantity }) => types !== undefined && quantity === undefined),
      [
        shop('the header', 'header'),
        shop('product cards', 'product_card_1', 'product_card_2', 'product_card_3', 'product_card_4'),
        dashboard('the table', 'orders_table'),
      ],
    ),
    entry(
      'role',
      'By the part it plays; among several that fit, the one call to action is meant.',
      phrasesWhere(({ role }) => role !== undefined),
      [shop('the call to action', 'shop_now_button'), settings('the button', 'save_button')],
    ),
    entry(
      'name',
      'By words of its id or its text.',
      [],
      [shop('the subscribe button', 'subscribe_button'), dashboard('the export button', 'export_button')],
    ),
    entry(
      'text',
      'By what it says, letter for letter.',
      phrasesWhere(({ grammar }) => grammar === 'says'),
      [shop('the button that says "Subscribe"', 'subscribe_button'), shop('"Shop now"', 'shop_now_button')],
    ),
    entry(
      'anything',
      'Whatever it is.',
      phrasesWhere(({ generic }) => generic === true),
      [
        shop(
          'everything in the hero',
          'hero_image',
          'hero_title',
          'hero_subtitle',
          'shop_now_button',
          'lookbook_link',
        ),
      ],
    ),
  ]
}

function byNumber(): GrammarEntry[] {
  return [
    entry(
      'ordinal',
      'By its place among those that fit, in reading order.',
      phrasesWhere(({ ordinal }) => ordinal !== undefined),
      [
        shop('the second card', 'product_card_2'),
        shop('the first and third cards', 'product_card_1', 'product_card_3'),
        shop('cards 2 to 4', 'product_card_2', 'product_card_3', 'product_card_4'),
        shop('the last link in the footer', 'returns_link'),
      ],
    ),
    entry(
      'the first or last few',
      'As many as said, from the beginning or the end.',
      [],
      [
        shop('the first three cards', 'product_card_1', 'product_card_2', 'product_card_3'),
        shop('the last two links in the footer', 'shipping_link', 'returns_link'),
      ],
    ),
    entry(
      'odd and even',
      'Every second one, counted from 1.',
      phrasesWhere(({ parity }) => parity !== undefined),
      [
        shop('the odd cards', 'product_card_1', 'product_card_3'),
        shop('every second card', 'product_card_2', 'product_card_4'),
      ],
    ),
    entry('all', 'All that fit.', quantities('all'), [
      dashboard('all buttons', 'export_button', 'new_order_button'),
    ]),
    entry('each', 'All that fit, one by one.', quantities('each'), [
      shop('every badge', 'product_badge_1', 'product_badge_3'),
      shop('the button in each card', 'add_to_cart_1', 'add_to_cart_2', 'add_to_cart_3', 'add_to_cart_4'),
    ]),
    entry('both', 'The two that fit.', quantities('both'), [
      shop('both badges', 'product_badge_1', 'product_badge_3'),
    ]),
    entry(
      'superlative',
      'The one that has most or least of it; big and small go by the area.',
      phrasesWhere(({ superlative }) => superlative !== undefined),
      [
        shop('the biggest image', 'hero_image'),
        dashboard('the widest card', 'revenue_panel'),
        shop('the tallest image', 'hero_image'),
        dashboard('the topmost button', 'export_button'),
        dashboard('the leftmost button', 'export_button'),
        shop('the small button', 'cart_button'),
      ],
    ),
  ]
}

function byLook(): GrammarEntry[] {
  return [
    entry(
      'color',
      'By its color, or a shade near it.',
      [],
      [
        dashboard('the blue button', 'export_button'),
        shop('yellow buttons', 'add_to_cart_4', 'subscribe_button'),
      ],
    ),
    entry(
      'light and dark',
      'By how light it is.',
      phrasesWhere(({ shade }) => shade !== undefined),
      [
        shop('the dark card', 'product_card_4'),
        shop('light buttons', 'cart_button', 'add_to_cart_4', 'subscribe_button'),
      ],
    ),
    entry(
      'style',
      'By a look that has a word of its own: bold, rounded, underlined.',
      [],
      [shop('the bold headings', 'hero_title', 'products_heading', 'newsletter_heading')],
    ),
    entry(
      'state',
      'By whether it is shown, filled in or can be used.',
      phrasesWhere(({ state }) => state !== undefined),
      [
        settings('empty fields', 'name_input', 'email_input'),
        shop('visible badges', 'product_badge_1', 'product_badge_3'),
      ],
    ),
    entry(
      'with',
      'By what it has or holds.',
      phrasesWhere(({ grammar }) => grammar === 'with'),
      [shop('cards with a badge', 'product_card_1', 'product_card_3')],
    ),
    entry(
      'without',
      'By what it has not.',
      phrasesWhere(({ grammar }) => grammar === 'without'),
      [shop('cards without a badge', 'product_card_2', 'product_card_4')],
    ),
  ]
}

const RELATIONS: Readonly<Record<RelationName, { about: string; examples: readonly GrammarExample[] }>> = {
  inside: {
    about: 'In something, however deep.',
    examples: [shop('links in the footer', 'help_link', 'shipping_link', 'returns_link')],
  },
  of: {
    about: 'Belonging to something: in it. An apostrophe says the same.',
    examples: [
      shop('the title of the second card', 'product_title_2'),
      shop("the second card's title", 'product_title_2'),
    ],
  },
  on: { about: 'On something: in it.', examples: [dashboard('the button on the top bar', 'export_button')] },
  below: {
    about: 'Below something, the nearest first.',
    examples: [shop('the button below the hero title', 'shop_now_button')],
  },
  above: {
    about: 'Above something, the nearest first.',
    examples: [shop('the text above the email input', 'newsletter_text')],
  },
  before: {
    about: 'Before something, in reading order.',
    examples: [shop('the link before the sale link', 'home_link')],
  },
  after: {
    about: 'After something, in reading order.',
    examples: [shop('the card after the promo text', 'product_card_1')],
  },
  next: { about: 'Beside something.', examples: [shop('the button next to the logo', 'cart_button')] },
  left: {
    about: 'To the left of something.',
    examples: [dashboard('the card left of the refunds card', 'orders_card')],
  },
  right: {
    about: 'To the right of something.',
    examples: [dashboard('the card to the right of the orders card', 'refunds_card')],
  },
  between: {
    about: 'Between two others.',
    examples: [dashboard('the card between the revenue card and the refunds card', 'orders_card')],
  },
}

function relations(): GrammarEntry[] {
  return [
    // The names are those of the table above.
    ...(Object.keys(RELATIONS) as RelationName[]).map((name) =>
      entry(
        name,
        RELATIONS[name].about,
        phrasesWhere(({ relation }) => relation === name),
        RELATIONS[name].examples,
      ),
    ),
    entry(
      'at a side',
      'At a side of what it lies in, or of the screen.',
      phrasesWhere(({ side }) => side !== undefined),
      [shop('the top card', 'product_card_1'), dashboard('the card on the right', 'visitors_card')],
    ),
    entry(
      'in a row or column',
      'In a row or column of those that fit.',
      [],
      [
        dashboard(
          'the cards in the first row',
          'revenue_card',
          'orders_card',
          'refunds_card',
          'visitors_card',
        ),
      ],
    ),
  ]
}

function combinations(): GrammarEntry[] {
  return [
    entry(
      'except',
      'All but these.',
      phrasesWhere(({ grammar }) => grammar === 'except'),
      [
        dashboard(
          'all cards except the first',
          'orders_card',
          'refunds_card',
          'visitors_card',
          'revenue_panel',
          'channels_panel',
        ),
        shop('everything in the footer except the last link', 'help_link', 'shipping_link', 'footer_text'),
      ],
    ),
    entry(
      'list',
      'Several, joined by "and" or commas.',
      [],
      [shop('the logo, the search field and the footer', 'logo', 'search_field', 'footer')],
    ),
  ]
}

function quantities(name: NonNullable<Senses['quantity']>): string[] {
  return phrasesWhere(({ quantity }) => quantity === name)
}

function entry(
  name: string,
  about: string,
  words: readonly string[],
  examples: readonly GrammarExample[],
): GrammarEntry {
  return { name, about, words, takes: [], examples }
}

function shop(say: string, ...means: readonly string[]): GrammarExample {
  return { on: 'shop', say, means }
}

function dashboard(say: string, ...means: readonly string[]): GrammarExample {
  return { on: 'dashboard', say, means }
}

function settings(say: string, ...means: readonly string[]): GrammarExample {
  return { on: 'settings', say, means }
}
