import { idOf } from './blueprint.ts'
import type { Component } from './blueprint.ts'
import type { TreeNode } from './tree-node.ts'

/** Gives a part of a list of children their positions. */
export function renumber(siblings: readonly TreeNode[], from: number, to: number = siblings.length): void {
  for (let i = from; i < to; i++) siblings[i]!.position = i
}

/** Where another object stands under the same id; null when the ids are not the same in the same order. */
export function replacedPositions(
  nodes: readonly TreeNode[],
  components: readonly Component[],
): readonly number[] | null {
  if (nodes.length !== components.length) return null
  const replaced: number[] = []
  for (let i = 0; i < nodes.length; i++) {
    if (nodes[i]!.component === components[i]) continue
    if (nodes[i]!.id !== idOf(components[i]!)) return null
    replaced.push(i)
  }
  return replaced
}
