import type { Cursor } from '../cursor.ts'
import type { Effect } from '../effect.ts'
import { changeEffects, propertyChange } from '../read/changes.ts'
import { measureEffects } from '../read/measure-effects.ts'
import type { readAmount } from '../read/read-amount.ts'
import { readBy } from '../read/read-amount.ts'
import { readOwner } from '../read/read-owner.ts'
import { endOfOldValue } from '../read/read-relation.ts'
import { readValueFor } from '../read/read-value.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import type { Subject } from './subject.ts'
import { PROPERTIES_FIRST, withSubject } from './subject.ts'

/** "increase the font size of the title by 4px", "double the width of the logo". */
export const increase: Family = {
  name: 'increase',
  about: 'Increases or decreases a property or a size.',
  on: 'shop',
  examples: [
    'increase the font size of the hero title by 4px',
    'reduce the padding of all cards',
    'double the width of the logo',
    'enlarge the hero image',
  ],
  read(cursor) {
    const verb = cursor.peek()
    const up = verb.senses.verb === 'increase'
    const factor = verb.senses.fraction
    if (factor !== undefined) cursor.at++
    else if (!cursor.takeVerb('increase', 'decrease')) return null
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => {
      const size = c.senses.degree
      if (size !== undefined) c.at++
      // "from 12 to 16": the old value says nothing that the new one does not.
      if (c.peek().word === 'from') c.at += endOfOldValue(c)
      const target = subject.implied ? (readOwner(c) ?? subject.target) : subject.target
      if (subject.property === 'price' && c.senses.grammar === 'to' && c.peek(1).token.kind === 'quoted') {
        c.at += 2
        return styleWish(target, [{ kind: 'set', property: 'price', value: c.peek(-1).token.word }])
      }
      const amount =
        factor === undefined ? readIncrease(c) : { value: factor, unit: 'x' as const, signed: false }
      const late = size ?? c.senses.degree
      if (size === undefined && late !== undefined) c.at++
      const owner = subject.implied && target === subject.target ? (readOwner(c) ?? target) : target
      if (amount === 'to') {
        const effects = readValueFor(c, subject.property ?? 'size')
        const after = subject.implied && owner === subject.target ? (readOwner(c) ?? owner) : owner
        return effects === null ? null : styleWish(after, effects)
      }
      if (amount !== null && amount.unit !== 'px' && isPrice(subject)) return null
      const property = subject.property ?? 'size'
      const effects =
        factor !== undefined && amount !== null
          ? measureEffects(c, property, amount)
          : (lightnessFor(property, up) ?? propertyChange(property, up, late ?? null, amount))
      return effects === null ? null : styleWish(owner, effects)
    })
  },
}

/** "raise the price by 5" is about money, which is nothing to be worked out here. */
function isPrice({ property, target }: Subject): boolean {
  return property === 'price' || (property === null && (target.noun === 'price' || target.noun === 'prices'))
}

function lightnessFor(property: string, up: boolean): Effect[] | null {
  return property === 'color' ? changeEffects(up ? 'lighter' : 'darker', null, null) : null
}

/** "by 4px" by how much, "to 4px" to what, which the caller reads. */
function readIncrease(cursor: Cursor): ReturnType<typeof readAmount> | 'to' {
  if (cursor.senses.grammar === 'to' && cursor.peek(1).token.kind === 'number') {
    cursor.at++
    return 'to'
  }
  return readBy(cursor)
}
