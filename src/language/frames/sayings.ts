import { isAddress } from '../../decompose/read/read-content.ts'
import { likeEffect } from '../../decompose/read/like-effect.ts'
import { noProperty } from '../../decompose/read/no-property.ts'
import { Cursor } from '../../decompose/cursor.ts'
import { measureEffects } from '../../decompose/read/measure-effects.ts'
import { NO_REFERENCE } from '../../decompose/reference.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Read } from '../phrases/read.ts'
import { away, leads, scaling, screens, taking, using } from '../lexicon/saying-words.ts'
import type { Chart } from './chart.ts'
import { NOTHING_GIVEN } from './frame.ts'
import type { Frame, Role } from './frame.ts'
import { amount, content, mark, owner, place, property, quoted, target } from './roles.ts'
import { styleOf } from './style.ts'
import { inside } from './corners.ts'
import { fontName } from './look-roles.ts'
import { way } from './structure.ts'

const moved: Role = { ...target, marks: null }
const WERE = mark(['was', 'be'])

/** "I want the cover below the title", "we need the logo on the right side": a wish for a place, as "should be" is. */
export const want: Frame = {
  name: 'want',
  heads: ({ senses, word }) => (senses.frame === true && WANTING.test(word)) || SUPPOSING.test(word),
  verbless: false,
  stake: 'structure',
  roles: [moved, { ...place, marks: WERE, after: ['target'] }, { ...way, marks: WERE, after: ['target'] }],
  build(fills) {
    if (fills.target === undefined || fills.target.pronoun !== null) return null
    if (fills.place !== undefined && fills.wish === undefined)
      return { wish: { kind: 'move', target: fills.target, place: fills.place }, cost: 2 }
    return fills.wish !== undefined && fills.place === undefined
      ? { wish: fills.wish(fills.target), cost: 2 }
      : null
  },
}

/** "it would be nice if the logo was below the title" */
const SUPPOSING = /(?:^| )if$/

/** Ends of what opens a wish for a thing: "i want", "i would like to see", "how about". */
const WANTING = /(?:^| )(?:want|need|like|love|prefer|see|have|about)$/

/** "the logo should lead to /home", "make the button open https://a.example/": where something leads. */
export const lead: Frame = {
  name: 'lead',
  heads: ({ word, senses }) => leads.has(word) || (senses.grammar === 'should' && word.endsWith(' go')),
  verbless: false,
  opens: ({ senses }) => senses.verb === 'make',
  stake: 'text',
  roles: [
    moved,
    {
      name: 'content',
      marks: mark(['to', 'at', 'with']),
      bare: true,
      read(chart, at) {
        const { token } = chart.lexemes[at]!
        return token.kind === 'url' || (token.kind === 'quoted' && isAddress(token.word))
          ? [
              {
                value: { kind: 'content', value: token.word, isUrl: true, quoted: token.kind === 'quoted' },
                end: at + 1,
                cost: 0,
              },
            ]
          : []
      },
    },
  ],
  build: ({ target: thing, content }) =>
    thing === undefined || content === undefined
      ? null
      : {
          wish: styleOf({ target: thing }, [{ kind: 'set', property: 'href', value: content.value }]),
          cost: 0,
        },
}

/** "the page": all there is, so that it says nothing of what is taken off it. */
function readWhole(chart: Chart, at: number): Read<Reference> | null {
  const next = chart.lexemes[at]!.senses.grammar === 'the' ? at + 1 : at
  return screens.has(chart.lexemes[next]?.word ?? '')
    ? { value: NO_REFERENCE, end: next + 1, cost: -2 }
    : null
}

/** "take the border off the field", "take the price off the second card", "take the notice away": a look or a thing goes. */
export const takeOff: Frame = {
  name: 'take-off',
  heads: ({ word }) => taking.has(word),
  verbless: false,
  stake: 'destroy',
  roles: [
    { ...target, marks: mark([], ['of', 'on']) },
    property,
    {
      name: 'gone',
      marks: null,
      bare: true,
      read: (chart, at) => (away.has(chart.lexemes[at]!.word) ? [{ value: true, end: at + 1, cost: 0 }] : []),
    },
    {
      ...owner,
      name: 'other',
      after: ['gone'],
      read(chart, at) {
        const whole = readWhole(chart, at)
        return whole === null ? owner.read(chart, at, NOTHING_GIVEN) : [whole]
      },
    },
  ],
  build({ target: thing, property: name, gone, other }) {
    if (gone !== true) return null
    if (name !== undefined) {
      const effects =
        name === 'text' || (thing !== undefined && other !== undefined) ? null : noProperty(name)
      const bearer = other ?? thing
      return effects === null || bearer === undefined || bearer === NO_REFERENCE
        ? null
        : { wish: styleOf({ target: bearer }, effects), cost: 0 }
    }
    if (thing === undefined) return null
    const from = other === undefined || other === NO_REFERENCE ? thing : inside(thing, other)
    return { wish: { kind: 'delete', target: from }, cost: 0 }
  },
}

