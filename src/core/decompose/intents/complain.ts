import { changeEffects, isUp, propertyChange } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { ownersProperty, propertyOf, thing, thingProperty, withSubject } from './subject.ts'

/** Complaints: what is too big shall be smaller. */
export const complain: Family = {
  name: 'complain',
  about: 'Says that something is too much; the opposite is done.',
  examples: ['the title is too big', 'the header is too dark'],
  read(cursor) {
    return withSubject(cursor, [ownersProperty, thing, thingProperty, propertyOf], (c, subject) => {
      if (!c.take('be')) return null
      while (c.senses.degree !== undefined || c.senses.filler === true) c.at++
      const insufficient = c.take('not')
      if (!insufficient && !c.take('too')) return null
      const { change, shade, style: adjective } = c.senses
      const said =
        change ??
        (shade === 'dark' ? 'darker' : shade === 'light' ? 'lighter' : undefined) ??
        (adjective?.property === 'borderRadius' && adjective.value === 8 ? 'rounder' : undefined)
      if (said === undefined) return null
      c.at++
      if (insufficient && !c.takeWord('enough')) return null
      const up = insufficient ? isUp(said) : !isUp(said)
      const wanted = COMPLAINTS[said]?.[up ? 1 : 0] ?? null
      if (wanted === null) return null
      const effects =
        subject.property === null
          ? changeEffects(wanted, null, null)
          : (lightnessOf(subject.property, wanted, null, null) ??
            propertyChange(subject.property, up, null, null))
      return effects === null ? null : styleWish(subject.target, effects)
    })
  },
}

const COMPLAINTS: Readonly<
  Record<
    string,
    readonly [
      'smaller' | 'narrower' | 'shorter' | 'darker' | 'sharper' | 'fainter' | 'thinner',
      'bigger' | 'wider' | 'taller' | 'lighter' | 'rounder' | 'solider' | 'thicker',
    ]
  >
> = {
  bigger: ['smaller', 'bigger'],
  smaller: ['smaller', 'bigger'],
  wider: ['narrower', 'wider'],
  narrower: ['narrower', 'wider'],
  taller: ['shorter', 'taller'],
  shorter: ['shorter', 'taller'],
  higher: ['shorter', 'taller'],
  darker: ['darker', 'lighter'],
  lighter: ['darker', 'lighter'],
  rounder: ['sharper', 'rounder'],
  sharper: ['sharper', 'rounder'],
  fainter: ['fainter', 'solider'],
  solider: ['fainter', 'solider'],
  thicker: ['thinner', 'thicker'],
  thinner: ['thinner', 'thicker'],
}
