import type { Cursor } from '../cursor.ts'
import type { Reference } from '../reference.ts'
import { PLAIN } from './read-options.ts'
import { readReference } from './read-reference.ts'

/** "on all dark cards", "for the header", "of the title" after the value. */
export function readOwner(cursor: Cursor): Reference | null {
  return cursor.attempt((c) => {
    const { relation } = c.senses
    if (relation !== 'on' && relation !== 'of' && relation !== 'inside' && !c.take('for') && !c.take('to'))
      return null
    if (relation === 'on' || relation === 'of' || relation === 'inside') c.at++
    return readReference(c, PLAIN)
  })
}
