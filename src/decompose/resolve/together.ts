import { ok } from '../../base/result.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Reference, SaidName } from '../reference.ts'
import { unlike } from './alike.ts'
import type { Candidate } from './candidate.ts'
import { marginOf } from './candidate.ts'
import { choose } from './choose.ts'
import { findNodes } from './find-nodes.ts'
import { describedCandidates } from './find-said.ts'
import { meansSeveral } from './means-several.ts'
import { nameAlone } from './name-alone.ts'
import type { ReferenceContext, Resolution } from './reference-context.ts'
import type { Found } from './reference-failure.ts'

/** Candidates of one phrase that are weighed against those of the others. */
const MOST_CANDIDATES = 12
/** A candidate so much dearer than the best is meant by nobody, however alike it is. */
const FARTHEST = 22

/** Finds what one phrase means by itself; handed down, because lists hold phrases and are one. */
type Resolve = (reference: Reference, context: ReferenceContext) => Found<Resolution>

/** One of several phrases: what it means for certain, or what it may mean. */
interface Member {
  readonly reference: Reference
  readonly certain: Resolution | null
  readonly candidates: readonly Candidate[]
}

/** What each phrase means where all are like a model. */
interface Assignment {
  readonly chosen: readonly Candidate[]
  readonly cost: number
}

/**
 * The phrases of a list, or the two ends of a swap, move, alignment or distance: what is named together is alike in type
 * and parent if it can be, so that "Testimonials above pricing" are two sections though a link says "Pricing" too.
 * O(candidates^2) for at most a dozen candidates a phrase.
 */
export function together(
  references: readonly Reference[],
  context: ReferenceContext,
  resolve: Resolve,
): Found<readonly Resolution[]> {
  const members: Member[] = []
  for (const reference of references) {
    const member = memberOf(reference, context, resolve)
    if (!member.ok) return member
    members.push(member.value)
  }
  const open = members.filter(({ certain }) => certain === null)
  if (open.length === 0 || members.length === 1) return each(references, context, resolve)
  const assigned = assign(members, open, context, resolve)
  if (!assigned.ok) return assigned
  return ok(members.map((member) => member.certain ?? assigned.value.get(member)!))
}

function each(
  references: readonly Reference[],
  context: ReferenceContext,
  resolve: Resolve,
): Found<readonly Resolution[]> {
  const all: Resolution[] = []
  for (const reference of references) {
    const found = resolve(reference, context)
    if (!found.ok) return found
    all.push(found.value)
  }
  return ok(all)
}

function memberOf(reference: Reference, context: ReferenceContext, resolve: Resolve): Found<Member> {
  const name = openName(reference, context)
  if (name !== null) {
    const described = describedCandidates(name.reference, name.said, context, findNodes)
    if (!described.ok) return described
    const [best] = described.value
    const near = described.value.filter(({ cost }) => cost < best!.cost + FARTHEST).slice(0, MOST_CANDIDATES)
    if (near.length > 0) return ok({ reference, certain: null, candidates: near })
  }
  const found = resolve(reference, context)
  return found.ok ? ok({ reference, certain: found.value, candidates: [] }) : found
}

/** A name that may stand for several components; null where a phrase says more, or something else. */
function openName(
  reference: Reference,
  { index }: ReferenceContext,
): { readonly reference: Reference; readonly said: SaidName } | null {
  if (reference.parts.length > 0 || meansSeveral(reference)) return null
  if (reference.said !== null) return { reference, said: reference.said }
  const said = nameAlone(reference, index)
  return said === null ? null : { reference: { ...reference, names: [], said }, said }
}

function assign(
  members: readonly Member[],
  open: readonly Member[],
  context: ReferenceContext,
  resolve: Resolve,
): Found<Map<Member, Resolution>> {
  const settled = settledNodes(members, context)
  const models =
    settled.length > 0 ? settled : open.flatMap(({ candidates }) => candidates.map(({ node }) => node))
  const assignments = models
    .map((model) => assignLike(model, open, settled))
    .filter((assignment) => assignment !== null)
    .sort((a, b) => a.cost - b.cost)
  const [best] = assignments
  if (best === undefined) return eachOf(open, context, resolve)
  const margin = marginOf(context.stake)
  const near = assignments.filter(({ cost }) => cost < best.cost + margin)
  const resolved = new Map<Member, Resolution>()
  for (const [i, member] of open.entries()) {
    const rivals = new Set(near.map(({ chosen }) => chosen[i]!.node))
    for (const rival of rivalsOf(
      member,
      best.chosen[i]!,
      [...best.chosen.map(({ node }) => node), ...settled],
      margin,
    ))
      rivals.add(rival)
    const chosen = choose(member.reference, [...rivals], context)
    if (!chosen.ok) return chosen
    const meant = best.chosen[i]!
    const found = member.candidates.find(({ node }) => node === chosen.value[0]) ?? meant
    resolved.set(member, { targets: [found.node.id], why: found.why, part: found.part })
  }
  return ok(resolved)
}

function eachOf(
  open: readonly Member[],
  context: ReferenceContext,
  resolve: Resolve,
): Found<Map<Member, Resolution>> {
  const resolved = new Map<Member, Resolution>()
  for (const member of open) {
    const found = resolve(member.reference, context)
    if (!found.ok) return found
    resolved.set(member, found.value)
  }
  return ok(resolved)
}

/** What phrases beside those with several candidates mean. */
function settledNodes(members: readonly Member[], { index }: ReferenceContext): TreeNode[] {
  return members
    .flatMap(({ certain }) => certain?.targets ?? [])
    .flatMap((target) => (typeof target === 'string' ? (index.node(target) ?? []) : []))
}

/** The cheapest candidate of each that goes with the model; null where two are one, or one holds another. */
function assignLike(
  model: TreeNode,
  open: readonly Member[],
  settled: readonly TreeNode[],
): Assignment | null {
  const chosen: Candidate[] = []
  let cost = 0
  for (const { candidates } of open) {
    const taken = [...settled, ...chosen.map(({ node }) => node)]
    let best: Candidate | null = null
    let least = Infinity
    for (const candidate of candidates) {
      const total = candidate.cost + unlike(candidate.node, model)
      if (total < least && !clashes(candidate.node, taken)) [best, least] = [candidate, total]
    }
    if (best === null) return null
    chosen.push(best)
    cost += least
  }
  return { chosen, cost }
}

function clashes(node: TreeNode, taken: readonly TreeNode[]): boolean {
  return taken.some((other) => other === node || other.isInside(node) || node.isInside(other))
}

/** Others that one phrase may mean as well, when all else stays. */
function rivalsOf(
  { candidates }: Member,
  chosen: Candidate,
  others: readonly TreeNode[],
  margin: number,
): TreeNode[] {
  const beside = others.filter((node) => node !== chosen.node)
  const fit = (candidate: Candidate): number =>
    candidate.cost + Math.min(...beside.map((node) => unlike(candidate.node, node)))
  const best = fit(chosen)
  return candidates
    .filter((candidate) => fit(candidate) < best + margin && !clashes(candidate.node, beside))
    .map(({ node }) => node)
}
