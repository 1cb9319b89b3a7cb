import { readContent } from '../read/read-content.ts'
import type { Family } from './family.ts'
import { fieldOf, ownersField, ownersProperty, propertyOf, thingBeforeWith, withSubject } from './subject.ts'

/** "replace the text of the title with Welcome". */
export const replace: Family = {
  name: 'replace',
  about: 'Replaces a text or an image.',
  on: 'shop',
  examples: ['replace the text of the logo with "Fern"', 'replace "Shop now" with "Buy now"'],
  read(cursor) {
    if (!cursor.takeVerb('replace')) return null
    return withSubject(
      cursor,
      [propertyOf, ownersProperty, thingBeforeWith, ownersField, fieldOf],
      (c, subject) => {
        if (!c.take('with') && !c.take('by') && !c.take('to') && !c.take('for')) return null
        const reader = readContent(c)
        if (reader === null) return null
        const [content] = reader(c)
        const { value } = content
        const { property } = subject
        if (
          property === 'text' ||
          property === 'placeholder' ||
          property === 'price' ||
          property === 'alt' ||
          property === 'href' ||
          property === 'imageUrl'
        ) {
          return { kind: 'style', target: subject.target, effects: [{ kind: 'set', property, value }] }
        }
        return property === null ? { kind: 'style', target: subject.target, effects: [content] } : null
      },
    )
  },
}
