import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { changeEffects, isUp, propertyChange } from '../read/changes.ts'
import type { Degree } from '../read/changes.ts'
import { readAmount } from '../read/read-amount.ts'
import { lightnessOf, readAfterProperty, readBy, takeColon, readEffect, readEffects } from '../read/read-effect.ts'
import { PLAIN, readReference } from '../read/read-reference.ts'
import { measureEffects, noProperty, readValueFor } from '../read/read-value.ts'
import { IT } from '../reference.ts'
import type { Reference } from '../reference.ts'
import type { Before, Family } from './family.ts'
import { readContent } from './content.ts'
import { fieldOf, impliedField, impliedProperty, ownersField, ownersProperty, propertyOf, thing, thingBeforeWith, thingProperty, withSubject } from './subject.ts'
import type { Subject, SubjectReader } from './subject.ts'

const SUBJECTS: readonly SubjectReader[] = [ownersProperty, thing, thingBeforeWith, thingProperty, propertyOf, impliedProperty, ownersField, fieldOf, impliedField]
const PROPERTIES_FIRST: readonly SubjectReader[] = [propertyOf, ownersProperty, thingProperty, impliedProperty, thing, thingBeforeWith, ownersField, fieldOf, impliedField]

function style(target: Reference, effects: readonly Effect[]): Wish {
  return { kind: 'style', target, effects }
}

/** What a subject shall be: effects of the thing, or the value or change of its property. */
function readPredicate(cursor: Cursor, subject: Subject): Wish | null {
  if (subject.property === null) {
    const each = cursor.takeWord('each')
    void each
    const content = readContent(cursor, false)
    if (content !== null) return style(subject.target, content)
    const field = cursor.peek(-1).senses.grammar === 'should' ? readCapital(cursor) : null
    if (field !== null) return style(subject.target, field)
    const effects = readEffects(cursor)
    return effects === null ? null : style(exceptAfter(cursor, subject.target), effects)
  }
  const effects = readPropertyPredicate(cursor, subject)
  return effects === null ? null : style(subject.target, effects)
}

/** "the title should be Welcome home": a text begins with a capital letter where no look does. */
function readCapital(cursor: Cursor): Effect[] | null {
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    cursor.at++
    return [{ kind: 'content', value: token.word, isUrl: false, quoted: true }]
  }
  if (token.capital !== true || cursor.text === cursor.text.toUpperCase()) return null
  if (cursor.attempt((c) => readEffects(c)) !== null) return null
  const reader = readContent(cursor, true)
  return reader === null ? null : reader(cursor)
}

/** "make all cards red except the first". */
function exceptAfter(cursor: Cursor, target: Reference): Reference {
  if (cursor.senses.grammar !== 'except') return target
  const except = cursor.attempt((c) => {
    c.at++
    return readReference(c, PLAIN)
  })
  if (except === null) return target
  return { ...target, except: except.parts.length > 0 ? except.parts : [except] }
}

function readPropertyPredicate(cursor: Cursor, { property }: Subject): Effect[] | null {
  const first = readAfterProperty(cursor, property!)
  if (first === null) return null
  const more = cursor.attempt((c) => {
    if (!c.take('and') && !c.take('with') && !(c.peek().word === ',' && ++c.at)) return null
    const effects = readEffects(c)
    return effects !== null && (c.atEnd || c.atBoundary) ? effects : null
  })
  return more === null ? first : [...first, ...more]
}

export const make: Family = {
  name: 'make',
  about: 'Makes something look some way.',
  examples: ['make the title bigger and red', 'turn the first card blue', "make the header's background darker"],
  read(cursor, before) {
    if (!cursor.takeVerb('make')) return null
    cursor.takeWord('sure', 'that')
    return withSubject(cursor, SUBJECTS, readPredicate) ?? cursor.attempt(readReversed) ?? (before === null ? null : cursor.attempt(readForIt))
  },
}

/** "... is too big make smaller". */
function readForIt(cursor: Cursor): Wish | null {
  const effects = readEffects(cursor)
  return effects === null ? null : style(IT, effects)
}

/** "make bigger the title". */
function readReversed(cursor: Cursor): Wish | null {
  const effects = readEffect(cursor)
  if (effects === null) return null
  cursor.take('for')
  const target = readReference(cursor, PLAIN)
  return target === null ? null : style(target, effects)
}

