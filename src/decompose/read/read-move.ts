import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'
import { readAmount } from './read-amount.ts'
import { readCorner } from './read-corner.ts'
import { readPlace } from './read-place.ts'
import { PLAIN } from './read-options.ts'
import { readSingle } from './read-single.ts'
import { readShift } from './read-shift.ts'
import { readSide } from './read-side.ts'

/** Reads what follows a moved target: a distance, an alignment or a place. */
export function readMove(cursor: Cursor, target: Reference): Wish | null {
  cursor.skipFillers()
  const shift = cursor.attempt(readShift)
  if (shift !== null) return { kind: 'shift', target, ...shift }
  const at = cursor.attempt(readCoordinates)
  if (at !== null) return { kind: 'place-at', target, ...at }
  const corner = cursor.attempt(readCorner)
  if (corner !== null) return { kind: 'style', target: readHolder(cursor, target), effects: corner }
  const place = readPlace(cursor)
  if (place !== null) return { kind: 'move', target, place }
  const side = cursor.attempt(readSide)
  return side === null ? null : { kind: 'style', target, effects: [{ kind: 'align', to: side, text: false }] }
}

/** "to the top right of the header": it is aligned in what holds it, so that is where it must be. */
function readHolder(cursor: Cursor, target: Reference): Reference {
  const anchor = cursor.attempt((c) => {
    const { relation } = c.senses
    if (target.parts.length > 0 || (relation !== 'of' && relation !== 'inside' && relation !== 'on'))
      return null
    c.at++
    return readSingle(c, PLAIN)
  })
  if (anchor === null) return target
  return { ...target, relations: [...target.relations, { kind: 'relation', relation: 'inside', anchor }] }
}

/** "to x 40", "to 40, 20". */
function readCoordinates(cursor: Cursor): { x?: number; y?: number } | null {
  if (!cursor.take('to') && !cursor.take('at')) return null
  cursor.takeWord('position', 'coordinates')
  if (cursor.senses.property === 'x' || cursor.senses.property === 'y') {
    const result: { x?: number; y?: number } = {}
    while (cursor.senses.property === 'x' || cursor.senses.property === 'y') {
      const name = cursor.senses.property
      cursor.at++
      cursor.take('to')
      const amount = readAmount(cursor)
      if (amount === null) return null
      result[name] = amount.value
      if (cursor.senses.grammar === 'and' || cursor.peek().word === ',') {
        const next = cursor.peek(1).senses.property
        if (next === 'x' || next === 'y') cursor.at++
      }
    }
    return result
  }
  const x = readAmount(cursor)
  if (x === null || cursor.peek().word !== ',') return null
  cursor.at++
  const y = readAmount(cursor)
  return y === null ? null : { x: x.value, y: y.value }
}
