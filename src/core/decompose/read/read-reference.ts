import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { draftReference, saysSomething } from './draft-reference.ts'
import { readModifiers } from './read-modifiers.ts'
import { readBeforeNoun, readNoun } from './read-noun.ts'

const MAX_PARTS = 200

export interface ReadOptions {
  /** "with ..." describes the thing; otherwise it is left to the caller as what the thing shall get. */
  readonly with: boolean
  /** "'s" and a noun make a thing in a thing; otherwise they are left to the caller as a property. */
  readonly possessive: boolean
  /** A quoted text directly after the noun names it. */
  readonly quotedAfter: boolean
  /** "to the left" may describe a thing. */
  readonly bareSides: boolean
  /** Where a relation is not the thing's but the caller's: "move X | below Y". */
  readonly stopAt?: (cursor: Cursor) => boolean
  /** Exactly two things are named: in the looser reading the second may be a verb by itself. */
  readonly pair?: boolean
  /** Called after each further part of an "and" list; false gives it back. */
  readonly accept?: (cursor: Cursor) => boolean
}

export const PLAIN: ReadOptions = { with: true, possessive: true, quotedAfter: true, bareSides: false }

/** Reads one noun phrase, or several joined by "and" and commas. Linear in what it reads. */
export function readReference(cursor: Cursor, options: ReadOptions): Reference | null {
  const first = readSingle(cursor, options)
  if (first === null) return null
  const parts = [first]
  while (parts.length < MAX_PARTS) {
    const before = cursor.at
    const next = readPart(cursor, options)
    if (next === null) {
      cursor.at = before
      break
    }
    parts.push(next)
  }
  if (parts.length === 1) return first
  return { ...NO_REFERENCE, plural: true, parts: shareNouns(parts), start: first.start, end: parts[parts.length - 1]!.end, phrase: cursor.text.slice(first.start, parts[parts.length - 1]!.end) }
}

function readPart(cursor: Cursor, options: ReadOptions): Reference | null {
  let glue = 0
  while (glue < 2) {
    const { token, senses, word } = cursor.peek()
    if (senses.grammar === 'and' || (token.kind === 'separator' && word === ',')) {
      cursor.at++
      glue++
    } else break
  }
  if (glue === 0) return null
  while (cursor.senses.grammar === 'too' || cursor.senses.filler === true) cursor.at++
  if (beginsClause(cursor) && !(options.pair && cursor.lenient)) return null
  const part = readSingle(cursor, options)
  if (part === null || options.accept?.(cursor) === false) return null
  return part
}

/** A verb after "and" begins the next clause, unless it stands before a noun as its name. */
export function beginsClause(cursor: Cursor): boolean {
  const { verb, types } = cursor.senses
  if (verb === undefined) return false
  if (types === undefined) return true
  const next = cursor.peek(1)
  return next.senses.grammar === 'the' || next.token.kind === 'hash' || next.senses.pronoun === 'it'
}

/**
 * "the first and third cards", "the first card and the third", "the cancel and send buttons": a part without a noun has
 * that of its neighbour.
 */
function shareNouns(parts: readonly Reference[]): Reference[] {
  const last = parts[parts.length - 1]!
  const isShared = last.types !== null && last.plural && last.quantity === null && last.ordinals.length === 0 && parts.slice(0, -1).every((part) => part.types === null && part.id === null && part.pronoun === null)
  return parts.map((part, i) => {
    if (isShared && last.names.length > 0) return { ...part, types: last.types, role: last.role, noun: last.noun, plural: false, relations: part.relations.length > 0 ? part.relations : last.relations }
    const bare = part.types === null && part.id === null && part.quoted === null && part.names.length === 0 && part.pronoun === null && !part.generic
    if (!bare) return part
    const donor = parts[i - 1]?.types ? parts[i - 1]! : parts.slice(i + 1).find((other) => other.types !== null || other.names.length > 0)
    return donor === undefined ? part : { ...part, types: donor.types, role: donor.role, noun: donor.noun, names: donor.names, plural: false, relations: part.relations.length > 0 ? part.relations : donor.relations }
  })
}

/** Reads one noun phrase with all that describes it. */
export function readSingle(cursor: Cursor, options: ReadOptions): Reference | null {
  const begin = cursor.at
  const draft = draftReference()
  draft.start = cursor.peek().start
  readBeforeNoun(cursor, draft)
  const isPronoun = draft.pronoun !== null
  if (!isPronoun) readNoun(cursor, draft)
  if (cursor.at === begin || !saysSomething(draft)) {
    cursor.at = begin
    return null
  }
  settle(cursor, draft)
  if (!isPronoun || cursor.senses.grammar === 'except') readModifiers(cursor, draft, options)
  settle(cursor, draft)
  return draft
}

function settle(cursor: Cursor, draft: { start: number; end: number; phrase: string }): void {
  draft.end = cursor.peek(-1).end
  draft.phrase = cursor.text.slice(draft.start, draft.end)
}
