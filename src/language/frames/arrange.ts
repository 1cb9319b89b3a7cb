import { readLayout } from '../../decompose/read/read-layout.ts'
import { readSpot } from '../../decompose/read/read-named-look.ts'
import { defaultPins } from '../../decompose/lexicon/look-words.ts'
import type { Chart } from './chart.ts'
import type { Frame, Role } from './frame.ts'
import { target } from './roles.ts'
import { styleOf } from './style.ts'

/** "side by side", "in 3 columns", "into a grid". */
const arrangement: Role = {
  name: 'looks',
  marks: null,
  bare: true,
  read(chart: Chart, at) {
    const read = chart.read(at, readLayout)
    return read === null ? [] : [read]
  },
}

const STACKS: ReadonlySet<string> = new Set(['stack', 'stacks', 'stacking'])
const ARRANGES: ReadonlySet<string> = new Set([
  'arrange',
  'lay out',
  'layout',
  'lay',
  'organize',
  'organise',
  'stack',
  'stacks',
  'order',
  'line up',
  'switch',
  'position',
  'show',
  'display',
  'reflow',
  'rearrange',
])

/** "arrange the cards in 3 columns", "stack the buttons", "lay the features out side by side". */
export const arrange: Frame = {
  name: 'arrange',
  heads: ({ word, senses }) =>
    ARRANGES.has(word) || senses.verb === 'move' || senses.verb === 'put' || senses.verb === 'make',
  verbless: false,
  stake: 'structure',
  roles: [{ ...target, marks: null }, arrangement],
  build(fills, head) {
    if (fills.target === undefined) return null
    const isStack = STACKS.has(head!.word)
    if (fills.looks === undefined)
      return isStack ? { wish: styleOf(fills, [{ kind: 'layout', as: 'column' }]), cost: 0 } : null
    return { wish: styleOf(fills, fills.looks), cost: 0 }
  },
}

const PINS: ReadonlySet<string> = new Set([
  'pin',
  'stick',
  'anchor',
  'dock',
  'fix',
  'float',
  'glue',
  'attach',
])

const spot: Role = {
  name: 'looks',
  marks: null,
  bare: true,
  read(chart, at) {
    const read = chart.read(at, readSpot)
    return read === null ? [] : [{ ...read, value: [{ kind: 'pin', at: read.value, position: 'fixed' }] }]
  },
}

/** "pin the button to the bottom right", "stick the nav to the top of the screen". */
export const pin: Frame = {
  name: 'pin',
  heads: ({ word }) => PINS.has(word),
  verbless: false,
  stake: 'structure',
  roles: [{ ...target, marks: null }, spot],
  build(fills, head) {
    if (fills.target === undefined) return null
    if (fills.looks !== undefined) {
      const isSticky = head!.word === 'stick'
      return {
        wish: styleOf(
          fills,
          fills.looks.map((effect) =>
            effect.kind === 'pin' && isSticky ? { ...effect, position: 'sticky' } : effect,
          ),
        ),
        cost: -1,
      }
    }
    return head!.word === 'float' || head!.word === 'pin'
      ? { wish: styleOf(fills, [{ kind: 'pin', at: defaultPins.fixed, position: 'fixed' }]), cost: 1 }
      : null
  },
}
