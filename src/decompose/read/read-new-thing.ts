import type { NewThing } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { filterOf } from './filter-of.ts'
import { readEffect } from './read-effect.ts'
import { readText } from './read-text.ts'
import { readTrailing } from './read-trailing.ts'

const MAX_LOOKS = 6
const MAX_NAMES = 4

/** Reads new components joined by "and" and commas; each but the first of a list after "add" has its article. */
export function readNewThings(cursor: Cursor, mayOmitArticle: boolean): NewThing[] | null {
  const things: NewThing[] = []
  for (;;) {
    const thing = cursor.attempt((c) => {
      if (things.length > 0) skipConnectors(c)
      const article = c.take('a') || takeOne(c)
      if (!article) c.take('the')
      c.takeWord('new', 'additional', 'extra', 'brand new', 'more')
      if (c.senses.verb === 'add' && c.peek().word === 'new') c.at++
      if (!article && !(mayOmitArticle && (things.length === 0 || c.senses.types !== undefined))) return null
      return readNewThing(c)
    })
    if (thing === null) return things.length === 0 ? null : things
    things.push(thing)
  }
}

/** "put one text ...": in other languages the article is the number. */
function takeOne(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return (
    (next.senses.types !== undefined || next.word === 'more' || next.word === 'new') && cursor.takeWord('one')
  )
}

function skipConnectors(cursor: Cursor): void {
  while (cursor.take('and') || cursor.takeSeparator(',')) {
    // "and", ",", ", and"
  }
}

/** Reads a noun for a new component, with adjectives before it and its text after it. */
export function readNewThing(cursor: Cursor): NewThing | null {
  return cursor.attempt((c) => {
    c.takeVerb('add')
    const effects = readLooks(c)
    if (effects === null) return null
    let text: string | null = null
    if (c.peek().token.kind === 'quoted') {
      text = c.peek().token.word
      c.at++
    }
    const names = readNames(c)
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

/** "red", "big, bold": adjectives before the noun. Null where one cannot be read. */
function readLooks(cursor: Cursor): Effect[] | null {
  const effects: Effect[] = []
  for (let i = 0; i < MAX_LOOKS && isLook(cursor); i++) {
    const effect = readEffect(cursor)
    if (effect === null) return null
    effects.push(...effect)
    if (cursor.peek().token.kind === 'separator' || cursor.senses.grammar === 'and') cursor.at++
  }
  return effects
}

function isLook(cursor: Cursor): boolean {
  const { senses, token } = cursor.peek()
  return (
    filterOf(senses) !== null ||
    senses.change !== undefined ||
    senses.degree !== undefined ||
    token.kind === 'hash' ||
    token.kind === 'number'
  )
}

/** "Buy now" of "a Buy now button": the words before the noun, as they were written. */
function readNames(cursor: Cursor): string[] {
  const names: string[] = []
  while (
    cursor.senses.types === undefined &&
    cursor.senses.generic !== true &&
    names.length < MAX_NAMES &&
    cursor.peek().token.kind === 'word' &&
    !cursor.atBoundary &&
    hasTypeAhead(cursor)
  ) {
    names.push(cursor.text.slice(cursor.peek().start, cursor.peek().end))
    cursor.at++
  }
  return names
}

function hasTypeAhead(cursor: Cursor): boolean {
  for (let ahead = 1; ahead < 5; ahead++) {
    const lexeme = cursor.peek(ahead)
    if (
      lexeme.token.kind !== 'word' ||
      lexeme.senses.relation !== undefined ||
      lexeme.senses.grammar !== undefined
    )
      return false
    if (lexeme.senses.types !== undefined) return true
  }
  return false
}
