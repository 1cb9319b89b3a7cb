import { readProperty, roleOf, typeOf } from '../../document/blueprint.ts'
import { areOneKind, fieldTypes } from '../../document/component-kinds.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import { meansLetters, partOf } from '../lexicon/part-nouns.ts'
import type { Reference, SaidName } from '../reference.ts'
import { bearersOf } from './bearers.ts'
import { Candidates, COST } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { nameScore } from './match-names.ts'
import type { ReferenceContext, Rung } from './reference-context.ts'
import { fieldOf, isCard, unitHeadedBy } from './rungs.ts'

/**
 * The components that a spotted name may mean, cheapest first: those of the kind that the noun beside it says, else those
 * on the rung that the wish wants. O(bearers x what stands around them).
 */
export function saidCandidates(
  reference: Reference,
  said: SaidName,
  context: ReferenceContext,
): readonly Candidate[] {
  const bearers = bearersOf(said, context.index)
  if (reference.types !== null || reference.role !== null) return ofKind(bearers, reference, context)
  return reference.names.length > 0 ? calledToo(bearers, reference, said) : onRungs(bearers, said, context)
}

/** "Team": the title, or the card that it heads. Who destroys means any of them; else the wish says which. */
function onRungs(bearers: readonly Candidate[], said: SaidName, context: ReferenceContext): Candidate[] {
  const found = new Candidates()
  const isOpen = context.stake === 'destroy'
  for (const { node, cost, why } of bearers) {
    const rungs = rungsOf(node, said, cost >= COST.id && isWholeId(node, said) ? null : context.index)
    const wanted = rungs.has(wantedRung(context)) ? wantedRung(context) : 'self'
    for (const [rung, on] of rungs) {
      const extra = isOpen || rung === wanted ? 0 : COST.otherRung
      found.add(on, cost + extra, on === node ? why : `${why} in #${node.id}, which names it`)
    }
  }
  return found.sorted()
}

function wantedRung({ wants }: ReferenceContext): Rung {
  return wants === undefined || wants === 'own text' ? 'self' : wants
}

/** "the hours" of a text with that id, which says something else. */
function isWholeId({ id }: TreeNode, { key }: SaidName): boolean {
  return splitWords(id).map(stem).join(' ') === key
}

/** @param index where the field of a label is looked for; null where the text itself was called by its id */
function rungsOf(node: TreeNode, { how }: SaidName, index: DocumentIndex | null): Map<Rung, TreeNode> {
  const rungs = new Map<Rung, TreeNode>([['self', node]])
  // Who quotes a text means what says it.
  const unit = how === 'quoted' ? null : unitHeadedBy(node)
  if (unit !== null) {
    rungs.set('unit', unit)
    rungs.set('section', unit)
  }
  const field = index === null ? null : fieldOf(node, index)
  if (field !== null) {
    rungs.set('control', field)
    if (unit === null) rungs.set('unit', field)
  }
  return rungs
}

/** "Scale plan": no type is called a plan, so it is what is called both, with as few words besides as there are. */
function calledToo(bearers: readonly Candidate[], { names }: Reference, said: SaidName): Candidate[] {
  const found = new Candidates()
  const all = [...splitWords(said.key), ...names].map(stem)
  for (const bearer of bearers)
    for (const node of [bearer.node, ...holdersOf(bearer.node)]) {
      if (nameScore(node, names) < OWN_NAME) continue
      const lift = node === bearer.node ? 0 : COST.lifted
      found.add(
        node,
        bearer.cost + lift + wordsBesides(node, all),
        `is called "${names.join(' ')}" and ${bearer.why}`,
      )
    }
  return found.sorted()
}

/** The score of a name that a component has itself. */
const OWN_NAME = 0.6

/** Words of an id that were not said: the fewer, the more exactly it is meant. */
function wordsBesides(node: TreeNode, words: readonly string[]): number {
  const own = splitWords(node.id).map(stem)
  return own.every((word) => words.includes(word)) ? 0 : COST.idAndType
}

function holdersOf(node: TreeNode): TreeNode[] {
  const holders: TreeNode[] = []
  for (let outer = node.parent; outer !== null; outer = outer.parent) holders.push(outer)
  return holders
}

/** What the noun beside a name says, for one tier of its types. */
interface Kind {
  readonly fits: (node: TreeNode) => boolean
  /** Of the noun's own kind, not only of the nearest that there is: what merely stands around a name must be so. */
  readonly isPlain: (node: TreeNode) => boolean
  /** What a step to this tier costs. */
  readonly extra: number
  /** The noun means letters, whatever shows them. */
  readonly isLetters: boolean
}

