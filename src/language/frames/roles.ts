import type { Effect } from '../../decompose/effect.ts'
import { isBoundary } from '../../decompose/cursor.ts'
import { fontNames } from '../../decompose/lexicon/fonts.ts'
import { readContents } from './contents.ts'
import { cornerCost } from './corners.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import { readAmount } from '../../decompose/read/read-amount.ts'
import type { GrammarName, RelationName } from '../../decompose/lexicon/senses.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'
import { NOTHING_GIVEN } from './frame.ts'
import type { Fills, Role } from './frame.ts'

/** A word that introduces a role. */
export function mark(
  grammar: readonly GrammarName[],
  relations: readonly RelationName[] = [],
  separators: readonly string[] = [],
): (lexeme: Lexeme) => boolean {
  return ({ senses, token, word }) =>
    (senses.grammar !== undefined && grammar.includes(senses.grammar)) ||
    (senses.relation !== undefined && relations.includes(senses.relation)) ||
    (token.kind === 'separator' && separators.includes(word))
}

const one = <T>(read: Read<T> | null): readonly Read<T>[] => (read === null ? [] : [read])

export const target: Role = {
  name: 'target',
  marks: (lexeme) => mark(['for', 'to'], ['of', 'on', 'inside'])(lexeme) || lexeme.word === 'around',
  bare: true,
  read: (chart, at) => chart.things(at).filter(({ value }) => !value.indefinite),
}

/** What a property is a property of: "of the header". */
export const owner: Role = {
  ...target,
  marks: (lexeme) => mark(['for'], ['of', 'on', 'inside', 'between'])(lexeme) || lexeme.word === 'around',
}

export const property: Role = {
  name: 'property',
  marks: (lexeme) => lexeme.token.kind === 'possessive',
  bare: true,
  read: readProperty,
}

/** Words for what a component says before they are components of their own. */
const OWN: ReadonlySet<string> = new Set(['text', 'texts', 'label', 'labels', 'caption', 'price'])

function readProperty(chart: Chart, at: number): readonly Read<Fills['property']>[] {
  let next = at
  for (; next < chart.length; next++) {
    const { grammar } = chart.lexemes[next]!.senses
    if (grammar !== 'the' && grammar !== 'its' && grammar !== 'a') break
  }
  const lexeme = chart.lexemes[next]
  const behind = chart.lexemes[next + 1]?.senses.property
  // "card radius to 16 on the three cards": what it belongs to is said twice.
  if (
    lexeme?.senses.types !== undefined &&
    lexeme.senses.plural !== true &&
    behind !== undefined &&
    chart.lexemes[next + 1]!.senses.types === undefined
  )
    return [{ value: behind, end: next + 2, cost: 3 }]
  const name = lexeme?.senses.property
  if (name === undefined) return []
  // What is also called so on the screen is a thing first.
  return [
    {
      value: name,
      end: next + 1,
      cost:
        lexeme!.senses.types === undefined || chart.lexemes[next - 1]?.senses.grammar === 'its'
          ? 0
          : OWN.has(lexeme!.word)
            ? 2
            : 4,
    },
  ]
}

export const value: Role = {
  name: 'value',
  marks: null,
  bare: true,
  after: ['property'],
  many: true,
  read: (chart, at, { property: name }) => {
    const read = chart.values(at, name!)
    // "the letters 24px", "its text 20px": what is measured of letters is their size.
    const known = read.filter(({ value, end }) => isKnownFont(chart, end, value))
    return known.length === 0 &&
      chart.lexemes[at]!.token.unit !== undefined &&
      (name === 'text' || name === 'textColor' || name === 'font')
      ? chart.values(at, 'fontSize')
      : known
  },
}

export const looks: Role = {
  name: 'looks',
  marks: (lexeme) =>
    mark(['to', 'into', 'with', 'as', 'be', 'should', 'have', 'at'], ['inside'], [':', '->', '='])(lexeme) ||
    lexeme.word === 'but',
  bare: true,
  many: true,
  read: (chart, at) =>
    isSelecting(chart, at)
      ? []
      : chart
          .looks(at)
          .filter(({ value, end }) => isKnownFont(chart, end, value) && !isLacking(chart, at, end))
          .map((read) => ({
            ...read,
            cost: read.cost + nounCost(chart, at) + plainCost(chart, at, read.end),
          })),
}

/** "the border of the card to 2px": a property without a value is named, "a border" wished. */
function plainCost(chart: Chart, at: number, end: number): number {
  let next = at
  while (chart.lexemes[next]?.senses.grammar === 'the') next++
  return end === next + 1 && chart.lexemes[next]!.senses.property !== undefined ? 4 : 0
}

