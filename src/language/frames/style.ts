import { Cursor } from '../../decompose/cursor.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Effect } from '../../decompose/effect.ts'
import { measureEffects } from '../../decompose/read/measure-effects.ts'
import type { PropertyWord } from '../../decompose/read/changes.ts'
import { changeEffects, isUp, propertyChange } from '../../decompose/read/changes.ts'
import { lightnessOf } from '../../decompose/read/color-aspect.ts'
import { noProperty } from '../../decompose/read/no-property.ts'
import type { ChangeName, VerbName } from '../../decompose/lexicon/senses.ts'
import type { Lexeme } from '../../decompose/lexeme.ts'
import { IT } from '../../decompose/reference.ts'
import { parseColor } from '../../document/color.ts'
import { pairOf } from './paired-looks.ts'
import { ofPlaceholder } from './placeholder-looks.ts'
import type { Built, Fills, Frame, Role } from './frame.ts'
import { colorOn, notLook, someSpacing, supposed } from './look-roles.ts'
import { amount, content, degree, looks, mark, owner, property, quoted, target, value } from './roles.ts'

export function heads(...verbs: readonly VerbName[]): (lexeme: Lexeme) => boolean {
  return ({ senses }) => senses.verb !== undefined && verbs.includes(senses.verb)
}

export function styleOf(fills: Fills, effects: readonly Effect[]): Wish {
  return { kind: 'style', target: fills.target ?? IT, effects }
}

/** A value of the dialect behind a property that was not said to be the target's own. */
const ODD = 3

const FIELDS: ReadonlySet<string> = new Set([
  'text',
  'placeholder',
  'price',
  'alt',
  'href',
  'imageUrl',
  'icon',
])

/** "make the card red", "the title: 20px and bold", "give it a shadow", "set the width of the logo to 112px". */
export const look: Frame = {
  name: 'look',
  heads: heads('make', 'set', 'give', 'put', 'add'),
  verbless: true,
  stake: 'look',
  roles: [target, property, value, colorOn, looks, notLook, supposed, someSpacing, content],
  build(fills, head): Built | null {
    const { property: name, value: said, looks: some, content: text } = fills
    if (name !== undefined) {
      if (said !== undefined && text === undefined && fills.each !== undefined && some === undefined) {
        const paired = pairOf(fills)
        if (paired !== null) return { wish: paired, cost: 0 }
        if (fills.each.length > 1) return null
      }
      if (name === 'placeholder' && some !== undefined && text === undefined) {
        const own = some.map(ofPlaceholder)
        return own.every((effect) => effect !== null) ? { wish: styleOf(fills, own), cost: 0 } : null
      }
      if (said !== undefined && text === undefined) {
        // Nothing of what was said may be left over. "the color select expanded": a thing, before a colour that is a word.
        const isOdd = said.some((effect) => effect.kind === 'own' && effect.key === name)
        return { wish: styleOf(fills, [...said, ...(some ?? [])]), cost: isOdd ? ODD : 0 }
      }
      if (text !== undefined && said === undefined && some === undefined && FIELDS.has(name)) {
        if (name === 'text' && !text.quoted && parseColor(text.value) !== null) return null
        if ((name === 'imageUrl' || name === 'href') && !text.isUrl) return null
        return {
          wish: styleOf(fills, [{ kind: 'set', property: name as 'text', value: text.value }]),
          cost: name === 'text' && !fills.owned ? -2 : 0,
        }
      }
      return null
    }
    if (text !== undefined) {
      if (
        fills.target === undefined ||
        some !== undefined ||
        head?.senses.verb === 'put' ||
        head?.senses.verb === 'give' ||
        head?.senses.verb === 'add'
      )
        return null
      // "set the font size to 24": a number alone is no text of a thing that nothing names.
      if (
        !text.quoted &&
        /^\d+$/.test(text.value) &&
        fills.target.said === null &&
        fills.target.types === null
      )
        return null
      const isText = text.quoted || text.isUrl || /^[\p{Lu}\p{N}$€£+★©]/u.test(text.value)
      return isText ? { wish: styleOf(fills, [text]), cost: head === null ? 2 : 0 } : null
    }
    if (some === undefined) return null
    const isPinned = some.some(({ kind }) => kind === 'pin' || kind === 'span')
    return { wish: pairOf(fills) ?? styleOf(fills, some), cost: isPinned ? -4 : 0 }
  },
}

/** "increase the font size of the title by 4px", "double the logo", "bump the radius to 16 on the cards". */
export const step: Frame = {
  name: 'step',
  heads: ({ senses }) =>
    senses.verb === 'increase' ||
    senses.verb === 'decrease' ||
    (senses.verb !== undefined && senses.fraction !== undefined),
  verbless: false,
  stake: 'look',
  roles: [owner, property, { ...value, marks: mark(['to']), bare: false }, amount, degree],
  build(fills, head) {
    if (fills.target === undefined && fills.property === undefined) return null
    const up = head!.senses.verb === 'increase'
    const factor = head!.senses.fraction
    if (fills.value !== undefined) return { wish: styleOf(fills, fills.value), cost: 0 }
    const name = fills.property ?? 'size'
    if (factor !== undefined) {
      const effects = measureEffects(new Cursor('', [], 0, false), name, {
        value: factor,
        unit: 'x',
        signed: false,
      })
      return effects === null ? null : { wish: styleOf(fills, effects), cost: 0 }
    }
    const effects =
      name === 'color'
        ? changeEffects(up ? 'lighter' : 'darker', fills.degree ?? null, null)
        : propertyChange(name, up, fills.degree ?? null, fills.amount ?? null)
    return effects === null ? null : { wish: styleOf(fills, effects), cost: 0 }
  },
}

