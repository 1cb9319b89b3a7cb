import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { readReference } from '../read/read-reference.ts'
import type { Relation } from '../reference.ts'
import type { Family } from './family.ts'
import { LISTED } from './listed-targets.ts'

/** Delete, hide and show read the same: a verb and its targets. */
export function targetFamily(
  verb: 'delete' | 'hide' | 'show',
  said: Pick<Family, 'about' | 'on' | 'examples'>,
): Family {
  return {
    name: verb,
    ...said,
    read(cursor) {
      if (verb === 'delete' && takesOff(cursor)) return readTaken(cursor)
      if (!cursor.takeVerb(verb)) return null
      const target = readReference(cursor, LISTED)
      if (target === null) return null
      if (
        cursor.senses.relation === 'on' ||
        cursor.senses.relation === 'of' ||
        cursor.senses.relation === 'inside'
      )
        skipScreen(cursor)
      if (verb === 'delete') return { kind: 'delete', target }
      return { kind: 'style', target, effects: [{ kind: 'set', property: 'hidden', value: verb === 'hide' }] }
    },
  }
}

/** Words behind what is taken from where it is. */
const OFF = ['off', 'away'] as const

/** "take the border off the search field" begins with a verb that is none without its "off". */
export function takesOff(cursor: Cursor): boolean {
  return (
    cursor.peek().word === 'take' &&
    cursor.hasAhead(({ word }) => word === 'off' || word === 'away') &&
    ++cursor.at > 0
  )
}

/** "take the promo text away", "take the badge off the first card" */
function readTaken(cursor: Cursor): Wish | null {
  const target = readReference(cursor, LISTED)
  if (target === null || !cursor.takeWord(...OFF)) return null
  if (cursor.atEnd || cursor.atBoundary || cursor.senses.filler === true) return { kind: 'delete', target }
  if (cursor.senses.relation === 'of' || cursor.senses.grammar === 'from') cursor.at++
  if (takeScreen(cursor)) return { kind: 'delete', target }
  const anchor = readReference(cursor, LISTED)
  if (anchor === null || target.parts.length > 0) return null
  const inside: Relation = { kind: 'relation', relation: 'inside', anchor }
  return { kind: 'delete', target: { ...target, relations: [...target.relations, inside] } }
}

function skipScreen(cursor: Cursor): void {
  cursor.attempt((c) => {
    c.at++
    return takeScreen(c) ? true : null
  })
}

function takeScreen(cursor: Cursor): boolean {
  return (
    cursor.attempt((c) => {
      c.take('the')
      return c.takeWord('screen', 'page', 'view', 'app', 'layout', 'document') ? true : null
    }) !== null
  )
}
