import type { Step, Target } from '../../command/step.ts'
import type { Effect } from '../effect.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'

/** "more space between the cards": the gap of what holds them all; null where nothing does. */
export function lowerBetween(
  effect: Extract<Effect, { kind: 'spacing' }>,
  targets: readonly Target[],
  context: EffectContext,
): Step[] | null {
  const nodes = targets.map((target) => nodeOf(target, context))
  const [first] = nodes
  if (first === undefined) return null
  // "the space between the list" is that between what it holds.
  const holder = nodes.length === 1 && first.children.length > 0 ? first : first.parent
  const isShared = holder !== null && (holder === first || nodes.every((node) => node?.parent === holder))
  // Of two among others, or of what nothing holds, the distance is theirs alone.
  if (nodes.length > 1 && (!isShared || holder.children.length > nodes.length)) {
    const { to, by } = effect
    if (to === undefined && effect.factor !== undefined) return null
    return [{ kind: 'distance', targets, ...(to === undefined ? { by: by ?? 8 } : { px: to }) }]
  }
  if (holder === null || !isShared) return null
  const base = { targets: [holder.id], property: 'gap' } as const
  if (effect.to !== undefined) return [{ kind: 'set', ...base, value: effect.to }]
  return [
    {
      kind: 'adjust',
      ...base,
      ...(effect.factor === undefined ? { by: effect.by ?? 8 } : { factor: effect.factor }),
    },
  ]
}
