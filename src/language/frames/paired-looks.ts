import type { Wish } from '../../decompose/clause.ts'
import type { Effect } from '../../decompose/effect.ts'
import type { Fills } from './frame.ts'

/** "the title and the intro red and blue": as many looks of one kind as things are one for each. */
export function pairOf({ target: things, each }: Fills): Wish | null {
  if (things === undefined || each === undefined || each.length < 2 || things.parts.length !== each.length)
    return null
  const [first] = each
  const isAlike = each.every(
    (effects) =>
      effects.length === first!.length && effects.every((effect, i) => sameAspect(effect, first![i]!)),
  )
  return isAlike ? { kind: 'paired', target: things, looks: each } : null
}

function sameAspect(a: Effect, b: Effect): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'set') return a.property === (b as typeof a).property
  if (a.kind === 'color') return a.aspect === (b as typeof a).aspect
  return a.kind === 'resize' || a.kind === 'size' || a.kind === 'content'
}
