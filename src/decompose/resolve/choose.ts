import { fail, ok } from '../../base/result.ts'
import { typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { extreme } from './extreme.ts'
import { closestColor } from './match-filters.ts'
import { hasRole } from './match-names.ts'
import { readingOrder } from './match-relations.ts'
import type { ReferenceContext } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { ambiguous, unknownReference } from './reference-failure.ts'

/** Applies ordinals and quantities; a singular phrase must come down to one. */
export function choose(
  reference: Reference,
  nodes: readonly TreeNode[],
  context: ReferenceContext,
): Found<TreeNode[]> {
  const { index } = context
  if (reference.superlative) return mostOf(reference, reference.superlative, nodes)
  const sized = reference.filters.find((filter) => filter.kind === 'size')
  if (sized !== undefined && !reference.plural && nodes.length > 1)
    return mostOf(reference, { by: 'area', most: sized.size === 'big' ? 1 : -1 }, nodes)
  if (reference.ordinals.length > 0) return atOrdinals(reference, nodes, index)
  if (reference.take !== null) return takeFirst(reference, reference.take, nodes, index)
  if (reference.parity !== null) return everySecond(reference, nodes, index)
  const count = reference.quantity === 'both' ? 2 : reference.count
  if (count !== null && count !== nodes.length) return counted(reference, count, nodes, index)
  if (reference.plural || (reference.quantity !== null && reference.quantity !== 'other'))
    return ok([...nodes])
  if (nodes.length > 1 && (isPluralName(reference, nodes) || isPluralOfType(reference, nodes)))
    return ok([...nodes])
  if (nodes.length === 1 || (nodes.length > 1 && isDistributed(reference))) return ok([...nodes])
  const decided = decide(reference, nodes) ?? nearLast(nodes, context)
  return decided === null ? fail(ambiguous(reference, nodes)) : ok([decided])
}

/**
 * "the four cards" of seven that could be called so: those of the type of which there are four, or the four that stand
 * together.
 */
function counted(
  reference: Reference,
  count: number,
  nodes: readonly TreeNode[],
  index: DocumentIndex,
): Found<TreeNode[]> {
  const byType = ({ component }: TreeNode): string => typeOf(component)
  const together = ({ component, parent }: TreeNode): string => `${typeOf(component)} in ${parent?.id ?? ''}`
  for (const key of [byType, together]) {
    const groups = grouped(nodes, key).filter(({ length }) => length === count)
    if (groups.length === 1) return ok(groups[0]!)
  }
  if (nodes.length > count) return fail(ambiguous(reference, nodes))
  const message = `"${reference.phrase}" asks for ${count}, but there ${nodes.length === 1 ? 'is only one' : `are only ${nodes.length}`}`
  return fail(unknownReference(reference, index, message, nodes))
}

function grouped(nodes: readonly TreeNode[], key: (node: TreeNode) => string): TreeNode[][] {
  const groups = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const name = key(node)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [node])
    else group.push(node)
  }
  return [...groups.values()]
}

/** "the biggest button"; where no size decides which is the main one, the role may. */
function mostOf(
  reference: Reference,
  superlative: NonNullable<Reference['superlative']>,
  nodes: readonly TreeNode[],
): Found<TreeNode[]> {
  const most = extreme(nodes, superlative, reference.take ?? 1, reference.plural)
  if (most !== null) return ok(most)
  const isMain = superlative.by === 'area' && superlative.most === 1
  const decided = isMain ? decide(reference, nodes) : null
  return decided === null ? fail(ambiguous(reference, nodes)) : ok([decided])
}

/** "the tabs" where nothing holds them: each is a tab. */
function isPluralOfType({ noun }: Reference, nodes: readonly TreeNode[]): boolean {
  return (
    noun !== null && stem(noun) !== noun && nodes.every(({ component }) => typeOf(component) === stem(noun))
  )
}

/** "the kpi values", where each is called a value: no noun says so, but the name is in the plural. */
function isPluralName({ types, names }: Reference, nodes: readonly TreeNode[]): boolean {
  const last = names[names.length - 1]
  if (types !== null || last === undefined || last.startsWith('?') || stem(last) === last) return false
  return nodes.every(({ id }) => {
    const words = splitWords(id)
    return words.includes(stem(last)) && !words.includes(last)
  })
}

