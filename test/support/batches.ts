import fc from 'fast-check'
import type { Blueprint, Component, Step } from '../../src/index.ts'
import { commands, say } from './commands.ts'
import { allOf, documents } from './documents.ts'

export interface BatchSample {
  readonly document: Blueprint
  readonly commands: readonly (string | readonly Step[])[]
}

interface Pick {
  readonly wish: number
  readonly a: number
  readonly b: number
  readonly value: number
}

interface Words {
  readonly id: string
  readonly other: string
  readonly type: string
  readonly otherType: string
  readonly text: string
  readonly color: string
  readonly word: string
  readonly px: number
}

const COLORS = ['red', 'white', 'black', 'navy', '#777777', 'lime'] as const
/** Few, so that commands of one batch write and look for the same. */
const WORDS = ['Alpha', 'Beta', 'Gamma', 'Buy now', 'Save'] as const

/** Short commands that leave others alone, or do not: through texts, colours, places, what is shown, the theme. */
const WISHES: readonly ((words: Words) => string)[] = [
  ({ id, color }) => `make #${id} ${color}`,
  ({ id, color }) => `make the text of #${id} ${color}`,
  ({ id }) => `make #${id} bold`,
  ({ id, color }) => `make the border of #${id} ${color}`,
  ({ id }) => `give #${id} a shadow`,
  ({ id, px }) => `set the opacity of #${id} to ${px}%`,
  ({ id, px }) => `set the font size of #${id} to ${px}px`,
  ({ id }) => `make #${id} darker`,
  ({ id }) => `hide #${id}`,
  ({ id }) => `show #${id}`,
  ({ id, word }) => `change the text of #${id} to "${word}"`,
  ({ id }) => `change the text of #${id} to ""`,
  ({ type, word }) => `rename the first ${type} to "${word}"`,
  ({ word, color }) => `make the ${word} ${color}`,
  ({ word, type }) => `make the ${word} ${type} italic`,
  ({ word }) => `underline everything that says "${word}"`,
  ({ text, color }) => `make the text of "${text}" ${color}`,
  ({ color, type, word }) => `change the text of the ${color} ${type} to "${word}"`,
  ({ type, color }) => `make all ${type}s ${color}`,
  ({ type, color }) => `make the last ${type} ${color}`,
  ({ type }) => `make hidden ${type}s bold`,
  ({ type, color }) => `make all ${type}s with a border ${color}`,
  ({ type, other, color }) => `make the ${type} below #${other} ${color}`,
  ({ id }) => `make #${id} bigger`,
  ({ id, px }) => `make #${id} ${px}px taller`,
  ({ id, px }) => `move #${id} ${px}px to the right`,
  ({ id, other }) => `make #${id} as wide as #${other}`,
  ({ id, other }) => `make #${id} the same color as #${other}`,
  ({ id }) => `make #${id} a pill`,
  ({ id, word }) => `set the placeholder of #${id} to "${word}"`,
  ({ id }) => `set the link of #${id} to https://example.com/a`,
  ({ color }) => `set the primary color to ${color}`,
  ({ color }) => `set the accent color to ${color}`,
  ({ px }) => `base spacing ${px}px`,
  ({ id }) => `delete #${id}`,
  ({ id, other }) => `move #${id} below #${other}`,
  ({ id }) => `duplicate #${id}`,
  ({ type, word }) => `add a ${type} "${word}"`,
  ({ id, other }) => `swap #${id} and #${other}`,
  ({ type, otherType, color }) => `make the first ${type} ${color}, then make the first ${otherType} bold`,
  ({ id, color }) => `make #${id} ${color} and hide it`,
]

function at<T>(list: readonly T[], i: number): T {
  return list[i % list.length]!
}

function sayShort({ wish, a, b, value }: Pick, document: Blueprint): string {
  const all = allOf(document)
  const one = at(all, a)
  const two = at(all, b)
  return at(
    WISHES,
    wish,
  )({
    id: one.id,
    other: two.id,
    type: one.type.replaceAll('_', ' '),
    otherType: two.type.replaceAll('_', ' '),
    text: one.text ?? two.text ?? 'Home',
    color: at(COLORS, value),
    word: at(WORDS, value),
    px: 1 + (value % 97),
  })
}

const pick: fc.Arbitrary<Pick> = fc.record({
  wish: fc.nat(WISHES.length - 1),
  // Of few components, so that they meet.
  a: fc.nat(6),
  b: fc.nat(39),
  value: fc.nat(99),
})

/** Some components take their colours from the theme. */
function themed(document: Blueprint, share: number): Blueprint {
  let count = 0
  const dress = (component: Component): Component => {
    const isThemed = share > 0 && count++ % share === 0
    const children = component.children === undefined ? {} : { children: component.children.map(dress) }
    if (!isThemed) return { ...component, ...children }
    const visual = { ...component.visual, text_color: '$primary_color', bg_color: '$accent_color' }
    return { ...component, visual, ...children }
  }
  return { ...document, components: document.components.map(dress) }
}

