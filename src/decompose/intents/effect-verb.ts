import type { Degree } from '../read/changes.ts'
import { changeEffects, isUp, propertyChange } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import { measureEffects } from '../read/measure-effects.ts'
import { readAmount, readBy } from '../read/read-amount.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { PROPERTIES_FIRST, withSubject } from './subject.ts'

/** "darken the header", "widen the logo by 20px". */
export const effectVerb: Family = {
  name: 'effect',
  about: 'Verbs that say the change themselves: widen, darken, underline, capitalize.',
  on: 'shop',
  examples: [
    'darken the header',
    'widen the logo by 20px',
    'underline the help link',
    'uppercase all buttons',
  ],
  read(cursor) {
    const { verbChange, verbStyle, ownVerb, verb } = cursor.senses
    if (verb !== 'effect') return null
    cursor.at++
    return withSubject(cursor, PROPERTIES_FIRST, (c, subject) => {
      let degree: Degree | null = null
      for (; c.senses.degree !== undefined; c.at++) if (c.senses.degree !== 'more') degree = c.senses.degree
      if (ownVerb !== undefined)
        return subject.property === null ? styleWish(subject.target, [{ kind: 'own', ...ownVerb }]) : null
      if (verbStyle !== undefined) {
        if (subject.property !== null && subject.property !== 'text' && subject.property !== 'font')
          return null
        return styleWish(subject.target, [
          { kind: 'set', property: verbStyle.property, value: verbStyle.value },
        ])
      }
      if (c.take('to')) {
        const to = readAmount(c)
        const effects =
          to === null
            ? null
            : measureEffects(c, verbChange === 'wider' || verbChange === 'narrower' ? 'width' : 'height', to)
        return effects === null ? null : styleWish(subject.target, effects)
      }
      const amount = readBy(c)
      const late = degree ?? c.senses.degree ?? null
      if (degree === null && late !== null) c.at++
      const effects =
        subject.property === null
          ? changeEffects(verbChange!, late, amount)
          : (lightnessOf(subject.property, verbChange!, late, amount) ??
            propertyChange(subject.property, isUp(verbChange!, subject.property), late, amount))
      return effects === null ? null : styleWish(subject.target, effects)
    })
  },
}