/** "the odd rows", counted from 1. */
function everySecond(
  reference: Reference,
  nodes: readonly TreeNode[],
  index: DocumentIndex,
): Found<TreeNode[]> {
  const rest = reference.parity === 'odd' ? 0 : 1
  const chosen = readingOrder(nodes, index).filter((_node, i) => i % 2 === rest)
  if (chosen.length > 0) return ok(chosen)
  return fail(
    unknownReference(
      reference,
      index,
      `"${reference.phrase}" asks for every second, but there is only one`,
      nodes,
    ),
  )
}

/** "the first three", "the last two". */
function takeFirst(
  reference: Reference,
  take: number,
  nodes: readonly TreeNode[],
  index: DocumentIndex,
): Found<TreeNode[]> {
  const ordered = readingOrder(nodes, index)
  const wanted = Math.abs(take)
  if (ordered.length >= wanted) return ok(take > 0 ? ordered.slice(0, wanted) : ordered.slice(-wanted))
  const message = `"${reference.phrase}" asks for ${wanted}, but there are only ${ordered.length}`
  return fail(unknownReference(reference, index, message, nodes))
}

/** "the text in each card": one for every card. */
function isDistributed(reference: Reference): boolean {
  return reference.relations.some(
    (relation) =>
      relation.kind === 'relation' &&
      relation.relation === 'inside' &&
      (relation.anchor.quantity === 'each' ||
        relation.anchor.quantity === 'all' ||
        relation.anchor.quantity === 'both' ||
        relation.anchor.parts.length > 0),
  )
}

/** Spec: role cta decides between several that fit a singular reference. */
function decide(reference: Reference, nodes: readonly TreeNode[]): TreeNode | null {
  const color = reference.filters.find((filter) => filter.kind === 'color')
  if (color?.kind === 'color') {
    const closest = closestColor(nodes, color)
    if (closest !== null) return closest
  }
  const role = nodes.filter((node) => hasRole(node, 'cta'))
  if (role.length === 1) return role[0]!
  if (reference.quoted !== null || reference.said !== null) return null
  const outer = nodes.find((node) => nodes.every((other) => other === node || other.isInside(node)))
  // "the hero" is the box called so, not the hero title in it.
  return outer !== undefined && (reference.types === null || isCalled(outer, reference)) ? outer : null
}

function isCalled({ id }: TreeNode, { noun }: Reference): boolean {
  return noun !== null && splitWords(id).join(' ') === noun
}

/** "make the first card red and the title white": the title of that card. Null where its neighbourhood has none or several. */
function nearLast(nodes: readonly TreeNode[], { last, index }: ReferenceContext): TreeNode | null {
  const [target] = last
  if (last.length !== 1 || typeof target !== 'string') return null
  for (let holder = index.node(target) ?? null; holder !== null; holder = holder.parent) {
    const outer = holder
    const inside = nodes.filter((node) => node.isInside(outer))
    if (inside.length > 0) return inside.length === 1 ? inside[0]! : null
  }
  return null
}

/** "the second card", "the first and third"; beside something, the nearest counts as the first. */
function atOrdinals(
  reference: Reference,
  nodes: readonly TreeNode[],
  index: DocumentIndex,
): Found<TreeNode[]> {
  const near = reference.relations.some(
    (relation) => relation.kind === 'relation' && relation.relation !== 'inside',
  )
  const ordered = near ? [...nodes] : readingOrder(nodes, index)
  const chosen: TreeNode[] = []
  for (const ordinal of reference.ordinals) {
    const node = ordered[ordinal > 0 ? ordinal - 1 : ordered.length + ordinal]
    if (node === undefined)
      return fail(
        unknownReference(
          reference,
          index,
          `"${reference.phrase}" asks for number ${Math.abs(ordinal)}, but there ${ordered.length === 1 ? 'is only one' : `are only ${ordered.length}`}`,
          nodes,
        ),
      )
    if (!chosen.includes(node)) chosen.push(node)
  }
  return ok(chosen)
}
