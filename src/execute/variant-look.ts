import { isJsonObject, own } from '../base/json.ts'
import { propertySpec } from '../document/blueprint.ts'
import { variants } from '../document/look-table.ts'
import type { Variant } from '../document/look-table.ts'
import type { PropertyName } from '../document/native-table.ts'
import type { Transaction } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'

/** What a component's look for a state or device says of a property; undefined where it leaves that to the base look. */
export function readInVariant(
  transaction: Transaction,
  node: TreeNode,
  variant: Variant,
  property: PropertyName,
): unknown {
  const looks = transaction.read(node, variants[variant])
  const look = isJsonObject(looks) ? own(looks, variant) : undefined
  return isJsonObject(look) ? own(look, propertySpec(property).key) : undefined
}

/**
 * Writes a property into a component's look for a state or device; undefined takes it away, and with its last property the look
 * itself. Returns false when the value was there already.
 */
export function writeInVariant(
  transaction: Transaction,
  node: TreeNode,
  variant: Variant,
  property: PropertyName,
  value: unknown,
): boolean {
  const home = variants[variant]
  const present = transaction.read(node, home)
  const looks: Record<string, unknown> = isJsonObject(present) ? { ...present } : {}
  const own = looks[variant]
  const look: Record<string, unknown> = isJsonObject(own) ? { ...own } : {}
  const { key } = propertySpec(property)
  if (value === undefined) delete look[key]
  else look[key] = value
  if (Object.keys(look).length > 0) looks[variant] = look
  else delete looks[variant]
  return transaction.write(node, home, Object.keys(looks).length > 0 ? looks : undefined)
}
