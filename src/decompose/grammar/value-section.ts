import type { Amount } from '../read/read-amount.ts'
import { readAmount } from '../read/read-amount.ts'
import { Cursor } from '../cursor.ts'
import { lex } from '../lexeme.ts'
import { phrasesWhere } from '../lexicon/lexicon.ts'
import { keywordsOf } from '../read/read-keyword.ts'
import { tokenize } from '../tokenize.ts'
import { UNITS } from '../units.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'
import type { ValueName } from './value-words.ts'

type ValueText = Pick<GrammarEntry, 'about'> & {
  readonly words?: readonly string[]
  readonly say: readonly string[]
}

/** What can stand where commands and properties take a value. */
export function valueSection(): GrammarSection {
  return {
    name: 'values',
    about: 'what things can be made or set to',
    entries: Object.entries(valueTexts()).map(([name, { about, words, say }]) => ({
      name,
      about,
      words: words ?? [],
      takes: [],
      examples: say.map((text) => ({ on: 'shop', say: text })),
    })),
  }
}

function valueTexts(): Record<ValueName, ValueText> {
  return {
    color: {
      about:
        'A name, with light or dark before it or not; a hex code; a CSS function; a color of the theme. Without "text", "background" or "border" it is the letters of texts, the background of anything else.',
      words: phrasesWhere((senses) => senses.color !== undefined),
      say: [
        'make the footer teal',
        'make the footer dark olive green',
        'make the footer #0ea5e9',
        'make the footer rgb(20, 83, 45)',
        'make the footer the accent color',
      ],
    },
    'relative change': {
      about: 'More or less of something; see the section "changes".',
      say: ['make the hero title bigger', 'make the footer lighter'],
    },
    amount: {
      about: `A number, in digits or words, or a share: pixels unless a unit is said, ${unitTexts()}; by how much, or to what.`,
      words: [
        ...Object.keys(UNITS),
        ...phrasesWhere(({ fraction }) => fraction !== undefined),
        ...phrasesWhere(({ number }) => number !== undefined),
      ],
      say: [
        'set the padding of the hero to 1.5rem',
        'make the hero twenty pixels taller',
        'make the hero 20% taller',
        'make the hero image half as wide',
        'make the logo 12pt',
      ],
    },
    style: {
      about: 'A look that has a word of its own.',
      words: phrasesWhere((senses) => senses.style !== undefined || senses.pill === true),
      say: ['make the logo underlined', 'make the hero title not bold', 'make the cards pill-shaped'],
    },
    side: {
      about: 'Where in its parent something stands, or where in it its text.',
      words: phrasesWhere(({ side, style }) => side !== undefined || style?.property === 'align'),
      say: ['center the logo', 'align the text of the footer to the right'],
    },
    gradient: {
      about: 'From a color to a color, with more between and an angle if wanted.',
      say: [
        'give the hero a gradient from coral to gold',
        'give the hero a gradient from coral via white to gold at 90 degrees',
      ],
    },
    border: {
      about: 'Its width, style and color, in any order, or none.',
      words: keywordsOf('borderStyle'),
      say: ['give the cart button a 2px dashed red border', 'no border on the header'],
    },
    shadow: {
      about: 'Its size, or a bigger or smaller one, or none.',
      words: keywordsOf('shadow'),
      say: ['give the hero a large shadow', 'bigger shadow for the cards', 'no shadow on the first card'],
    },
    font: {
      about: 'The name of a font, with a capital letter or in quotes.',
      say: ['use Georgia for the logo', 'set the font of the logo to "Playfair Display"'],
    },
    text: {
      about:
        'In quotes, letter for letter; without them up to the end of the clause. An address needs no quotes.',
      say: [
        'change the hero title to "Hello"',
        'set the placeholder of the search field to "What are you looking for?"',
        'change the link of the help link to https://example.com/help',
      ],
    },
    likeness: {
      about: 'What something else has now.',
      say: [
        'make the subscribe button as wide as the email input',
        'make the footer the same color as the hero',
      ],
    },
    place: {
      about: 'Beside or in something, among its siblings, or on the screen.',
      words: phrasesWhere(({ relation, direction }) => relation !== undefined || direction !== undefined),
      say: [
        'move the search field below the hero',
        'move the promo text into the hero',
        'move the hero to the end',
        'move the hero up',
      ],
    },
    distance: {
      about: 'How far, and where to.',
      words: phrasesWhere(({ direction }) => direction !== undefined),
      say: ['move the logo 20px to the right', 'move the logo 20px down'],
    },
    'new component': {
      about: 'What it is, after "a", with a text and a look if wanted; how many.',
      say: [
        'add a red button "Buy now" below the hero title',
        'add two badges to the first card',
        'wrap the logo in a container',
      ],
    },
  }
}

/** What one of each unit is in pixels, as the reader of amounts has it. */
function unitTexts(): string {
  return Object.entries(UNITS)
    .filter(([word, unit]) => word === unit)
    .flatMap(([unit]): string[] => {
      const amount = amountOf(`1${unit}`)
      return amount?.unit === 'px' && unit !== 'px' ? [`1${unit} = ${pixels(amount.value)} px`] : []
    })
    .join(', ')
}

function amountOf(text: string): Amount | null {
  return readAmount(new Cursor(text, lex(tokenize(text)), 0, false))
}

function pixels(value: number): string {
  return String(Math.round(value * 100) / 100)
}
