import type { Measure, Step, StyleValue, Target } from '../../command/step.ts'
import { isTextLike } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Effect } from '../effect.ts'
import type { EffectContext } from './effect-context.ts'
import { isText } from './is-text.ts'
import { paint } from './paint.ts'

/** Copies properties of another component; null where it means nothing. */
export function lowerLike(
  effect: Extract<Effect, { kind: 'like' }>,
  targets: readonly Target[],
  context: EffectContext,
): Step[] | null {
  const model = context.lookUp(effect.of)
  if (model === null) return null
  const { transaction } = context
  const factor = effect.factor ?? 1
  if (effect.properties === 'color') {
    const text = isTextLike(model.component)
    const value = transaction.read(model, text ? 'textColor' : 'background')
    return typeof value === 'string' ? paint(targets, null, value, context) : []
  }
  const letters = bySizeOfLetters(effect.properties, model, targets, context)
  if (letters !== null) return [{ kind: 'set', targets, property: 'fontSize', value: letters * factor }]
  const steps: Step[] = []
  const sizes: { width?: Measure; height?: Measure } = {}
  for (const property of effect.properties) {
    const value = transaction.read(model, property)
    if (property === 'width' || property === 'height') {
      const size = transaction.readNumber(model, property)
      if (size !== undefined) sizes[property] = { kind: 'to', px: size * factor }
    } else if (value !== undefined)
      steps.push({
        kind: 'set',
        targets,
        property,
        value: (typeof value === 'number' ? value * factor : value) as StyleValue,
      })
  }
  if (sizes.width !== undefined || sizes.height !== undefined)
    steps.push({ kind: 'resize', targets, ...sizes })
  else if (effect.properties.includes('width') && effect.properties.includes('height')) {
    // Without boxes the size of anything is that of its letters.
    const size = transaction.readNumber(model, 'fontSize')
    if (size !== undefined) steps.push({ kind: 'set', targets, property: 'fontSize', value: size * factor })
  }
  return steps
}

/** Of texts the size is that of their letters. */
function bySizeOfLetters(
  properties: readonly PropertyName[],
  model: TreeNode,
  targets: readonly Target[],
  context: EffectContext,
): number | null {
  const isSize = properties.length === 2 && properties.includes('width') && properties.includes('height')
  if (!isSize || !isTextLike(model.component) || !targets.every((target) => isText(target, context)))
    return null
  return context.transaction.readNumber(model, 'fontSize') ?? null
}
