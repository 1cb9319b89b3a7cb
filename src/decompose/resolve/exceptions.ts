import { ok } from '../../base/result.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import { choose } from './choose.ts'
import type { FindNodes } from './found-nodes.ts'
import type { ReferenceContext } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** Ids of what is left out: "all cards except the first" counts among `nodes`, "except the banner" is found by itself. */
export function exceptions(
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
  nodes: readonly TreeNode[] = [],
): Found<Set<string>> {
  const excluded = new Set<string>()
  for (const part of reference.except) {
    const found = excepted(part, reference, context, find, nodes)
    if (!found.ok) return found
    for (const node of found.value) excluded.add(node.id)
  }
  return ok(excluded)
}

function excepted(
  part: Reference,
  whole: Reference,
  context: ReferenceContext,
  find: FindNodes,
  nodes: readonly TreeNode[],
): Found<readonly TreeNode[]> {
  const { types, names, said, id, quoted } = part
  const bare = types === null && names.length === 0 && said === null && id === null && quoted === null
  const isCounted = bare && part.relations.length === 0 && part.filters.length === 0
  if (isCounted && nodes.length > 0) return choose(part, nodes, context)
  const named = withNoun(part, whole)
  const kept = asAnchor(context, false)
  const among = nodes.length === 0 ? null : amongNodes(named, kept, find, nodes)
  if (among !== null) return ok(among)
  const found = find(named, kept)
  return found.ok ? ok(found.value.nodes) : found
}

/** "everything in the form except the button": the button in the form, whatever others there are. Null where none is. */
function amongNodes(
  part: Reference,
  context: ReferenceContext,
  find: FindNodes,
  nodes: readonly TreeNode[],
): readonly TreeNode[] | null {
  const all = find(
    { ...part, plural: true, quantity: null, ordinals: [], take: null, superlative: null },
    context,
  )
  if (!all.ok) return null
  const fitting = new Set(all.value.nodes)
  const there = nodes.filter((node) => fitting.has(node))
  if (there.length < 2) return there.length === 0 ? null : there
  const chosen = choose(part, there, context)
  return chosen.ok ? chosen.value : null
}

function withNoun(part: Reference, whole: Reference): Reference {
  return part.types === null &&
    part.said === null &&
    part.id === null &&
    part.names.every((name) => name.startsWith('?'))
    ? { ...part, types: whole.types, noun: whole.noun, role: whole.role }
    : part
}
