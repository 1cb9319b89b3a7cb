import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { DraftReference } from './draft-reference.ts'
import { filterOf } from './filter-of.ts'
import { isName } from './noun-words.ts'
import type { ReadOptions, SingleReader } from './read-options.ts'
import { readRelation } from './read-relation.ts'
import { readSides } from './read-sides.ts'
import { readWith } from './read-with.ts'

/**
 * Reads what stands after the noun: relations, "with", "that says", "except". Linear in what it reads.
 */
export function readModifiers(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): void {
  while (readOne(cursor, draft, options, readSingle)) {
    // One after the other.
  }
}

/** One of them; false, and the cursor where it was, where none stands there. */
function readOne(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
  const { grammar, relation } = cursor.senses
  const start = cursor.at
  // What one reader took and gave up is not the beginning for the next.
  const or = (read: boolean): boolean => {
    if (!read) cursor.at = start
    return read
  }
  return (
    or(readSides(cursor, draft, options, readSingle)) ||
    or(relation !== undefined && readRelation(cursor, draft, options, readSingle)) ||
    or(grammar === 'says' && readSays(cursor, draft)) ||
    or(grammar === 'that' && readThat(cursor, draft, options, readSingle)) ||
    or(
      (grammar === 'with' || grammar === 'without') &&
        options.with &&
        readWith(cursor, draft, grammar === 'without', readSingle),
    ) ||
    or(options.adjectiveAfter === true && draft.generic && readAdjectiveAfter(cursor, draft)) ||
    or(grammar === 'to' && cursor.lenient && readDestination(cursor, draft)) ||
    or(grammar === 'except' && readExcept(cursor, draft, options, readSingle)) ||
    or(cursor.peek().token.kind === 'possessive' && readPossessive(cursor, draft, options, readSingle)) ||
    or(draft.quoted === null && cursor.peek().token.kind === 'quoted' && readQuoted(cursor, draft, options))
  )
}

/** One modifier, its noun phrases read by the cursor's own reader. */
export function readModifier(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  return readOne(cursor, draft, options, (inner, some) => inner.nounPhrase?.(inner, some, false) ?? null)
}

function readQuoted(cursor: Cursor, draft: DraftReference, options: ReadOptions): boolean {
  if (!options.quotedAfter) return false
  draft.quoted = cursor.peek().token.word
  cursor.at++
  return true
}

/** "that says Buy now", "called Reviews": quoted, or word by word until the next part of the clause. */
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
    if (
      words.length > 0 &&
      (PLEASE.has(cursor.peek().word) ||
        senses.grammar === 'to' ||
        senses.grammar === 'should' ||
        filterOf(senses) !== null ||
        senses.change !== undefined ||
        senses.relation !== undefined)
    )
      break
    words.push(...cursor.peek().word.split(' '))
    cursor.at++
  }
  if (words.length === 0) return false
  draft.quoted = words.join(' ')
  return true
}

/** Nothing says please: it is said to us. */
const PLEASE: ReadonlySet<string> = new Set(['please', 'pls', 'plz', 'and please'])

/** "that are red", "which is hidden", "that is below the map", "that says" was read before. */
function readThat(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
  cursor.at++
  if (cursor.takeWord('contains', 'contain', 'holds', 'hold', 'has', 'have', 'includes', 'include')) {
    const of = readSingle(cursor, { ...options, with: false })
    if (of === null) return false
    draft.filters.push({ kind: 'holds', of, negated: false })
    return true
  }
  const be = cursor.take('be') || cursor.take('was')
  const negated = cursor.take('not')
  const filter = filterOf(cursor.senses)
  if (be && filter !== null) {
    cursor.at++
    draft.filters.push(negated && filter.kind === 'state' ? { ...filter, negated: true } : filter)
    return true
  }
  if (readSides(cursor, draft, options, readSingle)) return true
  if (be && cursor.senses.relation !== undefined) return readRelation(cursor, draft, options, readSingle)
  return false
}

/** "everything hidden", "all things red". */
function readAdjectiveAfter(cursor: Cursor, draft: DraftReference): boolean {
  const filter = filterOf(cursor.senses)
  const next = cursor.peek(1)
  if (filter === null || (next.token.word !== '' && !isBoundary(next) && next.senses.filler !== true))
    return false
  draft.filters.push(filter)
  cursor.at++
  return true
}

/** "the link to parking": where a link leads is what it is called. */
function readDestination(cursor: Cursor, draft: DraftReference): boolean {
  if (draft.noun === null || !LEADING.has(draft.noun)) return false
  cursor.at++
  cursor.take('the')
  if (cursor.peek().token.kind !== 'word' || !isName(cursor.senses)) return false
  while (cursor.peek().token.kind === 'word' && isName(cursor.senses)) {
    draft.names.push(cursor.peek().word)
    cursor.at++
  }
  return true
}

const LEADING: ReadonlySet<string> = new Set(['link', 'button', 'tab', 'links', 'hyperlink'])

function readExcept(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
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
function readPossessive(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
  // "#hero.text": what stands behind a dot is a property.
  if (!options.possessive || cursor.peek().token.word === '.') return false
  const { senses } = cursor.peek(1)
  const isThing =
    senses.types !== undefined ||
    senses.ordinal !== undefined ||
    senses.generic === true ||
    senses.superlative !== undefined ||
    (cursor.peek(1).token.kind === 'word' && isName(senses)) ||
    (senses.color !== undefined && cursor.peek(2).senses.types !== undefined)
  if (!isThing) return false
  const start = draft.start
  const owner = { ...draft, end: cursor.peek(-1).end, phrase: cursor.text.slice(start, cursor.peek(-1).end) }
  cursor.at++
  const thing = readSingle(cursor, { ...options, possessive: true })
  if (thing === null) return false
  Object.assign(draft, thing, {
    start,
    relations: [...thing.relations, { kind: 'relation', relation: 'inside', anchor: owner }],
  })
  return true
}
