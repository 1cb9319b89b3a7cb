import { ok } from '../../base/result.ts'
import type { Target } from '../../command/step.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { partOf } from '../lexicon/part-nouns.ts'
import type { Reference } from '../reference.ts'
import type { FindNodes, FoundNodes } from './found-nodes.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { hasPart } from './said-candidates.ts'

/**
 * "the text in the pills", "the placeholder of both fields": where nothing of its own shows it, a part of what is said to
 * hold it. Null where the phrase speaks of no part, or one of the owners has none.
 */
export function ownParts(
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<FoundNodes> | null {
  const part = partSaid(reference, context)
  const owner = part === null ? null : ownerOf(reference)
  if (part === null || owner === null || owner.pronoun !== null) return null
  const owners = find(owner, asAnchor(context, false))
  if (!owners.ok) return owners
  const { nodes, why } = owners.value
  return nodes.every((node) => hasPart(node, part)) ? ok({ nodes, why: `the ${part} of ${why}`, part }) : null
}

/** "its text", "the text in them": of what was said before, which may not be there yet. Null where that is not what is said. */
export function ownPartsOfLast(reference: Reference, context: ReferenceContext): Resolution | null {
  const part = partSaid(reference, context)
  const owner = part === null ? null : ownerOf(reference)
  if (part === null || owner === null || owner.pronoun === null || owner.types !== null) return null
  if (context.last.length === 0 || !context.last.every((target) => mayHave(target, part, context.index)))
    return null
  return { targets: context.last, why: `the ${part} of what was said before`, part }
}

function mayHave(target: Target, part: PropertyName, index: DocumentIndex): boolean {
  const node = typeof target === 'string' ? index.node(target) : undefined
  return typeof target !== 'string' || (node !== undefined && hasPart(node, part))
}

function partSaid(
  { noun, ordinals, filters }: Reference,
  { takesParts }: ReferenceContext,
): PropertyName | null {
  if (takesParts !== true || noun === null || ordinals.length > 0 || filters.length > 0) return null
  return partOf(noun) ?? null
}

/** What is said to hold it, the only place that is said of it; a name before the noun names the owner too. */
function ownerOf(reference: Reference): Reference | null {
  const { relations, names } = reference
  if (relations.length === 0)
    return names.length === 0 ? null : { ...reference, types: null, role: null, noun: null }
  const [relation] = relations
  if (relations.length > 1 || names.length > 0 || relation?.kind !== 'relation') return null
  return relation.relation === 'inside' ? relation.anchor : null
}
