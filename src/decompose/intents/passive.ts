import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { isSupposed } from '../opening.ts'
import { changeEffects } from '../read/changes.ts'
import { readBy } from '../read/read-amount.ts'
import { readContent } from '../read/read-content.ts'
import { readEffects } from '../read/read-effect.ts'
import { readMove } from '../read/read-move.ts'
import { PLAIN } from '../read/read-options.ts'
import { beginsPlace, readPlace } from '../read/read-place.ts'
import { readReference } from '../read/read-reference.ts'
import { readSide } from '../read/read-side.ts'
import { readSingle } from '../read/read-single.ts'
import type { Reference } from '../reference.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import type { SubjectReader } from './subject.ts'
import { thing, withSubject } from './subject.ts'

/** "the divider should be deleted", "the footer belongs at the bottom". */
export const passive: Family = {
  name: 'passive',
  about: 'Says what should be done to something.',
  on: 'shop',
  examples: [
    'the promo text should be deleted',
    'the search field should be moved below the hero',
    'the search field belongs at the top',
    'I want the search field below the hero subtitle',
  ],
  read(cursor, before) {
    const supposed = isSupposed(cursor)
    const isWanted = supposed || cursor.peek(-1).senses.frame === true
    return withSubject(cursor, isWanted ? [thingBeforePlace, thing] : [thing], (c, subject) => {
      const last = readLastVerb(c, subject.target, before === null)
      if (last !== null) return last
      if (c.takeWord('goes', 'go', 'belongs', 'belong', 'comes', 'come')) return readMove(c, subject.target)
      if (takesGoing(c)) return { kind: 'delete', target: subject.target }
      const isWish = c.take('should') || c.take('have') || (isWanted && !subject.target.indefinite)
      if (!isWish && !c.take('be')) return null
      if (c.takeWord('go', 'move', 'come', 'sit', 'stand', 'belong', 'appear'))
        return readMove(c, subject.target)
      if (!c.take('be') && supposed) c.take('was')
      c.skipFillers()
      const { participle } = c.senses
      if (participle === undefined) return readSitting(c, subject.target)
      // "the form is deleted" may tell what has happened.
      if (participle === 'delete' && !isWish) return null
      c.at++
      return readDone(c, participle, subject.target)
    })
  },
}

/** "I want the logo | below the title": where it shall stand, not which one is meant. */
const thingBeforePlace: SubjectReader = (cursor) => {
  const target = readReference(cursor, { ...PLAIN, stopAt: beginsPlace })
  return target === null ? null : { target, property: null, implied: false }
}

/** "the banner has to go": away, where no place is said. */
function takesGoing(cursor: Cursor): boolean {
  if (!GOING.has(cursor.peek().word)) return false
  return (
    cursor.attempt((c) => {
      c.at++
      c.takeWord('away')
      c.skipFillers()
      return c.atEnd || c.atBoundary ? true : null
    }) !== null
  )
}

const GOING: ReadonlySet<string> = new Set(['must go', 'has to go', 'have to go', 'needs to go', 'can go'])

/** "promo banner hide", "title and subtitle swap". */
function readLastVerb(cursor: Cursor, target: Reference, isFirst: boolean): Wish | null {
  return cursor.attempt((c) => {
    if (isFirst && !c.takeSeparator(',')) c.takeSeparator(':')
    c.skipFillers()
    if (takeSwitch(c)) return readSwapped(c, target)
    const { verb } = c.senses
    if (verb !== 'delete' && verb !== 'hide' && verb !== 'show' && verb !== 'duplicate' && verb !== 'swap')
      return null
    c.at++
    c.takeWord('places', 'it', 'them')
    c.skipFillers()
    return c.atEnd || c.atBoundary ? readDone(c, verb, target) : null
  })
}

/** "title and intro switch", "... change places" */
function takeSwitch(cursor: Cursor): boolean {
  return (
    cursor.attempt((c) => {
      if (!c.takeWord('switch', 'change', 'trade')) return null
      const isSwitch = c.peek(-1).word === 'switch'
      const placed = c.takeWord('places', 'positions', 'place', 'position')
      c.skipFillers()
      return (isSwitch || placed) && (c.atEnd || c.atBoundary) ? true : null
    }) !== null
  )
}

/** "should be at the top", "should be below the title". */
function readSitting(cursor: Cursor, target: Reference): Wish | null {
  const place = readPlace(cursor)
  return place === null ? null : { kind: 'move', target, place }
}

/** What follows the passive of a verb. */
function readDone(
  cursor: Cursor,
  verb: NonNullable<Cursor['senses']['participle']>,
  target: Reference,
): Wish | null {
  switch (verb) {
    case 'delete':
      return { kind: 'delete', target }
    case 'duplicate':
      return { kind: 'duplicate', target, place: readPlace(cursor), count: 1 }
    case 'move':
      return readMove(cursor, target)
    case 'hide':
    case 'show':
      return { kind: 'style', target, effects: [{ kind: 'set', property: 'hidden', value: verb === 'hide' }] }
    case 'swap':
      return readSwapped(cursor, target)
    case 'align': {
      const to = readSide(cursor)
      return to === null ? null : { kind: 'style', target, effects: [{ kind: 'align', to, text: false }] }
    }
    case 'increase':
    case 'decrease':
      return readResized(cursor, verb === 'increase', target)
    case 'rename':
    case 'set':
      return readChangedTo(cursor, target)
    default:
      return null
  }
}

/** "should be swapped with the subtitle", "title and subtitle should be swapped". */
function readSwapped(cursor: Cursor, target: Reference): Wish | null {
  if (!cursor.take('with') && !cursor.take('for'))
    return target.parts.length === 2 ? { kind: 'swap', a: target.parts[0]!, b: target.parts[1]! } : null
  const b = readSingle(cursor, PLAIN)
  return b === null ? null : { kind: 'swap', a: target, b }
}

/** "should be enlarged slightly", "should be reduced by 20%". */
function readResized(cursor: Cursor, up: boolean, target: Reference): Wish {
  const degree = cursor.senses.degree ?? null
  if (degree !== null) cursor.at++
  return styleWish(target, changeEffects(up ? 'bigger' : 'smaller', degree, readBy(cursor)))
}

/** "should be changed to navy", "should be renamed to Store". */
function readChangedTo(cursor: Cursor, target: Reference): Wish | null {
  if (!cursor.take('to')) cursor.take('into')
  const effects = cursor.attempt((c) => {
    const read = readEffects(c)
    return read !== null && (c.atEnd || c.atBoundary) ? read : null
  })
  if (effects !== null) return { kind: 'style', target, effects }
  const reader = readContent(cursor)
  return reader === null ? null : { kind: 'style', target, effects: reader(cursor) }
}
