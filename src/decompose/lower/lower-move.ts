import { ok } from '../../base/result.ts'
import type { Place, Step, Target } from '../../command/step.ts'
import type { Wish } from '../clause.ts'
import type { PlaceWish } from '../effect.ts'
import type { Reference } from '../reference.ts'
import { foundTogether } from './found-together.ts'
import type { LowerContext, Lowering } from './lowering.ts'
import { placed } from './placed.ts'
import { byId, withTargets } from './with-targets.ts'

/** A move, whose two ends are found together. */
export function lowerMove(
  { target, place: wished }: Extract<Wish, { kind: 'move' }>,
  context: LowerContext,
): Lowering {
  const ends = besideEachOther(target, wished, context)
  const lowered = placed(ends?.place ?? wished, context, target, (place) =>
    withTargets(ends?.target ?? target, context, ({ targets }) => [
      alongside(wished, targets, place!, context) ?? { kind: 'move', targets, place: place! },
    ]),
  )
  return lowered.ok && ends !== null ? ok({ ...lowered.value, why: ends.why, reference: target }) : lowered
}

/** Both ends by their ids, where they are found together; null for other places. */
function besideEachOther(
  target: Reference,
  place: PlaceWish,
  context: LowerContext,
): { readonly target: Reference; readonly place: PlaceWish; readonly why: string } | null {
  if (place.kind !== 'before' && place.kind !== 'after') return null
  const ends = foundTogether(target, place.anchor, context)
  if (ends === null) return null
  const { a, b, why } = ends
  return { target: byId(target, a), place: { ...place, anchor: byId(place.anchor, b) }, why }
}

/** "move the image to the left side of the hero", where the hero holds it: it is aligned there. Null for other moves. */
function alongside(
  wish: PlaceWish,
  targets: readonly Target[],
  place: Place,
  { index }: LowerContext,
): Step | null {
  if (!('side' in wish) || wish.side === undefined || !('anchor' in place)) return null
  const outer = typeof place.anchor === 'string' ? index.node(place.anchor) : undefined
  const isHeld =
    outer !== undefined &&
    targets.every((target) => typeof target === 'string' && index.node(target)?.isInside(outer) === true)
  return isHeld ? { kind: 'align', targets, to: wish.side } : null
}
