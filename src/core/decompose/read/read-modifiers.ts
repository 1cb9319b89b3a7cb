import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { RelationName, SideName } from '../lexicon/senses.ts'
import type { Filter, Relation } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'
import { filterOf } from './read-noun.ts'
import { readSingle } from './read-reference.ts'
import type { ReadOptions } from './read-reference.ts'

/** Reads what stands after the noun: relations, "with", "that says", "except". */
export function readModifiers(cursor: Cursor, draft: DraftReference, options: ReadOptions): void {
  for (;;) {
    const { grammar, relation } = cursor.senses
    const before = cursor.at
    const read =
      readSide(cursor, draft, options) ||
      (relation !== undefined && readRelation(cursor, draft, options)) ||
      (grammar === 'says' && readSays(cursor, draft)) ||
      (grammar === 'that' && readThat(cursor, draft, options)) ||
      ((grammar === 'with' || grammar === 'without') && options.with && readWith(cursor, draft, grammar === 'without')) ||
      (grammar === 'except' && readExcept(cursor, draft, options)) ||
      (cursor.peek().token.kind === 'possessive' && readPossessive(cursor, draft, options)) ||
      (draft.quoted === null && cursor.peek().token.kind === 'quoted' && readQuoted(cursor, draft, options))
    if (!read) {
      cursor.at = before
      return
    }
  }
}

function readQuoted(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  if (!options.quotedAfter) return false
  draft.quoted = cursor.peek().token.word
  cursor.at++
  return true
}

function readRelation(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  const relation = cursor.senses.relation!
  if (options.stopAt?.(cursor) === true) return false
  cursor.at++
  if (relation === 'between') {
    const anchor = readSingle(cursor, { ...options, with: false })
    if (anchor === null || !cursor.take('and')) return false
    const other = readSingle(cursor, options)
    if (other === null) return false
    draft.relations.push({ kind: 'between', anchor, other })
    return true
  }
  if (cursor.senses.pronoun === 'it' || cursor.senses.grammar === 'its') return false
  const row = readRow(cursor)
  if (row !== null) {
    draft.relations.push(row)
    return true
  }
  const anchor = readSingle(cursor, { ...options, possessive: true })
  if (anchor === null) return false
  draft.relations.push({ kind: 'relation', relation: relationKind(relation), anchor })
  return true
}

/** "of", "on" and "from" the hero mean that it is in it. */
function relationKind(relation: RelationName): Extract<Relation, { kind: 'relation' }>['relation'] {
  return relation === 'of' || relation === 'on' || relation === 'between' ? 'inside' : relation
}

/** "the second row", "the last column" after "in". */
function readRow(cursor: Cursor): Relation | null {
  return cursor.attempt(() => {
    cursor.take('the')
    const { ordinal, side } = cursor.senses
    const row = ordinal ?? (side === 'top' ? 1 : side === 'bottom' ? -1 : undefined)
    if (row === undefined) return null
    cursor.at++
    if (cursor.takeWord('row', 'line')) return { kind: 'row', row, of: 'row' }
    if (cursor.takeWord('column')) return { kind: 'row', row, of: 'column' }
    return null
  })
}

/** "at the top right", "in the bottom left corner of the card", "on the left". */
function readSide(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  const before = cursor.at
  const { relation, grammar } = cursor.senses
  if (relation !== 'inside' && relation !== 'on' && grammar !== 'at' && !(options.bareSides && grammar === 'to')) return false
  if (options.stopAt?.(cursor) === true) return false
  cursor.at++
  cursor.take('the')
  const sides: SideName[] = []
  for (let side = cursor.senses.side; side !== undefined && sides.length < 2; side = cursor.senses.side) {
    sides.push(side)
    cursor.at++
    if (cursor.peek().token.kind === 'separator') break
  }
  if (sides.length === 0 || (cursor.senses.types !== undefined && !cursor.atBoundary)) {
    cursor.at = before
    return false
  }
  cursor.takeWord('corner', 'side', 'edge', 'part', 'hand side', 'most')
  cursor.takeWord('side', 'corner')
  let within = null
  if (cursor.senses.relation === 'of' || cursor.senses.relation === 'inside' || cursor.senses.relation === 'on') {
    const mark = cursor.at
    cursor.at++
    cursor.take('the')
    if (!cursor.takeWord('screen', 'page', 'app', 'web page', 'webpage', 'layout', 'view', 'display')) {
      cursor.at = mark + 1
      within = readSingle(cursor, options)
      if (within === null) cursor.at = mark
    }
  }
  draft.relations.push({ kind: 'side', sides, within })
  return true
}

