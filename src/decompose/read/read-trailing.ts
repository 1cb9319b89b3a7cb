import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { endsClause } from './ends-clause.ts'
import { readEffect } from './read-effect.ts'
import { beginsPlace } from './read-place.ts'

/** "with a red background", "in bold". */
export function readTrailing(cursor: Cursor): Effect[] {
  const effects: Effect[] = []
  for (let i = 0; i < 8; i++) {
    const effect = cursor.attempt((c) => {
      const joined = c.take('and')
      if (
        !c.take('with') &&
        !joined &&
        c.senses.grammar !== 'without' &&
        !(c.senses.relation === 'inside' && c.peek().word === 'in' && !beginsPlace(c))
      )
        return null
      const read = readEffect(c)
      return read !== null &&
        (endsClause(c) ||
          c.senses.relation !== undefined ||
          c.senses.grammar === 'with' ||
          c.senses.grammar === 'at' ||
          c.senses.grammar === 'to')
        ? read
        : null
    })
    if (effect === null) return effects
    effects.push(...effect)
  }
  return effects
}
