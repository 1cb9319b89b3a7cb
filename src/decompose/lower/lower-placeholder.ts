import type { Step, StyleValue, Target } from '../../command/step.ts'
import { idOf, labelTargetOf, typeOf } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'

/** A label shows no placeholder: where one is named, the field that it labels is meant. */
export function lowerPlaceholder(
  value: StyleValue,
  targets: readonly Target[],
  context: EffectContext,
): Step[] {
  const fields = targets.map((target): Target => {
    const node = nodeOf(target, context)
    if (node === undefined || typeOf(node.component) !== 'label') return target
    return fieldOf(node, context)?.id ?? target
  })
  return [{ kind: 'set', targets: fields, property: 'placeholder', value }]
}

/** The field that a label says it belongs to, else the one beside it that is called alike. */
function fieldOf(label: TreeNode, { transaction: { index } }: EffectContext): TreeNode | undefined {
  const said = labelTargetOf(label.component)
  if (said !== null) return index.node(said)
  const name = nameWords(label)
  return index.siblings(label).find((node) => FIELDS.has(typeOf(node.component)) && nameWords(node) === name)
}

const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'search'])

/** "first name" of first_name_label and first_name_input. */
function nameWords({ component }: TreeNode): string {
  return splitWords(idOf(component)).slice(0, -1).join(' ')
}

/** A field that states a style of its own shows its placeholder in that, too. */
export function lowerPlaceholderStyle(
  value: StyleValue,
  targets: readonly Target[],
  { transaction, ...context }: EffectContext,
): Step[] {
  const stating = targets.filter((target) => {
    const node = nodeOf(target, { transaction, ...context })
    return node !== undefined && (transaction.read(node, 'fontStyle') ?? undefined) !== undefined
  })
  const placeholder: Step = { kind: 'set', targets, property: 'placeholderStyle', value }
  return stating.length === 0 && value !== 'normal'
    ? [placeholder]
    : [
        placeholder,
        { kind: 'set', targets: value === 'normal' ? targets : stating, property: 'fontStyle', value },
      ]
}
