import { roleOf, typeOf } from '../../document/blueprint.ts'
import { areOneKind } from '../../document/component-kinds.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { isCalled, nameScore } from './match-names.ts'
import type { ReferenceFailure } from './reference-failure.ts'

/** The score of a name that a component has itself. */
const OWN_NAME = 0.6

/** The score of a name of which the component has a part itself, and what holds or heads it the rest: "the carrot ingredient". */
const OWN_AND_OUTER = 0.5

/**
 * Who destroys reaches only what is named by its own id, text, type or role, or by a plain synonym of its type: "delete the
 * sidebar" where there is only a top navigation is a question. Null where all are named so.
 */
export function notNamed(reference: Reference, nodes: readonly TreeNode[]): ReferenceFailure | null {
  const { id, quoted, generic, types, names, noun, phrase } = reference
  if (id !== null || quoted !== null || generic) return null
  // "the green one": what it is was said before.
  if (types === null && names.every((name) => name.startsWith('?'))) return null
  const far = nodes.filter((node) => !isNamed(node, reference))
  if (far.length === 0) return null
  return {
    code: 'reference-ambiguous',
    reference,
    candidates: far.slice(0, 20).map((node) => node.id),
    message: `nothing is called "${noun ?? phrase}"; ${listed(far)} may be meant`,
  }
}

function isNamed(node: TreeNode, { types, role, noun, names }: Reference): boolean {
  const { component } = node
  const own = names.map((name) => (name.startsWith('?') ? name.slice(1) : name))
  if (own.length > 0 && nameScore(node, own) >= OWN_AND_OUTER) return true
  if (types === null) return isCalled(component, own)
  if (role !== null && roleOf(component) === role) return true
  if (types[0]!.some((type) => areOneKind(type, typeOf(component)))) return true
  return noun !== null && nameScore(node, splitWords(noun)) >= OWN_NAME
}

function listed(nodes: readonly TreeNode[]): string {
  return nodes
    .slice(0, 3)
    .map(({ id }) => `#${id}`)
    .join(', ')
}
