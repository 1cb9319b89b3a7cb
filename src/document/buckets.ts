import { groupSize, membersOf, withNode, withoutNode } from './node-group.ts'
import type { NodeGroup } from './node-group.ts'
import type { TreeNode } from './tree-node.ts'

/** Nodes grouped under a key, returned in document order; a group is sorted again only after it or the order changed. */
export class Buckets {
  readonly #groups = new Map<string, NodeGroup>()
  readonly #sorted = new Map<string, readonly TreeNode[]>()

  add(key: string, node: TreeNode): void {
    const group = this.#groups.get(key) ?? null
    const next = withNode(group, node)
    if (next !== group) this.#groups.set(key, next)
    this.#sorted.delete(key)
  }

  delete(key: string, node: TreeNode): void {
    const group = this.#groups.get(key)
    if (group === undefined) return
    const next = withoutNode(group, node)
    if (next === null) this.#groups.delete(key)
    this.#sorted.delete(key)
  }

  size(key: string): number {
    return groupSize(this.#groups.get(key) ?? null)
  }

  has(key: string): boolean {
    return this.#groups.has(key)
  }

  keys(): IterableIterator<string> {
    return this.#groups.keys()
  }

  /** The group in any order. */
  members(key: string): Iterable<TreeNode> {
    return membersOf(this.#groups.get(key) ?? null)
  }

  /** The group in document order; the caller has made sure that the nodes' `order` is valid. */
  ordered(key: string): readonly TreeNode[] {
    const known = this.#sorted.get(key)
    if (known !== undefined) return known
    const group = this.#groups.get(key)
    if (group === undefined) return NONE
    const sorted = [...membersOf(group)].sort((a, b) => a.order - b.order)
    this.#sorted.set(key, sorted)
    return sorted
  }

  /** Forgets every order, after nodes moved. */
  reorder(): void {
    this.#sorted.clear()
  }
}

const NONE: readonly TreeNode[] = []
