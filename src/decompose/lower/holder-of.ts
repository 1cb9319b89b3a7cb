import type { PlaceWish } from '../effect.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import type { LowerContext } from './lowering.ts'
import { byId } from './with-targets.ts'

/** Of several that a name fits the one that holds components: "below the pricing" is said of a section, not of a link to it. */
function holderOf(reference: Reference, context: LowerContext): Reference {
  const found = resolveReference(reference, context)
  if (found.ok || found.error.code !== 'reference-ambiguous') return reference
  const holders = found.error.candidates.filter((id) => (context.index.node(id)?.children.length ?? 0) > 0)
  return holders.length === 1 ? byId(reference, holders[0]!) : reference
}

/** A place whose anchor is such a holder. */
export function amongHolders(place: PlaceWish | null, context: LowerContext): PlaceWish | null {
  if (place === null || !('anchor' in place)) return place
  return 'other' in place
    ? { ...place, anchor: holderOf(place.anchor, context), other: holderOf(place.other, context) }
    : { ...place, anchor: holderOf(place.anchor, context) }
}
