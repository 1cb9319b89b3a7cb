import { ok } from '../../base/result.ts'
import type { Box } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference, Relation } from '../reference.ts'
import type { FindNodes } from './found-nodes.ts'
import { readingOrder, sideRank, standsAt } from './match-relations.ts'
import type { ReferenceContext } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** Keeps what stands at these sides of the screen or of a component; for a singular phrase the one closest to them. */
export function atSide(
  nodes: readonly TreeNode[],
  relation: Extract<Relation, { kind: 'side' }>,
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<TreeNode[]> {
  const { index } = context
  let area: Box | null = null
  let pool = nodes
  if (relation.within !== null) {
    const within = find(relation.within, asAnchor(context, true))
    if (!within.ok) return within
    const outer = within.value.nodes[0]!
    area = outer.box
    const inner = nodes.filter((node) => node.isInside(outer))
    if (inner.length > 0) pool = inner
  }
  const screen = index.screen()
  area ??= [0, 0, screen.width, screen.height]
  const middle = middleOf(pool, relation, reference, context)
  if (middle !== null) return ok([middle])
  const boxed = pool.filter((node) => node.box !== null)
  if (boxed.length === 0)
    return ok(
      relation.sides.includes('bottom')
        ? pool.slice(-1)
        : relation.sides.includes('top')
          ? pool.slice(0, 1)
          : [...pool],
    )
  const there = boxed.filter((node) => standsAt(node.box!, area, relation.sides))
  const candidates = there.length > 0 ? there : boxed
  if (reference.plural || reference.ordinals.length > 0) return ok(there)
  return ok(
    [...candidates]
      .sort((a, b) => sideRank(a.box!, relation.sides) - sideRank(b.box!, relation.sides))
      .slice(0, 1),
  )
}

/** "the middle card" of three: the second. Null where none has as many before it as behind it. */
function middleOf(
  nodes: readonly TreeNode[],
  { sides, within }: Extract<Relation, { kind: 'side' }>,
  { plural, ordinals }: Reference,
  { index }: ReferenceContext,
): TreeNode | null {
  const isMiddle =
    sides.length === 1 && sides[0] === 'middle' && within === null && !plural && ordinals.length === 0
  if (!isMiddle || nodes.length < 3 || nodes.length % 2 === 0) return null
  return readingOrder(nodes, index)[(nodes.length - 1) / 2]!
}