function readSays(cursor: Cursor, draft: DraftReference): boolean {
  cursor.at++
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    draft.quoted = token.word
    cursor.at++
    return true
  }
  const words: string[] = []
  while (!cursor.atEnd && !cursor.atBoundary && words.length < 8) {
    const { senses } = cursor.peek()
    const kind = cursor.peek().token.kind
    if (kind !== 'word' && kind !== 'number') break
    if (words.length > 0 && (senses.grammar === 'to' || senses.grammar === 'should' || filterOf(senses) !== null || senses.change !== undefined || senses.relation !== undefined)) break
    words.push(...cursor.peek().word.split(' '))
    cursor.at++
  }
  if (words.length === 0) return false
  draft.quoted = words.join(' ')
  return true
}

/** "that are red", "which is hidden", "that is below the map", "that says" was read before. */
function readThat(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  cursor.at++
  const be = cursor.take('be')
  const negated = cursor.take('not')
  const filter = filterOf(cursor.senses)
  if (be && filter !== null) {
    cursor.at++
    draft.filters.push(negated && filter.kind === 'state' ? { ...filter, negated: true } : filter)
    return true
  }
  if (readSide(cursor, draft, options)) return true
  if (be && cursor.senses.relation !== undefined) return readRelation(cursor, draft, options)
  return false
}

/** "with an image", "without a price", "with white text", "with parking". */
function readWith(cursor: Cursor, draft: DraftReference, negated: boolean): boolean {
  cursor.at++
  const isNegated = cursor.take('no') || negated
  while (cursor.take('a') || cursor.take('the') || cursor.senses.quantity === 'all') if (cursor.senses.quantity === 'all') cursor.at++
  const { token } = cursor.peek()
  if (token.kind === 'quoted') {
    draft.quoted = token.word
    cursor.at++
    cursor.takeWord('on it', 'text', 'label')
    return true
  }
  const color = cursor.senses.color ?? (token.kind === 'color' ? token.word : undefined)
  if (color !== undefined) {
    cursor.at++
    const on = aspectOf(cursor)
    if (on === null) return false
    draft.filters.push({ kind: 'color', hex: color, on })
    return true
  }
  const { property, types } = cursor.senses
  const words: string[] = []
  if (property !== undefined || types !== undefined) cursor.at++
  else {
    while (!cursor.atBoundary && cursor.peek().token.kind === 'word' && words.length < 4 && isNameWord(cursor)) {
      words.push(...cursor.peek().word.split(' '))
      cursor.at++
    }
    if (words.length === 0) return false
  }
  const filter: Filter = { kind: 'has', property: property ?? null, types: types ?? null, words, negated: isNegated }
  draft.filters.push(filter)
  return true
}

function isNameWord(cursor: Cursor): boolean {
  const { senses } = cursor.peek()
  for (const _key in senses) return senses.verb !== undefined && !isBoundary(cursor.peek(1)) && senses.filler !== true
  return true
}

function aspectOf(cursor: Cursor): 'text' | 'background' | 'border' | null {
  const { property } = cursor.senses
  const aspect = property === 'text' || property === 'textColor' || property === 'font' ? 'text' : property === 'background' ? 'background' : property === 'border' || property === 'borderColor' ? 'border' : null
  if (aspect !== null) cursor.at++
  return aspect
}

function readExcept(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  if (!draft.plural && draft.quantity === null && !draft.generic) return false
  cursor.at++
  cursor.take('not')
  cursor.take('for')
  for (;;) {
    const part = readSingle(cursor, options)
    if (part === null) break
    draft.except.push(part)
    const before = cursor.at
    if (!cursor.take('and')) break
    if (cursor.senses.verb !== undefined || cursor.senses.grammar === 'then') {
      cursor.at = before
      break
    }
  }
  return draft.except.length > 0
}

/** "the hero's title": the title in the hero. A property after it is left to the family that reads properties. */
function readPossessive(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  if (!options.possessive) return false
  const { senses } = cursor.peek(1)
  const isThing = senses.types !== undefined || senses.ordinal !== undefined || senses.generic === true || senses.superlative !== undefined || (senses.color !== undefined && cursor.peek(2).senses.types !== undefined)
  if (!isThing) return false
  const start = draft.start
  const owner = { ...draft, end: cursor.peek(-1).end, phrase: cursor.text.slice(start, cursor.peek(-1).end) }
  cursor.at++
  const thing = readSingle(cursor, { ...options, possessive: true })
  if (thing === null) return false
  Object.assign(draft, thing, { start, relations: [...thing.relations, { kind: 'relation', relation: 'inside', anchor: owner }] })
  return true
}
