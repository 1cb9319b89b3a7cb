import type { Family } from './family.ts'
import { thing, withSubject } from './subject.ts'

/** "write "Welcome" in the header". */
export const write: Family = {
  name: 'write',
  about: 'Writes a text into a component.',
  on: 'shop',
  examples: ['write "Welcome" in the promo text'],
  read(cursor) {
    if (!cursor.takeVerb('write', 'put')) return null
    const { token } = cursor.peek()
    if (token.kind !== 'quoted') return null
    cursor.at++
    const { relation, grammar } = cursor.senses
    if (relation !== 'inside' && relation !== 'on' && grammar !== 'into') return null
    cursor.at++
    return withSubject(cursor, [thing], (_c, subject) => ({
      kind: 'style',
      target: subject.target,
      effects: [{ kind: 'set', property: 'text', value: token.word }],
    }))
  },
}
