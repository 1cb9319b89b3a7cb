import type { Measure, Step, Target } from '../../command/step.ts'
import type { Effect } from '../effect.ts'
import { byGroup } from './by-group.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'
import { isText } from './is-text.ts'

/** Heavier letters; for lines their thickness, for anything with a border the border's. */
export function lowerWeight(
  effect: Extract<Effect, { kind: 'weight' }>,
  targets: readonly Target[],
  context: EffectContext,
): Step[] {
  return byGroup(
    targets,
    (target) => weightKey(effect, target, context),
    (key, some) => {
      if (key === 'height') {
        const measure: Measure = { kind: 'factor', factor: effect.by > 0 ? 1.2 : 0.8 }
        return { kind: 'resize', targets: some, height: measure }
      }
      if (key === 'border') return { kind: 'adjust', targets: some, property: 'borderWidth', by: effect.by }
      if (key === 'bold') return { kind: 'set', targets: some, property: 'fontWeight', value: 'bold' }
      if (key === 'normal') return { kind: 'set', targets: some, property: 'fontWeight', value: 'normal' }
      return { kind: 'adjust', targets: some, property: 'fontWeight', by: effect.by * 100 }
    },
  )
}

function weightKey(
  effect: Extract<Effect, { kind: 'weight' }>,
  target: Target,
  context: EffectContext,
): 'height' | 'border' | 'bold' | 'normal' | 'step' {
  const node = nodeOf(target, context)
  if (effect.of === 'any' && !isText(target, context)) {
    if (hasBorder(target, context)) return 'border'
    return 'height'
  }
  const weight = node === undefined ? 400 : (context.transaction.readNumber(node, 'fontWeight') ?? 400)
  if (effect.by > 0) return weight < 700 ? 'bold' : 'step'
  return weight >= 600 ? 'normal' : 'step'
}

/** Whether a target has a border that can be seen. */
export function hasBorder(target: Target, { transaction }: EffectContext): boolean {
  const node = typeof target === 'string' ? transaction.index.node(target) : undefined
  return node !== undefined && (transaction.readNumber(node, 'borderWidth') ?? 0) > 0
}
