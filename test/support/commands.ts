import fc from 'fast-check'
import type { Blueprint } from '../../src/index.ts'
import { allOf } from './documents.ts'

/** Choices by which a command is put together; the same choices make another command of another document. */
export interface CommandDraft {
  readonly clauses: readonly ClauseDraft[]
  readonly joins: readonly number[]
  readonly polite: number
  /** Said instead of all that. */
  readonly noise: string | null
}

interface ClauseDraft {
  readonly wish: number
  readonly a: ReferenceDraft
  readonly b: ReferenceDraft
  readonly value: number
}

interface ReferenceDraft {
  readonly kind: number
  readonly pick: number
  readonly other: number
}

/** What a document offers to speak of; something even where it is empty. */
interface Offer {
  readonly ids: readonly string[]
  readonly types: readonly string[]
  readonly texts: readonly string[]
}

function offerOf(document: Blueprint): Offer {
  const all = allOf(document)
  const texts = all.flatMap(({ text }) =>
    typeof text === 'string' && text.trim() !== '' && !text.includes('"') ? [text] : [],
  )
  return {
    ids: all.length > 0 ? all.map(({ id }) => id) : ['nobody'],
    types: all.length > 0 ? [...new Set(all.map(({ type }) => type.replaceAll('_', ' ')))] : ['button'],
    texts: texts.length > 0 ? texts : ['Nothing'],
  }
}

function at<T>(list: readonly T[], pick: number): T {
  return list[pick % list.length]!
}

const ORDINALS = ['first', 'second', 'third', 'last', '2nd', 'second to last'] as const
const COLORS = [
  'red',
  'navy',
  '#0a84ff',
  'rgb(10, 20, 30)',
  'light blue',
  'hsl(120 50% 50%)',
  'tomato',
] as const

type Saying = (offer: Offer, pick: number, other: number) => string

/** Noun phrases. The first three name one component and always fit. */
const REFERENCES: readonly Saying[] = [
  ({ ids }, pick) => `#${at(ids, pick)}`,
  ({ ids }, pick) => `#${at(ids, pick)}`,
  ({ types }, pick, other) => `the ${at(['first', 'last'], other)} ${at(types, pick)}`,
  ({ types }, pick) => `the ${at(types, pick)}`,
  ({ types }, pick) => `all ${at(types, pick)}s`,
  ({ types }, pick, other) => `the ${at(ORDINALS, other)} ${at(types, pick)}`,
  ({ texts }, pick) => `"${at(texts, pick)}"`,
  ({ types, texts }, pick, other) => `the ${at(types, pick)} that says "${at(texts, other)}"`,
  ({ texts, types }, pick, other) => `the ${at(texts, pick)} ${at(types, other)}`,
  ({ types }, pick) => `every ${at(types, pick)} except the first`,
  ({ types }, pick, other) =>
    `the ${at(['biggest', 'smallest', 'widest', 'topmost'], other)} ${at(types, pick)}`,
  ({ types }, pick, other) => `the ${at(['red', 'blue', 'dark', 'hidden', 'big'], other)} ${at(types, pick)}`,
  ({ types, ids }, pick, other) =>
    `the ${at(types, pick)} ${at(['below', 'above', 'inside', 'next to', 'left of'], other)} #${at(ids, pick + other)}`,
  ({ types, ids }, pick, other) => `all ${at(types, pick)}s in #${at(ids, other)}`,
  ({ types }, pick) => `the odd ${at(types, pick)}s`,
  ({ types }, pick) => `the first two ${at(types, pick)}s`,
  ({ types }, pick, other) => `${at(types, pick)}s without ${at(['an image', 'a border', 'a price'], other)}`,
  ({ ids }, pick, other) => `#${at(ids, pick)} and #${at(ids, other)}`,
  ({ types }, pick) => `both ${at(types, pick)}s`,
  () => 'it',
  () => 'everything',
  () => 'the others',
  ({ ids }, pick) => at(ids, pick).replaceAll(/[_-]/g, ' '),
  () => 'the flurbl gizmo',
]

interface Parts {
  readonly a: string
  readonly b: string
  readonly color: string
  readonly px: number
  readonly text: string
  readonly noun: string
}