/** The noun decides: a bearer of its kind, what holds one, its field, what stands in the same unit, a part of it. */
function ofKind(bearers: readonly Candidate[], reference: Reference, context: ReferenceContext): Candidate[] {
  const found = new Candidates()
  const settled = new Set<Candidate>()
  const { noun } = reference
  const tiers = reference.types ?? [[]]
  const isLetters = noun !== null && meansLetters(noun)
  const isPlain = ({ component }: TreeNode): boolean =>
    tiers[0]!.some((type) => areOneKind(type, typeOf(component)))
  for (const [i, tier] of tiers.entries()) {
    const fits = (node: TreeNode): boolean =>
      tier.includes(typeOf(node.component)) || (i === 0 && isOfRole(node, reference))
    const kind: Kind = {
      fits,
      isPlain: i === 0 ? () => true : isPlain,
      extra: i * COST.tier,
      isLetters,
    }
    for (const bearer of bearers) {
      // What is of the noun's own kind, or stands in such, is no other thing besides.
      if (settled.has(bearer)) continue
      if (addOfKind(found, bearer, kind, context)) settled.add(bearer)
    }
  }
  // "the Starter plan" where plan is a type elsewhere: a noun of no bearer's own kind may be a name.
  if (noun !== null && !isLetters && !bearers.some(({ node }) => isPlain(node)))
    addCalled(found, bearers, noun)
  if (found.size === 0 && noun !== null && context.takesParts === true) addParts(found, bearers, partOf(noun))
  return fitting(found.sorted(), reference)
}

function isOfRole({ component }: TreeNode, { role }: Reference): boolean {
  return role !== null && roleOf(component) === role
}

function addOfKind(
  found: Candidates,
  bearer: Candidate,
  { fits, isPlain, extra, isLetters }: Kind,
  { index }: ReferenceContext,
): boolean {
  const { node, why } = bearer
  const cost = bearer.cost + extra
  if (fits(node)) {
    found.add(node, cost, why)
    return true
  }
  // "the Order now text" is what the button says, whatever other texts stand around it.
  if (isLetters && node.children.length === 0) return false
  const holder = holdersOf(node).find(fits)
  if (holder !== undefined) {
    found.add(holder, cost + COST.lifted, `holds #${node.id}, which ${why}`)
    return true
  }
  const field = fieldOf(node, index)
  if (field !== null && fits(field)) {
    found.add(field, cost + COST.lifted, `is labelled by #${node.id}, which ${why}`)
    return true
  }
  const unit = node.children.length > 0 ? node : (unitHeadedBy(node) ?? labelledOf(node))
  const step = unit === null ? COST.beside : COST.within
  for (const other of unit === null ? neighboursOf(node, index) : allIn(unit))
    if (fits(other) && isPlain(other)) found.add(other, cost + step, `stands with #${node.id}, which ${why}`)
  return false
}

function allIn(unit: TreeNode): TreeNode[] {
  const inner: TreeNode[] = []
  unit.walk((node) => inner.push(node))
  return inner.slice(1)
}

/** What names its card without heading it: the author of a quote stands last in it. A section is not named by all it holds. */
function labelledOf({ parent }: TreeNode): TreeNode | null {
  return parent !== null && isCard(parent) ? parent : null
}

function neighboursOf(node: TreeNode, index: DocumentIndex): TreeNode[] {
  const siblings = index.siblings(node)
  return [siblings[node.position - 1], siblings[node.position + 1]].filter((one) => one !== undefined)
}

function addCalled(found: Candidates, bearers: readonly Candidate[], noun: string): void {
  const words = splitWords(noun)
  for (const bearer of bearers)
    for (const node of [bearer.node, ...holdersOf(bearer.node)])
      if (nameScore(node, words) >= OWN_NAME)
        found.add(node, bearer.cost + COST.within + COST.tier, `is called "${noun}" and ${bearer.why}`)
}

function addParts(found: Candidates, bearers: readonly Candidate[], part: PropertyName | undefined): void {
  if (part === undefined) return
  for (const { node, cost, why } of bearers)
    if (hasPart(node, part)) found.add(node, cost, `has a ${part} and ${why}`, part)
}

/** Whether a component has such a part to speak of. */
export function hasPart(node: TreeNode, part: PropertyName): boolean {
  const value = node.edits?.get(part) ?? readProperty(node.component, part)
  if (value !== undefined && value !== null && value !== '') return true
  return part === 'placeholder' && fieldTypes.has(typeOf(node.component))
}

/** "the Team pricing card": further names must fit too. */
function fitting(candidates: readonly Candidate[], { names }: Reference): Candidate[] {
  return candidates.filter(({ node }) => nameScore(node, names) > 0)
}
