import type { NewThing } from '../clause.ts'
import { readNewThing } from '../read/read-new-thing.ts'
import { readReference } from '../read/read-reference.ts'
import type { Family } from './family.ts'
import { LISTED } from './listed-targets.ts'

/** "wrap the title and the subtitle in a container". */
export const wrap: Family = {
  name: 'wrap',
  about: 'Puts components into a new container.',
  on: 'shop',
  examples: ['wrap the hero title and the hero subtitle in a container', 'group the first two cards'],
  read(cursor) {
    const grouping = cursor.senses.verb === 'group'
    if (!cursor.takeVerb('wrap', 'group', 'put')) return null
    const isPut = cursor.peek(-1).senses.verb === 'put'
    const target = readReference(cursor, {
      ...LISTED,
      stopAt: (c) => c.senses.relation === 'inside' || c.senses.grammar === 'into',
    })
    if (target === null) return null
    cursor.takeWord('together')
    cursor.skipFillers()
    const named = cursor.attempt((c) => {
      if (c.senses.relation !== 'inside' && !c.take('into') && !c.take('with') && !c.take('as')) return null
      if (c.senses.relation === 'inside') c.at++
      if (!c.take('a')) return null
      return readNewThing(c)
    })
    if (named === null && (!grouping || isPut)) return null
    const container: NewThing = named ?? { type: 'container', noun: 'container', text: null, effects: [] }
    return { kind: 'wrap', target, container, each: target.quantity === 'each' }
  },
}
