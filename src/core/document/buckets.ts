import type { TreeNode } from './tree-node.ts'

/** Nodes grouped under a key, given back in document order; a group is sorted again only after it or the order changed. */
export class Buckets {
  readonly #groups = new Map<string, Set<TreeNode>>()
  readonly #sorted = new Map<string, readonly TreeNode[]>()

  add(key: string, node: TreeNode): void {
    const group = this.#groups.get(key)
    if (group === undefined) this.#groups.set(key, new Set([node]))
    else group.add(node)
    this.#sorted.delete(key)
  }

  delete(key: string, node: TreeNode): void {
    const group = this.#groups.get(key)
    if (group === undefined || !group.delete(node)) return
    if (group.size === 0) this.#groups.delete(key)
    this.#sorted.delete(key)
  }

  size(key: string): number {
    return this.#groups.get(key)?.size ?? 0
  }

  has(key: string): boolean {
    return this.#groups.has(key)
  }

  keys(): IterableIterator<string> {
    return this.#groups.keys()
  }

  /** The group in no particular order. */
  members(key: string): Iterable<TreeNode> {
    return this.#groups.get(key) ?? NONE
  }

  /** The group in document order; the caller has made sure that the nodes' `order` is valid. */
  ordered(key: string): readonly TreeNode[] {
    const known = this.#sorted.get(key)
    if (known !== undefined) return known
    const group = this.#groups.get(key)
    if (group === undefined) return NONE
    const sorted = [...group].sort((a, b) => a.order - b.order)
    this.#sorted.set(key, sorted)
    return sorted
  }

  /** Forgets every order, after nodes moved. */
  reorder(): void {
    this.#sorted.clear()
  }
}

const NONE: readonly TreeNode[] = []
