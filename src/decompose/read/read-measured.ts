import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import { variantLeads, variantWords } from '../lexicon/variant-words.ts'
import type { Degree } from './changes.ts'
import { changeEffects, isUp, propertyChange } from './changes.ts'
import { measureEffects, readSecondSide } from './measure-effects.ts'
import { POSITIVE_ADJECTIVES } from './positive-adjectives.ts'
import type { Amount } from './read-amount.ts'
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
    const { change } = c.senses
    if (amount.unit === '%' && inner === null && c.takeWord('transparent', 'see-through', 'see through'))
      return [{ kind: 'set', property: 'opacity', value: 1 - amount.value / 100 }]
    if (change !== undefined) return readMeasuredChange(c, word, change, amount)
    const property =
      c.senses.property ??
      (senses.style?.property === 'borderRadius' ? 'borderRadius' : undefined) ??
      (senses.style?.property === 'opacity' && amount.unit !== 'px' ? 'opacity' : undefined)
    if (property !== undefined) {
      c.at++
      if (inner === 'more' || inner === 'less')
        return propertyChange(property, inner === 'more', null, amount)
      if (property === 'borderRadius') c.takeWord('corners', 'corner', 'radius')
      return measureEffects(c, property, amount)
    }
    if (inner !== null || degree !== null) return null
    if (amount.unit === 'x') return measureEffects(c, 'size', amount)
    return amount.unit === 'px' &&
      !amount.signed &&
      (c.atEnd || c.atBoundary || isAnotherLook(c) || beginsVariant(c))
      ? [{ kind: 'size', px: amount.value }]
      : null
  })
}

/** "48px on desktop" */
function beginsVariant(cursor: Cursor): boolean {
  if (!variantLeads.has(cursor.peek().word)) return false
  const next = cursor.peek(1).word
  return variantWords.has(next === 'the' || next === 'a' ? cursor.peek(2).word : next)
}

/** "18px bold", "20px red": a size alone is that of the thing, and what follows is the next effect. */
function isAnotherLook({ senses: { filler, style, color, quantity } }: Cursor): boolean {
  if (filler === true || color !== undefined || quantity === 'all') return true
  // "2px solid" wants a border, "8px rounded" a radius.
  return style !== undefined && style.property !== 'opacity' && style.property !== 'borderRadius'
}

/**
 * "240px wide" says the size, "20px wider" and "20% bigger padding" how much it changes.
 *
 * @param word the word after the amount
 */
function readMeasuredChange(
  cursor: Cursor,
  word: string,
  change: ChangeName,
  amount: Amount,
): Effect[] | null {
  const isSize = Object.hasOwn(POSITIVE_ADJECTIVES, word) && amount.unit !== '%' && amount.unit !== 'x'
  cursor.at++
  if (isSize) return measureEffects(cursor, POSITIVE_ADJECTIVES[word]!, amount)
  const { property } = cursor.senses
  const changed =
    property === undefined ? null : propertyChange(property, isUp(change, property), null, amount)
  if (changed === null || cursor.peek().token.kind !== 'word') return changeEffects(change, null, amount)
  cursor.at++
  return changed
}