export const describe: Family = {
  name: 'describe',
  about: 'Says how something should be.',
  examples: ['the title should be bigger', 'Book now button bigger, red and rounder', 'the cards need more padding', 'header background darker'],
  read(cursor) {
    return withSubject(cursor, SUBJECTS, (c, subject) => {
      if (subject.implied && !c.text) return null
      takeColon(c)
      const modal = c.take('should') || c.take('have') || c.takeWord('get', 'has', 'use')
      if (modal) {
        c.take('too')
        c.take('be')
      }
      return readPredicate(c, subject)
    })
  },
}

/** Complaints: what is too big shall be smaller. */
export const complain: Family = {
  name: 'complain',
  about: 'Says that something is too much; the opposite is done.',
  examples: ['the title is too big', 'the header is too dark'],
  read(cursor) {
    return withSubject(cursor, [ownersProperty, thing, thingProperty, propertyOf], (c, subject) => {
      if (!c.take('be')) return null
      while (c.senses.degree !== undefined || c.senses.filler === true) c.at++
      if (c.peek(-1).word !== 'way' && c.peek(-1).senses.filler !== true) void 0
      const insufficient = c.take('not')
      if (!insufficient && !c.take('too')) return null
      const { change, shade, style: adjective } = c.senses
      const said = change ?? (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined) ?? (adjective?.property === 'borderRadius' && adjective.value === 8 ? 'rounder' : undefined)
      if (said === undefined) return null
      c.at++
      if (insufficient && !c.takeWord('enough')) return null
      const up = insufficient ? isUp(said) : !isUp(said)
      const wanted = COMPLAINTS[said]?.[up ? 1 : 0] ?? null
      if (wanted === null) return null
      const effects = subject.property === null ? changeEffects(wanted, null, null) : (lightnessOf(subject.property, wanted, null, null) ?? propertyChange(subject.property, up, null, null))
      return effects === null ? null : style(subject.target, effects)
    })
  },
}

const COMPLAINTS: Readonly<Record<string, readonly ['smaller' | 'narrower' | 'shorter' | 'darker' | 'sharper' | 'fainter' | 'thinner', 'bigger' | 'wider' | 'taller' | 'lighter' | 'rounder' | 'solider' | 'thicker']>> = {
  bigger: ['smaller', 'bigger'],
  smaller: ['smaller', 'bigger'],
  wider: ['narrower', 'wider'],
  narrower: ['narrower', 'wider'],
  taller: ['shorter', 'taller'],
  shorter: ['shorter', 'taller'],
  higher: ['shorter', 'taller'],
  darker: ['darker', 'lighter'],
  lighter: ['darker', 'lighter'],
  rounder: ['sharper', 'rounder'],
  sharper: ['sharper', 'rounder'],
  fainter: ['fainter', 'solider'],
  solider: ['fainter', 'solider'],
  thicker: ['thinner', 'thicker'],
  thinner: ['thinner', 'thicker'],
}

export const set: Family = {
  name: 'set',
  about: 'Sets a property, or the text, of something to a value.',
  examples: ["set #save_button's width to 112px", 'change the background of the header to navy', 'change text color to white on all dark cards', 'change the title to "Hello"'],
  read(cursor) {
    const assigns = cursor.senses.verb === 'set' || cursor.senses.verb === 'replace'
    if (!cursor.takeVerb('set', 'make', 'give', 'replace')) return null
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => (assigns || (subject.property !== null && subject.property !== 'text' && subject.reader !== impliedField && subject.reader !== fieldOf && subject.reader !== ownersField) ? readAssignment(c, subject) : null))
  },
}

function readAssignment(cursor: Cursor, subject: Subject): Wish | null {
  skipFrom(cursor, subject)
  if (subject.property === null) {
    if (!cursor.take('to') && !cursor.take('into') && !cursor.take('as') && !cursor.take('with') && !cursor.takeWord('in')) {
      if (cursor.take('by')) return scaleBy(cursor, subject.target)
      if (cursor.peek().word === ':' ) cursor.at++
      const effects = readEffects(cursor)
      return effects === null ? null : style(subject.target, effects)
    }
    const content = readContent(cursor, true)
    const effects = cursor.attempt((c) => {
      const read = readEffects(c)
      return read !== null && (c.atEnd || c.atBoundary || c.senses.filler === true) ? read : null
    })
    if (effects !== null) return style(subject.target, effects)
    return content === null ? null : contentWish(cursor, subject.target, content(cursor))
  }
  const linked = cursor.take('to') || cursor.take('with') || cursor.take('as') || cursor.take('be') || cursor.takeWord('in', 'into') || (cursor.peek().word === ':' && ++cursor.at > 0)
  const effects = readFieldValue(cursor, subject, linked) ?? readAfterProperty(cursor, subject.property)
  if (effects === null) return null
  const target = subject.implied ? (readOwner(cursor) ?? subject.target) : subject.target
  return style(target, effects)
}

