import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Lexeme } from '../lexeme.ts'
import type { Senses } from '../lexicon/senses.ts'
import type { Filter } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'

/** How far ahead a noun is looked for when an adjective or a name could end the phrase. */
const LOOK_AHEAD = 5

/** Reads determiners, quantities, ordinals and adjectives that stand before the noun. */
export function readBeforeNoun(cursor: Cursor, draft: DraftReference): void {
  for (;;) {
    const { senses, token } = cursor.peek()
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
    } else if (senses.superlative !== undefined) {
      draft.superlative = senses.superlative
      cursor.at++
      // "the biggest two"
    } else if (senses.number !== undefined && senses.pronoun === undefined && nounFollows(cursor, 1)) readCount(cursor, draft, senses.number)
    else if (token.kind === 'number' && token.unit === undefined && (draft.ordinals.length > 0 || cursor.peek(1).senses.plural === true)) readCount(cursor, draft, token.value!)
    else if (senses.grammar === 'same') cursor.at++
    else if (senses.relation === 'of' && (draft.ordinals.length > 0 || draft.quantity !== null || draft.superlative !== null || draft.take !== null)) cursor.at++
    else if (senses.filler === true && nounFollows(cursor, 1) && draft.names.length === 0) cursor.at++
    else return
  }
}

function readPronoun(cursor: Cursor, draft: DraftReference): boolean {
  const lexeme = cursor.peek()
  const { pronoun, grammar } = lexeme.senses
  if (pronoun === 'one' || pronoun === 'ones') return false
  if ((pronoun === 'this' || grammar === 'the' || pronoun === 'copy') && startsNoun(cursor.peek(1))) return false
  if (pronoun === 'copy' && lexeme.word === lexeme.token.word && cursor.peek(-1).senses.grammar !== 'the') return false
  draft.pronoun = pronoun!
  if (cursor.peek(-1).senses.quantity === 'both' || lexeme.word.startsWith('both')) draft.quantity = 'both'
  if (pronoun === 'them') draft.plural = true
  cursor.at++
  return true
}

function startsNoun(lexeme: Lexeme): boolean {
  const { senses, token } = lexeme
  if (token.kind === 'quoted' || token.kind === 'hash') return true
  if (token.kind !== 'word' || isBoundary(lexeme)) return false
  if (senses.types !== undefined || senses.generic === true || senses.ordinal !== undefined || senses.superlative !== undefined) return true
  if (senses.pronoun === 'one' || senses.pronoun === 'ones') return true
  return isName(senses)
}

