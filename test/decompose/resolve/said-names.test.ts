import { describe, expect, it } from 'vitest'
import type { Blueprint } from '../../../src/document/blueprint.ts'
import { DocumentIndex } from '../../../src/document/document-index.ts'
import { nameWords } from '../../../src/document/name-words.ts'
import { sensesOf } from '../../../src/decompose/lexicon/lexicon.ts'
import type { Filter, Reference, SaidName } from '../../../src/decompose/reference.ts'
import { NO_REFERENCE } from '../../../src/decompose/reference.ts'
import type { ReferenceContext, Resolution } from '../../../src/decompose/resolve/reference-context.ts'
import type { Found } from '../../../src/decompose/resolve/reference-failure.ts'
import { resolveReference, resolveTogether } from '../../../src/decompose/resolve/resolve-reference.ts'
import { parcel, tours } from './screens.ts'

function said(text: string, noun: string | null = null, more: Partial<Reference> = {}): Reference {
  const how: SaidName['how'] = 'whole'
  const key = nameWords(text).join(' ')
  const { types, role, plural } = noun === null ? {} : sensesOf(noun)
  return {
    ...NO_REFERENCE,
    phrase: noun === null ? text : `${text} ${noun}`,
    said: { key, how, text },
    types: types ?? null,
    role: role ?? null,
    noun,
    plural: plural ?? false,
    ...more,
  }
}

function context(screen: Blueprint, more: Partial<ReferenceContext> = {}): ReferenceContext {
  return {
    index: new DocumentIndex(screen),
    last: [],
    earlier: new Set(),
    lastReference: null,
    mentioned: new Set(),
    made: null,
    takesParts: true,
    ...more,
  }
}

/** The ids that were found, with the part; what may be meant, where that is asked; or why nothing is. */
function outcome(found: Found<Resolution>): string {
  if (!found.ok) {
    const { code, candidates, message } = found.error
    return code === 'reference-ambiguous' ? `? ${[...candidates].sort().join(' ')}` : `! ${message}`
  }
  const { targets, part } = found.value
  return [...targets.map(String), ...(part === null ? [] : [`.${part}`])].join(' ')
}

const unit: Partial<ReferenceContext> = { wants: 'unit', stake: 'structure' }
const destroy: Partial<ReferenceContext> = { wants: 'self', stake: 'destroy' }
const control: Partial<ReferenceContext> = { wants: 'control' }

describe('a name that stands on the screen', () => {
  it.each<[string, Reference, Partial<ReferenceContext>, string]>([
    ['letters are the bearer’s', said('Forest'), { wants: 'own text' }, 'tour_2_name'],
    ['places are the card’s', said('Forest'), unit, 'tour_2'],
    ['a heading heads its section', said('Who walks with you'), unit, 'guides'],
    ['the sentence in the hero is no name of it', said('Walk where few people walk'), unit, 'opening_title'],
    [
      'a quoted text is what says it',
      said('Forest', null, { said: { key: 'forest', how: 'quoted', text: 'Forest' } }),
      unit,
      'tour_2_name',
    ],
    ['exact text before an id', said('Tours'), {}, 'go_tours'],
    ['capitals do not count', said('sign IN'), {}, 'sign_in'],
    ['one word of a text', said('socks'), {}, 'guide_2_quote'],
    ['who destroys is asked', said('Forest'), destroy, '? tour_2 tour_2_name'],
    ['who destroys a whole text is not', said('Join'), destroy, 'news_button'],
    ['nothing says it', said('Harbour'), {}, '! nothing in the document says "Harbour"'],
  ])('%s', (_why, reference, more, expected) => {
    expect(outcome(resolveReference(reference, context(tours, more)))).toBe(expected)
  })
})

describe('a head noun beside the name', () => {
  it.each<[string, Reference, Partial<ReferenceContext>, string]>([
    ['the card', said('Forest', 'card'), {}, 'tour_2'],
    ['the card, deleted', said('Forest', 'card'), destroy, 'tour_2'],
    ['the button that says more', said('Forest', 'button'), {}, 'tour_2_book'],
    ['the price in the card', said('Forest', 'price'), {}, 'tour_2_price'],
    ['the picture called so', said('Forest', 'picture'), {}, 'tour_2_photo'],
    ['the title itself', said('Forest', 'title'), destroy, 'tour_2_name'],
    ['the heading of a section named by its id', said('guides', 'heading'), {}, 'guides_heading'],
    ['the section of a heading', said('This season', 'section'), {}, 'tours'],
    ['a card named by who speaks in it', said('Ines Duarte', 'card'), {}, 'guide_1'],
    ['a noun that is no type', said('guides', null, { names: ['heading'] }), {}, 'guides_heading'],
    ['the letters of a badge', said('Nearly full', 'label'), {}, 'tour_1_badge .text'],
    ['the letters of a button', said('See all walks', 'text'), {}, 'opening_button .text'],
    ['a badge with such a label', said('Nearly full', 'badge'), {}, 'tour_1_badge'],
    ['no such thing there', said('Dates', 'icon'), {}, '! no icon is called "Dates"'],
    ['all that are called so', said('Book', 'buttons'), {}, 'tour_1_book tour_2_book tour_3_book'],
    ['the second of them', said('Book', 'button', { ordinals: [2] }), {}, 'tour_2_book'],
    ['one of several', said('Book', 'button'), {}, '? tour_1_book tour_2_book tour_3_book'],
  ])('%s', (_why, reference, more, expected) => {
    expect(outcome(resolveReference(reference, context(tours, more)))).toBe(expected)
  })
})

