import { readProperty } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Senses } from '../lexicon/senses.ts'

type Superlative = NonNullable<Senses['superlative']>

type Measure = (node: TreeNode) => number | undefined

/**
 * The largest, widest, leftmost and so on, `count` of them, or with `ties` all that come first together. Null where nothing
 * decides it: the document does not say the size of each, or several are equal. O(n log n).
 */
export function extreme(
  nodes: readonly TreeNode[],
  superlative: Superlative,
  count: number,
  ties: boolean,
): TreeNode[] | null {
  const wanted = Math.max(1, Math.abs(count))
  if (nodes.length <= wanted) return [...nodes]
  const sizes = measured(nodes, superlative.by)
  if (sizes === null) return null
  const sorted = [...nodes].sort((a, b) => (sizes.get(b)! - sizes.get(a)!) * superlative.most)
  const last = sizes.get(sorted[wanted - 1]!)!
  if (sizes.get(sorted[wanted]!) !== last) return sorted.slice(0, wanted)
  return ties ? sorted.filter((node, i) => i < wanted || sizes.get(node) === last) : null
}

/** What each measures, by the first measure that all of them have. */
function measured(nodes: readonly TreeNode[], by: Superlative['by']): Map<TreeNode, number> | null {
  for (const measure of MEASURES[by]) {
    const sizes = new Map<TreeNode, number>()
    for (const node of nodes) {
      const size = measure(node)
      if (size === undefined) break
      sizes.set(node, size)
    }
    if (sizes.size === nodes.length) return sizes
  }
  return null
}

const width: Measure = (node) => node.box?.[2] ?? stated(node, 'width')
const height: Measure = (node) => node.box?.[3] ?? stated(node, 'height')
const fontSize: Measure = (node) => stated(node, 'fontSize')

/** Where nothing has a box the order is the layout. */
const order: Measure = (node) => node.order

const MEASURES: { readonly [By in Superlative['by']]: readonly Measure[] } = {
  area: [
    (node) => {
      const [w, h] = [width(node), height(node)]
      return w === undefined || h === undefined ? undefined : w * h
    },
    width,
    fontSize,
  ],
  width: [width],
  height: [height],
  x: [(node) => node.box?.[0]],
  y: [(node) => node.box?.[1], order],
  fontSize: [fontSize, height],
}

function stated(node: TreeNode, property: 'width' | 'height' | 'fontSize'): number | undefined {
  return numberOf(node.edits?.get(property) ?? readProperty(node.component, property))
}