/** A document and one to eight commands on it, all said of the document as it came. */
export const batches: fc.Arbitrary<BatchSample> = fc
  .record({
    plain: documents,
    share: fc.constantFrom(0, 0, 2, 5),
    list: fc.array(fc.oneof({ weight: 5, arbitrary: pick }, { weight: 1, arbitrary: commands }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ plain, share, list }) => {
    const document = themed(plain, share)
    return {
      document,
      commands: list.map((draft) => ('wish' in draft ? sayShort(draft, document) : say(draft, document))),
    }
  })

const PALETTE = ['#FFFFFF', '#000000', '#777777', '$accent_color', '$primary_color'] as const
const PAINTS = ['white', 'black', 'gray', 'red'] as const
const SAYINGS = ['Alpha', 'Beta', 'Gamma', ''] as const

/** What one of three cards and its parts are like. */
interface CardDraft {
  readonly paints: readonly number[]
  readonly says: readonly number[]
  readonly isHidden: boolean
  readonly hasBorder: boolean
}

const cards: fc.Arbitrary<readonly CardDraft[]> = fc.array(
  fc.record({
    paints: fc.array(fc.nat(PALETTE.length - 1), { minLength: 4, maxLength: 4 }),
    says: fc.array(fc.nat(SAYINGS.length - 1), { minLength: 3, maxLength: 3 }),
    isHidden: fc.boolean(),
    hasBorder: fc.boolean(),
  }),
  { minLength: 3, maxLength: 3 },
)

function shelf(drafts: readonly CardDraft[]): Blueprint {
  const components = drafts.map(({ paints, says, isHidden, hasBorder }, i): Component => {
    const y = 20 + i * 200
    const parts = (['title', 'text', 'button'] as const).map((type, j): Component => ({
      id: `${type}_${i}`,
      type,
      text: SAYINGS[says[j]!]!,
      // What is hidden may lie over another part, until it is shown or moved.
      bbox: [
        20,
        y + 10 + (j === 1 && isHidden ? 0 : j) * 55,
        120 + 40 * (says[j]! % 2),
        type === 'button' ? 44 : 30,
      ],
      visual: {
        text_color: PALETTE[paints[j]!]!,
        ...(j === 2 && { bg_color: PALETTE[paints[0]!]! }),
        ...(hasBorder && { shadow: 'sm' }),
        ...(j === 1 && isHidden && { hidden: true }),
      },
    }))
    return {
      id: `card_${i}`,
      type: 'card',
      bbox: [10, y, 300, 180],
      visual: { bg_color: PALETTE[paints[3]!]!, ...(hasBorder && { border_width: 1, shadow: 'sm' }) },
      children: parts,
    }
  })
  return {
    tokens: { primary_color: '#111111', accent_color: '#FAFAFA', base_spacing: 16 },
    components,
    meta: { screen: [320, 640] },
  }
}

type Meeting = (a: string, b: string, paint: string, says: string, i: number) => string | readonly Step[]

/** Commands that meet in one card: in a text and who looks for it, a color and what stands on it, a box and who goes by it. */
const MEETINGS: readonly Meeting[] = [
  (a, _b, _paint, says) => `change the text of #${a} to "${says}"`,
  (a, _b, _paint, says) => `change the text of #${a} to "${says}"`,
  (_a, _b, paint, says) => `make the "${says || 'Alpha'}" ${paint}`,
  (_a, _b, _paint, says) => `make every title that says "${says || 'Beta'}" bold`,
  (_a, _b, _paint, says) => `underline all texts called ${says || 'Gamma'}`,
  (a, _b, paint) => `make the text of #${a} ${paint}`,
  (a, _b, paint) => `make the text of #${a} ${paint}`,
  (_a, _b, paint, _says, i) => `make #card_${i} ${paint}`,
  (_a, _b, paint, _says, i) => `make #card_${i} ${paint}`,
  (a, _b, paint) => `change the background of #${a} to ${paint}`,
  (_a, _b, _paint, _says, i) => `set the opacity of #card_${i} to ${i === 0 ? 0 : 40}%`,
  (a) => `hide #${a}`,
  (a) => `show #${a}`,
  (a) => `set the font size of #${a} to 30px`,
  (a) => `make #${a} italic`,
  (_a, _b, paint) => `make all ${paint} cards rounder`,
  (_a, _b, paint) => `give all ${paint} titles a shadow`,
  () => 'make all hidden texts italic',
  () => 'make all cards with a border green',
  (a) => `give #${a} a 2px border`,
  (a) => `remove the border from #${a}`,
  (a) => `remove the shadow from #${a}`,
  (a) => `give #${a} a big shadow`,
  (_a, _b, paint) => `set the primary color to ${paint}`,
  (_a, _b, paint) => `set the accent color to ${paint}`,
  (a) => `make #${a} 60px taller`,
  (a) => `move #${a} 400px to the right`,
  (a) => `move #${a} 400px to the left`,
  (a, b) => `make #${a} as wide as #${b}`,
  (a, b) => `make #${a} the same color as #${b}`,
  (_a, _b, paint) => `make the text of the widest button ${paint}`,
  (_a, b, paint) => `make the text of the title above #${b} ${paint}`,
  (_a, _b, paint) => `make the text of the second text ${paint}`,
  (a) => `set the link of #${a} to https://example.com`,
  (a) => `make #${a} 10px tall`,
  (a) => `move #${a} 60px down`,
  (a) => [{ kind: 'set', targets: [a], property: 'shadow', value: null }],
  (a) => [{ kind: 'set', targets: [a], property: 'textColor', value: null }],
  () => 'make all titles with a shadow italic',
  (a) => `show #${a.replace(/^\w+_/, 'text_')}`,
]

/** Two to five commands that are likely to meet, on a document where most of them can be applied. */
export const meetings: fc.Arbitrary<BatchSample> = fc
  .record({
    drafts: cards,
    list: fc.array(
      fc.record({
        wish: fc.nat(MEETINGS.length - 1),
        part: fc.nat(2),
        other: fc.nat(2),
        card: fc.nat(1),
        value: fc.nat(11),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ drafts, list }) => ({
    document: shelf(drafts),
    commands: list.map(({ wish, part, other, card, value }) => {
      const parts = ['title', 'text', 'button'] as const
      return MEETINGS[wish]!(
        `${parts[part]!}_${card}`,
        `${parts[other]!}_${card}`,
        at(PAINTS, value),
        at(SAYINGS, value),
        card,
      )
    }),
  }))
