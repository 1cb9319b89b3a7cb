import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { beginsClause } from './begins-clause.ts'
import type { ReadOptions } from './read-options.ts'
import { readSingle } from './read-single.ts'
import { shareNouns } from './share-nouns.ts'

/** Longer lists are read as several clauses; the bound keeps the work of a long command linear. */
const MAX_PARTS = 40

/** Reads one noun phrase, or several joined by "and" and commas. Linear in what it reads. */
export function readReference(cursor: Cursor, options: ReadOptions): Reference | null {
  if (cursor.nounPhrase !== null) return cursor.nounPhrase(cursor, options, true)
  const first = readSingle(cursor, options)
  if (first === null) return null
  // "a button and a link" are two new things, not one list of known ones.
  if (first.indefinite) return first
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
  return {
    ...NO_REFERENCE,
    plural: true,
    parts: shareNouns(parts),
    start: first.start,
    end: parts[parts.length - 1]!.end,
    phrase: cursor.text.slice(first.start, parts[parts.length - 1]!.end),
  }
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
