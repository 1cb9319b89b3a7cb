import { ok } from '../../base/result.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import { choose } from './choose.ts'
import type { FindNodes } from './found-nodes.ts'
import type { ReferenceContext } from './reference-context.ts'
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
    const bare = part.types === null && part.names.length === 0 && part.id === null && part.quoted === null
    const isCounted = bare && part.relations.length === 0 && part.filters.length === 0
    if (isCounted && nodes.length > 0) {
      const chosen = choose(part, nodes, context)
      if (!chosen.ok) return chosen
      for (const node of chosen.value) excluded.add(node.id)
    } else {
      const found = find(withNoun(part, reference), context)
      if (!found.ok) return found
      for (const node of found.value.nodes) excluded.add(node.id)
    }
  }
  return ok(excluded)
}

function withNoun(part: Reference, whole: Reference): Reference {
  return part.types === null && part.id === null && part.names.every((name) => name.startsWith('?'))
    ? { ...part, types: whole.types, noun: whole.noun, role: whole.role }
    : part
}
