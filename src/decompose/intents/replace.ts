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
    const swaps = cursor.senses.verb === 'swap'
    // "swap "Old" for "New"", where nothing says "New".
    if (swaps && !cursor.hasAhead(({ token }) => token.kind === 'quoted')) return null
    if (!cursor.takeVerb('replace', 'swap')) return null
    return withSubject(
      cursor,
      [propertyOf, ownersProperty, thingBeforeWith, ownersField, fieldOf],
      (c, subject) => {
        if (!c.take('with') && !c.take('by') && !c.take('to') && !c.take('for')) return null
        const reader = swaps && c.peek().token.kind !== 'quoted' ? null : readContent(c)
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
