import type { Cursor } from '../cursor.ts'
import type { SideName } from '../lexicon/senses.ts'
import type { Reference } from '../reference.ts'
import type { DraftReference } from './draft-reference.ts'
import type { ReadOptions, SingleReader } from './read-options.ts'

/** "at the top right", "in the bottom left corner of the card", "on the left". */
export function readSides(
  cursor: Cursor,
  draft: DraftReference,
  options: ReadOptions,
  readSingle: SingleReader,
): boolean {
  const before = cursor.at
  const { relation, grammar } = cursor.senses
  if (
    relation !== 'inside' &&
    relation !== 'on' &&
    grammar !== 'at' &&
    !(options.bareSides && grammar === 'to')
  )
    return false
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
  const within = readWithin(cursor, options, readSingle)
  draft.relations.push({ kind: 'side', sides, within })
  return true
}

/** "of the card" after the sides; null for the screen, or where nothing is said. */
function readWithin(cursor: Cursor, options: ReadOptions, readSingle: SingleReader): Reference | null {
  const { relation } = cursor.senses
  if (relation !== 'of' && relation !== 'inside' && relation !== 'on') return null
  const mark = cursor.at
  cursor.at++
  cursor.take('the')
  if (cursor.takeWord('screen', 'page', 'app', 'web page', 'webpage', 'layout', 'view', 'display'))
    return null
  cursor.at = mark + 1
  const within = readSingle(cursor, options)
  if (within === null) cursor.at = mark
  return within
}