/** A bare word after "to" is a text only when it looks like one: "to Welcome back", not "to blurple". */
function contentWish(_cursor: Cursor, target: Reference, effects: readonly Effect[]): Wish | null {
  const [content] = effects
  if (content?.kind !== 'content') return null
  const isText = content.quoted || content.isUrl || /^[\p{Lu}\p{N}$€£]/u.test(content.value)
  return isText ? style(target, effects) : null
}

function skipFrom(cursor: Cursor, subject: Subject): void {
  cursor.attempt((c) => {
    if (!c.take('from') && !(c.senses.relation === 'of' && c.peek().word === 'from' && ++c.at)) return null
    const old = subject.property === null ? readEffect(c) : readValueFor(c, subject.property)
    return old !== null && c.senses.grammar === 'to' ? true : null
  })
}

/** "on all dark cards", "for the header", "of the title" after the value. */
function readOwner(cursor: Cursor): Reference | null {
  return cursor.attempt((c) => {
    const { relation } = c.senses
    if (relation !== 'on' && relation !== 'of' && relation !== 'inside' && !c.take('for') && !c.take('to')) return null
    if (relation === 'on' || relation === 'of' || relation === 'inside') c.at++
    return readReference(c, PLAIN)
  })
}

function scaleBy(cursor: Cursor, target: Reference): Wish | null {
  const amount = readAmount(cursor)
  if (amount === null || (amount.unit !== '%' && amount.unit !== 'x' && amount.unit !== null)) return null
  const factor = amount.unit === '%' ? amount.value / 100 : amount.value
  const effects = measureEffects(cursor, 'size', { value: factor, unit: 'x', signed: false })
  return effects === null ? null : style(target, effects)
}

/** Texts and addresses: quoted, or the rest of the clause as it was written. */
function readFieldValue(cursor: Cursor, subject: Subject, linked: boolean): Effect[] | null {
  const { property } = subject
  if (property !== 'text' && property !== 'placeholder' && property !== 'price' && property !== 'alt' && property !== 'href' && property !== 'imageUrl' && property !== 'icon') return null
  if (!linked && cursor.peek().token.kind !== 'quoted' && cursor.peek().token.kind !== 'url') return null
  const read = readContent(cursor, true)
  if (read === null) return null
  const [content] = read(cursor)
  return content === undefined || content.kind !== 'content' ? null : [{ kind: 'set', property, value: content.value }]
}

/** "... and B to 20px", "... and that of B to 20px" after a property was set. */
export const setAgain: Family = {
  name: 'set-again',
  about: 'Another component and value for the property just set.',
  examples: ['set the width of the logo to 80px and the title to 200px'],
  read(cursor, before) {
    const property = before?.wish.kind === 'style' ? propertyOfEffect(before.wish.effects[0]) : null
    if (property === null) return null
    cursor.attempt((c) => {
      c.take('the')
      if (c.senses.pronoun !== 'this' && c.senses.pronoun !== 'one' && c.senses.pronoun !== 'them') return null
      c.at++
      return c.senses.relation === 'of' ? ++c.at : null
    })
    const target = readReference(cursor, PLAIN)
    if (target === null || (!cursor.take('to') && !cursor.take('by'))) return null
    const effects = cursor.peek(-1).senses.grammar === 'by' ? null : readValueFor(cursor, property)
    return effects === null ? null : style(target, effects)
  },
}

function propertyOfEffect(effect: Effect | undefined): Subject['property'] {
  switch (effect?.kind) {
    case 'set':
    case 'adjust':
      return effect.property
    case 'resize':
      return effect.width === undefined ? 'height' : effect.height === undefined ? 'width' : 'size'
    case 'color':
      return effect.aspect === 'text' ? 'textColor' : effect.aspect === 'border' ? 'borderColor' : effect.aspect === 'background' ? 'background' : 'color'
    default:
      return null
  }
}

