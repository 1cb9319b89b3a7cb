import { readContent } from '../read/read-content.ts'
import type { Family } from './family.ts'
import { fieldOf, ownersField, ownersProperty, propertyOf, thing, withSubject } from './subject.ts'

/** "rename the save button to Store". */
export const rename: Family = {
  name: 'rename',
  about: 'Gives a component another text.',
  on: 'settings',
  examples: ['rename the save button to "Store"', 'relabel the cancel button to Back'],
  read(cursor) {
    if (!cursor.takeVerb('rename')) return null
    return withSubject(cursor, [propertyOf, ownersProperty, thing, ownersField, fieldOf], (c, subject) => {
      if (!c.take('to') && !c.take('as') && !c.take('into') && !c.take('says')) {
        if (c.peek().token.kind !== 'quoted') return null
      }
      const reader = readContent(c)
      if (reader === null) return null
      const [content] = reader(c)
      return {
        kind: 'style',
        target: subject.target,
        effects: [{ kind: 'set', property: 'text', value: content.value }],
      }
    })
  },
}
