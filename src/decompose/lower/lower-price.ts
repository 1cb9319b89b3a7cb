import type { Step, StyleValue, Target } from '../../command/step.ts'
import { roleOf, typeOf } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { EffectContext } from './effect-context.ts'
import { nodeOf } from './effect-context.ts'

/** Spec: "price of X" is its price, or the text of a price-role component in it. */
export function lowerPrice(value: StyleValue, targets: readonly Target[], context: EffectContext): Step[] {
  return targets.map((target) => {
    const node = nodeOf(target, context)
    const inner =
      node === undefined || context.transaction.read(node, 'price') !== undefined ? null : priceOf(node)
    // A price that is a component of its own is not emptied but hidden.
    if (inner !== null && value === null)
      return { kind: 'set', targets: [inner.id], property: 'hidden', value: true }
    if (inner !== null)
      return {
        kind: 'set',
        targets: [inner.id],
        property: 'text',
        value: likePrice(value, context.transaction.read(inner, 'text')),
      }
    return {
      kind: 'set',
      targets: [target],
      property: 'price',
      value: node === undefined ? value : likePrice(value, context.transaction.read(node, 'price')),
    }
  })
}

/** A bare number takes over the currency of the price that was there. */
function likePrice(value: StyleValue, present: unknown): StyleValue {
  if (typeof value !== 'string' || typeof present !== 'string' || !/^\d{1,9}(?:[.,]\d{1,2})?$/.test(value))
    return value
  const match = /^([^\d]{0,8})\d[\d.,]{0,20}([^\d]{0,8})$/.exec(present)
  return match === null ? value : `${match[1]!}${value}${match[2]!}`
}

/** The price in a component, or beside the name that stands for what holds them both. */
function priceOf(node: TreeNode): TreeNode | null {
  const inner = priceIn(node)
  if (inner !== null || node.children.length > 0 || node.parent === null) return inner
  const beside = node.parent.children.flatMap((sibling) => priceIn(sibling) ?? [])
  return beside.length === 1 ? beside[0]! : null
}

function priceIn(node: TreeNode): TreeNode | null {
  if (roleOf(node.component) === 'price' || typeOf(node.component) === 'price') return node
  for (const child of node.children) {
    const found = priceIn(child)
    if (found !== null) return found
  }
  return null
}
