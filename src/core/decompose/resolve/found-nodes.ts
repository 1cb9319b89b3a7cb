import type { TreeNode } from '../../document/tree-node.ts'

export interface FoundNodes {
  readonly nodes: readonly TreeNode[]
  readonly why: string
}