/** "the title is wrong, change to "Sale"", "..., must be "Sale"": a new text for what was spoken of. */
export const reword: Frame = {
  name: 'reword',
  heads: ({ senses }) =>
    senses.verb === 'set' ||
    senses.verb === 'replace' ||
    senses.verb === 'rename' ||
    senses.grammar === 'should' ||
    senses.grammar === 'say',
  verbless: false,
  stake: 'text',
  roles: [content, { ...quoted, after: [], afterHead: true }],
  build({ content: text }, head) {
    if (text === undefined || (!text.quoted && !/^[\p{Lu}\p{N}$€£+]/u.test(text.value))) return null
    const isModal = head!.senses.grammar === 'should'
    return text.quoted || !isModal ? { wish: styleOf({}, [text]), cost: isModal ? 1 : 0 } : null
  },
}

/** "name the copy "Ask Bo"": a noun that is a verb where it comes first. */
export const nameIt: Frame = {
  name: 'name',
  heads: ({ word }) => word === 'name' || word === 'title' || word === 'label',
  verbless: false,
  stake: 'text',
  roles: [
    { ...moved, afterHead: true },
    { ...content, bare: true, afterHead: true },
    { ...quoted, after: ['target'] },
  ],
  build(fills) {
    const { target: thing, content: text } = fills
    if (thing === undefined || text === undefined) return null
    if (!text.quoted && (thing.pronoun === null || !/^\p{Lu}/u.test(text.value))) return null
    return { wish: styleOf(fills, [text]), cost: 1 }
  },
}

/** "scale the logo by 50%", "resize the card to 120%": a share or a factor of what it is. */
export const scale: Frame = {
  name: 'scale',
  heads: ({ word }) => scaling.has(word),
  verbless: false,
  stake: 'look',
  roles: [{ ...owner, bare: true }, property, { ...amount, marks: mark(['by', 'to', 'at']) }],
  build(fills) {
    const { target: thing, amount: by, property: name } = fills
    if (
      (thing === undefined && name === undefined) ||
      by === undefined ||
      by.signed ||
      (by.unit !== '%' && by.unit !== 'x')
    )
      return null
    const value = by.unit === '%' ? by.value / 100 : by.value
    const effects = measureEffects(new Cursor('', [], 0, false), name ?? 'size', {
      value,
      unit: 'x',
      signed: false,
    })
    return effects === null ? null : { wish: styleOf(fills, effects), cost: 0 }
  },
}

/** "use Georgia for the intro": a font is called by its name. */
export const useFont: Frame = {
  name: 'use-font',
  heads: ({ word }) => using.has(word),
  verbless: false,
  stake: 'look',
  roles: [
    { ...target, marks: mark(['for', 'to'], ['on', 'inside']), bare: false, after: ['looks'] },
    fontName,
  ],
  build: (fills) =>
    fills.target === undefined || fills.looks === undefined
      ? null
      : { wish: styleOf(fills, fills.looks), cost: 0 },
}

/** "the same background for the footer as the header": the look of another, with what shall get it in between. */
export const sameAs: Frame = {
  name: 'same-as',
  heads: ({ senses }) => senses.grammar === 'same',
  verbless: false,
  opens: ({ senses }) => senses.grammar === 'the' || senses.verb === 'give' || senses.verb === 'set',
  stake: 'look',
  roles: [
    { ...property, afterHead: true },
    { ...target, marks: mark(['for', 'to'], ['on', 'inside']), after: ['property'] },
    {
      ...target,
      name: 'other',
      after: ['target'],
      marks: ({ senses, word }) => senses.grammar === 'as' || word === 'like',
      bare: false,
      // "as for the header", "as on the card"
      read(chart, at) {
        const { grammar, relation } = chart.lexemes[at]!.senses
        const from = grammar === 'for' || relation === 'on' || relation === 'inside' ? at + 1 : at
        if (from >= chart.length) return []
        return target
          .read(chart, from, NOTHING_GIVEN)
          .map((read) =>
            HAS.has(chart.lexemes[read.end]?.word ?? '') ? { ...read, end: read.end + 1 } : read,
          )
      },
    },
  ],
  build(fills) {
    if (fills.target === undefined || fills.other === undefined || fills.property === undefined) return null
    const effects = likeEffect(fills.property, fills.other)
    return effects === null ? null : { wish: styleOf(fills, effects), cost: 0 }
  },
}

/** "as the footer has" */
const HAS: ReadonlySet<string> = new Set(['has', 'have', 'does', 'do', 'is', 'are'])
