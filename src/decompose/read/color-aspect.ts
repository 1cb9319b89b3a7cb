import type { ColorAspect, Effect } from '../effect.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import type { Degree, PropertyWord } from './changes.ts'
import { isUp, lightness } from './changes.ts'
import type { Amount } from './read-amount.ts'

/** The part whose colour a property is; undefined where it is none's. */
export function aspectOf(property: PropertyWord | undefined): ColorAspect | undefined {
  switch (property) {
    case 'background':
      return 'background'
    case 'border':
    case 'borderColor':
      return 'border'
    case 'text':
    case 'textColor':
    case 'font':
      return 'text'
    default:
      return undefined
  }
}

/** Darker and lighter of a property are about its colour. */
export function lightnessOf(
  property: PropertyWord,
  change: ChangeName,
  degree: Degree | null,
  amount: Amount | null,
): Effect[] | null {
  if (change !== 'darker' && change !== 'lighter') return null
  const aspect = property === 'color' ? null : aspectOf(property)
  return aspect === undefined ? null : [lightness(isUp(change), degree, amount, aspect)]
}
