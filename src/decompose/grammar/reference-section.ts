import { phrasesWhere } from '../lexicon/lexicon.ts'
import type { Senses } from '../lexicon/senses.ts'
import type { GrammarEntry, GrammarSection } from './grammar-section.ts'

type PronounName = NonNullable<Senses['pronoun']>

interface Reference {
  readonly about: string
  readonly say: string
  /** What the last part of it is about. */
  readonly means: readonly string[]
}

const PRONOUNS: Readonly<Record<PronounName, Reference>> = {
  it: {
    about: 'What was spoken of last.',
    say: 'make the logo italic and move it to the right',
    means: ['logo'],
  },
  this: {
    about: 'As "it".',
    say: 'the hero title is too big, make this smaller',
    means: ['hero_title'],
  },
  them: {
    about: 'All that was spoken of last.',
    say: 'make the badges red and make them bigger',
    means: ['product_badge_1', 'product_badge_3'],
  },
  one: {
    about: 'Another of the same kind.',
    say: 'make the first card blue and the last one green',
    means: ['product_card_4'],
  },
  ones: {
    about: 'Others of the same kind.',
    say: 'make the first card blue and the other ones green',
    means: ['product_card_2', 'product_card_3', 'product_card_4'],
  },
  copy: {
    about: 'What a copy was made of, and then the copy.',
    say: 'duplicate the first card, then make the copy red',
    means: ['made by step 1'],
  },
}

const QUANTITIES: Readonly<Record<'others' | 'other', Reference>> = {
  others: {
    about: 'All of the kind that were not spoken of.',
    say: 'make the first card blue and the others green',
    means: ['product_card_2', 'product_card_3', 'product_card_4'],
  },
  other: {
    about: 'The one of two that was not spoken of.',
    say: 'make the first badge red and the other badge blue',
    means: ['product_badge_3'],
  },
}

const GRAMMAR: Readonly<Partial<Record<NonNullable<Senses['grammar']>, Reference>>> = {
  its: {
    about: 'Of what was spoken of last.',
    say: 'make the hero bigger and its background gold',
    means: ['hero'],
  },
  same: {
    about: 'The same as before, on something else.',
    say: 'make the header blue, same for the footer',
    means: ['footer'],
  },
  too: {
    about: 'The same as before, on something else.',
    say: 'make the header blue and the footer too',
    means: ['footer'],
  },
}

/** What may be left out because it was said. */
const ELISIONS: Readonly<Record<string, Reference>> = {
  'no verb': {
    about: 'A verb holds until another comes.',
    say: 'make the header blue and the footer red',
    means: ['footer'],
  },
  'no noun': {
    about: 'More looks, of what was spoken of last.',
    say: 'make the hero title bigger, italic and red',
    means: ['hero_title'],
  },
  'no property': {
    about: 'A property holds until another comes.',
    say: 'set the width of the logo to 80px and the hero title to 200px',
    means: ['hero_title'],
  },
  topic: {
    about: 'What the next parts are about may be said first.',
    say: 'in the footer, make the text bigger',
    means: ['footer_text'],
  },
}

/** What one part of a command may take from the parts before it. */
export function referenceSection(): GrammarSection {
  return {
    name: 'references',
    about: 'what carries over from part to part',
    entries: [
      ...entries(PRONOUNS, (name) => phrasesWhere(({ pronoun }) => pronoun === name)),
      ...entries(QUANTITIES, (name) => phrasesWhere(({ quantity }) => quantity === name)),
      ...entries(GRAMMAR, (name) => phrasesWhere(({ grammar }) => grammar === name)),
      ...entries(ELISIONS, () => []),
    ],
  }
}

function entries(
  texts: Readonly<Record<string, Reference>>,
  wordsOf: (name: string) => readonly string[],
): GrammarEntry[] {
  return Object.entries(texts).map(([name, { about, say, means }]) => ({
    name,
    about,
    words: wordsOf(name),
    takes: [],
    examples: [{ on: 'shop', say, means }],
  }))
}
