import type { Cursor } from '../cursor.ts'
import { draftReference } from './draft-reference.ts'
import { endsClause } from './ends-clause.ts'
import { readSingle } from './read-single.ts'
import { readValueFor } from './read-value.ts'
import { readWith } from './read-with.ts'

/**
 * Whether "with ..." or "without ..." here says which things are meant: another look stands behind it, as in "the titles
 * without a price red". At the end of a clause it is what they shall get: "the titles without a shadow".
 */
export function saysWhich(cursor: Cursor): boolean {
  const { grammar } = cursor.senses
  if (grammar !== 'with' && grammar !== 'without') return false
  const mark = cursor.at
  const isNegated = grammar === 'without' || cursor.peek(1).senses.grammar === 'no'
  const isRead = readWith(cursor, draftReference(), grammar === 'without', readSingle)
  const { property } = cursor.peek(-1).senses
  const isValued = !isNegated && property !== undefined && readValueFor(cursor, property) !== null
  const next = cursor.senses.grammar
  const isWhich = isRead && !isValued && next !== 'with' && next !== 'without' && !endsClause(cursor)
  cursor.at = mark
  return isWhich
}
