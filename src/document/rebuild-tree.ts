import type { Component } from './blueprint.ts'
import type { Gathered } from './gather-log.ts'
import type { StructureRecord, Transaction } from './transaction.ts'
import type { TreeNode } from './tree-node.ts'

const NONE: readonly Component[] = []

/**
 * The top-level list after the change: the lists along the paths from the touched components to the top are copied,
 * everything else is shared. O(width of those lists).
 */
export function rebuildTree(
  transaction: Transaction,
  gathered: Gathered,
  touched: readonly TreeNode[],
): readonly Component[] {
  const { index } = transaction
  const dirty = new Map<TreeNode | null, Set<TreeNode>>()
  const note = (node: TreeNode): void => {
    for (let child = node; ;) {
      const parent = child.parent
      const known = dirty.get(parent)
      if (known === undefined) dirty.set(parent, new Set([child]))
      else {
        known.add(child)
        return
      }
      if (parent === null) return
      child = parent
    }
  }
  for (const node of touched) if (node.isAttached) note(node)
  for (const parent of gathered.lists) {
    if (parent !== null && !parent.isAttached) continue
    if (!dirty.has(parent)) {
      dirty.set(parent, new Set())
      if (parent !== null) note(parent)
    }
  }
  const rebuild = (parent: TreeNode | null, committed: readonly Component[]): readonly Component[] => {
    const children = dirty.get(parent)
    if (children === undefined) return committed
    for (const child of children) {
      if (!dirty.has(child)) continue
      const list = rebuild(child, child.component.children ?? NONE)
      if (list !== child.component.children && (list.length > 0 || child.component.children !== undefined)) {
        child.component = { ...child.component, children: list }
      }
    }
    const isRelisted = gathered.lists.has(parent)
    if (!isRelisted && [...children].every((child) => child.component === committed[child.position]))
      return committed
    const list = isRelisted ? replay(gathered.structure, parent, committed) : committed.slice()
    for (const child of children) list[child.position] = child.component
    return isRelisted && sameItems(list, committed) ? committed : list
  }
  const components = rebuild(null, index.root.components)
  for (const parent of gathered.lists) if (parent !== null) parent.hasGrownList = false
  return components
}

/** A list after the operations on it. O(width + operations), without looking at the components. */
function replay(
  structure: readonly StructureRecord[],
  parent: TreeNode | null,
  committed: readonly Component[],
): Component[] {
  const list = committed.slice()
  for (const { node, fromParent, fromPosition, toParent, toPosition } of structure) {
    if (fromPosition >= 0 && fromParent === parent) list.splice(fromPosition, 1)
    if (toPosition >= 0 && toParent === parent) list.splice(toPosition, 0, node.component)
  }
  return list
}

function sameItems(a: readonly Component[], b: readonly Component[]): boolean {
  return a.length === b.length && a.every((component, i) => component === b[i])
}

/** The `add` of a new component carries the properties that later steps gave it; its structure is that of its insertion. */
export function fillAdds(structure: readonly StructureRecord[]): void {
  for (const record of structure) {
    if (record.kind !== 'insert') continue
    const add = record.patches[record.patches.length - 1] as { value: unknown }
    add.value = withFinalProperties(record.inserted!, record.made)
  }
}

function withFinalProperties(raw: Component, made: readonly TreeNode[]): Component {
  const final = new Map<string, Component>()
  for (const node of made) final.set(node.id, node.component)
  const build = (component: Component): Component => {
    const latest = final.get(component.id) ?? component
    if (component.children === undefined) {
      if (latest.children === undefined) return latest
      const { children: _grown, ...rest } = latest
      return rest
    }
    return { ...latest, children: component.children.map(build) }
  }
  return build(raw)
}
