import type { Cursor } from '../cursor.ts'
import type { Degree } from './changes.ts'

/** A degree, and how strong a "more" or "less" is: "much more", "a bit less". */
export interface DegreeWords {
  readonly degree: Degree | null
  readonly size: Degree | null
}

/** Reads "much more", "a bit less" before an adjective. */
export function readDegree(cursor: Cursor): DegreeWords {
  let degree: Degree | null = null
  let size: Degree | null = null
  for (;;) {
    const next = cursor.senses.degree ?? littleOf(cursor)
    if (next === undefined) return { degree: degree ?? size, size }
    cursor.at++
    if (next === 'more' || next === 'less') degree = next
    else size = next
  }
}

/** "little bigger", as people say who leave out the article. */
function littleOf(cursor: Cursor): Degree | undefined {
  if (cursor.peek().word !== 'little') return undefined
  const { change, degree, shade } = cursor.peek(1).senses
  return change !== undefined || degree !== undefined || shade !== undefined ? 'slight' : undefined
}

/** Reads a single degree. */
export function readDegreeWord(cursor: Cursor): Degree | null {
  const { degree } = cursor.senses
  if (degree === undefined) return null
  cursor.at++
  return degree
}
