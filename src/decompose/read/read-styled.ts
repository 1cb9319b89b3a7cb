import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Senses } from '../lexicon/senses.ts'
import type { Degree } from './changes.ts'
import { propertyChange } from './changes.ts'
import { measureEffects } from './measure-effects.ts'
import { readAmount } from './read-amount.ts'
import type { Side } from './read-side.ts'

/** The effect of an adjective such as "bold" or "rounded", with the degree before it and the property it may name. */
export function readStyled(
  cursor: Cursor,
  style: NonNullable<Senses['style']>,
  degree: Degree | null,
): Effect[] | null {
  if (style.property === 'fontWeight' && degree === 'more') return [{ kind: 'weight', by: 1, of: 'letters' }]
  if (style.property === 'fontWeight' && degree === 'less') return [{ kind: 'weight', by: -1, of: 'letters' }]
  if (style.property === 'opacity' && (degree === 'more' || degree === 'less'))
    return propertyChange('opacity', degree === 'more', null, null)
  if (style.property === 'borderRadius' && (degree === 'more' || degree === 'less'))
    return propertyChange('borderRadius', degree === 'more', null, null)
  const named = cursor.senses.property
  if (
    named === 'text' ||
    named === 'font' ||
    named === 'borderRadius' ||
    named === 'fontWeight' ||
    named === 'fontStyle' ||
    named === 'textTransform'
  )
    cursor.at++
  if (style.property === 'borderRadius' && style.value !== 0) {
    const radius = readRadius(cursor)
    if (radius !== null) return radius
  }
  // The vocabulary gives `align` the sides of Effect's align alone.
  if (style.property === 'align') return [{ kind: 'align', to: style.value as Side, text: named === 'text' }]
  return [{ kind: 'set', property: style.property, value: style.value }]
}

/** "rounded corners of 12px", "rounded corners, 12px" */
function readRadius(cursor: Cursor): Effect[] | null {
  return cursor.attempt((c) => {
    const isOf = c.senses.relation === 'of' || c.senses.grammar === 'by'
    if (isOf) c.at++
    const amount = readAmount(c)
    if (amount === null || amount.signed || (!isOf && amount.unit !== 'px')) return null
    return measureEffects(c, 'borderRadius', amount)
  })
}
