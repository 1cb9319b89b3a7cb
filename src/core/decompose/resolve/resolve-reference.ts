import { ok } from '../../base/result.ts'
import type { Target } from '../../command/step.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { findNodes } from './find-nodes.ts'
import { wholesCalled } from './wholes-called.ts'
import { saysText } from './match-names.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { isBarePronoun, resolvePronoun } from './resolve-pronoun.ts'

/** Finds what a noun phrase means in a document. O(candidates), found by type or word through the index. */
export function resolveReference(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.parts.length > 0) return resolveParts(reference, context)
  if (isBarePronoun(reference)) return resolvePronoun(reference, context)
  const nodes = findNodes(reference, context)
  if (!nodes.ok) return nodes
  const found = context.wholes === true ? wholesCalled(reference, nodes.value.nodes) : nodes.value.nodes
  return ok({ targets: found.map((node) => node.id), why: nodes.value.why })
}

function resolveParts(reference: Reference, context: ReferenceContext): Found<Resolution> {
  return resolveEach(asShared(reference, context), context)
}

/** A list with the noun of its last phrase in all, where each then means one component; else as it is. */
export function asShared(reference: Reference, context: ReferenceContext): Reference {
  const shared = withSharedName(reference)
  if (shared === null) return reference
  const found = resolveEach(shared, context)
  return found.ok && found.value.targets.length === reference.parts.length ? shared : reference
}

/**
 * "the basic and team plans", "the basic and the team plan" as "the basic plan and the team plan", "Oslo and the Rome card"
 * as two cards; null where the last phrase has no noun or name that the others could share.
 */
export function withSharedName(reference: Reference): Reference | null {
  const last = reference.parts[reference.parts.length - 1]!
  if (!reference.parts.every((part) => part === last || isOnlyNamed(part))) return null
  if (last.types !== null) return last.names.length > 0 ? withSharedNoun(reference, last) : null
  const name = last.names[last.names.length - 1]
  if (last.names.length < 2 || name === undefined) return null
  return {
    ...reference,
    parts: reference.parts.map((part) => ({
      ...part,
      names: [...(part === last ? part.names.slice(0, -1) : part.names), stem(name)],
    })),
  }
}

function withSharedNoun(reference: Reference, { types, role, noun }: Reference): Reference {
  return { ...reference, parts: reference.parts.map((part) => ({ ...part, types, role, noun })) }
}

function isOnlyNamed({ types, names, id, quoted, pronoun, relations, generic }: Reference): boolean {
  return (
    types === null &&
    names.length > 0 &&
    id === null &&
    quoted === null &&
    pronoun === null &&
    relations.length === 0 &&
    !generic
  )
}

function resolveEach(reference: Reference, context: ReferenceContext): Found<Resolution> {
  const targets: Target[] = []
  const seen = new Set<string>()
  const why: string[] = []
  let lastReference = context.lastReference
  for (const part of reference.parts) {
    // "the red button and the green one"
    const found = resolveReference(part, { ...context, lastReference })
    if (part.types !== null) lastReference = part
    if (!found.ok) {
      const whole = wholeName(reference, context)
      return whole ?? found
    }
    why.push(found.value.why)
    for (const target of found.value.targets) {
      const key = typeof target === 'string' ? target : `made by ${target.madeBy}`
      if (seen.has(key)) continue
      seen.add(key)
      targets.push(target)
    }
  }
  return ok({ targets, why: why.join('; ') })
}

/** "terms and conditions" may be one name after all. */
function wholeName(reference: Reference, context: ReferenceContext): Found<Resolution> | null {
  const words = splitWords(reference.phrase).filter((word) => word !== 'the')
  const hits = context.index.withWord(words[0] ?? '').filter((node) => saysText(node, words.join(' ')) > 0)
  return hits.length === 1 ? ok({ targets: [hits[0]!.id], why: 'says so' }) : null
}