describe('a label and its field', () => {
  it.each<[string, Reference, Partial<ReferenceContext>, string]>([
    ['letters are the label’s', said('City'), { wants: 'own text' }, 'city_label'],
    ['position and size are the field’s', said('City'), control, 'city_input'],
    ['places too', said('Street'), unit, 'street_input'],
    ['the noun decides', said('City', 'field'), { wants: 'own text' }, 'city_input'],
    ['the noun decides the other way', said('City', 'label'), control, 'city_label'],
    ['deleted: which?', said('City'), destroy, '? city_input city_label'],
    ['a placeholder names its field', said('Where to'), destroy, 'city_input'],
    ['a price that is no component', said('Medium', 'price'), {}, 'size_medium .price'],
  ])('%s', (_why, reference, more, expected) => {
    expect(outcome(resolveReference(reference, context(parcel, more)))).toBe(expected)
  })
})

describe('things said together', () => {
  it.each<[string, Blueprint, readonly Reference[], Partial<ReferenceContext>, string]>([
    ['two cards', tours, [said('Forest'), said('Ridge')], unit, 'tour_2, tour_3'],
    [
      'a link is lifted to its section',
      tours,
      [said('Who walks with you'), said('Tours')],
      unit,
      'guides, tours',
    ],
    ['two links', tours, [said('Sign in'), said('Dates')], unit, 'sign_in, go_dates'],
    [
      'a card and what is called a card',
      tours,
      [said('Coast'), said('Ridge', 'card')],
      unit,
      'tour_1, tour_3',
    ],
    ['two fields', parcel, [said('Street'), said('City')], unit, 'street_input, city_input'],
    ['two labels', parcel, [said('Street'), said('City')], { wants: 'own text' }, 'street_label, city_label'],
    [
      'what holds the other is not meant',
      tours,
      [said('This season'), said('Forest', 'card')],
      unit,
      'tours_heading, tour_2',
    ],
  ])('%s', (_why, screen, references, more, expected) => {
    const found = resolveTogether(references, context(screen, more))
    expect(
      found.ok ? found.value.map((one) => one.targets.map(String).join(' ')).join(', ') : found.error,
    ).toBe(expected)
  })

  it('resolves a list as what was said together', () => {
    const list: Reference = {
      ...NO_REFERENCE,
      phrase: 'Coast and Ridge',
      parts: [said('Coast'), said('Ridge')],
    }
    expect(outcome(resolveReference(list, context(tours, unit)))).toBe('tour_1 tour_3')
  })

  it('shares the noun of the last', () => {
    const list: Reference = {
      ...NO_REFERENCE,
      phrase: 'Coast and Ridge buttons',
      parts: [said('Coast'), said('Ridge', 'buttons')],
    }
    expect(outcome(resolveReference(list, context(tours)))).toBe('tour_1_book tour_3_book')
  })
})

describe('parts without a component of their own', () => {
  const inside = (anchor: Reference): Partial<Reference> => ({
    relations: [{ kind: 'relation', relation: 'inside', anchor }],
  })
  const text: Reference = { ...NO_REFERENCE, ...pick('text'), phrase: 'the text in them' }
  const badge: Reference = { ...NO_REFERENCE, ...pick('badge'), phrase: 'its badge' }
  const fields: Reference = { ...NO_REFERENCE, ...pick('fields'), quantity: 'both', phrase: 'both fields' }
  const them: Reference = { ...NO_REFERENCE, pronoun: 'them', phrase: 'them' }

  it('the text in what was said before', () => {
    const last = ['size_small', 'size_medium']
    expect(outcome(resolveReference({ ...text, ...inside(them) }, context(parcel, { last })))).toBe(
      'size_small size_medium .text',
    )
  })

  it('the label inside its badge', () => {
    expect(
      outcome(resolveReference(said('Insured up to $100', 'label', inside(badge)), context(parcel))),
    ).toBe('tag .text')
  })

  it('the placeholder in both fields', () => {
    const placeholder: Reference = {
      ...NO_REFERENCE,
      noun: 'placeholder',
      phrase: 'placeholder in both fields',
      ...inside(fields),
    }
    expect(outcome(resolveReference(placeholder, context(parcel)))).toBe(
      'street_input city_input .placeholder',
    )
  })

  it('is not found by who takes no parts', () => {
    const found = resolveReference(
      said('Insured up to $100', 'label'),
      context(parcel, { takesParts: false }),
    )
    expect(outcome(found)).toBe('! no label is called "Insured up to $100"')
  })
})

