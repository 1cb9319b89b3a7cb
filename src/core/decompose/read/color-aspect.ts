import type { Effect } from '../effect.ts'
import type { ChangeName } from '../lexicon/senses.ts'
import type { Degree, PropertyWord } from './changes.ts'
import { changeEffects } from './changes.ts'
import type { Amount } from './read-amount.ts'

export function aspectOf(property: PropertyWord | undefined): 'text' | 'background' | 'border' | undefined {
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
  const [effect] = changeEffects(change, degree, amount)
  const aspect = property === 'color' ? null : aspectOf(property)
  if (aspect === undefined) return null
  return [{ ...(effect as Extract<Effect, { kind: 'lightness' }>), aspect }]
}
