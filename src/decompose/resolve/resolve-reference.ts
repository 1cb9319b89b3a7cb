import { fail, ok } from '../../base/result.ts'
import type { Target } from '../../command/step.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { IT } from '../reference.ts'
import { findNodes } from './find-nodes.ts'
import { ownPartsOfLast } from './own-parts.ts'
import { together } from './together.ts'
import { whyNothing } from './why-nothing.ts'
import { wholesCalled } from './wholes-called.ts'
import { saysText } from './match-names.ts'
import { fieldOf, unitHeadedBy } from './rungs.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { isBarePronoun, resolvePronoun } from './resolve-pronoun.ts'

/** Finds what a noun phrase means in a document. O(candidates), found by type or word through the index. */
export function resolveReference(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.parts.length > 0) return resolveParts(reference, context)
  if (isBarePronoun(reference)) return resolvePronoun(reference, context)
  const near = reference.demonstrative ? nearLast(reference, context) : null
  if (near !== null) return near
  const ofLast = ownPartsOfLast(reference, context)
  if (ofLast !== null) return ok(ofLast)
  const found = findNodes(reference, context)
  if (!found.ok) return fail(whyNothing(reference, found.error, context))
  const { nodes, why, part } = found.value
  const meant = context.wants === 'unit' ? wholesCalled(reference, nodes) : nodes
  return ok({ targets: meant.map((node) => node.id), why, part: part ?? null })
}

/**
 * Finds what several phrases mean that were said together: the members of a list, the two ends of a swap, move, alignment
 * or distance. They are alike in type and parent if they can be.
 */
export function resolveTogether(
  references: readonly Reference[],
  context: ReferenceContext,
): Found<readonly Resolution[]> {
  return together(references, context, resolveReference)
}

function resolveParts(reference: Reference, context: ReferenceContext): Found<Resolution> {
  return resolveEach(asShared(reference, context), context)
}

/** A list with the noun of its last phrase in all, where each then means one component; else as it is. */
export function asShared(reference: Reference, context: ReferenceContext): Reference {
  const shared = withSharedName(reference)
  if (shared === null) return reference
  const found = resolveEach(shared, context)
  if (!found.ok || found.value.targets.length !== reference.parts.length) return reference
  const { targets } = found.value
  return reference.parts.every((part, i) => isNamedBy(targets[i]!, part, context)) ? shared : reference
}

/** "Oslo and the Rome card": a card is named by the title in it; "the summary and the total label" are no two labels. */
function isNamedBy(target: Target, part: Reference, context: ReferenceContext): boolean {
  const alone = resolveReference(part, context)
  const [own, ...more] = alone.ok ? alone.value.targets : []
  if (own === undefined || more.length > 0 || own === target) return true
  const { index } = context
  const [node, named] = [
    typeof own === 'string' ? index.node(own) : null,
    typeof target === 'string' ? index.node(target) : null,
  ]
  if (node === null || node === undefined || named === null || named === undefined) return true
  const unit = unitHeadedBy(node)
  const isOfUnit = unit !== null && (unit === named || named.isInside(unit))
  return node.parent === named || fieldOf(node, index) === named || isOfUnit
}

/**
 * "the basic and team plans", "the basic and the team plan" as "the basic plan and the team plan", "Oslo and the Rome card"
 * as two cards; null where the last phrase has no noun or name that the others could share.
 */
export function withSharedName(reference: Reference): Reference | null {
  const last = reference.parts[reference.parts.length - 1]!
  if (!reference.parts.every((part) => part === last || isOnlyNamed(part))) return null
  if (last.types !== null)
    return last.names.length > 0 || last.said !== null ? withSharedNoun(reference, last) : null
  if (last.said !== null && last.names.length === 0) return withSharedWord(reference, last, last.said.key)
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

/** "the basic and the gold plan", where a plan is a word of what the screen says and no kind of thing. */
function withSharedWord(reference: Reference, last: Reference, key: string): Reference | null {
  const words = key.split(' ')
  if (words.length < 2) return null
  const name = words[words.length - 1]!
  return {
    ...reference,
    parts: reference.parts.map((part) =>
      part === last || part.said !== null ? part : { ...part, names: [...part.names, name] },
    ),
  }
}

function withSharedNoun(reference: Reference, { types, role, noun }: Reference): Reference {
  return { ...reference, parts: reference.parts.map((part) => ({ ...part, types, role, noun })) }
}

function isOnlyNamed({ types, names, said, id, quoted, pronoun, relations, generic }: Reference): boolean {
  return (
    types === null &&
    (names.length > 0 || said !== null) &&
    id === null &&
    quoted === null &&
    pronoun === null &&
    relations.length === 0 &&
    !generic
  )
}

function resolveEach(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.parts.length > 1 && reference.parts.every(({ said }) => said !== null)) {
    const together = resolveTogether(reference.parts, context)
    return together.ok ? ok(merged(together.value)) : (wholeName(reference, context) ?? together)
  }
  const targets: Target[] = []
  let part: PropertyName | null = null
  const seen = new Set<string>()
  const why: string[] = []
  let lastReference = context.lastReference
  for (const member of reference.parts) {
    // "the red button and the green one"
    const last = targets.length > 0 ? targets.slice(-1) : context.last
    const found = resolveReference(member, { ...context, lastReference, last })
    if (member.types !== null) lastReference = member
    if (!found.ok) {
      const whole = wholeName(reference, context)
      return whole ?? found
    }
    why.push(found.value.why)
    part ??= found.value.part
    for (const target of found.value.targets) {
      const key = typeof target === 'string' ? target : `made by ${target.madeBy}`
      if (seen.has(key)) continue
      seen.add(key)
      targets.push(target)
    }
  }
  return ok({ targets, why: why.join('; '), part })
}

function merged(resolutions: readonly Resolution[]): Resolution {
  const targets = new Set(resolutions.flatMap((resolution) => resolution.targets))
  return {
    targets: [...targets],
    why: resolutions.map(({ why }) => why).join('; '),
    part: resolutions.find(({ part }) => part !== null)?.part ?? null,
  }
}

/** "terms and conditions" may be one name after all. */
function wholeName(reference: Reference, context: ReferenceContext): Found<Resolution> | null {
  const words = splitWords(reference.phrase).filter((word) => word !== 'the')
  const hits = context.index.withWord(words[0] ?? '').filter((node) => saysText(node, words.join(' ')) > 0)
  return hits.length === 1 ? ok({ targets: [hits[0]!.id], why: 'says so', part: null }) : null
}

/** "that heading": the heading that was said before, else the one in what was. Null where neither is there. */
function nearLast(reference: Reference, context: ReferenceContext): Found<Resolution> | null {
  const { last, index } = context
  const plain = { ...reference, demonstrative: false }
  const same = resolveReference({ ...plain, plural: true, quantity: 'all' }, context)
  const before = last.filter((target) => same.ok && same.value.targets.includes(target))
  if (before.length > 0)
    return ok({ targets: before, why: `"${reference.phrase}" was said before`, part: null })
  const inside = resolveReference(
    { ...plain, relations: [...plain.relations, { kind: 'relation', relation: 'inside', anchor: IT }] },
    context,
  )
  return inside.ok && index.size > 0 ? inside : null
}
