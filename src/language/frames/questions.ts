import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { filterOf } from '../../decompose/read/filter-of.ts'
import { PLAIN } from '../../decompose/read/read-options.ts'
import { readReference } from '../../decompose/read/read-reference.ts'
import { takeOneOf } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import type { Spoken } from './frame.ts'
import { isEnd, PAGE, readThing, skipPage, takeIs, wordSet } from './words.ts'

type Ask = 'count' | 'list' | 'exists' | 'contents'

function asked(target: Reference, ask: Ask): Wish {
  const what = target.phrase.replace(/^(?:the|a|an|any|all|all the|every|each|some)\s+/i, '')
  const whole: Reference =
    ask === 'contents'
      ? target
      : { ...target, indefinite: false, plural: true, quantity: target.quantity ?? 'all' }
  return { kind: 'act', target: whole, act: { kind: 'ask', ask, what } }
}

/** A thing or kind of thing, known or not: "a search box", "any links". */
function readAny(cursor: Cursor): Reference | null {
  cursor.takeWord('any', 'some')
  return readReference(cursor, PLAIN)
}

/** Ends a question about the page: "are there", "does this page have", "do we have on the screen". */
function skipTail(cursor: Cursor, target: Reference): Reference {
  let held = target
  for (let i = 0; i < 3; i++) {
    if (skipPage(cursor)) continue
    if (
      cursor.attempt((c) => {
        if (!c.take('be') && !c.takeWord('exist', 'exists')) return null
        c.takeWord('there', 'used', 'shown', 'visible')
        return true
      }) === true
    )
      continue
    const owner = cursor.attempt((c) => {
      if (!c.takeWord('does', 'do', 'has', 'have', 'did')) return null
      const by = c.attempt((inner) => {
        if (inner.takeWord('we', 'i', 'you')) return 'page'
        if (inner.senses.pronoun === 'it' && inner.peek().word === 'it')
          return inner.at++ >= 0 ? 'page' : null
        while (inner.take('the') || inner.takeWord('this'));
        return takeOneOf(inner, PAGE) ? 'page' : null
      })
      const thing = by === null ? readThing(c) : null
      if (by === null && thing === null) return null
      c.takeWord('have', 'has', 'contain', 'contains', 'use', 'hold', 'include', 'got')
      return thing ?? 'page'
    })
    if (owner !== null && owner !== 'page') held = inside(held, owner)
    if (owner === null) {
      const anchor = cursor.attempt((c) => {
        if (c.senses.relation !== 'inside' && c.senses.relation !== 'on') return null
        c.at++
        return readThing(c)
      })
      if (anchor === null) break
      held = inside(held, anchor)
    }
  }
  return held
}

function inside(target: Reference, anchor: Reference): Reference {
  return { ...target, relations: [...target.relations, { kind: 'relation', relation: 'inside', anchor }] }
}

/** "how many buttons are there", "how many cards are in the pricing section". */
function readCount(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('how') || !cursor.takeWord('many')) return null
  const target = readAny(cursor)
  if (target === null) return null
  const held = skipTail(cursor, target)
  return isEnd(cursor) ? asked(held, 'count') : null
}

/** "what's in the footer", "what does the hero contain". */
function readContents(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('what', 'whats', "what's")) return null
  if (cursor.takeWord('does', 'do')) {
    const target = readThing(cursor)
    return target !== null &&
      cursor.takeWord('contain', 'contains', 'hold', 'include', 'have') &&
      isEnd(cursor)
      ? asked(target, 'contents')
      : null
  }
  takeIs(cursor)
  if (cursor.senses.relation !== 'inside') return null
  cursor.at++
  const target = readThing(cursor)
  return target !== null && isEnd(cursor) ? asked(target, 'contents') : null
}

/** "is there a search box", "are there any links in the footer", "do we have a logo". */
function readExists(cursor: Cursor): Wish | null {
  const isThere = cursor.takeWord('is', 'are') && cursor.takeWord('there')
  if (!isThere) {
    if (!cursor.takeWord('do', 'does')) return null
    const isOurs =
      cursor.takeWord('we', 'i', 'it') ||
      cursor.attempt((c) => {
        while (c.take('the') || c.takeWord('this'));
        return takeOneOf(c, PAGE) ? true : null
      }) === true
    if (!isOurs || !cursor.takeWord('have', 'contain', 'include')) return null
  }
  const target = readAny(cursor)
  if (target === null) return null
  const held = skipTail(cursor, target)
  return isEnd(cursor) ? asked(held, 'exists') : null
}

/** "list all links", "which buttons are red", "what links are in the footer", "where is the logo". */
function readList(cursor: Cursor): Wish | null {
  if (cursor.takeWord('where')) {
    if (!cursor.take('be')) return null
    const target = readThing(cursor)
    return target !== null && isEnd(cursor) ? asked(target, 'list') : null
  }
  const isList = cursor.takeWord('list', 'find', 'enumerate')
  if (!isList && !cursor.takeWord('which', 'what')) return null
  if (isList) cursor.takeWord('me', 'out')
  const target = readAny(cursor)
  if (target === null || (isList && !target.plural && target.quantity === null)) return null
  const filtered = isList ? target : withFilter(cursor, target)
  const held = skipTail(cursor, filtered)
  return isEnd(cursor) && (isList || held !== target || target.relations.length > 0)
    ? asked(held, 'list')
    : null
}

/** "... are red", "... is hidden". */
function withFilter(cursor: Cursor, target: Reference): Reference {
  return (
    cursor.attempt((c) => {
      if (!c.take('be')) return null
      const filter = filterOf(c.senses)
      if (filter === null) return c.takeWord('there') ? { ...target } : null
      const phrase = `${c.peek().word} ${target.phrase}`
      c.at++
      return { ...target, phrase, filters: [...target.filters, filter] }
    }) ?? target
  )
}

/** "does it look good": nobody here can say. */
function readOpinion(cursor: Cursor): Wish | null {
  if (!cursor.takeWord('does', 'do', 'is', 'are') && !cursor.takeWord('should i', 'should we')) return null
  // "hide it, is ugly" says why: a question asks of something.
  if (cursor.senses.vague === true || !cursor.hasAhead(({ senses }) => senses.vague === true)) return null
  while (!cursor.atEnd && cursor.peek().token.kind !== 'separator') cursor.at++
  return { kind: 'deed', deed: { kind: 'out-of-scope', about: 'judgement' } }
}

const ASKING: ReadonlySet<string> = wordSet(
  'how|what|which|whats|is|are|do|does|list|find|enumerate|where|why|should',
)

const question = (name: string, read: Spoken['read'], cost = -2): Spoken => ({
  name,
  stake: 'look',
  cost,
  needs: ASKING,
  read,
})

export const questions: readonly Spoken[] = [
  question('ask-count', readCount),
  question('ask-contents', readContents),
  question('ask-exists', readExists),
  question('ask-list', readList, 0),
  question('ask-opinion', readOpinion, 2),
]