/** "too small" complains, and "the pink button" says which: neither is what something should look like. */
function isSelecting(chart: Chart, at: number): boolean {
  const { senses, word } = chart.lexemes[at]!
  const next = chart.lexemes[at + 1]?.senses
  if (senses.degree === 'too' || senses.grammar === 'too' || word === 'too') return true
  return (
    senses.grammar === 'the' &&
    next !== undefined &&
    next.property === undefined &&
    next.grammar !== 'same' &&
    next.token === undefined
  )
}

/** "cards without an image red": before another look it says which cards. */
function isLacking(chart: Chart, at: number, end: number): boolean {
  const isWithout = [at - 1, at].some(
    (i) =>
      chart.lexemes[i]?.senses.grammar === 'without' ||
      (chart.lexemes[i]?.senses.grammar === 'with' && chart.lexemes[i + 1]?.senses.grammar === 'no'),
  )
  const next = chart.lexemes[end]
  return isWithout && next !== undefined && !isBoundary(next) && next.senses.filler !== true
}

/** A word that nobody knows is no name of a font, unless it is written as one. */
function isKnownFont(chart: Chart, end: number, effects: readonly Effect[]): boolean {
  return effects.every((effect) => {
    if (effect.kind !== 'set' || effect.property !== 'fontFamily') return true
    const name = typeof effect.value === 'string' ? effect.value : ''
    return !/^\p{Ll}/u.test(name) || fontNames.has(name) || chart.lexemes[end - 1]!.token.kind === 'quoted'
  })
}

/** "hero subtitle bigger": what is also a thing on the screen is a thing before it is a property of another. */
function nounCost(chart: Chart, at: number): number {
  let next = at
  while (chart.lexemes[next]?.senses.grammar === 'the' || chart.lexemes[next]?.senses.grammar === 'its')
    next++
  const senses = chart.lexemes[next]?.senses
  if (senses?.types === undefined || senses.property === undefined) return 0
  return chart.lexemes[next - 1]?.senses.grammar === 'its' ||
    chart.lexemes[next - 1]?.token.kind === 'possessive'
    ? 0
    : 4
}

export const amount: Role = {
  name: 'amount',
  marks: mark(['by']),
  bare: true,
  read: (chart, at) => one(chart.read(at, readAmount)),
}

export const degree: Role = {
  name: 'degree',
  marks: null,
  bare: true,
  read(chart, at) {
    const { degree: size } = chart.lexemes[at]!.senses
    return size === undefined ? [] : [{ value: size, end: at + 1, cost: 0 }]
  },
}

export const place: Role = {
  name: 'place',
  marks: null,
  bare: true,
  many: true,
  read: (chart, at, { hasTarget }) => {
    const marked = isMarked(chart.lexemes[at]!)
    // "make the start button": before a thing, "the start" is a part of its name.
    if (!marked && !hasTarget) return []
    return chart.places(at).map((read) => ({
      ...read,
      cost: read.cost + (marked ? 0 : 3) + cornerCost(chart, at),
    }))
  },
}

/** "except the last one", "but not the footer": what is spared. */
export const except: Role = {
  name: 'except',
  marks: mark(['except']),
  bare: false,
  many: true,
  read: (chart, at) => {
    const from = chart.lexemes[at]!.senses.grammar === 'not' ? at + 1 : at
    return from >= chart.length
      ? []
      : chart.things(from).map(({ value, end, cost }) => ({
          value: value.parts.length > 0 ? value.parts : [value],
          end,
          cost,
        }))
  },
}

/** "make the title red, not the intro": a thing that is named behind "not" is spared; "not the blue" tells a look. */
export const spared: Role = {
  ...except,
  marks: mark(['not']),
  read: (chart, at) =>
    except
      .read(chart, at, NOTHING_GIVEN)
      .filter(({ value }) => (value as readonly Reference[]).every(isNamed)),
}

function isNamed({ types, said, quoted, id, names, pronoun }: Reference): boolean {
  return (
    pronoun === null &&
    (types !== null || said !== null || quoted !== null || id !== null || names.length > 0)
  )
}

/** "below", "to", "at", "up": a place begins with such a word, or with one that may be a name as well. */
function isMarked({ senses }: Lexeme): boolean {
  return (
    senses.relation !== undefined ||
    senses.direction !== undefined ||
    senses.grammar === 'to' ||
    senses.grammar === 'at' ||
    senses.grammar === 'into'
  )
}

/** A new text or address behind what introduces it. */
export const content: Role = {
  name: 'content',
  marks: mark(['to', 'into', 'as', 'with', 'by', 'say', 'for', 'be', 'should'], [], [':', '->', '=']),
  bare: false,
  read: (chart, at) => readContents(chart, at),
}

/** A new text in quotes, where nothing introduces it. */
export const quoted: Role = {
  ...content,
  bare: true,
  read: (chart, at) => (chart.lexemes[at]!.token.kind === 'quoted' ? readContents(chart, at) : []),
}
