import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Lexeme } from '../lexeme.ts'
import { isSupposed } from '../opening.ts'
import type { PropertyWord } from '../read/changes.ts'
import { changeEffects, isUp, propertyChange, sizedBy } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { ownersProperty, propertyOf, thing, thingProperty, withSubject } from './subject.ts'

/** Complaints: what is too big shall be smaller. */
export const complain: Family = {
  name: 'complain',
  about: 'Says that something is too much; the opposite is done.',
  on: 'shop',
  examples: ['the hero title is too big', 'the footer is too dark'],
  read(cursor) {
    if (!cursor.hasAhead(complains)) return null
    // "make sure the title is very big" wishes.
    const isWish = cursor.peek(-1).senses.frame === true || isSupposed(cursor)
    return withSubject(cursor, [ownersProperty, thing, thingProperty, propertyOf], (c, subject) => {
      const tooMuch = subject.property === null && !isWish ? c.attempt(readTooMuch) : null
      if (tooMuch !== null) return styleWish(subject.target, tooMuch)
      const begin = c.at
      const isSaid = c.take('be') || c.take('was')
      const weighed = c.at
      while (c.senses.degree !== undefined || c.senses.filler === true || isLittle(c)) c.at++
      // "logo too small" leaves out the "is", "the logo bit small" names what is small.
      if (!isSaid && (isWish || c.at > begin || c.senses.grammar !== 'too')) return null
      const isWeighed = !isWish && c.at > weighed && POSITIVE.has(c.peek().word)
      const insufficient = isSaid && c.take('not')
      if (!insufficient && !c.take('too') && !isWeighed) return null
      const first = readTooWhat(c, subject.property, insufficient)
      if (first === null) return null
      const effects = [...first]
      for (;;) {
        const more = c.attempt((next) => {
          if (!next.take('and') && !next.takeSeparator(',')) return null
          next.take('be')
          return next.take('too') ? readTooWhat(next, subject.property, false) : null
        })
        if (more === null) return styleWish(subject.target, effects)
        effects.push(...more)
      }
    })
  },
}

/** "is too big", "has too much padding", "not tall enough", from the first word of it on. */
export function readComplaint(cursor: Cursor, property: PropertyWord | null): readonly Effect[] | null {
  const tooMuch = property === null ? cursor.attempt(readTooMuch) : null
  if (tooMuch !== null) return tooMuch
  const begin = cursor.at
  const isSaid = cursor.take('be') || cursor.take('was')
  const weighed = cursor.at
  while (cursor.senses.degree !== undefined || cursor.senses.filler === true || isLittle(cursor)) cursor.at++
  if (!isSaid && (cursor.at > begin || cursor.senses.grammar !== 'too')) return null
  const isWeighed = cursor.at > weighed && POSITIVE.has(cursor.peek().word)
  const insufficient = isSaid && cursor.take('not')
  if (!insufficient && !cursor.take('too') && !isWeighed) return null
  const first = readTooWhat(cursor, property, insufficient)
  if (first === null) return null
  const effects = [...first]
  for (;;) {
    const more = cursor.attempt((next) => {
      if (!next.take('and') && !next.takeSeparator(',')) return null
      next.take('be')
      return next.take('too') ? readTooWhat(next, property, false) : null
    })
    if (more === null) return effects
    effects.push(...more)
  }
}

/** The adjective behind "too" or "not", and what is wanted instead. */
function readTooWhat(
  cursor: Cursor,
  property: PropertyWord | null,
  insufficient: boolean,
): readonly Effect[] | null {
  while (cursor.senses.degree === 'much' || cursor.senses.degree === 'more') cursor.at++
  const { change, shade, style: adjective } = cursor.senses
  const said =
    change ??
    (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined) ??
    (adjective?.property === 'borderRadius' && adjective.value === 8 ? 'rounder' : undefined)
  if (said === undefined) return null
  cursor.at++
  if (insufficient && !cursor.takeWord('enough')) return null
  const up = insufficient ? isUp(said, property) : !isUp(said, property)
  const wanted = COMPLAINTS[said]?.[up ? 1 : 0] ?? null
  if (wanted === null) return null
  if (property === null) return changeEffects(wanted, null, null)
  return lightnessOf(property, wanted, null, null) ?? propertyChange(sizedBy(property), up, null, null)
}

/** "is", "was", "too": without them nothing complains. */
function complains({ senses: { grammar } }: Lexeme): boolean {
  return grammar === 'be' || grammar === 'was' || grammar === 'too'
}

/** "has too much padding", "too little space" */
function readTooMuch(cursor: Cursor): Effect[] | null {
  if (!cursor.take('have')) cursor.takeWord('has', 'have', 'got')
  if (!cursor.take('too')) return null
  const isMuch = cursor.takeWord('much', 'many')
  if (!isMuch && !cursor.takeWord('little', 'few', 'less')) return null
  const { property } = cursor.senses
  if (property === undefined) return null
  cursor.at++
  return propertyChange(property, !isMuch, null, null)
}

/** "is little small" */
function isLittle(cursor: Cursor): boolean {
  return cursor.peek().word === 'little' && cursor.peek(1).senses.change !== undefined
}

/** "is a bit small" complains, "is a bit smaller" wishes. */
const POSITIVE: ReadonlySet<string> = new Set([
  'big',
  'large',
  'small',
  'tiny',
  'huge',
  'wide',
  'narrow',
  'tall',
  'short',
  'high',
  'low',
  'thick',
  'thin',
  'dark',
  'light',
  'bright',
  'pale',
  'faded',
])

const COMPLAINTS: Readonly<
  Record<
    string,
    readonly [
      'smaller' | 'narrower' | 'shorter' | 'darker' | 'sharper' | 'fainter' | 'thinner',
      'bigger' | 'wider' | 'taller' | 'lighter' | 'rounder' | 'solider' | 'thicker',
    ]
  >
> = {
  bigger: ['smaller', 'bigger'],
  smaller: ['smaller', 'bigger'],
  wider: ['narrower', 'wider'],
  narrower: ['narrower', 'wider'],
  taller: ['shorter', 'taller'],
  shorter: ['shorter', 'taller'],
  higher: ['shorter', 'taller'],
  darker: ['darker', 'lighter'],
  lighter: ['darker', 'lighter'],
  rounder: ['sharper', 'rounder'],
  sharper: ['sharper', 'rounder'],
  fainter: ['fainter', 'solider'],
  solider: ['fainter', 'solider'],
  thicker: ['thinner', 'thicker'],
  thinner: ['thinner', 'thicker'],
}