describe('what is said is never dropped', () => {
  const headings = { ...NO_REFERENCE, ...pick('headings'), quantity: 'all', phrase: 'all headings' } as const
  const fields = { ...NO_REFERENCE, ...pick('fields'), phrase: 'the fields' } as const
  const them: Reference = { ...NO_REFERENCE, pronoun: 'them', phrase: 'them' }
  const red: Filter = { kind: 'color', hex: '#FF0000', on: 'any' }

  it.each<[string, Blueprint, Reference, Partial<ReferenceContext>, string]>([
    [
      'an exception',
      tours,
      { ...headings, except: [said('This season')] },
      {},
      'guides_heading news_heading',
    ],
    [
      'an exception that leaves nothing out',
      tours,
      { ...headings, except: [said('Sign in')] },
      {},
      '! none of what is meant is "Sign in", so nothing would be left out',
    ],
    [
      'a look that nothing has',
      tours,
      { ...headings, filters: [red] },
      {},
      '! "all headings" fits nothing: each of #tours_heading, #guides_heading, #news_heading is not #FF0000',
    ],
    ['a count that fits', parcel, { ...fields, count: 2 }, {}, 'street_input city_input'],
    [
      'a count that does not',
      parcel,
      { ...fields, count: 3 },
      {},
      '! "the fields" asks for 3, but there are only 2',
    ],
    [
      'an ordinal that does not',
      parcel,
      { ...fields, plural: false, ordinals: [4] },
      {},
      '! "the fields" asks for number 4, but there are only 2',
    ],
    ['both of three', parcel, { ...pick3(), quantity: 'both' }, {}, '? size_large size_medium size_small'],
    ['both of two', parcel, { ...fields, quantity: 'both' }, {}, 'street_input city_input'],
    [
      'both of what was said before',
      parcel,
      { ...them, quantity: 'both' },
      { last: ['tag'], earlier: new Set(['head', 'stop_link', 'tag']) },
      'stop_link tag',
    ],
    [
      'both of three that were said at once',
      parcel,
      { ...them, quantity: 'both' },
      { last: ['head', 'stop_link', 'tag'], earlier: new Set(['head', 'stop_link', 'tag']) },
      '? head stop_link tag',
    ],
    [
      'three of two that were said',
      parcel,
      { ...them, quantity: 'all', count: 3, phrase: 'all three' },
      { last: ['tag'], earlier: new Set(['head', 'tag']) },
      '! "all three" asks for 3, but only 2 were said before',
    ],
    [
      'three cards that stand together',
      tours,
      { ...NO_REFERENCE, ...pick('cards'), count: 3, phrase: 'three cards' },
      {},
      'tour_1 tour_2 tour_3',
    ],
  ])('%s', (_why, screen, reference, more, expected) => {
    expect(outcome(resolveReference(reference, context(screen, more)))).toBe(expected)
  })

  function pick3(): Reference {
    return { ...NO_REFERENCE, ...pick('cards'), phrase: 'cards' }
  }
})

describe('one of what was spoken of', () => {
  const headings: Reference = {
    ...NO_REFERENCE,
    ...pick('headings'),
    phrase: 'all headings',
    except: [said('This season')],
  }
  const last = ['guides_heading', 'news_heading']

  it('is the one that was left out of several', () => {
    const that: Reference = { ...NO_REFERENCE, pronoun: 'it', phrase: 'that one' }
    expect(outcome(resolveReference(that, context(tours, { last, lastReference: headings })))).toBe(
      'tours_heading',
    )
  })

  it('but not where they are all spoken of', () => {
    const them: Reference = { ...NO_REFERENCE, pronoun: 'them', phrase: 'them' }
    expect(outcome(resolveReference(them, context(tours, { last, lastReference: headings })))).toBe(
      'guides_heading news_heading',
    )
  })
})

describe('who destroys reaches only what is named', () => {
  it.each<[string, Reference, string]>([
    ['its type', { ...NO_REFERENCE, ...pick('footer'), phrase: 'footer' }, 'bottom'],
    ['another kind of thing', { ...NO_REFERENCE, ...pick('sidebar'), phrase: 'sidebar' }, '? main_nav'],
    ['another kind of area', { ...NO_REFERENCE, ...pick('banner'), phrase: 'banner' }, '? opening'],
    ['a plain synonym', { ...NO_REFERENCE, ...pick('field'), phrase: 'field' }, 'news_mail'],
    ['its text', said('See all walks'), 'opening_button'],
    ['a card by its name', said('Coast', 'card'), 'tour_1'],
    [
      'a line that is a text',
      { ...NO_REFERENCE, ...pick('line'), phrase: 'line' },
      '? bottom_phone guide_1_quote guide_2_quote opening_text',
    ],
  ])('%s', (_why, reference, expected) => {
    expect(outcome(resolveReference(reference, context(tours, destroy)))).toBe(expected)
  })
})

function pick(noun: string): Pick<Reference, 'types' | 'role' | 'noun' | 'plural'> {
  const { types, role, plural } = sensesOf(noun)
  return { types: types ?? null, role: role ?? null, noun, plural: plural ?? false }
}
