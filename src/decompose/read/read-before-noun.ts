import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import { IT } from '../reference.ts'
import type { Lexeme } from '../lexeme.ts'
import type { DraftReference } from './draft-reference.ts'
import { hasAnything } from './draft-reference.ts'
import { isListGlue, isName, nounFollows, startsObject } from './noun-words.ts'

/** Reads determiners, quantities, ordinals and adjectives that stand before the noun. */
export function readBeforeNoun(cursor: Cursor, draft: DraftReference): void {
  for (;;) {
    const { senses, token } = cursor.peek()
    if (senses.grammar === 'its' && startsThing(cursor.peek(1))) {
      draft.relations.push({ kind: 'relation', relation: 'inside', anchor: IT })
      cursor.at++
      continue
    }
    if (senses.pronoun !== undefined && readPronoun(cursor, draft)) return
    if (senses.ordinal !== undefined) readOrdinals(cursor, draft)
    else if (senses.quantity !== undefined && !(senses.grammar === 'a')) readQuantity(cursor, draft)
    else if (senses.parity !== undefined) {
      draft.parity = senses.parity
      draft.plural = true
      cursor.at++
    } else if (senses.grammar === 'the' || senses.grammar === 'a') {
      if (senses.grammar === 'a') draft.indefinite = true
      cursor.at++
    } else if (senses.superlative !== undefined && senses.types === undefined) {
      draft.superlative = senses.superlative
      cursor.at++
      // "the biggest two"
    } else if (senses.number !== undefined && senses.pronoun === undefined && nounFollows(cursor, 1))
      readCount(cursor, draft, senses.number)
    else if (
      token.kind === 'number' &&
      token.unit === undefined &&
      (draft.ordinals.length > 0 || cursor.peek(1).senses.plural === true)
    )
      readCount(cursor, draft, token.value!)
    else if (senses.grammar === 'same') cursor.at++
    else if (senses.grammar === 'that' && startsNoun(cursor.peek(1)) && !hasAnything(draft)) {
      draft.pronoun = 'this'
      cursor.at++
    } else if (
      cursor.peek().word === 'of' &&
      (draft.ordinals.length > 0 ||
        draft.quantity !== null ||
        draft.superlative !== null ||
        draft.take !== null)
    )
      cursor.at++
    else if (cursor.peek().word === 'also' && startsObject(cursor.peek(1)) && !hasAnything(draft)) cursor.at++
    else if (senses.filler === true && draft.names.length === 0 && objectFollows(cursor)) cursor.at++
    else return
  }
}

/** "delete please the icon"; but "like the icon" compares. */
function objectFollows(cursor: Cursor): boolean {
  return nounFollows(cursor, 1) || (cursor.peek(1).senses.grammar === 'the' && cursor.peek().word !== 'like')
}

/** "its label", "its first button". */
function startsThing({ senses }: Lexeme): boolean {
  return senses.types !== undefined || senses.ordinal !== undefined
}

function readPronoun(cursor: Cursor, draft: DraftReference): boolean {
  const lexeme = cursor.peek()
  const { pronoun, grammar } = lexeme.senses
  if (pronoun === 'one' || pronoun === 'ones') return false
  if ((pronoun === 'this' || grammar === 'the') && startsNoun(cursor.peek(1))) return false
  // "the copy button" is called so, "the copy" before a text is a copy.
  const isSaid = lexeme.word !== lexeme.token.word
  if (pronoun === 'copy' && (isSaid ? isNoun(cursor.peek(1)) : startsNoun(cursor.peek(1)))) return false
  if (pronoun === 'copy' && lexeme.word === lexeme.token.word && cursor.peek(-1).senses.grammar !== 'the')
    return false
  draft.pronoun = pronoun!
  if (cursor.peek(-1).senses.quantity === 'both' || lexeme.word.startsWith('both')) draft.quantity = 'both'
  if (pronoun === 'them') draft.plural = true
  cursor.at++
  return true
}

function isNoun({ senses }: Lexeme): boolean {
  return senses.types !== undefined || senses.generic === true
}

function startsNoun(lexeme: Lexeme): boolean {
  const { senses, token } = lexeme
  if (token.kind === 'quoted' || token.kind === 'hash') return true
  if (token.kind !== 'word' || isBoundary(lexeme)) return false
  if (
    senses.types !== undefined ||
    senses.generic === true ||
    senses.ordinal !== undefined ||
    senses.superlative !== undefined
  )
    return true
  if (senses.pronoun === 'one' || senses.pronoun === 'ones') return true
  return isName(senses)
}

function readOrdinals(cursor: Cursor, draft: DraftReference): void {
  draft.ordinals.push(cursor.senses.ordinal!)
  cursor.at++
  for (;;) {
    if (readOrdinalRange(cursor, draft)) continue
    let ahead = 0
    while (isListGlue(cursor.peek(ahead)) && ahead < 3) ahead++
    if (ahead === 0) return
    if (cursor.peek(ahead).senses.grammar === 'the') ahead++
    const next = cursor.peek(ahead)
    if (next.senses.ordinal === undefined || ordinalHasOwnNoun(cursor, ahead, draft)) return
    draft.ordinals.push(next.senses.ordinal)
    draft.plural = true
    cursor.at += ahead + 1
  }
}

/** "the second to fourth cards", "the 2nd through the 4th tab"; but in "the first to second place" one thing goes somewhere. */
function readOrdinalRange(cursor: Cursor, draft: DraftReference): boolean {
  const { grammar } = cursor.senses
  if (grammar !== 'to' && !RANGE.has(cursor.peek().word)) return false
  const ahead = cursor.peek(1).senses.grammar === 'the' ? 2 : 1
  const from = draft.ordinals[draft.ordinals.length - 1]!
  const to = cursor.peek(ahead).senses.ordinal
  if (to === undefined || from < 1 || to <= from || to - from > MAX_RANGE) return false
  if (!nounFollows(cursor, ahead + 1) || PLACES.has(cursor.peek(ahead + 1).word)) return false
  for (let ordinal = from + 1; ordinal <= to; ordinal++) draft.ordinals.push(ordinal)
  draft.plural = true
  cursor.at += ahead + 1
  return true
}

const RANGE: ReadonlySet<string> = new Set(['through', 'thru', 'till', 'until', 'up to'])
const PLACES: ReadonlySet<string> = new Set(['place', 'position', 'spot', 'slot'])
const MAX_RANGE = 100

/** "the first card and the third button": the second ordinal begins another phrase, because a noun came before it. */
function ordinalHasOwnNoun(cursor: Cursor, ahead: number, draft: DraftReference): boolean {
  return draft.types !== null || draft.names.length > 0 || cursor.peek(ahead + 1).senses.verb !== undefined
}

function readQuantity(cursor: Cursor, draft: DraftReference): void {
  const quantity = cursor.senses.quantity!
  if (draft.quantity === null || quantity !== 'all') draft.quantity = quantity
  if (cursor.senses.types !== undefined) {
    draft.types = [...cursor.senses.types]
    draft.noun = cursor.peek().word
    draft.plural = true
  }
  if (quantity !== 'other') draft.plural = true
  cursor.at++
}

function readCount(cursor: Cursor, draft: DraftReference, count: number): void {
  const last = draft.ordinals[draft.ordinals.length - 1]
  if (last === 1 || last === -1) {
    draft.ordinals.pop()
    draft.take = last * count
  } else if (draft.superlative === null) {
    draft.quantity ??= 'all'
    draft.count = count
  }
  draft.plural = true
  cursor.at++
}
