import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Degree } from './changes.ts'
import { propertyChange } from './changes.ts'

export function readStyled(
  cursor: Cursor,
  style: { readonly property: string; readonly value: string | number | boolean },
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
  if (style.property === 'align')
    return [{ kind: 'align', to: style.value as 'left', text: named === 'text' }]
  return [
    {
      kind: 'set',
      property: style.property as Extract<Effect, { kind: 'set' }>['property'],
      value: style.value,
    },
  ]
}
