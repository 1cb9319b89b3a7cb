import type { TraceCandidate, TraceReference } from '../../command/trace.ts'
import type { Reference, Relation } from '../reference.ts'
import { conditionsOf } from './conditions-of.ts'
import { findNodes } from './find-nodes.ts'
import type { ReferenceContext } from './reference-context.ts'
import { isBarePronoun } from './resolve-pronoun.ts'
import { asShared, resolveReference } from './resolve-reference.ts'

/** Components that one explanation names. */
const MAX_CANDIDATES = 50

/**
 * Why a phrase means what it means, and the phrases in it: the components that its noun fits, and for each that is not
 * meant the first thing said that leaves it out. It finds a phrase once for each thing that it says, so it is for
 * explanations only.
 */
export function explainReference(reference: Reference, context: ReferenceContext): TraceReference[] {
  if (reference.parts.length > 0)
    return asShared(reference, context).parts.flatMap((part) => explainReference(part, context))
  const anchors = reference.relations.flatMap(anchorsOf)
  return [
    explainOne(reference, context),
    ...[...anchors, ...reference.except].flatMap((inner) => explainReference(inner, context)),
  ]
}

function anchorsOf(relation: Relation): readonly Reference[] {
  switch (relation.kind) {
    case 'relation':
      return [relation.anchor]
    case 'between':
      return [relation.anchor, relation.other]
    case 'side':
      return relation.within === null ? [] : [relation.within]
    case 'row':
      return []
  }
}

function explainOne(reference: Reference, context: ReferenceContext): TraceReference {
  const { phrase } = reference
  const found = resolveReference(reference, context)
  if (!found.ok && found.error.code === 'reference-ambiguous') {
    const why = 'fits, and nothing decides which is meant'
    return { phrase, candidates: found.error.candidates.map((id) => ({ id, score: 1, why })), chosen: [] }
  }
  const chosen = found.ok ? found.value.targets.map(nameOf) : []
  const why = found.ok ? found.value.why : ''
  const candidates = [
    ...chosen.map((id) => ({ id, score: 1, why })),
    ...passedOver(reference, chosen, context),
  ]
  return { phrase, candidates: candidates.slice(0, MAX_CANDIDATES), chosen }
}

function nameOf(target: string | { readonly madeBy: number }): string {
  return typeof target === 'string' ? target : `made by step ${target.madeBy + 1}`
}

/** The components that fit the noun and are not meant, those that most things said fit first. */
function passedOver(
  reference: Reference,
  chosen: readonly string[],
  context: ReferenceContext,
): TraceCandidate[] {
  if (reference.id !== null || isBarePronoun(reference)) return []
  const conditions = conditionsOf(reference)
  const met = new Map<string, number>()
  for (const [i, { reference: said }] of conditions.entries())
    for (const id of idsOf(said, context)) if ((met.get(id) ?? 0) === i) met.set(id, i + 1)
  return [...met]
    .filter(([id]) => !chosen.includes(id))
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => ({
      id,
      score: Math.min(0.99, Math.round((count / conditions.length) * 100) / 100),
      why: conditions[count]?.otherwise ?? 'fits less well',
    }))
}

function idsOf(reference: Reference, context: ReferenceContext): string[] {
  const found = findNodes(reference, context)
  return found.ok ? found.value.nodes.map(({ id }) => id) : []
}
