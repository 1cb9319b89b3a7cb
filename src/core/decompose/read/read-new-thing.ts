import type { NewThing } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { filterOf } from './filter-of.ts'
import { readEffect } from './read-effect.ts'
import { readText } from './read-text.ts'
import { readTrailing } from './read-trailing.ts'

export function readNewThings(cursor: Cursor, mayOmitArticle: boolean): NewThing[] | null {
  const things: NewThing[] = []
  for (;;) {
    const thing = cursor.attempt((c) => {
      while (
        things.length > 0 &&
        (c.take('and') || (c.peek().token.kind === 'separator' && c.peek().word === ',' && ++c.at))
      ) {
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
export function readNewThing(cursor: Cursor): NewThing | null {
  return cursor.attempt((c) => {
    c.takeVerb('add')
    const effects: Effect[] = []
    let text: string | null = null
    for (let i = 0; i < 6; i++) {
      const adjective =
        filterOf(c.senses) !== null ||
        c.senses.change !== undefined ||
        c.senses.degree !== undefined ||
        c.peek().token.kind === 'hash' ||
        c.peek().token.kind === 'number' ||
        c.senses.color !== undefined
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
    while (
      c.senses.types === undefined &&
      c.senses.generic !== true &&
      names.length < 4 &&
      c.peek().token.kind === 'word' &&
      !c.atBoundary &&
      hasTypeAhead(c)
    ) {
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
