import type { Wish } from '../clause.ts'
import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { propertyChange } from '../read/changes.ts'
import { readBy } from '../read/read-amount.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { readValueFor } from '../read/read-value.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { impliedProperty, ownersProperty, propertyOf } from './subject.ts'
import type { Subject } from './subject.ts'

/** "... and B to 20px", "... and that of B to 20px" after a property was set. */
export const setAgain: Family = {
  name: 'set-again',
  about: 'Another component and value for the property just set.',
  on: 'shop',
  examples: ['set the width of the logo to 80px and the hero title to 200px'],
  read(cursor, before) {
    const first = before?.wish.kind === 'style' ? before.wish.effects[0] : undefined
    const more = cursor.attempt((c) => readMoreOf(c, first))
    if (more !== null) return more
    const property = propertyOfEffect(first)
    // "... and its link to /fees" names another property.
    if (property === null || cursor.senses.grammar === 'its') return null
    cursor.attempt((c) => {
      c.take('the')
      if (c.senses.pronoun !== 'this' && c.senses.pronoun !== 'one' && c.senses.pronoun !== 'them')
        return null
      c.at++
      return c.senses.relation === 'of' ? ++c.at : null
    })
    const target = readReference(cursor, PLAIN)
    if (target === null || (!cursor.take('to') && !cursor.take('by'))) return null
    const effects = cursor.peek(-1).senses.grammar === 'by' ? null : readValueFor(cursor, property)
    return effects === null ? null : styleWish(target, effects)
  },
}

/** "... and its font size by 1px" after an increase. */
function readMoreOf(cursor: Cursor, first: Effect | undefined): Wish | null {
  const up = first === undefined ? null : growth(first)
  if (up === null) return null
  const subject =
    cursor.attempt(propertyOf) ?? cursor.attempt(ownersProperty) ?? cursor.attempt(impliedProperty)
  if (subject === null || subject.property === null || cursor.senses.grammar !== 'by') return null
  const amount = readBy(cursor)
  const effects = amount === null ? null : propertyChange(subject.property, up, null, amount)
  return effects === null ? null : styleWish(subject.target, effects)
}

/** Whether an effect makes something more or less; null where it does neither. */
function growth(effect: Effect): boolean | null {
  if (effect.kind === 'adjust') return effect.by === undefined ? (effect.factor ?? 1) > 1 : effect.by > 0
  if (effect.kind !== 'resize') return null
  const measure = effect.width ?? effect.height
  if (measure?.kind === 'by') return measure.px > 0
  return measure?.kind === 'factor' ? measure.factor > 1 : null
}

function propertyOfEffect(effect: Effect | undefined): Subject['property'] {
  switch (effect?.kind) {
    case 'set':
    case 'adjust':
      return effect.property
    case 'resize':
      return effect.width === undefined ? 'height' : effect.height === undefined ? 'width' : 'size'
    case 'color':
      return effect.aspect === 'text'
        ? 'textColor'
        : effect.aspect === 'border'
          ? 'borderColor'
          : effect.aspect === 'background'
            ? 'background'
            : 'color'
    default:
      return null
  }
}
