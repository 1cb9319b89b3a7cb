import type { Cursor } from '../cursor.ts'
import { isAddress } from '../read/read-content.ts'
import { readEffects } from '../read/read-effect.ts'
import { readAdded, readEffectsThenTarget } from './effects-then-target.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { thing, thingBeforeWith, withSubject } from './subject.ts'

/** "give the cards a shadow", "add 8px padding to the header". */
export const give: Family = {
  name: 'give',
  about: 'Gives something a look: "give X a shadow", "add padding to X", "put a border on X".',
  on: 'shop',
  examples: [
    'give the cards a shadow',
    'add 8px padding to the header',
    'put a 2px gold border on the first card',
    'apply a gradient from red to blue to the hero',
  ],
  read(cursor) {
    if (!cursor.takeVerb('give', 'add', 'put')) return null
    if (namesNewThing(cursor)) return null
    const gives = cursor.peek(-1).senses.verb === 'give'
    return (
      cursor.attempt(readEffectsThenTarget) ??
      withSubject(cursor, [thingBeforeWith, thing], (c, subject) => {
        // "add an image above the text with ..." adds one.
        if (subject.target.indefinite && !gives) return null
        c.take('with')
        const effects = readEffects(c) ?? readAdded(c)
        return effects === null ? null : styleWish(subject.target, effects)
      })
    )
  },
}

/** "add a link "Contact" in the footer": a noun that says something is a component, not where another one leads. */
function namesNewThing(cursor: Cursor): boolean {
  if (cursor.senses.grammar !== 'a') return false
  const ahead = cursor.peek(1).word === 'new' ? 2 : 1
  const { types, property } = cursor.peek(ahead).senses
  const { token } = cursor.peek(ahead + 1)
  return types !== undefined && property === 'href' && token.kind === 'quoted' && !isAddress(token.word)
}
