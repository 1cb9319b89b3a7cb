import { fail, ok } from '../../base/result.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference, SaidName } from '../reference.ts'
import type { Candidate } from './candidate.ts'
import { marginOf } from './candidate.ts'
import { bearersOf } from './bearers.ts'
import { choose } from './choose.ts'
import type { FindNodes, FoundNodes } from './found-nodes.ts'
import { meansSeveral } from './means-several.ts'
import { describedBy } from './narrow.ts'
import type { ReferenceContext } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found } from './reference-failure.ts'
import { unknownReference } from './reference-failure.ts'
import { saidCandidates } from './said-candidates.ts'

/** What a phrase with a spotted name in it means: the cheapest candidate that fits all else that is said, if nothing rivals it. */
export function findSaid(
  reference: Reference,
  said: SaidName,
  context: ReferenceContext,
  find: FindNodes,
): Found<FoundNodes> {
  const described = describedCandidates(reference, said, context, find)
  if (!described.ok) return described
  const holding =
    context.isHolder === true ? described.value.filter(({ node }) => node.children.length > 0) : []
  const candidates = holding.length > 0 ? holding : described.value
  const [best] = candidates
  if (best === undefined) return fail(notSaid(reference, said, context))
  const likely = candidates.filter(({ cost }) => cost < best.cost + reach(reference, context))
  const chosen = choose(
    reference,
    likely.map(({ node }) => node),
    context,
  )
  if (!chosen.ok) return chosen
  const meant = likely.filter(({ node }) => chosen.value.includes(node))
  return ok({ nodes: chosen.value, why: meant[0]?.why ?? best.why, ...partOf(meant) })
}

/** A singular phrase is rivalled within the margin of what is at stake; a group is of those that bear the name alike. */
function reach(reference: Reference, { stake }: ReferenceContext): number {
  return meansSeveral(reference) ? marginOf('look') : marginOf(stake)
}

/** The candidates that fit the adjectives and places: of the likely ones first, else of all. */
export function describedCandidates(
  reference: Reference,
  said: SaidName,
  context: ReferenceContext,
  find: FindNodes,
): Found<readonly Candidate[]> {
  const candidates = saidCandidates(reference, said, context)
  const [best] = candidates
  if (best === undefined || isPlain(reference)) return ok(candidates)
  const likely = candidates.filter(({ cost }) => cost < best.cost + marginOf(context.stake))
  for (const some of likely.length < candidates.length ? [likely, candidates] : [candidates]) {
    const fitting = describe(some, reference, context, find)
    if (!fitting.ok || fitting.value.length > 0) return fitting
  }
  return ok([])
}

function isPlain({ filters, relations, except, quantity, quoted }: Reference): boolean {
  const isOther = quantity === 'other' || quantity === 'others'
  return filters.length === 0 && relations.length === 0 && except.length === 0 && quoted === null && !isOther
}

function describe(
  candidates: readonly Candidate[],
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<readonly Candidate[]> {
  const inOwner = candidates[0]!.part === null ? null : withoutOwner(candidates, reference, context, find)
  if (inOwner !== null) return inOwner
  const nodes = describedBy(
    candidates.map(({ node }) => node),
    reference,
    context,
    find,
  )
  if (!nodes.ok) return nodes
  const kept = new Set(nodes.value)
  return ok(candidates.filter(({ node }) => kept.has(node)))
}

/** "the label inside its pill", where the pill has the label: its owner is no place beside it. Null where no owner is said. */
function withoutOwner(
  candidates: readonly Candidate[],
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<readonly Candidate[]> | null {
  const owner = reference.relations.find(
    (relation) => relation.kind === 'relation' && relation.relation === 'inside',
  )
  if (owner?.kind !== 'relation') return null
  const rest = { ...reference, relations: reference.relations.filter((relation) => relation !== owner) }
  const owners = owner.anchor.pronoun !== null ? null : find(owner.anchor, asAnchor(context, false))
  if (owners !== null && !owners.ok) return owners
  const owned =
    owners === null
      ? candidates
      : candidates.filter(({ node }) =>
          owners.value.nodes.some((outer) => outer === node || node.isInside(outer)),
        )
  return owned.length === 0 ? ok([]) : describe(owned, rest, context, find)
}

function partOf(meant: readonly Candidate[]): { part?: PropertyName } {
  const part = meant[0]?.part ?? null
  return part === null ? {} : { part }
}

/** Why a spotted name leads to nothing: what bears it is of another kind, or does not stand where it is said to stand. */
function notSaid(reference: Reference, said: SaidName, context: ReferenceContext) {
  const bearers: readonly TreeNode[] = bearersOf(said, context.index).map(({ node }) => node)
  const { noun } = reference
  const message =
    bearers.length === 0
      ? `nothing in the document says "${said.text}"`
      : noun === null
        ? `nothing called "${said.text}" fits "${reference.phrase}"`
        : `no ${noun} is called "${said.text}"`
  return unknownReference(reference, context.index, message, bearers)
}
