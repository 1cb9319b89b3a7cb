import type { Senses } from '../lexicon/senses.ts'
import type { Filter } from '../reference.ts'

/** The condition that an adjective stands for. */
export function filterOf(senses: Senses): Filter | null {
  if (senses.color !== undefined) return { kind: 'color', hex: senses.color, on: 'any' }
  if (senses.shade !== undefined) return { kind: 'shade', shade: senses.shade }
  if (senses.state !== undefined) return { kind: 'state', state: senses.state, negated: false }
  if (senses.change === 'bigger' || senses.change === 'huge') return { kind: 'size', size: 'big' }
  if (senses.change === 'smaller' || senses.change === 'tiny') return { kind: 'size', size: 'small' }
  if (senses.style !== undefined) return { kind: 'style', style: senses.style }
  return null
}
