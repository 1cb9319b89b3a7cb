import type { Target } from '../../command/step.ts'
import { idOf, roleOf, typeOf } from '../../document/blueprint.ts'
import type { Box } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { Result } from '../../base/result.ts'
import { fail, ok } from '../../base/result.ts'
import type { Senses } from '../lexicon/senses.ts'
import type { Filter, Reference, Relation } from '../reference.ts'
import { closestColor, passes } from './match-filters.ts'
import { hasRole, nameScore, NUMBERED, saysText } from './match-names.ts'
import { distance, readingOrder, rowsOf, sideRank, standsAt } from './match-relations.ts'

/** What earlier clauses of the same command spoke of. */
export interface ReferenceContext {
  readonly index: DocumentIndex
  /** What "it" is: the targets of the clause before. */
  readonly last: readonly Target[]
  /** The targets of all clauses before, each once, in the order they were last spoken of. */
  readonly earlier: readonly Target[]
  readonly lastReference: Reference | null
  /** Ids that clauses before acted on. */
  readonly mentioned: ReadonlySet<string>
  /** The step that last made something. */
  readonly made: number | null
}

export interface Resolution {
  readonly targets: readonly Target[]
  readonly why: string
}

export interface ReferenceFailure {
  readonly code: 'reference-unknown' | 'reference-ambiguous'
  readonly reference: Reference
  readonly candidates: readonly string[]
  readonly message: string
}

type Superlative = NonNullable<Senses['superlative']>
type Found<T> = Result<T, ReferenceFailure>

/** Finds what a noun phrase means in a document. O(candidates), found by type or word through the index. */
export function resolveReference(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.parts.length > 0) return resolveParts(reference, context)
  if (isBarePronoun(reference)) return resolvePronoun(reference, context)
  const nodes = findNodes(reference, context)
  if (!nodes.ok) return nodes
  return ok({ targets: nodes.value.nodes.map((node) => node.id), why: nodes.value.why })
}