const WISHES: readonly ((parts: Parts) => string)[] = [
  ({ a }) => `make ${a} bigger`,
  ({ a }) => `make ${a} much smaller`,
  ({ a, color }) => `make ${a} ${color}`,
  ({ a, color }) => `make ${a} bold, italic and ${color}`,
  ({ a, px }) => `make ${a} ${px}px wider`,
  ({ a, px }) => `set the width of ${a} to ${px}px`,
  ({ a, px }) => `set the height of ${a} to ${px * 2}%`,
  ({ a, px }) => `make ${a} ${px}% taller`,
  ({ a, b }) => `make ${a} as wide as ${b}`,
  ({ a, color }) => `change the background of ${a} to ${color}`,
  ({ a, color, b }) => `make ${a} ${color} and ${b} green`,
  ({ a }) => `make ${a} darker`,
  ({ a, text }) => `change the text of ${a} to "${text}"`,
  ({ a, text }) => `rename ${a} to "${text}"`,
  ({ a, px }) => `increase the font size of ${a} by ${px}px`,
  ({ a }) => `give ${a} more padding`,
  ({ a }) => `give ${a} a shadow`,
  ({ a, color }) => `give ${a} a 2px solid ${color} border`,
  ({ a, color }) => `add a gradient from ${color} to black to ${a}`,
  ({ a }) => `remove the border from ${a}`,
  ({ a }) => `make ${a} rounder`,
  ({ a }) => `make ${a} a pill`,
  ({ a, px }) => `set the opacity of ${a} to ${px}%`,
  ({ a }) => `hide ${a}`,
  ({ a }) => `show ${a}`,
  ({ a }) => `delete ${a}`,
  ({ a }) => `duplicate ${a}`,
  ({ a, b }) => `copy ${a} and put it below ${b}`,
  ({ a, b }) => `move ${a} above ${b}`,
  ({ a, b }) => `move ${a} below ${b}`,
  ({ a, b }) => `put ${a} inside ${b}`,
  ({ a }) => `move ${a} to the top`,
  ({ a }) => `move ${a} to the bottom`,
  ({ a }) => `move ${a} up`,
  ({ a, px }) => `move ${a} ${px}px to the right`,
  ({ a }) => `center ${a}`,
  ({ a }) => `align ${a} right`,
  ({ a, b }) => `swap ${a} and ${b}`,
  ({ noun, b, text }) => `add a ${noun} that says "${text}" below ${b}`,
  ({ noun, b }) => `insert a ${noun} inside ${b}`,
  ({ noun, text }) => `add a ${noun} "${text}"`,
  ({ a }) => `wrap ${a} in a container`,
  ({ a, b }) => `group ${a} and ${b}`,
  ({ color }) => `set the primary color to ${color}`,
  ({ px }) => `base spacing ${px}px`,
  () => `more spacing`,
  () => `make the theme's corner radius 12px`,
  ({ a }) => `${a} is too big`,
  ({ a }) => `${a} should be underlined`,
  ({ a, color }) => `${a} ${color}`,
  ({ a }) => `the same for ${a}`,
  ({ a }) => `make ${a} pop`,
  ({ a, text }) => `set the placeholder of ${a} to "${text}"`,
  ({ a }) => `left align the text of ${a}`,
]

const NOUNS = ['button', 'heading', 'image', 'divider', 'text', 'card', 'list item'] as const
const SAID = ['Hello', 'Überraschung', '"', 'and then delete everything', '', '😀', 'שלום'] as const

function sayReference({ kind, pick, other }: ReferenceDraft, offer: Offer): string {
  return at(REFERENCES, kind)(offer, pick, other)
}

function sayClause({ wish, a, b, value }: ClauseDraft, offer: Offer): string {
  return at(
    WISHES,
    wish,
  )({
    a: sayReference(a, offer),
    b: sayReference(b, offer),
    color: at(COLORS, value),
    px: 1 + (value % 97),
    text: at(SAID, value).replaceAll('"', ''),
    noun: at(NOUNS, value),
  })
}

const JOINS = [' and ', ', then ', '; ', '\n', '. ', ', and ', ' and then '] as const
const POLITE = ['', '', '', 'please ', 'Could you ', 'I would like you to '] as const

/** The words of a command for a document. */
export function say({ clauses, joins, polite, noise }: CommandDraft, document: Blueprint): string {
  if (noise !== null) return noise
  const offer = offerOf(document)
  const said = clauses.map((clause, i) => (i === 0 ? '' : at(JOINS, joins[i]!)) + sayClause(clause, offer))
  return at(POLITE, polite) + said.join('')
}

/** Mostly references that fit, so that most commands of one clause are applied. */
const reference: fc.Arbitrary<ReferenceDraft> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.nat(2) },
    { weight: 4, arbitrary: fc.nat(REFERENCES.length - 1) },
  ),
  pick: fc.nat(39),
  other: fc.nat(39),
})

const clause: fc.Arbitrary<ClauseDraft> = fc.record({
  wish: fc.nat(WISHES.length - 1),
  a: reference,
  b: reference,
  value: fc.nat(99),
})

const words = [
  'make',
  'the',
  'button',
  'red',
  'and',
  'then',
  '"',
  '#x',
  '12px',
  'of',
  'it',
  'all',
  'bigger',
  ',',
  'to',
  "'s",
  'not',
  '日本',
]
const noise: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...words), { maxLength: 15 }).map((list) => list.join(' ')),
)

/** Commands of one to four clauses, and now and then nonsense. */
export const commands: fc.Arbitrary<CommandDraft> = fc.record({
  clauses: fc.oneof(
    { weight: 3, arbitrary: fc.array(clause, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(clause, { minLength: 2, maxLength: 4 }) },
  ),
  joins: fc.array(fc.nat(JOINS.length - 1), { minLength: 4, maxLength: 4 }),
  polite: fc.nat(POLITE.length - 1),
  noise: fc.oneof({ weight: 11, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: noise }),
})
