import type { NewThing } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { PlaceWish } from '../effect.ts'
import { readEffect } from '../read/read-effect.ts'
import { readPlace } from '../read/read-place.ts'
import { filterOf } from '../read/read-noun.ts'
import { PLAIN, readReference } from '../read/read-reference.ts'
import type { ReadOptions } from '../read/read-reference.ts'
import { beginsPlace } from '../read/read-place.ts'
import type { Effect } from '../effect.ts'
import type { Family } from './family.ts'
import { endsClause } from './subject.ts'

/** A list of targets that is not the start of "header blue": a part followed by an effect is another clause's. */
const LISTED: ReadOptions = {
  ...PLAIN,
  accept: (cursor) => cursor.atEnd || cursor.atBoundary || cursor.senses.filler === true || cursor.senses.grammar === 'too' || cursor.senses.relation !== undefined || cursor.senses.grammar === 'to' || cursor.senses.grammar === 'with',
}

/** Delete, hide and show read the same: a verb and its targets. */
function targetFamily(name: string, about: string, verb: 'delete' | 'hide' | 'show', examples: readonly string[]): Family {
  return {
    name,
    about,
    examples,
    read(cursor) {
      if (!cursor.takeVerb(verb)) return null
      const target = readReference(cursor, LISTED)
      if (target === null) return null
      if (cursor.senses.relation === 'on' || cursor.senses.relation === 'of' || cursor.senses.relation === 'inside') skipScreen(cursor)
      if (verb === 'delete') return { kind: 'delete', target }
      return { kind: 'style', target, effects: [{ kind: 'set', property: 'hidden', value: verb === 'hide' }] }
    },
  }
}

function skipScreen(cursor: Cursor): void {
  cursor.attempt((c) => {
    c.at++
    c.take('the')
    return c.takeWord('screen', 'page', 'view', 'app', 'layout', 'document') ? true : null
  })
}

export const remove: Family = targetFamily('delete', 'Deletes components with all they contain.', 'delete', ['delete the divider', 'get rid of the promo badge', 'remove both badges'])
export const hide: Family = targetFamily('hide', 'Hides components; they keep their places.', 'hide', ['hide the banner', 'hide every card except the first'])
export const show: Family = targetFamily('show', 'Shows hidden components.', 'show', ['show the banner', 'unhide the promo'])

export const duplicate: Family = {
  name: 'duplicate',
  about: 'Copies components; the copy stands after its original unless a place is said.',
  examples: ['duplicate the first card', 'copy the button and put it below the image', 'make a copy of the footer'],
  read(cursor) {
    if (!cursor.takeVerb('duplicate')) return null
    const target = readReference(cursor, { ...LISTED, stopAt: beginsPlace })
    if (target === null) return null
    const count = readTimes(cursor)
    cursor.attempt((c) => (c.take('and') && c.takeVerb('put', 'move', 'add') && c.senses.pronoun !== undefined ? (c.at++, true) : null))
    const place = readPlace(cursor)
    return { kind: 'duplicate', target, place, count }
  },
}

function readTimes(cursor: Cursor): number {
  return (
    cursor.attempt((c) => {
      const { token, senses } = c.peek()
      if (senses.fraction !== undefined && senses.fraction >= 2 && Number.isInteger(senses.fraction)) {
        c.at++
        return senses.fraction
      }
      const count = token.kind === 'number' ? token.value! : senses.number
      if (count === undefined || !Number.isInteger(count)) return null
      c.at++
      return c.takeWord('times', 'x') || token.unit === 'x' ? count : null
    }) ?? 1
  )
}

