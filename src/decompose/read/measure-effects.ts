import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import type { Reference } from '../reference.ts'
import type { PropertyWord } from './changes.ts'
import type { Amount } from './read-amount.ts'
import { readAmount } from './read-amount.ts'
import { PLAIN } from './read-options.ts'
import { readReference } from './read-reference.ts'

/** The effects of setting a measured property to an amount. */
export function measureEffects(cursor: Cursor, property: PropertyWord, amount: Amount): Effect[] | null {
  switch (property) {
    case 'width':
    case 'height':
      if (amount.unit === '%') {
        skipOfParent(cursor)
        const of = readShareOf(cursor, property)
        if (of !== null) return [{ kind: 'like', properties: [property], of, factor: amount.value / 100 }]
      }
      return [{ kind: 'resize', [property]: absolute(amount) }]
    case 'size':
    case 'dimensions': {
      const second = readSecondSide(cursor)
      if (second !== null) return [{ kind: 'resize', width: absolute(amount), height: absolute(second) }]
      if (amount.unit === '%' || amount.unit === 'x') {
        const factor = amount.unit === '%' ? amount.value / 100 : amount.value
        const measure = { kind: 'factor', factor } as const
        return [{ kind: 'resize', width: measure, height: measure, font: measure }]
      }
      return [{ kind: 'size', px: amount.value }]
    }
    case 'opacity':
      return [
        {
          kind: 'set',
          property,
          value: amount.unit === '%' || amount.value > 1 ? amount.value / 100 : amount.value,
        },
      ]
    case 'spacing':
    case 'between':
      return [
        {
          kind: 'spacing',
          between: property === 'between',
          ...(amount.unit === 'x' ? { factor: amount.value } : { to: amount.value }),
        },
      ]
    case 'lineHeight':
      return [{ kind: 'set', property, value: amount.unit === '%' ? amount.value / 100 : amount.value }]
    case 'font':
    case 'text':
      return amount.unit === 'px' ? [{ kind: 'set', property: 'fontSize', value: amount.value }] : null
    case 'border':
      return [{ kind: 'set', property: 'borderWidth', value: amount.value }]
    case 'borderRadius':
      if (amount.unit === '%' && amount.value === 50) return [{ kind: 'pill' }]
      return amount.unit === '%' ? null : [{ kind: 'set', property, value: amount.value }]
    case 'letterSpacing':
      // Of the font size, as designers say it.
      if (amount.unit === '%') return [{ kind: 'tracking', share: amount.value / 100 }]
      return [{ kind: 'set', property, value: amount.value }]
    case 'borderTop':
    case 'borderRight':
    case 'borderBottom':
    case 'borderLeft':
      return [{ kind: 'set', property, value: { width: amount.value } }]
    case 'fontSize':
    case 'padding':
    case 'paddingTop':
    case 'paddingRight':
    case 'paddingBottom':
    case 'paddingLeft':
    case 'margin':
    case 'marginTop':
    case 'marginRight':
    case 'marginBottom':
    case 'marginLeft':
    case 'gap':
    case 'borderWidth':
    case 'scale':
      if (amount.unit === '%' || amount.unit === 'x')
        return [{ kind: 'adjust', property, factor: amount.unit === '%' ? amount.value / 100 : amount.value }]
      return [{ kind: 'set', property, value: amount.value }]
    case 'fontWeight':
      return [{ kind: 'set', property, value: amount.value }]
    default:
      return null
  }
}

/** "50% of its parent", "half of the screen width": shares are of the parent anyway. */
function skipOfParent(cursor: Cursor): void {
  cursor.attempt((c) => {
    if (c.senses.relation !== 'of') return null
    c.at++
    c.take('the')
    c.take('its')
    if (!c.takeWord('parent', 'screen', 'container', 'page', 'card', 'section', 'row', 'width', 'height'))
      return null
    if (c.peek().token.kind === 'possessive') c.at++
    if (c.senses.property === 'width' || c.senses.property === 'height') c.at++
    return true
  })
}

/** "50% of the header", "30% of the header's width". */
function readShareOf(cursor: Cursor, property: PropertyWord): Reference | null {
  if (cursor.senses.relation !== 'of') return null
  return cursor.attempt((c) => {
    c.at++
    c.attempt((inner) => {
      inner.take('the')
      return inner.senses.property === property && inner.peek(1).senses.relation === 'of'
        ? (inner.at += 2)
        : null
    })
    const of = readReference(c, PLAIN)
    if (of === null) return null
    if (c.peek().token.kind !== 'possessive') return of
    c.at += 2
    return c.peek(-1).senses.property === property ? of : null
  })
}

function absolute(
  amount: Amount,
): { kind: 'to'; px: number } | { kind: 'share'; share: number } | { kind: 'factor'; factor: number } {
  if (amount.unit === '%') return { kind: 'share', share: amount.value / 100 }
  if (amount.unit === 'x') return { kind: 'factor', factor: amount.value }
  return { kind: 'to', px: amount.value }
}

/** The second number of "320 x 200" or "320px by 200px". */
export function readSecondSide(cursor: Cursor): Amount | null {
  return cursor.attempt((c) => (c.takeWord('x', '×', 'by', 'times') ? readAmount(c) : null))
}