export const more: Family = {
  name: 'increase',
  about: 'Increases or decreases a property or a size.',
  examples: ['increase the font size of the title by 4px', 'reduce the padding of all cards', 'double the width of the logo', 'enlarge the picture'],
  read(cursor) {
    const verb = cursor.peek()
    const up = verb.senses.verb === 'increase'
    const factor = verb.senses.fraction
    if (factor !== undefined) cursor.at++
    else if (!cursor.takeVerb('increase', 'decrease')) return null
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => {
      const size = c.senses.degree
      if (size !== undefined) c.at++
      const target = subject.implied ? (readOwner(c) ?? subject.target) : subject.target
      const amount = factor === undefined ? readIncrease(c, up) : { value: factor, unit: 'x' as const, signed: false }
      const late = size ?? c.senses.degree
      if (size === undefined && late !== undefined) c.at++
      const owner = subject.implied && target === subject.target ? (readOwner(c) ?? target) : target
      if (amount === 'to') {
        const effects = readValueFor(c, subject.property ?? 'size')
        const after = subject.implied && owner === subject.target ? (readOwner(c) ?? owner) : owner
        return effects === null ? null : style(after, effects)
      }
      const property = subject.property ?? 'size'
      const effects = factor !== undefined && amount !== null ? measureEffects(c, property, amount) : (lightnessFor(property, up) ?? propertyChange(property, up, late ?? null, amount))
      return effects === null ? null : style(owner, effects)
    })
  },
}

function lightnessFor(property: string, up: boolean): Effect[] | null {
  return property === 'color' ? changeEffects(up ? 'lighter' : 'darker', null, null) : null
}

function readIncrease(cursor: Cursor, up: boolean): ReturnType<typeof readAmount> | 'to' {
  if (cursor.senses.grammar === 'to' && cursor.peek(1).token.kind === 'number') {
    cursor.at++
    return 'to'
  }
  const amount = readBy(cursor)
  void up
  return amount
}

export const give: Family = {
  name: 'give',
  about: 'Gives something a look: "give X a shadow", "add padding to X", "put a border on X".',
  examples: ['give the cards a shadow', 'add 8px padding to the header', 'put a 2px gold border on the first card', 'apply a gradient from red to blue to the hero'],
  read(cursor) {
    if (!cursor.takeVerb('give', 'add', 'put')) return null
    return cursor.attempt(readEffectsThenTarget) ?? withSubject(cursor, [thingBeforeWith, thing], (c, subject) => {
      c.take('with')
      const effects = readEffects(c)
      return effects === null ? null : style(subject.target, effects)
    })
  },
}

/** "more padding for the header", "no shadow on the card". */
export const wish: Family = {
  name: 'wish',
  about: 'A look and what shall have it.',
  examples: ['more padding for the header', 'no shadow on the first card', 'darker background for the footer'],
  read: (cursor) => cursor.attempt(readEffectsThenTarget),
}

function readEffectsThenTarget(cursor: Cursor): Wish | null {
  const effects = readAdded(cursor)
  if (effects === null || effects.some((effect) => effect.kind === 'set' && effect.property === 'text')) return null
  const { relation, grammar } = cursor.senses
  if (relation !== 'on' && relation !== 'inside' && relation !== 'of' && grammar !== 'to' && grammar !== 'for' && cursor.peek().word !== 'around' && cursor.peek().word !== 'under' && cursor.peek().word !== 'behind' && relation !== 'between') return null
  cursor.at++
  const target = readReference(cursor, PLAIN)
  return target === null ? null : style(target, effects)
}

/** "add padding" means more of it; "add 8px padding" as much as said, "add a shadow" one. */
function readAdded(cursor: Cursor): Effect[] | null {
  return (
    cursor.attempt((c) => {
      while (c.take('a') || c.take('the')) {
        // articles
      }
      const degree = c.senses.degree
      if (degree !== undefined) c.at++
      const amount = readAmount(c)
      c.attempt((inner) => (inner.senses.relation === 'of' || inner.senses.degree === 'more' ? ++inner.at : null))
      const { property } = c.senses
      if (property !== 'padding' && property !== 'margin' && property !== 'gap' && property !== 'spacing' && property !== 'letterSpacing') return null
      c.at++
      const late = amount ?? c.attempt((inner) => (inner.senses.relation === 'of' && inner.at++, readBy(inner)))
      return propertyChange(property, degree !== 'less', degree === 'more' || degree === 'less' ? null : (degree ?? null), late)
    }) ?? readEffects(cursor)
  )
}

/** "use Georgia for the title" */
export const useFont: Family = {
  name: 'use',
  about: 'Uses a font, or a color, for something.',
  examples: ['use Georgia for the title', 'use "Inter" on all buttons'],
  read(cursor) {
    if (!cursor.takeWord('use', 'using', 'apply')) return null
    cursor.take('the')
    cursor.takeWord('font')
    if (cursor.peek().token.capital !== true && cursor.peek().token.kind !== 'quoted') return null
    const effects = readValueFor(cursor, 'fontFamily')
    if (effects === null) return null
    cursor.takeWord('font')
    const target = readOwner(cursor)
    return target === null ? null : style(target, effects)
  },
}

