import { readCorners } from './corners.ts'
import { readShift } from '../../decompose/read/read-shift.ts'
import { readSide } from '../../decompose/read/read-side.ts'
import type { Reference } from '../../decompose/reference.ts'
import { IT, NO_REFERENCE } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'
import type { Built, Fills, Frame, Role } from './frame.ts'
import { mark, place, property, target } from './roles.ts'
import { heads, styleOf } from './style.ts'

/** The two that were spoken of. */
const THEM = { ...NO_REFERENCE, pronoun: 'them', plural: true, quantity: 'both', phrase: 'both' } as const

const moved: Role = { ...target, marks: null }

/** "hide a card": where there are several it must be asked which. */
const any: Role = {
  ...moved,
  read: (chart, at) =>
    chart.things(at).map((read) => ({ ...read, cost: read.cost + (read.value.indefinite ? 2 : 0) })),
}

/** Without a unit it may be a slip: recovery asks or completes it. */
function isBareNumber(chart: Chart, at: number): boolean {
  const { token } = chart.lexemes[at]!
  return token.kind === 'number' && token.unit === undefined
}

/** "on the right" says which thing; "right" alone where it should go. */
function isLed(chart: Chart, at: number): boolean {
  const { grammar, relation } = chart.lexemes[at]!.senses
  return grammar === 'at' || relation === 'on' || relation === 'inside'
}

/** "the button is on top" tells how it is before it wishes that. */
function toldCost(chart: Chart, at: number): number {
  const { word } = chart.lexemes[at]!
  return word === 'is' || word === 'are' ? TOLD : 0
}

const TOLD = 8

/** "put Menu on the right and SOS on the left": a side behind each of two is where each goes. */
function asideCost({ target: thing }: Fills): number {
  const isAside = ({ relations }: Reference): boolean => relations.some(({ kind }) => kind === 'side')
  return thing?.parts.some(isAside) === true ? ASIDE : 0
}

const ASIDE = 9

const STAYS: ReadonlySet<string> = new Set(['stay', 'stays', 'remain', 'remains'])

/** "20px to the right", "to the top right of the hero": a wish for whatever is moved. */
export const way: Role = {
  name: 'wish',
  marks: null,
  bare: true,
  read(chart, at): readonly Read<Fills['wish']>[] {
    // "stay at the bottom" keeps a place on the screen.
    if (STAYS.has(chart.lexemes[at]!.word) && chart.lexemes[at + 1]?.senses.grammar === 'at') return []
    const shift = isBareNumber(chart, at) ? null : chart.read(at, readShift)
    if (shift !== null)
      return [{ ...shift, value: (thing) => ({ kind: 'shift', target: thing, ...shift.value }) }]
    const corners = readCorners(chart, at)
    if (corners.length > 0) return corners
    const side = chart.read(at, readSide)
    return side === null
      ? []
      : [
          {
            ...side,
            cost: side.cost + 1,
            value: (thing) => ({
              kind: 'style',
              target: thing,
              effects: [{ kind: 'align', to: side.value, text: false }],
            }),
          },
        ]
  },
}

/** "move X below Y", "Y belongs above Z", "the hero first". */
export const move: Frame = {
  name: 'move',
  heads: ({ senses, word }) =>
    senses.verb === 'move' || senses.verb === 'put' || word === 'take' || word === 'get',
  verbless: false,
  stake: 'structure',
  roles: [moved, place, way],
  build(fills): Built | null {
    if (fills.place !== undefined && fills.wish === undefined)
      return { wish: { kind: 'move', target: fills.target ?? IT, place: fills.place }, cost: 0 }
    if (fills.wish !== undefined && fills.place === undefined)
      return { wish: fills.wish(fills.target ?? IT), cost: 1 + asideCost(fills) }
    return null
  },
}

/** "X should be below Y", "X goes under Y": it is said where it belongs. */
export const belong: Frame = {
  name: 'belong',
  heads: ({ senses, word }) =>
    senses.grammar === 'should' || senses.verb === 'make' || BELONG.has(word) || STANDS.has(word),
  verbless: false,
  opens: ({ senses }) => senses.verb === 'make' || senses.frame === true,
  chains: true,
  stake: 'structure',
  roles: [moved, place, way],
  build(fills, head) {
    if (
      fills.place?.kind === 'inside-end' &&
      (head!.senses.verb === 'make' || head!.senses.grammar !== 'should')
    )
      return null
    if (fills.target === undefined || (STANDS.has(head!.word) && !BELONG.has(head!.word))) return null
    if (fills.place !== undefined)
      return fills.wish === undefined
        ? { wish: { kind: 'move', target: fills.target, place: fills.place }, cost: 1 }
        : null
    return fills.wish === undefined ? null : { wish: fills.wish(fills.target), cost: 2 + asideCost(fills) }
  },
}

/** "phone field before name field", "make the latte card first", "intro left": a thing and where. */
export const stand: Frame = {
  name: 'stand',
  heads: null,
  verbless: true,
  opens: ({ senses }) => senses.verb === 'make',
  stake: 'structure',
  roles: [
    moved,
    { ...place, after: ['target'] },
    {
      ...way,
      after: ['target'],
      read: (chart, at, given) =>
        isLed(chart, at)
          ? []
          : way.read(chart, at, given).map((read) => ({ ...read, cost: read.cost + toldCost(chart, at) })),
    },
  ],
  build(fills) {
    if (fills.target === undefined || fills.target.pronoun !== null || fills.target.indefinite) return null
    // "the cover below the title" is a thing, "cover below title" a wish.
    if (/^the /i.test(fills.target.phrase) && fills.place !== undefined && 'anchor' in fills.place)
      return null
    // "the links in the footer" are a thing, "the title above the map" a wish.
    if (
      fills.place !== undefined &&
      (fills.place.kind === 'inside-end' ||
        fills.place.kind === 'inside-start' ||
        fills.place.kind === 'screen')
    )
      return null
    if (fills.place !== undefined && fills.wish === undefined)
      return { wish: { kind: 'move', target: fills.target, place: fills.place }, cost: 3 }
    return fills.wish !== undefined && fills.place === undefined
      ? { wish: fills.wish(fills.target), cost: 4 }
      : null
  },
}

