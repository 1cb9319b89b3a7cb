import type { BoxLine } from '../../command/layout-steps.ts'
import type { Act } from '../../decompose/act.ts'
import type { Wish } from '../../decompose/clause.ts'
import type { Cursor } from '../../decompose/cursor.ts'
import { takePhrase } from '../../decompose/read/words-ahead.ts'
import type { Reference } from '../../decompose/reference.ts'
import { IT } from '../../decompose/reference.ts'
import { edgeWords, lineVerbs, lineWords, sameLine } from '../lexicon/line-words.ts'
import type { Spoken } from './frame.ts'
import { isEnd, readThing, wordSet } from './words.ts'

/** "align the left edge of A with B", "line A up with B", "center A vertically with B", "A on the same line as B". */
function readAlignWith(cursor: Cursor): Wish | null {
  const verb = takePhrase(cursor, lineVerbs)
  if (verb === null) return null
  const its = cursor.attempt((c) => (c.take('its') ? takePhrase(c, edgeWords) : null))
  const edgeBefore = its ?? readEdge(cursor)
  const target = its === null ? readThing(cursor) : IT
  if (target === null) return null
  const edgeAfter = edgeBefore ?? readOwnEdge(cursor)
  cursor.takeWord('up')
  const line = edgeAfter ?? verb.edge ?? takePhrase(cursor, lineWords)
  const isLinked = cursor.take('with') || cursor.take('to') || cursor.takeWord('up with', 'like', 'at')
  if (!isLinked) return null
  return withOther(cursor, target, line)
}

/** The other one, with its edge: "the left edge of the title", "the title's right edge", "the title". */
function withOther(cursor: Cursor, target: Reference, edge: BoxLine | null): Wish | null {
  const to = cursor.attempt((c) => {
    c.take('the')
    c.takeWord('cap of', 'baseline of')
    return c.takeWord('cap', 'baseline') && c.senses.relation === 'of' ? c.at++ >= 0 : null
  })
  const before = to === null ? readEdge(cursor) : null
  const other = readThing(cursor)
  if (other === null || other.pronoun !== null) return null
  const line = before ?? readOwnEdge(cursor)
  const own = edge ?? takePhrase(cursor, lineWords) ?? line
  if (own === null || !isEnd(cursor)) return null
  const isOtherLine = line !== null && line !== own
  return aligned(target, {
    kind: 'align-with',
    with: other,
    edge: own,
    ...(isOtherLine ? { to: line } : {}),
  })
}

/** "the left edge of", "the top of". */
function readEdge(cursor: Cursor): BoxLine | null {
  return cursor.attempt((c) => {
    c.take('the')
    const edge = takePhrase(c, edgeWords)
    if (edge === null || c.senses.relation !== 'of') return null
    c.at++
    return edge
  })
}

/** "'s top", "its top". */
function readOwnEdge(cursor: Cursor): BoxLine | null {
  return cursor.attempt((c) => {
    if (c.peek().token.kind === 'possessive') c.at++
    else if (!c.take('its')) return null
    return takePhrase(c, edgeWords)
  })
}

/** "A and B on one line", "A should sit on the same line as B", "A on the same baseline as B". */
function readSameLine(cursor: Cursor): Wish | null {
  cursor.takeWord('put', 'place', 'set', 'move', 'sit', 'bring', 'align', 'make')
  const target = readThing(cursor)
  if (target === null) return null
  while (
    cursor.take('should') ||
    cursor.take('be') ||
    cursor.takeWord('both', 'sit', 'stand', 'go', 'come', 'exactly', 'right', 'it', 'sits') ||
    cursor.takeSeparator(',')
  );
  if (takePhrase(cursor, sameLine) === null) return null
  if (!cursor.take('as') && !cursor.take('with') && !cursor.takeWord('like')) {
    const { parts } = target
    return parts.length === 2 && isEnd(cursor)
      ? aligned(parts[1]!, { kind: 'align-with', with: parts[0]!, edge: 'middle' })
      : null
  }
  const other = readThing(cursor)
  return other !== null && isEnd(cursor)
    ? aligned(target, { kind: 'align-with', with: other, edge: 'middle' })
    : null
}

function aligned(target: Reference, act: Extract<Act, { readonly kind: 'align-with' }>): Wish {
  return { kind: 'act', target, act }
}

/** Edges and middles that are brought to one line. */
export const sharedLines: readonly Spoken[] = [
  {
    name: 'align-with',
    stake: 'structure',
    cost: -2,
    needs: wordSet('align|line|match|aligned|left-align|right-align|top-align|bottom-align|center|centre'),
    read: readAlignWith,
  },
  {
    name: 'same-line',
    stake: 'structure',
    cost: -2,
    needs: wordSet('line|baseline|height|level'),
    read: readSameLine,
  },
]