export const wrap: Family = {
  name: 'wrap',
  about: 'Puts components into a new container.',
  examples: ['wrap the title and the subtitle in a container', 'group the first two cards'],
  read(cursor) {
    const grouping = cursor.senses.verb === 'group'
    if (!cursor.takeVerb('wrap', 'group', 'put')) return null
    const isPut = cursor.peek(-1).senses.verb === 'put'
    const target = readReference(cursor, { ...LISTED, stopAt: (c) => c.senses.relation === 'inside' || c.senses.grammar === 'into' })
    if (target === null) return null
    cursor.takeWord('together')
    cursor.skipFillers()
    const named = cursor.attempt((c) => {
      if (c.senses.relation !== 'inside' && !c.take('into') && !c.take('with') && !c.take('as')) return null
      if (c.senses.relation === 'inside') c.at++
      if (!c.take('a')) return null
      return readNewThing(c)
    })
    if (named === null && (!grouping || isPut)) return null
    const container: NewThing = named ?? { type: 'container', noun: 'container', text: null, effects: [] }
    return { kind: 'wrap', target, container, each: target.quantity === 'each' }
  },
}

/** "a button "Contact" after the map", without a verb or after "I need". */
export const addBare: Family = {
  name: 'need',
  about: 'Names a new component and its place.',
  examples: ['a button "Contact" after the map'],
  read(cursor) {
    const begin = cursor.at
    if (cursor.senses.grammar !== 'a') return null
    const things = readThings(cursor, false)
    const place = readPlace(cursor)
    if (things?.length !== 1 || place === null || cursor.at === begin) return null
    return { kind: 'add', things: [{ ...things[0]!, text: things[0]!.text ?? readText(cursor) }], place, count: 1 }
  },
}

export const add: Family = {
  name: 'add',
  about: 'Adds a component, with a text, a look and a place.',
  examples: ['add a button that says "Buy now" below the title', 'insert a divider before the footer', 'put a heading "Reviews" above the map'],
  read(cursor) {
    if (!cursor.takeVerb('add', 'put', 'give', 'make', 'duplicate')) return null
    const verb = cursor.peek(-1)
    if (verb.senses.verb === 'make' && verb.word !== 'make') return null
    if (verb.senses.verb === 'duplicate') return null
    const place0 = verb.senses.verb === 'add' || verb.senses.verb === 'put' ? cursor.attempt((c) => readFront(c)) : null
    const count = readCount(cursor)
    const things = readThings(cursor, verb.senses.verb === 'add' || count > 1)
    if (things === null) return null
    let place = place0 ?? readPlace(cursor)
    const last = things[things.length - 1]!
    const text = last.text ?? readText(cursor)
    place ??= readPlace(cursor)
    const effects = [...last.effects, ...readTrailing(cursor)]
    place ??= readPlace(cursor)
    if (place === null && (verb.senses.verb === 'give' || verb.senses.verb === 'make')) return null
    const tail = text ?? readText(cursor)
    return { kind: 'add', things: [...things.slice(0, -1), { ...last, text: tail, effects }], place, count }
  },
}

/** "below the title add a button" keeps its place behind the verb as well: "add below the title a button". */
function readFront(cursor: Cursor): PlaceWish | null {
  const place = readPlace(cursor)
  return place !== null && cursor.senses.grammar === 'a' ? place : null
}

function readCount(cursor: Cursor): number {
  const { senses, token } = cursor.peek()
  const count = senses.number ?? (token.kind === 'number' && token.unit === undefined ? token.value : undefined)
  if (count === undefined || count < 1 || !Number.isInteger(count) || cursor.peek(1).senses.plural !== true) return 1
  cursor.at++
  return count
}

function readThings(cursor: Cursor, mayOmitArticle: boolean): NewThing[] | null {
  const things: NewThing[] = []
  for (;;) {
    const thing = cursor.attempt((c) => {
      while (things.length > 0 && (c.take('and') || (c.peek().token.kind === 'separator' && c.peek().word === ',' && ++c.at))) {
        // connectors between things
      }
      const article = c.take('a') || (c.take('the') && false)
      c.takeWord('new', 'additional', 'extra', 'brand new', 'more')
      if (c.senses.verb === 'add' && c.peek().word === 'new') c.at++
      if (!article && !(mayOmitArticle && (things.length === 0 || c.senses.types !== undefined))) return null
      return readNewThing(c)
    })
    if (thing === null) return things.length === 0 ? null : things
    things.push(thing)
  }
}