const BELONG: ReadonlySet<string> = new Set([
  'appear',
  'come',
  'belongs',
  'belong',
  'goes',
  'go',
  'comes',
  'come',
])
/** With these only "should" says where something belongs: without it they tell where it is. */
const STANDS: ReadonlySet<string> = new Set(['sit', 'stand', 'be', 'go', 'come', 'appear'])

export const swap: Frame = {
  name: 'swap',
  heads: heads('swap', 'set'),
  verbless: false,
  stake: 'structure',
  roles: [
    { ...moved, marks: mark([], ['of', 'between']) },
    { ...target, name: 'other', marks: mark(['with', 'for', 'by']), bare: false },
    { ...property, marks: null },
  ],
  build(fills, head) {
    if (fills.target === undefined)
      return fills.other === undefined && fills.property === undefined && head!.senses.verb === 'swap'
        ? { wish: { kind: 'swap', a: THEM, b: null }, cost: 0 }
        : null
    if (fills.property !== undefined && fills.property !== 'position') return null
    if (
      head!.senses.verb === 'set' &&
      head!.word !== 'switch' &&
      (fills.property === undefined || head!.word === 'set')
    )
      return null
    if (fills.other !== undefined) {
      // Two texts in quotes: what stands on the screen changes places before one of them is written anew.
      const cost = fills.other.quoted === null ? 0 : head!.word === 'switch' ? -6 : -3
      return { wish: { kind: 'swap', a: fills.target, b: fills.other }, cost }
    }
    const { parts, plural, take, ordinals } = fills.target
    if (parts.length === 2) return { wish: { kind: 'swap', a: parts[0]!, b: parts[1]! }, cost: 0 }
    if (parts.length === 0 && (ordinals.length === 2 || plural || take === 2))
      return { wish: { kind: 'swap', a: fills.target, b: null }, cost: 1 }
    return null
  },
}

export const align: Frame = {
  name: 'align',
  heads: heads('align'),
  verbless: false,
  stake: 'structure',
  roles: [
    { ...target, marks: mark([], ['of', 'inside', 'on']) },
    way,
    { ...target, name: 'property', marks: null, bare: true, read: readText },
    {
      name: 'owned',
      marks: mark([], ['inside']),
      bare: false,
      after: ['target'],
      read: (chart, at) => (isItsBox(chart, at) ? [{ value: true, end: at + 2, cost: -2 }] : []),
    },
  ],
  build(fills, head) {
    if (fills.target === undefined) return null
    const own = /^cent(?:er|re|ral)/.test(head!.word)
      ? 'center'
      : /^left[ -]/.test(head!.word)
        ? 'left'
        : /^right[ -]/.test(head!.word)
          ? 'right'
          : null
    const text = fills.property !== undefined || fills.owned === true
    if (own !== null && fills.wish === undefined)
      return { wish: styleOf(fills, [{ kind: 'align', to: own, text }]), cost: 0 }
    if (fills.wish === undefined) return null
    const wish = fills.wish(fills.target)
    if (!text || wish.kind !== 'style') return { wish, cost: 0 }
    return {
      wish: {
        ...wish,
        effects: wish.effects.map((effect) => (effect.kind === 'align' ? { ...effect, text: true } : effect)),
      },
      cost: 0,
    }
  },
}

/** "in its box": what is aligned in that are its letters. */
function isItsBox(chart: Chart, at: number): boolean {
  const { senses } = chart.lexemes[at]!
  return senses.grammar === 'its' && chart.lexemes[at + 1]?.senses.types !== undefined
}

function readText(chart: Chart, at: number): readonly Read<Fills['property']>[] {
  const next = chart.lexemes[at]!.senses.grammar === 'the' ? at + 1 : at
  const lexeme = chart.lexemes[next]
  const isSaid = lexeme?.senses.property === 'text' || lexeme?.senses.property === 'placeholder'
  return isSaid && (lexeme.senses.types === undefined || lexeme.word.startsWith('text'))
    ? [{ value: 'text', end: next + 1, cost: 0 }]
    : []
}

export const remove: Frame = {
  name: 'delete',
  heads: ({ senses }) => senses.verb === 'delete' || senses.participle === 'delete',
  verbless: false,
  stake: 'destroy',
  roles: [any],
  build: (fills, head) =>
    head!.senses.participle === undefined || fills.target !== undefined
      ? { wish: { kind: 'delete', target: fills.target ?? IT }, cost: 0 }
      : null,
}

export const hide: Frame = {
  name: 'hide',
  heads: heads('hide'),
  verbless: false,
  stake: 'destroy',
  roles: [any],
  build: (fills) => ({ wish: styleOf(fills, [{ kind: 'set', property: 'hidden', value: true }]), cost: 0 }),
}

export const show: Frame = {
  ...hide,
  name: 'show',
  heads: heads('show'),
  build: (fills) => ({ wish: styleOf(fills, [{ kind: 'set', property: 'hidden', value: false }]), cost: 0 }),
}
