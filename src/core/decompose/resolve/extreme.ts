import type { TreeNode } from '../../document/tree-node.ts'
import type { Senses } from '../lexicon/senses.ts'

type Superlative = NonNullable<Senses['superlative']>

/** The largest, widest, leftmost and so on, as many as said. O(n log n). */
export function extreme(nodes: readonly TreeNode[], superlative: Superlative, count: number): TreeNode[] {
  const measure = (node: TreeNode): number => {
    const box = node.box
    if (box === null) return 0
    switch (superlative.by) {
      case 'area':
        return box[2] * box[3]
      case 'width':
        return box[2]
      case 'height':
        return box[3]
      case 'x':
        return box[0]
      case 'y':
        return box[1]
      case 'fontSize':
        return box[3]
    }
  }
  return [...nodes]
    .sort((a, b) => (measure(b) - measure(a)) * superlative.most)
    .slice(0, Math.max(1, Math.abs(count)))
}
