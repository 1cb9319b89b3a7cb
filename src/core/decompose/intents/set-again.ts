import type { Effect } from '../effect.ts'
import { PLAIN } from '../read/read-options.ts'
import { readReference } from '../read/read-reference.ts'
import { readValueFor } from '../read/read-value.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import type { Subject } from './subject.ts'

/** "... and B to 20px", "... and that of B to 20px" after a property was set. */
export const setAgain: Family = {
  name: 'set-again',
  about: 'Another component and value for the property just set.',
  examples: ['set the width of the logo to 80px and the title to 200px'],
  read(cursor, before) {
    const property = before?.wish.kind === 'style' ? propertyOfEffect(before.wish.effects[0]) : null
    if (property === null) return null
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
