import { ok } from '../../base/result.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference } from '../reference.ts'
import { choose } from './choose.ts'
import { findNodes } from './find-nodes.ts'
import type { FoundNodes } from './found-nodes.ts'
import type { ReferenceContext } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

export function exceptions(
  reference: Reference,
  context: ReferenceContext,
  nodes: readonly TreeNode[] = [],
): Found<Set<string>> {
  const excluded = new Set<string>()
  for (const part of reference.except) {
    const bare = part.types === null && part.names.length === 0 && part.id === null && part.quoted === null
    const found =
      bare && nodes.length > 0
        ? choose({ ...part }, nodes, context)
        : findNodes(withNoun(part, reference), context)
    if (!found.ok) return found
    for (const node of Array.isArray(found.value)
      ? (found.value as TreeNode[])
      : (found.value as FoundNodes).nodes)
      excluded.add(node.id)
  }
  return ok(excluded)
}

function withNoun(part: Reference, whole: Reference): Reference {
  return part.types === null && part.names.length === 0 && part.quoted !== null
    ? { ...part, types: whole.types, noun: whole.noun, role: whole.role }
    : part
}
