import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import { isUp, propertyChange } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import { readContent } from '../read/read-content.ts'
import { readDegree } from '../read/read-degree.ts'
import { readEffect, readEffects } from '../read/read-effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { IT } from '../reference.ts'
import type { Family } from './family.ts'
import { readPredicate } from './predicate.ts'
import { styleWish } from './style-wish.ts'
import type { Subject } from './subject.ts'
import { SUBJECTS, ownersProperty, propertyOf, thingBeforeQuote, withSubject } from './subject.ts'

/** "make the title bigger and red". */
export const make: Family = {
  name: 'make',
  about: 'Makes something look some way.',
  on: 'shop',
  examples: ['make the hero title bigger and red', 'turn the first card blue', 'paint the footer navy'],
  read(cursor, before) {
    if (!cursor.takeVerb('make')) return null
    cursor.takeWord('sure', 'that')
    return (
      withSubject(cursor, SUBJECTS, readPredicate) ??
      cursor.attempt(readReversed) ??
      withSubject(cursor, [thingBeforeQuote], readTitled) ??
      (before === null ? null : cursor.attempt(readForIt))
    )
  },
}

/** "make the back button text "Back"": nothing else is said, so it is what it shall say. */
function readTitled(cursor: Cursor, { target }: Subject): Wish | null {
  const reader = SAYING.has(target.noun ?? '') ? readContent(cursor) : null
  return reader === null ? null : styleWish(target, reader(cursor))
}

/** Nouns for what says something: "make the button "Buy"" breaks off behind which one. */
const SAYING: ReadonlySet<string> = new Set([
  'text',
  'label',
  'caption',
  'title',
  'heading',
  'headline',
  'name',
])

/** "... is too big make smaller". */
function readForIt(cursor: Cursor): Wish | null {
  const effects = readEffects(cursor)
  return effects === null ? null : styleWish(IT, effects)
}

/** "make bigger the title", "make lighter the background of the button". */
function readReversed(cursor: Cursor): Wish | null {
  return cursor.attempt(readReversedProperty) ?? readReversedThing(cursor)
}

function readReversedProperty(cursor: Cursor): Wish | null {
  return cursor.attempt((c) => {
    const { size } = readDegree(c)
    const { change } = c.senses
    if (change === undefined) return null
    c.at++
    const subject = c.attempt(propertyOf) ?? c.attempt(ownersProperty)
    if (subject === null || subject.property === null) return null
    const effects =
      lightnessOf(subject.property, change, size, null) ??
      propertyChange(subject.property, isUp(change, subject.property), size, null)
    return effects === null ? null : styleWish(subject.target, effects)
  })
}

function readReversedThing(cursor: Cursor): Wish | null {
  const effects = readEffect(cursor)
  if (effects === null) return null
  cursor.take('for')
  const target = readReference(cursor, PLAIN)
  return target === null ? null : styleWish(target, effects)
}
