import type { Cursor } from '../cursor.ts'
import { NO_SENSES } from '../lexicon/senses.ts'
import type { RelationName } from '../lexicon/senses.ts'
import type { Relation } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'
import { isFontName } from './read-font.ts'
import type { ReadOptions, SingleReader } from './read-options.ts'

/** "the text below the card in the section of the form": nobody says more of them. */
const MAX_DEPTH = 6

/** "below the map", "between the title and the image", "in the second row", "of the hero". */
export function readRelation(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
  const relation = cursor.senses.relation!
  if (options.stopAt?.(cursor) === true) return false
  // "from $12 to $14" says the old value and the new.
  if (cursor.peek().word === 'from' && endOfOldValue(cursor) > 0) return false
  if (options.depth >= MAX_DEPTH) return false
  if (cursor.peek().word === 'in' && isFontName(cursor.peek(1))) return false
  const inner = { ...options, depth: options.depth + 1 }
  cursor.at++
  if (relation === 'between') {
    const anchor = readSingle(cursor, { ...inner, with: false })
    if (anchor === null || !cursor.take('and')) return false
    const other = readSingle(cursor, inner)
    if (other === null) return false
    draft.relations.push({ kind: 'between', anchor, other })
    return true
  }
  if ((relation === 'inside' || relation === 'on' || relation === 'of') && skipScreen(cursor)) return true
  if (cursor.senses.grammar === 'its') return false
  const row = readRow(cursor)
  if (row !== null) {
    draft.relations.push(row)
    return true
  }
  const anchor = readSingle(cursor, { ...inner, possessive: true })
  if (anchor === null) return false
  draft.relations.push({ kind: 'relation', relation: relationKind(relation), anchor })
  return true
}

const MAX_OLD_WORDS = 6

/** How far ahead the "to" of "from Old name to New name" stands; 0 where "from" is about a place. */
export function endOfOldValue(cursor: Cursor): number {
  if (cursor.peek(2).senses.grammar === 'to') return 2
  const { kind, capital } = cursor.peek(1).token
  if (kind === 'separator' || kind === 'hash' || (kind === 'word' && capital !== true)) return 0
  for (let ahead = 2; ahead <= MAX_OLD_WORDS; ahead++) {
    const lexeme = cursor.peek(ahead)
    if (lexeme.token.kind === 'separator' && lexeme.word !== ',' && lexeme.word !== ':') return 0
    if (lexeme.senses.grammar === 'to') return ahead
  }
  return 0
}

/** "all buttons on the page": everything is. */
function skipScreen(cursor: Cursor): boolean {
  const found = cursor.attempt((c) => {
    c.take('the')
    c.take('its')
    if (!c.takeWord('page', 'screen', 'app', 'site', 'website', 'webpage', 'layout')) return null
    // "on the page title" is about a title.
    const { senses, token } = c.peek()
    return senses.types !== undefined ||
      token.kind === 'possessive' ||
      (token.kind === 'word' && senses === NO_SENSES)
      ? null
      : true
  })
  return found !== null
}

/** "of", "on" and "from" the hero mean that it is in it. */
function relationKind(relation: RelationName): Extract<Relation, { kind: 'relation' }>['relation'] {
  return relation === 'of' || relation === 'on' || relation === 'between' ? 'inside' : relation
}

/** "the second row", "the last column" after "in". */
function readRow(cursor: Cursor): Relation | null {
  return cursor.attempt(() => {
    const isThat = cursor.senses.pronoun === 'this' || cursor.senses.pronoun === 'them'
    if (isThat) cursor.at++
    else cursor.take('the')
    const { ordinal, side, grammar } = cursor.senses
    const row =
      isThat || grammar === 'same'
        ? 'same'
        : (ordinal ?? (side === 'top' ? 1 : side === 'bottom' ? -1 : undefined))
    if (row === undefined) return null
    if (!isThat) cursor.at++
    if (cursor.takeWord('row', 'line')) return { kind: 'row', row, of: 'row' }
    if (cursor.takeWord('column')) return { kind: 'row', row, of: 'column' }
    return null
  })
}