/** Reads a noun for a new component, with adjectives before it and its text after it. */
function readNewThing(cursor: Cursor): NewThing | null {
  return cursor.attempt((c) => {
    c.takeVerb('add')
    const effects: Effect[] = []
    let text: string | null = null
    for (let i = 0; i < 6; i++) {
      const adjective = filterOf(c.senses) !== null || c.senses.change !== undefined || c.senses.degree !== undefined || c.peek().token.kind === 'hash' || c.peek().token.kind === 'number' || (c.senses.color !== undefined)
      if (!adjective) break
      const effect = readEffect(c)
      if (effect === null) return null
      effects.push(...effect)
      if (c.peek().token.kind === 'separator' || c.senses.grammar === 'and') c.at++
    }
    if (c.peek().token.kind === 'quoted') {
      text = c.peek().token.word
      c.at++
    }
    const names: string[] = []
    while (c.senses.types === undefined && c.senses.generic !== true && names.length < 4 && c.peek().token.kind === 'word' && !c.atBoundary && hasTypeAhead(c)) {
      names.push(c.text.slice(c.peek().start, c.peek().end))
      c.at++
    }
    const { types, generic, role } = c.senses
    if (types === undefined && generic !== true) return null
    let noun = c.peek().word
    let type = role === 'cta' ? 'button' : (types?.[0]?.[0] ?? 'container')
    c.at++
    if (c.senses.types !== undefined && text === null) {
      names.push(c.text.slice(c.peek(-1).start, c.peek(-1).end))
      noun = c.peek().word
      type = c.senses.types[0]![0]!
      c.at++
    }
    if (names.length > 0 && text === null) text = names.join(' ')
    text ??= readText(c)
    effects.push(...readTrailing(c))
    text ??= readText(c)
    return { type: type === 'cta' ? 'button' : type, noun, text, effects }
  })
}

function hasTypeAhead(cursor: Cursor): boolean {
  for (let ahead = 1; ahead < 5; ahead++) {
    const lexeme = cursor.peek(ahead)
    if (lexeme.token.kind !== 'word' || lexeme.senses.relation !== undefined || lexeme.senses.grammar !== undefined) return false
    if (lexeme.senses.types !== undefined) return true
  }
  return false
}

/** `"Buy now"`, `that says "Buy now"`, `with the text Buy now`, `called Reviews`. */
function readText(cursor: Cursor): string | null {
  return cursor.attempt((c) => {
    const says = c.take('says') || c.take('say')
    if (c.peek().token.kind === 'separator' && c.peek().word === ':') c.at++
    const { token } = c.peek()
    if (token.kind === 'quoted') {
      c.at++
      return token.word
    }
    if (!says) return null
    const start = c.peek().start
    let end = start
    while (!c.atEnd && !c.atBoundary && c.senses.relation === undefined && c.senses.filler !== true && c.senses.grammar !== 'at' && c.senses.grammar !== 'to') {
      end = c.peek().end
      c.at++
    }
    return end === start ? null : c.text.slice(start, end)
  })
}

/** "with a red background", "in bold". */
function readTrailing(cursor: Cursor): Effect[] {
  const effects: Effect[] = []
  for (let i = 0; i < 8; i++) {
    const effect = cursor.attempt((c) => {
      const joined = c.take('and')
      if (!c.take('with') && !joined && c.senses.grammar !== 'without' && !(c.senses.relation === 'inside' && c.peek().word === 'in' && !beginsPlace(c))) return null
      const read = readEffect(c)
      return read !== null && (endsClause(c) || c.senses.relation !== undefined || c.senses.grammar === 'with' || c.senses.grammar === 'at' || c.senses.grammar === 'to') ? read : null
    })
    if (effect === null) return effects
    effects.push(...effect)
  }
  return effects
}
