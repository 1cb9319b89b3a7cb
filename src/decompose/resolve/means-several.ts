import type { Reference } from '../reference.ts'

/** Whether a phrase means a group, or chooses from one: what it says is more than a name. */
export function meansSeveral(reference: Reference): boolean {
  const { plural, quantity, ordinals, take, parity, count, superlative } = reference
  return (
    plural ||
    quantity !== null ||
    ordinals.length > 0 ||
    take !== null ||
    parity !== null ||
    count !== null ||
    superlative !== null
  )
}
