import type { Cursor } from '../cursor.ts'
import { changeEffects, isUp, propertyChange } from '../read/changes.ts'
import { lightnessOf } from '../read/color-aspect.ts'
import type { Family } from './family.ts'
import { styleWish } from './style-wish.ts'
import { ownersProperty, propertyOf, thing, thingProperty, withSubject } from './subject.ts'

/** Complaints: what is too big shall be smaller. */
export const complain: Family = {
  name: 'complain',
  about: 'Says that something is too much; the opposite is done.',
  on: 'shop',
  examples: ['the hero title is too big', 'the footer is too dark'],
  read(cursor) {
    // "make sure the title is very big" wishes.
    const isWish = cursor.peek(-1).senses.frame === true
    return withSubject(cursor, [ownersProperty, thing, thingProperty, propertyOf], (c, subject) => {
      const begin = c.at
      const isSaid = c.take('be') || c.take('was')
      const weighed = c.at
      while (c.senses.degree !== undefined || c.senses.filler === true || isLittle(c)) c.at++
      // "logo too small" leaves out the "is", "the logo bit small" names what is small.
      if (!isSaid && (isWish || c.at > begin || c.senses.grammar !== 'too')) return null
      const isWeighed = !isWish && c.at > weighed && POSITIVE.has(c.peek().word)
      const insufficient = isSaid && c.take('not')
      if (!insufficient && !c.take('too') && !isWeighed) return null
      while (c.senses.degree === 'much' || c.senses.degree === 'more') c.at++
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

/** "is little small" */
function isLittle(cursor: Cursor): boolean {
  return cursor.peek().word === 'little' && cursor.peek(1).senses.change !== undefined
}

/** "is a bit small" complains, "is a bit smaller" wishes. */
const POSITIVE: ReadonlySet<string> = new Set([
  'big',
  'large',
  'small',
  'tiny',
  'huge',
  'wide',
  'narrow',
  'tall',
  'short',
  'high',
  'low',
  'thick',
  'thin',
  'dark',
  'light',
  'bright',
  'pale',
  'faded',
])

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
