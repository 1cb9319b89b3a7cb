import { childrenOf } from './blueprint.ts'
import type { Component } from './blueprint.ts'
import type { DocumentIndex } from './document-index.ts'
import type { Patch } from './patch.ts'
import type { TreeNode } from './tree-node.ts'

/** The patches of one structural operation and of its undoing, each in the order of application. */
export interface StructurePatches {
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** The operation gave its parent a list of children first. */
  readonly grewList: boolean
}

/**
 * Structural patches, written by hand because immer would describe a move by one replacement for each sibling. They
 * are made when the operation runs, while the paths are those of the moment; property patches follow them at commit.
 */
export const childPatches: {
  /** The value of the `add` is filled in at commit, when the component has its final properties. */
  insert(index: DocumentIndex, parent: TreeNode | null, position: number): StructurePatches
  remove(index: DocumentIndex, node: TreeNode): StructurePatches
  move(index: DocumentIndex, node: TreeNode, parent: TreeNode | null, position: number): StructurePatches
} = {
  insert(index, parent, position) {
    const list = listPath(index, parent)
    const path = `${list}/${position}`
    const patches: Patch[] = [{ op: 'add', path, value: null }]
    const inverse: Patch[] = [{ op: 'remove', path }]
    return withList(parent, list, patches, inverse)
  },
  remove(index, node) {
    const path = index.path(node)
    return {
      patches: [{ op: 'remove', path }],
      inverse: [{ op: 'add', path, value: structureOf(node) }],
      grewList: false,
    }
  },
  move(index, node, parent, position) {
    const from = index.path(node)
    const needsList = parent !== null && !hasList(parent)
    const before = listPath(index, parent)
    const path = `${listPathWithout(node, parent)}/${position}`
    const patches = movePatches(from, path)
    const inverse = movePatches(path, from)
    return needsList ? withList(parent, before, patches, inverse) : { patches, inverse, grewList: false }
  },
}

/**
 * One `move`; two where the component goes into the sibling that takes its place when it leaves. Its old path is then the
 * beginning of its new one, which RFC 6902 forbids (4.4), so it first steps behind that sibling.
 */
function movePatches(from: string, path: string): Patch[] {
  if (!path.startsWith(`${from}/`)) return [{ op: 'move', from, path }]
  const slash = from.lastIndexOf('/')
  const behind = `${from.slice(0, slash)}/${Number(from.slice(slash + 1)) + 1}`
  return [
    { op: 'move', from, path: behind },
    { op: 'move', from: behind, path },
  ]
}

function listPath(index: DocumentIndex, parent: TreeNode | null): string {
  return parent === null ? '/components' : `${index.path(parent)}/children`
}

/** The path of a list when `node` has left its place: the siblings behind it have moved up by one. O(depth). */
function listPathWithout(node: TreeNode, parent: TreeNode | null): string {
  if (parent === null) return '/components'
  const movesUp = parent.parent === node.parent && parent.position > node.position
  return `${listPathWithout(node, parent.parent)}/${parent.position - (movesUp ? 1 : 0)}/children`
}

function withList(
  parent: TreeNode | null,
  list: string,
  patches: Patch[],
  inverse: Patch[],
): StructurePatches {
  if (parent === null || hasList(parent)) return { patches, inverse, grewList: false }
  parent.hasGrownList = true
  return {
    grewList: true,
    patches: [{ op: 'add', path: list, value: [] }, ...patches],
    inverse: [...inverse, { op: 'remove', path: list }],
  }
}

/** Whether the patched document has a list of children there already, perhaps from an earlier step. */
function hasList(parent: TreeNode): boolean {
  return parent.component.children !== undefined || parent.children.length > 0 || parent.hasGrownList
}

/** The component with its children as they stand now, and the properties it had at the last commit. */
function structureOf(node: TreeNode): Component {
  const committed = childrenOf(node.component)
  const now = node.children.map(structureOf)
  const same =
    !node.hasGrownList &&
    now.length === committed.length &&
    now.every((component, i) => component === committed[i])
  return same ? node.component : { ...node.component, children: now }
}