function resolveParts(reference: Reference, context: ReferenceContext): Found<Resolution> {
  const targets: Target[] = []
  const seen = new Set<string>()
  const why: string[] = []
  for (const part of reference.parts) {
    const found = resolveReference(part, context)
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

function isBarePronoun({ pronoun, parity, take, types, names, filters, ordinals, quantity, relations, quoted, superlative }: Reference): boolean {
  if (pronoun === null) return false
  if (pronoun === 'one' || pronoun === 'ones') return types === null && names.length === 0 && filters.length === 0 && parity === null && take === null && ordinals.length === 0 && quantity === null && relations.length === 0 && quoted === null && superlative === null
  return true
}

function resolvePronoun(reference: Reference, context: ReferenceContext): Found<Resolution> {
  if (reference.pronoun === 'copy') {
    if (context.made !== null) return ok({ targets: [{ madeBy: context.made }], why: 'the copy just made' })
    return fail({ code: 'reference-unknown', reference, candidates: [], message: `"${reference.phrase}" refers to a copy, but nothing was copied before it` })
  }
  if (reference.pronoun === 'them' && context.last.length === 1 && context.earlier.length > 1) {
    const several = /both|two/.test(reference.phrase) ? context.earlier.slice(-2) : context.earlier
    return ok({ targets: several, why: `"${reference.phrase}" is what was said before` })
  }
  if (context.last.length === 0) return fail({ code: 'reference-unknown', reference, candidates: [], message: `"${reference.phrase}" refers to something said before, but nothing was` })
  if (reference.except.length === 0) return ok({ targets: context.last, why: `"${reference.phrase}" is what was said before` })
  const excluded = exceptions(reference, context)
  if (!excluded.ok) return excluded
  return ok({ targets: context.last.filter((target) => typeof target !== 'string' || !excluded.value.has(target)), why: `"${reference.phrase}"` })
}

interface Nodes {
  readonly nodes: readonly TreeNode[]
  readonly why: string
}

function findNodes(reference: Reference, context: ReferenceContext): Found<Nodes> {
  const { index } = context
  if (reference.id !== null) {
    const node = index.node(reference.id) ?? byLooseId(index, reference.id)
    if (node !== undefined) return ok({ nodes: [node], why: `id ${node.id}` })
    return fail(unknown(reference, index, `there is no component with the id "${reference.id}"`))
  }
  const named = byExactId(reference, index)
  if (named !== null) return ok({ nodes: [named], why: `id ${named.id}` })
  const completed = complete(reference, context)
  let first: ReferenceFailure | null = null
  for (const pool of pools(completed, index)) {
    if (pool.nodes.length === 0) continue
    const narrowed = narrow(completed, pool, context)
    if (narrowed.ok && narrowed.value.length > 0) {
      const chosen = choose(completed, narrowed.value, context)
      if (chosen.ok) return ok({ nodes: chosen.value, why: pool.why })
      const literal = asOneName(reference, context)
      return literal === null ? chosen : ok({ nodes: [literal], why: `called "${reference.phrase}"` })
    } else if (!narrowed.ok) first ??= narrowed.error
  }
  const literal = asOneName(reference, context)
  if (literal !== null) return ok({ nodes: [literal], why: `called "${reference.phrase}"` })
  return fail(first ?? unknown(reference, index, `nothing in the document fits "${reference.phrase}"`))
}

/** "the check in field": what looked like a place was part of the name. */
function asOneName(reference: Reference, context: ReferenceContext): TreeNode | null {
  const [relation] = reference.relations
  if (reference.relations.length !== 1 || relation?.kind !== 'relation' || relation.anchor.relations.length > 0 || reference.plural) return null
  const { anchor } = relation
  const noun = splitWords(anchor.noun ?? '')
  const words = splitWords(reference.phrase).filter((word) => word !== 'the' && word !== 'a')
  const names = noun.length > 0 && words.slice(-noun.length).join(' ') === noun.join(' ') ? words.slice(0, -noun.length) : words
  const nodes = anchor.types === null ? context.index.withWord(rarest(context.index, words)) : anchor.types.flatMap((tier) => merged(context.index, tier))
  const fitting = [...new Set(nodes)].filter((node) => nameScore(node, names) >= 0.6)
  return names.length > 1 && fitting.length === 1 ? fitting[0]! : null
}

/** A bare name that is an id as it stands: hero_title, or "hero title". */
function byExactId(reference: Reference, index: DocumentIndex): TreeNode | null {
  if (reference.plural || reference.quantity !== null || reference.ordinals.length > 0 || reference.quoted !== null || reference.relations.length > 0 || reference.filters.some((filter) => filter.kind === 'has')) return null
  if (reference.names.length === 1 && reference.noun === null) {
    const node = index.node(reference.names[0]!)
    if (node !== undefined) return node
  }
  if (reference.names.length === 0) return null
  const words = [...reference.names.map((name) => (name.startsWith('?') ? name.slice(1) : name)), ...(reference.noun === null ? [] : reference.noun.split(' '))]
  return index.node(words.join('_')) ?? index.node(words.join('-')) ?? null
}

function byLooseId(index: DocumentIndex, id: string): TreeNode | undefined {
  const wanted = splitWords(id).join(' ')
  const hits = index.withWord(splitWords(id)[0] ?? '').filter((node) => splitWords(node.id).join(' ') === wanted)
  return hits.length === 1 ? hits[0] : undefined
}

/** "the other one", "the last one", "the red ones": the noun is that of the clause before. */
function complete(reference: Reference, { lastReference }: ReferenceContext): Reference {
  const hasHead = reference.types !== null || reference.names.some((name) => !name.startsWith('?')) || reference.quoted !== null || reference.generic
  if (hasHead || lastReference === null) return reference
  const source = lastReference.parts.length > 0 ? lastReference.parts[0]! : lastReference
  return { ...reference, types: source.types, role: source.role, noun: source.noun, names: source.types === null ? source.names : reference.names, plural: reference.plural || reference.quantity === 'others' || reference.pronoun === 'ones' }
}

interface Pool {
  readonly nodes: readonly TreeNode[]
  readonly why: string
  /** Names that the pool itself accounts for. */
  readonly used?: readonly string[]
}

/** Where to look, in order: types, role, words, further types; without a noun by name, or everywhere. */
function* pools(reference: Reference, index: DocumentIndex): Generator<Pool> {
  const { types, role, noun, names } = reference
  if (types !== null) {
    const words = splitWords(noun ?? '')
    const literal = stem(noun ?? '').replaceAll(' ', '_')
    const isOwn = noun === null || index.hasType(literal) || types[0]![0] === literal
    const called = words.length === 0 ? [] : index.withWord(words[words.length - 1]!).filter((node) => nameScore(node, words) >= 0.6)
    // A synonym such as "caption" or "photo" means first what is called so, then what is of such a type.
    if (!isOwn || !index.hasType(types[0]![0]!)) {
      const typed = merged(index, types[0]!)
      const both = called.filter((node) => typed.includes(node))
      if (both.length > 1 || (both.length > 0 && !reference.plural)) yield { nodes: both, why: `type ${types[0]![0]!}, called "${noun!}"` }
      if (called.length > 0 && !reference.plural && reference.quantity === null && typed.length !== 1) yield { nodes: called, why: `called "${noun!}"` }
    }
    yield { nodes: merged(index, types[0]!), why: `type ${types[0]![0]!}` }
    if (role !== null) yield { nodes: index.ofRole(role), why: `role ${role}` }
    const own = words.length > 0 ? ownType(index, [...names, ...words]) : null
    if (own !== null) yield { nodes: index.ofType(own.type), why: `type ${own.type}`, used: own.used }
    if (words.length > 0) yield { nodes: index.withWord(words[words.length - 1]!).filter((node) => nameScore(node, words) >= 0.4), why: `named "${noun!}"` }
    for (const tier of types.slice(1)) yield { nodes: merged(index, tier), why: `type ${tier[0]!}, the nearest to ${noun ?? 'that'}` }
    return
  }
  const firm = names.filter((name) => !name.startsWith('?'))
  if (firm.length > 0) {
    const own = ownType(index, firm)
    if (own !== null) yield { nodes: index.ofType(own.type), why: `type ${own.type}`, used: own.used }
    yield { nodes: byRarestWord(index, firm), why: `named "${firm.join(' ')}"` }
    return
  }
  if (reference.quoted !== null) {
    const words = splitWords(reference.quoted)
    yield { nodes: words.length === 0 ? index.all() : index.withWord(rarest(index, words)), why: `says "${reference.quoted}"` }
    return
  }
  yield { nodes: index.all(), why: 'all components' }
}

function merged(index: DocumentIndex, types: readonly string[]): readonly TreeNode[] {
  const present = types.filter((type) => index.hasType(type))
  if (present.length === 0) return []
  if (present.length === 1) return index.ofType(present[0]!)
  return [...new Set(present.flatMap((type) => index.ofType(type)))].sort((a, b) => a.order - b.order)
}

/** A type of the document that the words name themselves, longest first: "list item", "pager". */
function ownType(index: DocumentIndex, words: readonly string[]): { type: string; used: string[] } | null {
  for (let from = 0; from < words.length; from++) {
    const used = words.slice(from)
    for (const joined of [used.join('_'), used.join('-'), used.map((word, i) => (i === used.length - 1 ? stem(word) : word)).join('_')]) if (index.hasType(joined)) return { type: joined, used }
  }
  return null
}

function rarest(index: DocumentIndex, words: readonly string[]): string {
  let best = words[0]!
  let fewest = Infinity
  for (const word of words) {
    const count = index.withWord(word).length
    if (count > 0 && count < fewest) {
      fewest = count
      best = word
    }
  }
  return best
}

function byRarestWord(index: DocumentIndex, names: readonly string[]): readonly TreeNode[] {
  const nodes = index.withWord(rarest(index, names))
  return nodes.length > 0 ? nodes : []
}

/** Keeps what fits names, quoted text, adjectives and relations, best matches only. */
function narrow(reference: Reference, pool: Pool, context: ReferenceContext): Found<TreeNode[]> {
  const names = reference.names.filter((name) => !name.startsWith('?') && pool.used?.includes(name) !== true)
  let nodes = best(pool.nodes, names, reference, context.index)
  if (reference.quoted !== null) nodes = quotedIn(nodes, reference.quoted)
  for (const filter of reference.filters) {
    const word = optionalWord(reference, filter)
    const fitting = nodes.filter((node) => passes(node, filter))
    nodes = fitting.length > 0 || word === null ? fitting : nodes.filter((node) => nameScore(node, [word]) >= 0.6)
  }
  for (const relation of reference.relations) {
    const related = relate(nodes, relation, reference, context)
    if (!related.ok) return related
    nodes = related.value
  }
  if (reference.except.length > 0) {
    const excluded = exceptions(reference, context, nodes)
    if (!excluded.ok) return excluded
    nodes = nodes.filter((node) => !excluded.value.has(node.id))
  }
  if (reference.quantity === 'others' || reference.quantity === 'other') nodes = nodes.filter((node) => !context.mentioned.has(node.id))
  return ok(nodes)
}

function optionalWord(reference: Reference, filter: Filter): string | null {
  const adjectives: readonly Filter[] = reference.filters.filter((other) => other.kind !== 'has')
  const optional = reference.names.filter((name) => name.startsWith('?'))
  const word = optional[adjectives.indexOf(filter)]
  return word === undefined ? null : word.slice(1)
}

function best(nodes: readonly TreeNode[], names: readonly string[], reference: Reference, index: DocumentIndex): TreeNode[] {
  if (names.length === 0) return [...nodes]
  const several = reference.plural || reference.quantity !== null || reference.ordinals.length > 0
  let top = 0
  const scored: { node: TreeNode; score: number }[] = []
  for (const node of nodes) {
    const score = nameScore(node, names, index)
    if (score === 0) continue
    scored.push({ node, score })
    top = Math.max(top, score)
  }
  // "the second module" counts module_1 and module_2, not the heading of all modules.
  const numbered = several && reference.types === null ? scored.filter(({ score }) => score === NUMBERED) : []
  if (numbered.length > 1) return numbered.map(({ node }) => node)
  const least = several ? Math.min(top, 0.6) : top
  return scored.filter(({ score }) => score >= least).map(({ node }) => node)
}

function quotedIn(nodes: readonly TreeNode[], text: string): TreeNode[] {
  let top = 0
  const scored = nodes.map((node) => {
    const score = saysText(node, text)
    top = Math.max(top, score)
    return { node, score }
  })
  return top === 0 ? [] : scored.filter(({ score }) => score === top).map(({ node }) => node)
}

function exceptions(reference: Reference, context: ReferenceContext, nodes: readonly TreeNode[] = []): Found<Set<string>> {
  const excluded = new Set<string>()
  for (const part of reference.except) {
    const bare = part.types === null && part.names.length === 0 && part.id === null && part.quoted === null
    const found = bare && nodes.length > 0 ? choose({ ...part }, nodes, context) : findNodes(withNoun(part, reference), context)
    if (!found.ok) return found
    for (const node of Array.isArray(found.value) ? (found.value as TreeNode[]) : (found.value as Nodes).nodes) excluded.add(node.id)
  }
  return ok(excluded)
}

function withNoun(part: Reference, whole: Reference): Reference {
  return part.types === null && part.names.length === 0 && part.quoted !== null ? { ...part, types: whole.types, noun: whole.noun, role: whole.role } : part
}

function relate(nodes: readonly TreeNode[], relation: Relation, reference: Reference, context: ReferenceContext): Found<TreeNode[]> {
  const { index } = context
  switch (relation.kind) {
    case 'side':
      return atSide(nodes, relation, reference, context)
    case 'row': {
      const rows = relation.of === 'row' ? rowsOf(nodes) : columnsOf(nodes)
      return ok([...(rows[relation.row > 0 ? relation.row - 1 : rows.length + relation.row] ?? [])])
    }
    case 'between': {
      const a = findNodes(relation.anchor, context)
      if (!a.ok) return a
      const b = findNodes(relation.other, context)
      if (!b.ok) return b
      const [low, high] = [a.value.nodes[0]!, b.value.nodes[0]!].sort((x, y) => index.compare(x, y))
      return ok(nodes.filter((node) => index.compare(node, low!) > 0 && index.compare(node, high!) < 0))
    }
    case 'relation': {
      const anchors = findNodes(relation.anchor, context)
      const kind = relation.relation
      if (!anchors.ok) {
        if (kind !== 'inside') return anchors
        const named = nodes.filter((node) => nameScore(node, anchorNames(relation.anchor)) > 0)
        return named.length > 0 ? ok(named) : anchors
      }
      const near = nearest(nodes, anchors.value.nodes, kind, reference, index)
      if (near.length === 0 && kind === 'inside') return ok(insideByBoxOrName(nodes, anchors.value.nodes, relation.anchor))
      return ok(near)
    }
  }
}

function anchorNames(anchor: Reference): string[] {
  return [...anchor.names.filter((name) => !name.startsWith('?')), ...(anchor.noun === null ? [] : splitWords(anchor.noun))]
}

/** In a flat document the card's title stands within the card's box, or has its name. */
function insideByBoxOrName(nodes: readonly TreeNode[], anchors: readonly TreeNode[], anchor: Reference): TreeNode[] {
  const within = nodes.filter((node) => node.box !== null && anchors.some((outer) => outer !== node && outer.box !== null && contains(outer.box, node.box!)))
  if (within.length > 0) return within
  const names = anchorNames(anchor)
  return names.length === 0 ? [] : nodes.filter((node) => nameScore(node, names) >= 0.6)
}

function contains(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] - 1 && inner[1] >= outer[1] - 1 && inner[0] + inner[2] <= outer[0] + outer[2] + 1 && inner[1] + inner[3] <= outer[1] + outer[3] + 1
}

/** All that stand in the relation; for a singular phrase only the nearest. */
function nearest(nodes: readonly TreeNode[], anchors: readonly TreeNode[], kind: Extract<Relation, { kind: 'relation' }>['relation'], reference: Reference, index: DocumentIndex): TreeNode[] {
  const found: { node: TreeNode; far: number }[] = []
  for (const node of nodes) {
    let far: number | null = null
    for (const anchor of anchors) {
      const d = distance(index, kind, node, anchor)
      if (d !== null && (far === null || d < far)) far = d
    }
    if (far !== null) found.push({ node, far })
  }
  const several = reference.plural || reference.quantity !== null || kind === 'inside'
  if (several) return found.map(({ node }) => node)
  found.sort((a, b) => a.far - b.far)
  if (reference.ordinals.length > 0 || reference.take !== null) return found.map(({ node }) => node)
  return found.slice(0, 1).map(({ node }) => node)
}

function atSide(nodes: readonly TreeNode[], relation: Extract<Relation, { kind: 'side' }>, reference: Reference, context: ReferenceContext): Found<TreeNode[]> {
  const { index } = context
  let area: Box | null = null
  let pool = nodes
  if (relation.within !== null) {
    const within = findNodes(relation.within, context)
    if (!within.ok) return within
    const outer = within.value.nodes[0]!
    area = outer.box
    const inner = nodes.filter((node) => node.isInside(outer))
    if (inner.length > 0) pool = inner
  }
  const screen = index.screen()
  area ??= [0, 0, screen.width, screen.height]
  const boxed = pool.filter((node) => node.box !== null)
  if (boxed.length === 0) return ok(relation.sides.includes('bottom') ? pool.slice(-1) : relation.sides.includes('top') ? pool.slice(0, 1) : [...pool])
  const there = boxed.filter((node) => standsAt(node.box!, area, relation.sides))
  const candidates = there.length > 0 ? there : boxed
  if (reference.plural || reference.ordinals.length > 0) return ok(there)
  return ok([...candidates].sort((a, b) => sideRank(a.box!, relation.sides) - sideRank(b.box!, relation.sides)).slice(0, 1))
}

function columnsOf(nodes: readonly TreeNode[]): TreeNode[][] {
  const columns = new Map<number, TreeNode[]>()
  for (const node of nodes) {
    if (node.box === null) continue
    const key = [...columns.keys()].find((x) => Math.abs(x - node.box![0]) < 8) ?? node.box[0]
    columns.set(key, [...(columns.get(key) ?? []), node])
  }
  return [...columns.entries()].sort(([a], [b]) => a - b).map(([, column]) => column)
}

/** Applies ordinals and quantities; a singular phrase must come down to one. */
function choose(reference: Reference, nodes: readonly TreeNode[], context: ReferenceContext): Found<TreeNode[]> {
  const { index } = context
  if (reference.superlative) return ok(extreme(nodes, reference.superlative, reference.take ?? 1))
  const sized = reference.filters.find((filter) => filter.kind === 'size')
  if (sized !== undefined && !reference.plural && nodes.length > 1) return ok(extreme(nodes, { by: 'area', most: sized.kind === 'size' && sized.size === 'big' ? 1 : -1 }, 1))
  if (reference.ordinals.length > 0) return atOrdinals(reference, nodes, index)
  if (reference.take !== null) {
    const ordered = readingOrder(nodes)
    const wanted = Math.abs(reference.take)
    if (ordered.length < wanted) return fail(unknown(reference, index, `"${reference.phrase}" asks for ${wanted}, but there are only ${ordered.length}`, nodes))
    return ok(reference.take > 0 ? ordered.slice(0, wanted) : ordered.slice(-wanted))
  }
  if (reference.parity !== null) return ok(readingOrder(nodes).filter((_node, i) => i % 2 === (reference.parity === 'odd' ? 0 : 1)))
  if (reference.quantity === 'both' && nodes.length !== 2) return fail(nodes.length > 2 ? ambiguous(reference, nodes) : unknown(reference, index, `"${reference.phrase}" asks for two, but there is only one`, nodes))
  if (reference.plural || (reference.quantity !== null && reference.quantity !== 'other')) return ok([...nodes])
  if (nodes.length > 1 && isDistributed(reference)) return ok([...nodes])
  if (nodes.length === 1) return ok([...nodes])
  const decided = decide(reference, nodes)
  return decided === null ? fail(ambiguous(reference, nodes)) : ok([decided])
}

/** "the text in each card": one for every card. */
function isDistributed(reference: Reference): boolean {
  return reference.relations.some((relation) => relation.kind === 'relation' && relation.relation === 'inside' && (relation.anchor.quantity === 'each' || relation.anchor.quantity === 'all' || relation.anchor.quantity === 'both' || relation.anchor.parts.length > 0))
}

/** Spec: role cta decides between several that fit a singular reference. */
function decide(reference: Reference, nodes: readonly TreeNode[]): TreeNode | null {
  const color = reference.filters.find((filter) => filter.kind === 'color')
  if (color?.kind === 'color') {
    const closest = closestColor(nodes, color)
    if (closest !== null) return closest
  }
  const role = nodes.filter((node) => hasRole(node, 'cta'))
  if (role.length === 1 && reference.names.length === 0) return role[0]!
  if (reference.types === null && reference.quoted === null) {
    const outer = nodes.filter((node) => nodes.every((other) => other === node || other.isInside(node)))
    if (outer.length === 1) return outer[0]!
  }
  return null
}

function atOrdinals(reference: Reference, nodes: readonly TreeNode[], index: DocumentIndex): Found<TreeNode[]> {
  const near = reference.relations.some((relation) => relation.kind === 'relation' && relation.relation !== 'inside')
  const ordered = near ? [...nodes] : readingOrder(nodes)
  const chosen: TreeNode[] = []
  for (const ordinal of reference.ordinals) {
    const node = ordered[ordinal > 0 ? ordinal - 1 : ordered.length + ordinal]
    if (node === undefined) return fail(unknown(reference, index, `"${reference.phrase}" asks for number ${Math.abs(ordinal)}, but there ${ordered.length === 1 ? 'is only one' : `are only ${ordered.length}`}`, nodes))
    chosen.push(node)
  }
  return ok(chosen)
}

function extreme(nodes: readonly TreeNode[], superlative: Superlative, count: number): TreeNode[] {
  const measure = (node: TreeNode): number => {
    const box = node.box
    if (box === null) return 0
    switch (superlative.by) {
      case 'area':
        return box[2] * box[3]
      case 'width':
        return box[2]
      case 'height':
        return box[3]
      case 'x':
        return box[0]
      case 'y':
        return box[1]
      case 'fontSize':
        return box[3]
    }
  }
  return [...nodes].sort((a, b) => (measure(b) - measure(a)) * superlative.most).slice(0, Math.max(1, Math.abs(count)))
}

function ambiguous(reference: Reference, nodes: readonly TreeNode[]): ReferenceFailure {
  return { code: 'reference-ambiguous', reference, candidates: nodes.slice(0, 20).map((node) => node.id), message: `"${reference.phrase}" fits ${nodes.length} components` }
}

function unknown(reference: Reference, index: DocumentIndex, message: string, nodes: readonly TreeNode[] = []): ReferenceFailure {
  const near = nodes.length > 0 ? nodes : reference.types === null ? [] : reference.types.flatMap((tier) => tier.flatMap((type) => index.ofType(type)))
  return { code: 'reference-unknown', reference, candidates: near.slice(0, 5).map((node) => idOf(node.component)), message }
}

/** What a component is, in words, for messages: `button "Save"`. */
export function nounOf(node: TreeNode): string {
  return `${typeOf(node.component)}${roleOf(node.component) === null ? '' : ` (${roleOf(node.component)!})`} #${node.id}`
}