export const strip: Family = {
  name: 'strip',
  about: 'Takes a look away: "remove the underline from X".',
  examples: ['remove the underline from the link', 'get rid of the shadow on all cards', "remove the header's border"],
  read(cursor) {
    if (!cursor.takeVerb('delete', 'hide')) return null
    return withSubject(cursor, [propertyFrom, ownersProperty, ownersField, thingProperty, impliedProperty], (_c, subject) => {
      if (subject.property === null || subject.property === 'text') return null
      const effects = noProperty(subject.property)
      return effects === null ? null : style(subject.target, effects)
    })
  },
}

const propertyFrom: SubjectReader = (cursor) => {
  while (cursor.take('the') || cursor.take('a') || cursor.senses.quantity === 'all') if (cursor.senses.quantity === 'all') cursor.at++
  const { property, style: adjective } = cursor.senses
  const named = property ?? (adjective?.property === 'borderRadius' ? 'borderRadius' : adjective?.property)
  if (named === undefined) return null
  cursor.at++
  const { relation, grammar, word } = { ...cursor.senses, word: cursor.peek().word }
  if (relation === undefined && grammar !== 'from' && grammar !== 'for' && word !== 'around') return null
  cursor.at++
  const target = readReference(cursor, PLAIN)
  return target === null ? null : { target, property: named as Subject['property'], implied: false }
}

export const effectVerb: Family = {
  name: 'effect',
  about: 'Verbs that say the change themselves: widen, darken, underline, capitalize.',
  examples: ['darken the header', 'widen the logo by 20px', 'underline the link', 'uppercase all buttons'],
  read(cursor) {
    const { verbChange, verbStyle, verb } = cursor.senses
    if (verb !== 'effect') return null
    cursor.at++
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => {
      let degree: Degree | null = null
      for (; c.senses.degree !== undefined; c.at++) if (c.senses.degree !== 'more') degree = c.senses.degree
      if (verbStyle !== undefined) {
        if (subject.property !== null && subject.property !== 'text' && subject.property !== 'font') return null
        return style(subject.target, [{ kind: 'set', property: verbStyle.property, value: verbStyle.value }])
      }
      if (c.take('to')) {
        const to = readAmount(c)
        const effects = to === null ? null : measureEffects(c, verbChange === 'wider' || verbChange === 'narrower' ? 'width' : 'height', to)
        return effects === null ? null : style(subject.target, effects)
      }
      const amount = readBy(c)
      const late = degree ?? c.senses.degree ?? null
      if (degree === null && late !== null) c.at++
      const effects = subject.property === null ? changeEffects(verbChange!, late, amount) : (lightnessOf(subject.property, verbChange!, late, amount) ?? propertyChange(subject.property, isUp(verbChange!), late, amount))
      return effects === null ? null : style(subject.target, effects)
    })
  },
}

/** Effects alone, of what the clause before spoke of: "... and red". */
export const alsoEffects: Family = {
  name: 'also',
  about: 'More effects on what was just spoken of.',
  examples: ['make the title bigger. also bold'],
  read(cursor, before: Before | null) {
    if (before === null || before.wish.kind === 'token') return null
    const effects = readEffects(cursor)
    return effects === null ? null : style(IT, effects)
  },
}

/** "the footer too", "same for the footer", and a bare noun after a style. */
export const again: Family = {
  name: 'again',
  about: 'The same as before on something else.',
  examples: ['make the header blue and the footer too', 'hide the badge, same for the banner'],
  read(cursor, before) {
    if (before === null) return null
    cursor.attempt((c) => {
      c.takeVerb('set', 'make')
      c.takeWord('do')
      c.take('the')
      if (!c.take('same')) return null
      c.takeWord('thing', 'change', 'goes')
      return c.take('for') || c.take('to') || c.take('with') || c.senses.relation === 'of' || c.senses.relation === 'on' ? (c.senses.relation !== undefined && c.at++, true) : null
    })
    const target = readReference(cursor, PLAIN)
    cursor.attempt((c) => (c.take('the') && c.take('same') ? true : null))
    return target === null ? null : { kind: 'again', target }
  },
}

/** "I want bigger buttons": the adjectives before the noun are the wish. */
export const attributive: Family = {
  name: 'attributive',
  about: 'A wish said with the adjective first.',
  examples: ['bigger buttons please', 'a darker header'],
  read(cursor, before) {
    return cursor.attempt((c) => {
      const effects = readEffect(c)
      if (effects === null) return null
      const target = readReference(c, PLAIN)
      return target === null || before?.wish.kind === 'add' ? null : style(target, effects)
    })
  },
}
