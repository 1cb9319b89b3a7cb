import type { Target } from '../../command/step.ts'
import { isTextLike } from '../../document/blueprint.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'

const TEXT_TYPES: ReadonlySet<string> = new Set([
  'text',
  'title',
  'subtitle',
  'heading',
  'description',
  'label',
  'link',
  'icon',
  'list_item',
  'price',
])

/** Whether colours and sizes of a target are those of its letters. */
export function isText(target: Target, context: EffectContext): boolean {
  const node = nodeOf(target, context)
  if (node !== undefined) return isTextLike(node.component)
  return typeof target !== 'string' && TEXT_TYPES.has(context.typeOfMade(target.madeBy) ?? '')
}
