import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Degree } from './changes.ts'
import { changeEffects, isUp, propertyChange } from './changes.ts'
import { measureEffects, readSecondSide } from './measure-effects.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import { readAmount } from './read-amount.ts'
import { readDegreeWord } from './read-degree.ts'

/** Effects that begin with an amount. */
export function readMeasured(cursor: Cursor, degree: Degree | null): Effect[] | null {
  return cursor.attempt((c) => {
    const amount = readAmount(c)
    if (amount === null) return null
    const second = readSecondSide(c)
    if (second !== null)
      return [
        { kind: 'resize', width: { kind: 'to', px: amount.value }, height: { kind: 'to', px: second.value } },
      ]
    const { word, senses } = c.peek()
    const inner = readDegreeWord(c)
    const change = c.senses.change
    if (change !== undefined) {
      const isSize = Object.hasOwn(POSITIVE_ADJECTIVES, word) && amount.unit !== '%' && amount.unit !== 'x'
      c.at++
      if (isSize) return measureEffects(c, POSITIVE_ADJECTIVES[word]!, amount)
      const property = c.senses.property
      if (
        property !== undefined &&
        propertyChange(property, isUp(change), null, amount) !== null &&
        c.peek().token.kind === 'word'
      ) {
        c.at++
        return propertyChange(property, isUp(change), null, amount)
      }
      return changeEffects(change, null, amount)
    }
    const property =
      c.senses.property ??
      (senses.style?.property === 'borderRadius' ? 'borderRadius' : undefined) ??
      (senses.style?.property === 'opacity' ? 'opacity' : undefined)
    if (property !== undefined) {
      c.at++
      if (inner === 'more' || inner === 'less')
        return propertyChange(property, inner === 'more', null, amount)
      if (property === 'borderRadius') c.takeWord('corners', 'corner', 'radius')
      return measureEffects(c, property, amount)
    }
    if (inner !== null || degree !== null) return null
    if (c.takeWord('transparent', 'see-through'))
      return [{ kind: 'set', property: 'opacity', value: 1 - amount.value / 100 }]
    if (amount.unit === 'x') return measureEffects(c, 'size', amount)
    return amount.unit === 'px' && !amount.signed && (c.atEnd || c.atBoundary || c.senses.filler === true)
      ? [{ kind: 'size', px: amount.value }]
      : null
  })
}
