import { fail } from '../../base/result.ts'
import type { Place } from '../../command/step.ts'
import type { PlaceWish } from '../effect.ts'
import type { Reference } from '../reference.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import type { LowerContext, Lowering } from './lowering.ts'

/** Resolves a place first: where its anchor means nothing, the wish fails as a whole. */
export function placed(
  wish: PlaceWish | null,
  outer: LowerContext,
  target: Reference | null,
  then: (place: Place | null) => Lowering,
): Lowering {
  // "put the last card before the second one": the noun is that of the thing moved.
  const context = target === null || target.pronoun !== null ? outer : { ...outer, lastReference: target }
  if (wish === null) return then(null)
  switch (wish.kind) {
    case 'first':
    case 'last':
    case 'up':
    case 'down':
      return then({ kind: wish.kind })
    case 'screen':
      return then(wish)
    default: {
      const reference =
        wish.kind === 'between' && after(context, wish.anchor, wish.other) ? wish.other : wish.anchor
      const found = resolveReference(reference, context)
      if (!found.ok) return found
      const { targets } = found.value
      const anchor =
        wish.kind === 'before' || wish.kind === 'inside-start' ? targets[0]! : targets[targets.length - 1]!
      // "to the end of the cards": behind the last of them, not into it.
      if (targets.length > 1 && reference.quantity !== null && wish.kind.startsWith('inside'))
        return fail({
          code: 'reference-ambiguous',
          reference,
          candidates: targets.filter((target): target is string => typeof target === 'string'),
          message: `a place is one, "${reference.phrase}" fits ${targets.length}`,
        })
      if (targets.length > 1 && wish.kind === 'inside-end') return then({ kind: 'after', anchor })
      if (targets.length > 1 && wish.kind === 'inside-start') return then({ kind: 'before', anchor })
      if (wish.kind === 'inside-end' || wish.kind === 'inside-start')
        return then({ kind: 'inside', anchor, at: wish.kind === 'inside-end' ? 'end' : 'start' })
      return then({ kind: wish.kind === 'before' ? 'before' : 'after', anchor })
    }
  }
}

/** Whether the first of two neighbours stands behind the second. */
function after(context: LowerContext, a: Reference, b: Reference): boolean {
  const first = resolveReference(a, context)
  const second = resolveReference(b, context)
  if (!first.ok || !second.ok) return false
  const x = first.value.targets[0]
  const y = second.value.targets[0]
  if (typeof x !== 'string' || typeof y !== 'string') return false
  return context.index.compare(context.index.node(x)!, context.index.node(y)!) > 0
}