/** What a verb of change measures, where it says up to where: "fade it to 60%". */
const MEASURED: Readonly<Partial<Record<ChangeName, PropertyWord>>> = {
  wider: 'width',
  narrower: 'width',
  taller: 'height',
  shorter: 'height',
  fainter: 'opacity',
  solider: 'opacity',
  rounder: 'borderRadius',
  sharper: 'borderRadius',
  looser: 'padding',
  tighter: 'padding',
  thicker: 'borderWidth',
  bigger: 'size',
  smaller: 'size',
}

/** "to 70%": the value itself. */
const exact: Role = { ...amount, name: 'to', marks: mark(['to', 'at']), bare: false }

/** "darken the header", "widen the logo by 20px", "underline the link". */
export const change: Frame = {
  name: 'change',
  heads: heads('effect'),
  verbless: false,
  stake: 'look',
  roles: [owner, property, amount, degree, exact],
  build(fills, head) {
    if (fills.target === undefined && fills.property === undefined) return null
    const { verbChange, verbStyle, ownVerb } = head!.senses
    if (ownVerb !== undefined) {
      const isPlain = fills.property === undefined && fills.amount === undefined && fills.to === undefined
      return isPlain ? { wish: styleOf(fills, [{ kind: 'own', ...ownVerb }]), cost: 0 } : null
    }
    if (fills.to !== undefined) {
      const name = fills.property ?? (verbChange === undefined ? undefined : MEASURED[verbChange])
      const set = name === undefined ? null : measureEffects(new Cursor('', [], 0, false), name, fills.to)
      return set === null ? null : { wish: styleOf(fills, set), cost: 0 }
    }
    if (verbStyle !== undefined) {
      if (fills.amount !== undefined) return null
      if (fills.property !== undefined && fills.property !== 'text' && fills.property !== 'font') return null
      return {
        wish: styleOf(fills, [{ kind: 'set', property: verbStyle.property, value: verbStyle.value }]),
        cost: 0,
      }
    }
    const size = fills.degree ?? null
    const by = fills.amount ?? null
    const effects =
      fills.property === undefined
        ? changeEffects(verbChange!, size, by)
        : (lightnessOf(fills.property, verbChange!, size, by) ??
          propertyChange(fills.property, isUp(verbChange!, fills.property), size, by))
    return effects === null || effects.length === 0 ? null : { wish: styleOf(fills, effects), cost: 0 }
  },
}

/** "the button should say Buy", "write Sold out on the badge", "rename the title to Hello". */
export const write: Frame = {
  name: 'write',
  heads: ({ senses }) =>
    senses.verb === 'rename' ||
    senses.verb === 'write' ||
    senses.grammar === 'say' ||
    senses.grammar === 'says',
  verbless: false,
  stake: 'text',
  roles: [
    { ...target, marks: mark(['for', 'into'], ['of', 'on', 'inside']) },
    property,
    { ...content, bare: true, afterHead: true },
    quoted,
  ],
  build(fills) {
    const { property: name, content: text } = fills
    if (text === undefined || fills.target === undefined) return null
    if (name !== undefined && !FIELDS.has(name)) return null
    return {
      wish: styleOf(fills, [
        name === undefined ? text : { kind: 'set', property: name as 'text', value: text.value },
      ]),
      cost: 0,
    }
  },
}

/** "replace the text of the logo with Fern", "change Old to New". */
export const replace: Frame = {
  name: 'replace',
  heads: heads('replace', 'swap', 'set'),
  verbless: false,
  stake: 'text',
  roles: [{ ...owner, marks: mark(['for'], ['of', 'on', 'inside']) }, property, content],
  build(fills) {
    const { property: name, content: text } = fills
    if (text === undefined || !text.quoted || fills.target === undefined) return null
    if (name !== undefined && !FIELDS.has(name)) return null
    if ((name === 'imageUrl' || name === 'href') && !text.isUrl) return null
    return {
      wish: styleOf(fills, [
        name === undefined ? text : { kind: 'set', property: name as 'text', value: text.value },
      ]),
      cost: 1,
    }
  },
}

/** "remove the shadow from the card", "no underline on the links": the look goes, not the thing. */
export const clear: Frame = {
  name: 'clear',
  heads: ({ senses, word }) => senses.verb === 'delete' || senses.verb === 'hide' || EMPTY.has(word),
  verbless: false,
  stake: 'look',
  roles: [{ ...target, marks: mark(['for', 'from'], ['of', 'on', 'inside']), bare: true }, property],
  build(fills, head) {
    const { property: name } = fills
    if (name === 'text' && EMPTY.has(head!.word))
      return { wish: styleOf(fills, [{ kind: 'set', property: 'text', value: '' }]), cost: -5 }
    if (name === undefined || name === 'text') return null
    const effects = noProperty(name)
    return effects === null ? null : { wish: styleOf(fills, effects), cost: 0 }
  },
}

const EMPTY: ReadonlySet<string> = new Set(['clear', 'empty', 'blank'])

/** Words for what says something: "make the heading "Beds"" gives it that text. */
const SAYING: ReadonlySet<string> = new Set([
  'text',
  'label',
  'caption',
  'title',
  'heading',
  'headline',
  'name',
])

/** "make the rooms heading "Beds"": nothing else is said, so it is what it should say. */
export const retitle: Frame = {
  name: 'retitle',
  heads: heads('make'),
  verbless: false,
  stake: 'text',
  roles: [{ ...target, marks: null }, quoted],
  build(fills) {
    const { target: thing, content: text } = fills
    if (thing === undefined || thing.noun === null || !SAYING.has(thing.noun) || text === undefined)
      return null
    return { wish: styleOf(fills, [text]), cost: 1 }
  },
}
