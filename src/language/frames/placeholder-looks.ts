import type { Effect } from '../../decompose/effect.ts'

/** "the placeholder grey and not italic": the look of letters that stand in for a text. */
export function ofPlaceholder(effect: Effect): Effect | null {
  if (effect.kind === 'color' && effect.aspect !== 'background' && effect.aspect !== 'border')
    return { kind: 'set', property: 'placeholderColor', value: effect.hex }
  if (effect.kind === 'set' && effect.property === 'fontStyle')
    return { ...effect, property: 'placeholderStyle' }
  return effect.kind === 'set' && effect.property === 'fontSize' ? effect : null
}