function readOrdinals(cursor: Cursor, draft: DraftReference): void {
  draft.ordinals.push(cursor.senses.ordinal!)
  cursor.at++
  for (;;) {
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

/** "the first card and the third button": the second ordinal begins another phrase, because a noun came before it. */
function ordinalHasOwnNoun(cursor: Cursor, ahead: number, draft: DraftReference): boolean {
  return draft.types !== null || draft.names.length > 0 || cursor.peek(ahead + 1).senses.verb !== undefined
}

function isListGlue(lexeme: Lexeme): boolean {
  return lexeme.senses.grammar === 'and' || (lexeme.token.kind === 'separator' && lexeme.word === ',')
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
  } else if (draft.superlative === null) draft.quantity ??= 'all'
  draft.plural = true
  cursor.at++
}

/** Reads the noun with its adjectives and names. Stops where the phrase can go no further. */
export function readNoun(cursor: Cursor, draft: DraftReference): void {
  while (!cursor.atEnd) {
    const lexeme = cursor.peek()
    const { senses, token } = lexeme
    if (isBoundary(lexeme)) return
    if (token.kind === 'quoted') {
      if (draft.quoted !== null) return
      draft.quoted = token.word
    } else if (token.kind === 'hash') {
      if (draft.id !== null || draft.types !== null) return
      draft.id = token.word
    } else if (token.kind === 'number') {
      if (draft.types !== null && draft.plural && readNumbers(cursor, draft)) continue
      const isName = (token.unit === undefined || token.unit === '%') && token.signed !== true && Number.isInteger(token.value) && draft.types === null && nounFollows(cursor, 1)
      const isNumber = token.unit === undefined && Number.isInteger(token.value) && hasNoun(draft)
      if (!isName && !isNumber) return
      draft.names.push(token.word)
    } else if (token.kind !== 'word') return
    else if (senses.types !== undefined && !(senses.verb !== undefined && !hasAnything(draft) && startsObject(cursor.peek(1)))) takeNoun(draft, lexeme)
    else if (senses.generic === true) {
      draft.generic = true
      draft.genericNoun = lexeme.word
      if (senses.plural === true) draft.plural = true
    } else if (senses.pronoun === 'one' || senses.pronoun === 'ones') {
      if (draft.types !== null || draft.pronoun !== null) return
      if (draft.names.length > 0 && senses.number !== undefined && nounFollows(cursor, 1)) draft.names.push(lexeme.word)
      else {
        draft.pronoun = senses.pronoun
        if (senses.pronoun === 'ones') draft.plural = true
      }
    } else if (isName(senses)) {
      if (draft.types !== null && draft.pronoun === null && !continuesName(cursor) && !(cursor.lenient && demote(draft))) return
      draft.names.push(...lexeme.word.split(' '))
    } else if (senses.property !== undefined && senses.token === undefined && !hasAnything(draft) && draft.quoted === null && cursor.peek(1).senses.relation !== 'of') {
      // "the address", "the message": what is else the name of a property names a thing where nothing else does.
      draft.names.push(...lexeme.word.split(' '))
    } else if (!takeModifier(cursor, draft)) {
      if (!swallow(cursor, draft)) return
      continue
    }
    cursor.at++
  }
}

/** "cards 2 and 3", "steps 1 to 3": counted like ordinals. */
function readNumbers(cursor: Cursor, draft: DraftReference): boolean {
  const numbers: number[] = []
  for (;;) {
    const { token } = cursor.peek()
    if (token.kind !== 'number' || token.unit !== undefined || !Number.isInteger(token.value) || Math.abs(token.value!) < 1) break
    const value = Math.abs(token.value!)
    const last = numbers[numbers.length - 1]
    const isRange = last !== undefined && (cursor.peek(-1).senses.grammar === 'to' || token.value! < 0)
    if (isRange) for (let i = last + 1; i < value && numbers.length < 100; i++) numbers.push(i)
    numbers.push(value)
    cursor.at++
    let ahead = 0
    while (ahead < 2 && (isListGlue(cursor.peek(ahead)) || cursor.peek(ahead).senses.grammar === 'to')) ahead++
    if (cursor.peek(ahead).token.kind !== 'number' || cursor.peek(ahead).token.unit !== undefined || ahead === 0) {
      if (!(cursor.peek().token.kind === 'number' && cursor.peek().token.value! < 0)) break
      continue
    }
    cursor.at += ahead
  }
  if (numbers.length === 0) return false
  draft.ordinals.push(...numbers)
  return true
}

/** In the looser reading the noun was only the first word of a name: "the photo strip". */
function demote(draft: DraftReference): boolean {
  if (draft.noun === null) return false
  draft.names.push(...draft.noun.split(' '))
  draft.types = null
  draft.role = null
  draft.noun = null
  return true
}

/** A word after the noun belongs to it only when another noun or name follows: "card title row". */
function continuesName(cursor: Cursor): boolean {
  return nounFollows(cursor, 1) || cursor.peek().token.word.includes('_')
}

/** "the controls row": the general noun was a name after all. */
function generalName(draft: DraftReference): string[] {
  draft.generic = false
  return draft.genericNoun === null ? [] : draft.genericNoun.split(' ')
}

function takeNoun(draft: DraftReference, lexeme: Lexeme): void {
  if (draft.noun !== null) draft.names.push(...draft.noun.split(' '))
  if (draft.generic) draft.names.push(...generalName(draft))
  draft.types = [...lexeme.senses.types!]
  draft.role = lexeme.senses.role ?? null
  draft.noun = lexeme.word
  draft.plural = lexeme.senses.plural === true || (draft.plural && draft.quantity !== null) || draft.take !== null || draft.ordinals.length > 1
}

/** Adjectives, places and words of other classes that stand before a noun still to come. */
function takeModifier(cursor: Cursor, draft: DraftReference): boolean {
  const { senses, word } = cursor.peek()
  if (draft.types !== null || draft.pronoun !== null || draft.generic || !nounFollows(cursor, 1)) return false
  const filter = filterOf(senses)
  if (filter !== null && !isBetween(draft)) {
    draft.filters.push(filter)
    draft.names.push(`?${word}`)
    return true
  }
  if (senses.side !== undefined && senses.relation === undefined) {
    draft.relations.push({ kind: 'side', sides: [senses.side], within: null })
    return true
  }
  if (senses.ordinal !== undefined) {
    draft.ordinals.push(senses.ordinal)
    return true
  }
  if (senses.quantity === 'other' || senses.quantity === 'others') {
    draft.quantity = senses.quantity
    return true
  }
  if (senses.superlative !== undefined) {
    draft.superlative = senses.superlative
    return true
  }
  const names = senses.verb !== undefined || senses.filler === true || senses.vague === true || senses.property !== undefined || senses.token !== undefined || filter !== null || senses.degree !== undefined || senses.number !== undefined || senses.frame === true
  if (!names || (senses.property !== undefined && senses.types === undefined && senses.verb === undefined && !draft.names.length && cursor.peek(1).senses.types === undefined)) return false
  draft.names.push(...word.split(' '))
  return true
}

function isBetween(draft: DraftReference): boolean {
  return draft.names.some((name) => !name.startsWith('?'))
}

/** The condition that an adjective stands for. */
export function filterOf(senses: Senses): Filter | null {
  if (senses.color !== undefined) return { kind: 'color', hex: senses.color, on: 'any' }
  if (senses.shade !== undefined) return { kind: 'shade', shade: senses.shade }
  if (senses.state !== undefined) return { kind: 'state', state: senses.state, negated: false }
  if (senses.change === 'bigger' || senses.change === 'huge') return { kind: 'size', size: 'big' }
  if (senses.change === 'smaller' || senses.change === 'tiny') return { kind: 'size', size: 'small' }
  if (senses.style !== undefined) return { kind: 'style', style: senses.style }
  return null
}

/** In the looser reading, words that end a phrase stay in it while its noun is still to come: the "add to cart" button. */
function swallow(cursor: Cursor, draft: DraftReference): boolean {
  if (!cursor.lenient) return false
  const lexeme = cursor.peek()
  if (draft.types !== null) {
    if (lexeme.senses.verb === undefined || startsObject(cursor.peek(1)) || !demote(draft)) return false
    draft.names.push(...lexeme.word.split(' '))
    cursor.at++
    return true
  }
  if (draft.names.length === 0 && lexeme.senses.verb !== undefined && (isBoundary(cursor.peek(1)) || cursor.peek(1).token.word === '' || cursor.peek(1).senses.grammar === 'with')) {
    draft.names.push(...lexeme.word.split(' '))
    cursor.at++
    return true
  }
  if (draft.names.length === 0 && lexeme.senses.verb === undefined && cursor.peek(-1).senses.grammar !== 'the') return false
  if (lexeme.token.kind !== 'word' || startsObject(cursor.peek(1)) || lexeme.senses.pronoun === 'it') return false
  if (!nounWithin(cursor, 1, 4) && !isTitled(cursor)) return false
  draft.names.push(...lexeme.word.split(' '))
  cursor.at++
  return true
}

const TITLE_GLUE: ReadonlySet<string> = new Set(['to', 'from', 'for', 'with', 'by', 'at', 'the', 'a', 'as'])

/** Names written with a capital go on to the next modal or value: "Remove from library should be ...". */
function isTitled(cursor: Cursor): boolean {
  let at = cursor.at
  while (at > 0 && cursor.lexemes[at - 1]!.token.kind === 'word' && cursor.lexemes[at - 1]!.token.capital !== true && cursor.at - at < 3) at--
  const first = cursor.lexemes[at - 1] ?? cursor.peek()
  const next = cursor.peek(1)
  const isInside = cursor.peek().token.capital === true ? at > 0 : first.token.capital === true && at > 1
  const { grammar, verb } = cursor.peek().senses
  const isGlue = verb !== undefined || (grammar !== undefined && TITLE_GLUE.has(grammar))
  return isInside && isGlue && next.token.kind === 'word' && next.senses.grammar !== 'should' && !isBoundary(next)
}

function nounWithin(cursor: Cursor, from: number, count: number): boolean {
  for (let ahead = from; ahead < from + count; ahead++) {
    const { senses, token } = cursor.peek(ahead)
    if (token.kind !== 'word') return false
    if (senses.types !== undefined) return true
    if (senses.grammar === 'should' || senses.grammar === 'the') return false
  }
  return false
}

function startsObject(lexeme: Lexeme): boolean {
  const { senses, token } = lexeme
  return token.kind === 'hash' || senses.grammar === 'the' || senses.grammar === 'a' || senses.quantity !== undefined || senses.pronoun === 'it' || senses.pronoun === 'them'
}

/** Words that are nothing else in the vocabulary name something in the document. */
function isName(senses: Senses): boolean {
  for (const _key in senses) return false
  return true
}

function hasNoun(draft: DraftReference): boolean {
  return draft.types !== null || draft.names.length > 0 || draft.generic
}

function hasAnything(draft: DraftReference): boolean {
  return hasNoun(draft) || draft.ordinals.length > 0 || draft.quantity !== null
}

/** Whether, some words on, a noun or name stands in this same phrase. */
export function nounFollows(cursor: Cursor, from: number): boolean {
  for (let ahead = from; ahead < from + LOOK_AHEAD; ahead++) {
    const lexeme = cursor.peek(ahead)
    const { senses, token } = lexeme
    if (token.kind === 'quoted') return true
    if (token.kind !== 'word' || (isBoundary(lexeme) && !adjectivesJoined(cursor, ahead))) return false
    if (senses.types !== undefined || senses.generic === true || senses.pronoun === 'one' || senses.pronoun === 'ones') return true
    if (isName(senses)) return true
    const passes = filterOf(senses) !== null || senses.degree !== undefined || senses.filler === true || senses.ordinal !== undefined || senses.verb !== undefined || senses.number !== undefined || isBoundary(lexeme) || senses.superlative !== undefined
    if (!passes && senses.frame !== true) return false
  }
  return false
}

/** "the big and red button": the "and" stands between two adjectives. */
function adjectivesJoined(cursor: Cursor, ahead: number): boolean {
  return cursor.peek(ahead).senses.grammar === 'and' && filterOf(cursor.peek(ahead - 1).senses) !== null && filterOf(cursor.peek(ahead + 1).senses) !== null && cursor.peek(ahead + 2).senses.types !== undefined
}
