import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { propertyChange } from '../read/changes.ts'
import { likeEffect } from '../read/like-effect.ts'
import { readAmount, readBy } from '../read/read-amount.ts'
import { readEffects } from '../read/read-effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { styleWish } from './style-wish.ts'

/** "a shadow on the cards", "more padding for the header": a look, then what shall have it. */
export function readEffectsThenTarget(cursor: Cursor): Wish | null {
  const same = cursor.attempt(readSame)
  if (same !== null) return same
  const effects = readAdded(cursor)
  if (effects === null || effects.some((effect) => effect.kind === 'set' && effect.property === 'text'))
    return null
  const { relation, grammar } = cursor.senses
  if (cursor.peek(-1).senses.property === 'between') {
    const among = readReference(cursor, PLAIN)
    return among === null || among.parts.length > 0 ? null : styleWish(among, effects)
  }
  if (
    relation !== 'on' &&
    relation !== 'inside' &&
    relation !== 'of' &&
    grammar !== 'to' &&
    grammar !== 'for' &&
    cursor.peek().word !== 'around' &&
    cursor.peek().word !== 'under' &&
    cursor.peek().word !== 'behind' &&
    relation !== 'between'
  )
    return null
  cursor.at++
  const target = readReference(cursor, PLAIN)
  return target === null ? null : styleWish(target, effects)
}

/** "add padding" means more of it; "add 8px padding" as much as said, "add a shadow" one. */
export function readAdded(cursor: Cursor): Effect[] | null {
  return (
    cursor.attempt((c) => {
      while (c.take('a') || c.take('the')) {
        // articles
      }
      const degree = c.senses.degree
      if (degree !== undefined) c.at++
      const amount = readAmount(c)
      c.attempt((inner) =>
        inner.senses.relation === 'of' || inner.senses.degree === 'more' ? ++inner.at : null,
      )
      const { property } = c.senses
      if (
        property !== 'padding' &&
        property !== 'margin' &&
        property !== 'gap' &&
        property !== 'spacing' &&
        property !== 'between' &&
        property !== 'letterSpacing'
      )
        return null
      c.at++
      const late =
        amount ??
        c.attempt((inner) => {
          if (inner.senses.relation === 'of') inner.at++
          return readBy(inner)
        })
      return propertyChange(
        property,
        degree !== 'less',
        degree === 'more' || degree === 'less' ? null : (degree ?? null),
        late,
      )
    }) ?? readEffects(cursor)
  )
}

/** "the same colour for the footer as the header" */
function readSame(cursor: Cursor): Wish | null {
  cursor.take('the')
  if (!cursor.take('same')) return null
  const { property } = cursor.senses
  if (property === undefined) return null
  cursor.at++
  if (!cursor.take('for') && cursor.senses.relation !== 'on') return null
  if (cursor.senses.relation === 'on') cursor.at++
  const target = readReference(cursor, PLAIN)
  if (target === null || (!cursor.take('as') && !cursor.takeWord('like'))) return null
  const of = readReference(cursor, PLAIN)
  const effects = of === null ? null : likeEffect(property, of)
  return effects === null ? null : styleWish(target, effects)
}
