import { readComplaint } from '../../decompose/intents/complain.ts'
import { theme } from '../../decompose/intents/theme.ts'
import { readNewThing } from '../../decompose/read/read-new-thing.ts'
import type { NewThing, Wish } from '../../decompose/clause.ts'
import type { Read } from '../phrases/read.ts'
import type { Chart } from './chart.ts'
import type { Frame } from './frame.ts'
import { mark, owner, property, target } from './roles.ts'
import { styleOf } from './style.ts'

/** A token, where the theme is spoken of. */
export function readToken(chart: Chart, at: number): Read<Wish> | null {
  return at >= chart.length
    ? null
    : chart.read(at, (cursor) => theme.read(cursor, { wish: TOKEN, family: 'theme' }))
}

const TOKEN: Wish = { kind: 'token', token: 'primaryColor' }

/** "primary color to navy", "more spacing": what belongs to the whole screen is read in one piece. */
export const token: Frame = {
  name: 'theme',
  heads: null,
  verbless: true,
  stake: 'look',
  roles: [
    {
      name: 'wish',
      marks: null,
      bare: true,
      read(chart, at) {
        // "theme: accent color #F97316"
        const isHeaded = chart.lexemes[at]!.word === 'theme' && chart.lexemes[at + 1]?.word === ':'
        const read = isHeaded
          ? readToken(chart, at + 2)
          : chart.read(at, (cursor) => theme.read(cursor, null))
        return read === null ? [] : [{ ...read, value: () => read.value }]
      },
    },
  ],
  build: (fills) => (fills.wish === undefined ? null : { wish: fills.wish(null as never), cost: 0 }),
}

/** "the title is too big", "has too much padding", "not tall enough": the opposite is wanted. */
export const complain: Frame = {
  name: 'complain',
  heads: null,
  verbless: true,
  stake: 'look',
  roles: [
    owner,
    property,
    {
      name: 'complaint',
      marks: null,
      bare: true,
      read(chart, at, given) {
        const read = chart.read(at, (cursor) => readComplaint(cursor, given.property ?? null))
        return read === null ? [] : [read]
      },
    },
  ],
  build: (fills) =>
    fills.complaint === undefined || (fills.target === undefined && fills.property === undefined)
      ? null
      : { wish: styleOf(fills, fills.complaint), cost: 1 },
}

const CONTAINER: NewThing = { type: 'container', noun: 'container', text: null, effects: [] }

/** "wrap the map in a card", "group the first two cards". */
export const wrap: Frame = {
  name: 'wrap',
  heads: ({ senses }) => senses.verb === 'wrap' || senses.verb === 'group' || senses.verb === 'put',
  verbless: false,
  stake: 'structure',
  roles: [
    { ...target, marks: null },
    {
      name: 'container',
      marks: mark(['into', 'with', 'as'], ['inside', 'on']),
      bare: false,
      read(chart, at) {
        if (chart.lexemes[at]!.senses.grammar !== 'a') return []
        const read = chart.read(at + 1, readNewThing)
        return read === null ? [] : [read]
      },
    },
  ],
  build(fills, head) {
    if (fills.target === undefined) return null
    if (fills.container === undefined && head!.senses.verb !== 'group') return null
    return {
      wish: {
        kind: 'wrap',
        target: fills.target,
        container: fills.container ?? CONTAINER,
        each: fills.target.quantity === 'each',
      },
      cost: 0,
    }
  },
}

/** "justify the text of the first paragraph". */
export const justify: Frame = {
  name: 'justify',
  heads: ({ word }) => word === 'justify',
  verbless: false,
  stake: 'look',
  roles: [owner, property],
  build: (fills) =>
    fills.target === undefined || (fills.property !== undefined && fills.property !== 'text')
      ? null
      : { wish: styleOf(fills, [{ kind: 'set', property: 'textAlign', value: 'justify' }]), cost: 0 },
}
