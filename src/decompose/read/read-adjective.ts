import type { Cursor } from '../cursor.ts'
import { isBoundary } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import type { Degree, PropertyWord } from './changes.ts'
import { changeEffects, isUp, lightness, propertyChange } from './changes.ts'
import { aspectOf, lightnessOf } from './color-aspect.ts'
import { measureEffects } from './measure-effects.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { OPPOSITES } from './opposites.ts'
import { readAmount, readBy } from './read-amount.ts'
import type { DegreeWords } from './read-degree.ts'
import { readStyled } from './read-styled.ts'

/** "bigger", "slightly darker", "bolder font", "italic", "rounded corners", "more padding". */
export function readAdjective(cursor: Cursor, { degree, size }: DegreeWords): Effect[] | null {
  const { change, style, shade, property } = cursor.senses
  if (change !== undefined) {
    cursor.at++
    return readChanged(cursor, change, size, degree === 'less')
  }
  if ((degree === 'more' || degree === 'less') && property !== undefined) {
    cursor.at++
    const amount = readBy(cursor)
    return propertyChange(property, degree === 'more', size, amount)
  }
  if (style !== undefined) {
    cursor.at++
    return readStyled(cursor, style, degree)
  }
  if (
    shade !== undefined &&
    (degree === null || degree === 'more' || degree === 'less' || degree === 'slight' || degree === 'much')
  ) {
    cursor.at++
    const aspect = aspectOf(cursor.senses.property)
    if (aspect !== undefined) cursor.at++
    return [lightness((shade === 'light') !== (degree === 'less'), size, null, aspect ?? null)]
  }
  return null
}

function readChanged(
  cursor: Cursor,
  change: ChangeName,
  degree: Degree | null,
  reversed: boolean,
): Effect[] | null {
  const actual = reversed ? OPPOSITES[change] : change
  cursor.takeWord('in size', 'in width', 'in height')
  if (cursor.senses.grammar === 'than') {
    cursor.at++
    cursor.takeWord('now', 'before')
    if (cursor.senses.pronoun === 'it') {
      cursor.at++
      cursor.take('be')
      cursor.skipFillers()
    }
  }
  const property = cursor.senses.property
  if (property !== undefined && !(cursor.senses.types !== undefined && beginsNoun(cursor))) {
    const mark = cursor.at
    cursor.at++
    const amount = readBy(cursor)
    const effects =
      lightnessOf(property, actual, degree, amount) ??
      propertyChange(property, isUp(actual, property), degree, amount)
    if (effects !== null) return effects
    cursor.at = mark
  }
  const to = readTo(cursor, actual) ?? readSize(cursor)
  if (to !== null) return to
  return changeEffects(actual, degree ?? readLateDegree(cursor), readBy(cursor))
}

/** "darker a little bit", "bigger a lot". */
function readLateDegree(cursor: Cursor): Degree | null {
  const { degree } = cursor.senses
  const next = cursor.peek(1)
  const ends = next.token.word === '' || isBoundary(next) || next.senses.filler === true
  if ((degree !== 'slight' && degree !== 'much') || !ends) return null
  cursor.at++
  return degree
}

/** A word that is both property and type counts as a type when more of a noun phrase follows it. */
function beginsNoun(cursor: Cursor): boolean {
  const next = cursor.peek(1)
  return next.senses.relation !== undefined || next.token.kind === 'quoted'
}

/** "wide 300", "high 60px": the adjective as it is names the side, "wider 300" how much is added. */
function readSize(cursor: Cursor): Effect[] | null {
  const { word } = cursor.peek(-1)
  const property = Object.hasOwn(POSITIVE_ADJECTIVES, word) ? POSITIVE_ADJECTIVES[word]! : null
  if ((property !== 'width' && property !== 'height') || cursor.peek().token.kind !== 'number') return null
  return cursor.attempt((c) => {
    const amount = readAmount(c)!
    return amount.signed || amount.unit === '%' || amount.unit === 'x'
      ? null
      : measureEffects(c, property, amount)
  })
}

/** "to 320px" after the adjective says the size itself. */
function readTo(cursor: Cursor, change: ChangeName): Effect[] | null {
  return cursor.attempt((c) => {
    if (!c.take('to')) return null
    const amount = readAmount(c)
    if (amount === null) return null
    const property: PropertyWord =
      change === 'wider' || change === 'narrower'
        ? 'width'
        : change === 'taller' || change === 'shorter' || change === 'higher' || change === 'lower'
          ? 'height'
          : 'size'
    return measureEffects(c, property, amount)
  })
}
