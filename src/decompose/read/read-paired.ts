import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'
import { readEffect } from './read-effect.ts'

/**
 * "... red and blue, respectively": one look for each part of the target. The cursor stands behind the looks, which begin
 * at `from`; null, and the cursor where it was, where the looks are for all parts.
 */
export function readPaired(cursor: Cursor, target: Reference, from: number): Wish | null {
  if (target.parts.length < 2) return null
  const begin = cursor.at
  cursor.takeSeparator(',')
  if (!cursor.takeWord('respectively')) {
    cursor.at = begin
    return null
  }
  const end = cursor.at
  cursor.at = from
  const looks: Effect[][] = []
  while (cursor.at < begin) {
    const look = readEffect(cursor)
    if (look === null) break
    looks.push(look)
    while (cursor.take('and') || cursor.takeSeparator(',')) {
      // "red, green, and blue"
    }
  }
  cursor.at = looks.length === target.parts.length ? end : begin
  return looks.length === target.parts.length ? { kind: 'paired', target, looks } : null
}
