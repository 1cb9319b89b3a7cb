import type { Target } from '../../command/step.ts'
import { typeOf } from '../../document/blueprint.ts'
import { fail, ok } from '../../base/result.ts'
import type { Box } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import { sensesOf } from '../lexicon/lexicon.ts'
import type { Reference, Relation } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import { atSide } from './at-side.ts'
import type { FindNodes, FoundNodes } from './found-nodes.ts'
import { nameScore } from './match-names.ts'
import { columnsOf, distance, readingOrder, rowsOf } from './match-relations.ts'
import type { ReferenceContext } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { unknownReference } from './reference-failure.ts'

/** Keeps what stands where the phrase says. */
export function relate(
  nodes: readonly TreeNode[],
  relation: Relation,
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<TreeNode[]> {
  const { index } = context
  switch (relation.kind) {
    case 'side':
      return atSide(nodes, relation, reference, context, find)
    case 'row': {
      const isRow = relation.of === 'row'
      if (relation.row === 'same') {
        const said = new Set(nodesOf(context.last, index))
        const all = [...new Set([...nodes, ...said])]
        const lines = isRow ? rowsOf(all) : columnsOf(all)
        const besides = new Set(lines.filter((line) => line.some((node) => said.has(node))).flat())
        return ok(nodes.filter((node) => besides.has(node)))
      }
      const held = isRow ? inRow(nodes, relation.row, context, find) : []
      if (held.length > 0) return ok(held)
      const lines = isRow ? rowsOf(nodes) : columnsOf(nodes)
      return ok([...(lines[relation.row > 0 ? relation.row - 1 : lines.length + relation.row] ?? [])])
    }
    case 'between': {
      const a = find(relation.anchor, asAnchor(context, false))
      if (!a.ok) return a
      const b = find(relation.other, asAnchor(context, false))
      if (!b.ok) return b
      const [low, high] = [a.value.nodes[0]!, b.value.nodes[0]!].sort((x, y) => index.compare(x, y))
      return ok(nodes.filter((node) => index.compare(node, low!) > 0 && index.compare(node, high!) < 0))
    }
    case 'relation': {
      const anchors = speaksOfBefore(relation.anchor)
        ? saidBefore(relation.anchor, context)
        : find(relation.anchor, asAnchor(context, relation.relation === 'inside'))
      const kind = relation.relation
      if (!anchors.ok) {
        const names = anchorNames(relation.anchor)
        if (kind !== 'inside' || names.length === 0) return anchors
        const named = nodes.filter((node) => nameScore(node, names) > 0)
        return named.length > 0 ? ok(named) : anchors
      }
      const near = nearest(nodes, anchors.value.nodes, kind, reference, index)
      if (near.length === 0 && kind === 'inside')
        return ok(insideByBoxOrName(nodes, anchors.value.nodes, relation.anchor, reference))
      return ok(near)
    }
  }
}

/** What stands in the row with this number, where the document has rows of its own that hold some of the components. */
function inRow(
  nodes: readonly TreeNode[],
  row: number,
  context: ReferenceContext,
  find: FindNodes,
): TreeNode[] {
  const { types } = sensesOf('row')
  const rows = find(
    { ...NO_REFERENCE, types: types!, noun: 'row', phrase: 'rows', plural: true },
    asAnchor(context, true),
  )
  if (!rows.ok) return []
  const holding = rows.value.nodes.filter((outer) => nodes.some((node) => node.isInside(outer)))
  const outer = readingOrder(holding, context.index)[row > 0 ? row - 1 : holding.length + row]
  return outer === undefined ? [] : nodes.filter((node) => node.isInside(outer))
}

/** "the text in it", "the button below them". */
function speaksOfBefore({ pronoun, types }: Reference): boolean {
  return types === null && (pronoun === 'it' || pronoun === 'them' || pronoun === 'this')
}

function saidBefore(anchor: Reference, { last, index }: ReferenceContext): Found<FoundNodes> {
  const nodes = nodesOf(last, index)
  if (nodes.length > 0) return ok({ nodes, why: `"${anchor.phrase}" is what was said before` })
  return fail(
    unknownReference(anchor, index, `"${anchor.phrase}" refers to something said before, but nothing was`),
  )
}

function nodesOf(targets: readonly Target[], index: DocumentIndex): TreeNode[] {
  return targets.flatMap((target) => (typeof target === 'string' ? (index.node(target) ?? []) : []))
}

function anchorNames(anchor: Reference): string[] {
  return [
    ...anchor.names.filter((name) => !name.startsWith('?')),
    ...(anchor.noun === null ? [] : splitWords(anchor.noun)),
  ]
}

/** In a flat document the card's title stands within the card's box, or has its name. */
function insideByBoxOrName(
  nodes: readonly TreeNode[],
  anchors: readonly TreeNode[],
  anchor: Reference,
  reference: Reference,
): TreeNode[] {
  const within = nodes.filter(
    (node) =>
      node.box !== null &&
      anchors.some((outer) => outer !== node && outer.box !== null && contains(outer.box, node.box!)),
  )
  if (within.length > 0) return within
  const beside = anchor.types === null ? besideName(nodes, anchors, reference) : []
  if (beside.length > 0) return beside
  const names = anchorNames(anchor)
  // "the button of directions" is the directions button; the form is no title of itself, and what stands in boxes is not what
  // is only called like them.
  const types = new Set(reference.types?.[0])
  if (names.length === 0 || anchor.types !== null) return []
  const named = nodes.filter(
    (node) => nameScore(node, names) >= 0.6 && (!anchors.includes(node) || types.has(typeOf(node.component))),
  )
  // "the text of the total" is that total, not every one.
  const itself = named.filter((node) => anchors.includes(node))
  return itself.length > 0 ? itself : named
}

/** "the button of Oslo", where Oslo is a text in a card: the button in that card. Texts are what a name says itself. */
function besideName(
  nodes: readonly TreeNode[],
  anchors: readonly TreeNode[],
  { types, noun }: Reference,
): TreeNode[] {
  if (types === null || noun === 'text' || noun === 'texts') return []
  const own = new Set(types[0])
  const holders = anchors.map((node) =>
    node.children.length > 0 || own.has(typeOf(node.component)) ? null : node.parent,
  )
  return nodes.filter((node) => holders.some((holder) => holder !== null && node.isInside(holder)))
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] - 1 &&
    inner[1] >= outer[1] - 1 &&
    inner[0] + inner[2] <= outer[0] + outer[2] + 1 &&
    inner[1] + inner[3] <= outer[1] + outer[3] + 1
  )
}

/** All that stand in the relation; for a singular phrase only the nearest. */
function nearest(
  nodes: readonly TreeNode[],
  anchors: readonly TreeNode[],
  kind: Extract<Relation, { kind: 'relation' }>['relation'],
  reference: Reference,
  index: DocumentIndex,
): TreeNode[] {
  const found: { node: TreeNode; far: number }[] = []
  for (const node of nodes) {
    let far: number | null = null
    for (const anchor of anchors) {
      const d = distance(index, kind, node, anchor)
      if (d !== null && (far === null || d < far)) far = d
    }
    if (far !== null) found.push({ node, far })
  }
  const several = reference.plural || reference.quantity !== null || kind === 'inside'
  if (several) return found.map(({ node }) => node)
  found.sort((a, b) => a.far - b.far)
  if (reference.ordinals.length > 0 || reference.take !== null) return found.map(({ node }) => node)
  return found.slice(0, 1).map(({ node }) => node)
}
