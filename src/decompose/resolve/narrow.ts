import { fail, ok } from '../../base/result.ts'
import { namesOf, typeOf } from '../../document/blueprint.ts'
import { areOneKind } from '../../document/component-kinds.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { Filter, Reference } from '../reference.ts'
import { exceptions } from './exceptions.ts'
import type { FindNodes } from './found-nodes.ts'
import { passes } from './match-filters.ts'
import { NUMBERED, nameScore, saysText } from './match-names.ts'
import type { Pool } from './pools.ts'
import { alikeOf, numberedSeries, singlesOf, wholesOf } from './numbered-series.ts'
import { rarest } from './pools.ts'
import type { ReferenceContext } from './reference-context.ts'
import { asAnchor } from './reference-context.ts'
import type { Found, ReferenceFailure } from './reference-failure.ts'
import { ambiguous, unknownReference } from './reference-failure.ts'
import { relate } from './relate.ts'

/** Keeps what fits names, quoted text, adjectives and relations, best matches only. */
export function narrow(
  reference: Reference,
  pool: Pool,
  context: ReferenceContext,
  find: FindNodes,
): Found<readonly TreeNode[]> {
  const names = reference.names.filter((name) => !name.startsWith('?') && pool.used?.includes(name) !== true)
  const named = best(pool.nodes, names, reference, context.index)
  const narrowed = describedBy(named, reference, context, find)
  if (names.length === 0 || !narrowed.ok || narrowed.value.length > 0) return narrowed
  // "the total in the first row" is not the heading called "Total": the next best names may be where it says.
  const others = pool.nodes.filter((node) => !named.includes(node) && nameScore(node, names) >= LEAST_NAME)
  return others.length === 0 ? narrowed : describedBy(others, reference, context, find)
}

/** The score of a name that is one of several words of a component. */
const LEAST_NAME = 0.6

/** Keeps what fits all that is said besides the name. */
export function describedBy(
  named: readonly TreeNode[],
  reference: Reference,
  context: ReferenceContext,
  find: FindNodes,
): Found<readonly TreeNode[]> {
  let nodes = named
  if (reference.quoted !== null) nodes = quotedIn(nodes, reference.quoted)
  for (const filter of reference.filters) {
    if (filter.kind === 'holds') {
      const said = sayingPhrase(filter.of.phrase, context.index)
      const before = filter.of.pronoun === null || filter.of.types !== null ? null : nodesOfTargets(context)
      if (before !== null) {
        nodes = nodes.filter((node) => before.some((one) => one.isInside(node)) !== filter.negated)
        nodes = innermost(nodes)
        continue
      }
      const held =
        said.length > 0
          ? null
          : find({ ...filter.of, plural: true, indefinite: false }, asAnchor(context, false))
      if (held?.ok === false && !filter.negated) return held
      const inner = held === null ? said : held.ok ? held.value.nodes : []
      nodes = nodes.filter((node) => inner.some((one) => one.isInside(node)) !== filter.negated)
      continue
    }
    const word = optionalWord(reference, filter)
    const fitting = nodes.filter((node) => passes(node, filter))
    nodes = word === null || fitting.length === 1 ? fitting : calledOrFitting(nodes, fitting, word, reference)
  }
  for (const relation of reference.relations) {
    const related = relate(nodes, relation, reference, context, find)
    if (!related.ok) return related
    nodes = related.value
  }
  if (reference.except.length > 0) {
    const excluded = exceptions(reference, context, find, nodes)
    if (!excluded.ok) return excluded
    const others = withoutExcepted(nodes, excluded.value, context.index)
    // "the map, not the menu button": who names one thing tells another from it.
    const isOfMany = reference.plural || reference.quantity !== null || reference.generic
    if (isOfMany && others.length === nodes.length && !areContrasted(nodes, excluded.value, context))
      return fail(exceptsNothing(reference, nodes, context))
    nodes = others
  }
  if (reference.quantity === 'others' || reference.quantity === 'other') {
    // Others than what? To take them all would be the worst guess.
    if (context.mentioned.size === 0 && nodes.length > 1 && reference.except.length === 0)
      return fail(ambiguous(reference, nodes))
    nodes = besidesMentioned(nodes, context)
  }
  return ok(nodes)
}

/** "the Start buttons, but not the Locked one": a button that was not meant anyway is told apart, not left out. */
function areContrasted(
  nodes: readonly TreeNode[],
  ids: ReadonlySet<string>,
  { index }: ReferenceContext,
): boolean {
  const types = nodes.map(({ component }) => typeOf(component))
  return [...ids].every((id) => {
    const own = typeOf(index.node(id)!.component)
    return types.length === 0 || types.some((type) => areOneKind(own, type))
  })
}

/** "all headings except Bags", where no heading is called so: who says it means something by it. */
function exceptsNothing(
  reference: Reference,
  nodes: readonly TreeNode[],
  { index }: ReferenceContext,
): ReferenceFailure {
  const excepted = reference.except.map(({ phrase }) => `"${phrase}"`).join(', ')
  const message = `none of what is meant is ${excepted}, so nothing would be left out`
  return unknownReference(reference, index, message, nodes)
}

/** "the silver card": where none or several look so, what is called so. */
function calledOrFitting(
  nodes: readonly TreeNode[],
  fitting: readonly TreeNode[],
  word: string,
  { plural, quantity }: Reference,
): readonly TreeNode[] {
  if (fitting.length === 0) return nodes.filter((node) => nameScore(node, [word]) >= 0.4)
  if (plural || quantity !== null) return fitting
  const called = nodes.filter((node) => nameScore(node, [word]) >= LEAST_NAME)
  return called.length === 1 ? called : fitting
}

/** "the Home tab ..., the other tabs": neither what was spoken of nor what holds it. */
function besidesMentioned(nodes: readonly TreeNode[], { mentioned, index }: ReferenceContext): TreeNode[] {
  const holders = new Set<TreeNode>()
  for (const id of mentioned)
    for (let holder = index.node(id)?.parent ?? null; holder !== null; holder = holder.parent)
      holders.add(holder)
  return nodes.filter((node) => !mentioned.has(node.id) && !holders.has(node))
}

/** "with Credit card": what says just that, whatever else the words could mean. */
function sayingPhrase(phrase: string, index: DocumentIndex): readonly TreeNode[] {
  const words = splitWords(phrase)
  if (words.length === 0) return []
  return index.withWord(rarest(index, words)).filter((node) => saysText(node, phrase) > 1)
}

/** What is excepted stays, with what it holds and what holds it. */
function withoutExcepted(
  nodes: readonly TreeNode[],
  ids: ReadonlySet<string>,
  index: DocumentIndex,
): readonly TreeNode[] {
  const spared = new Set<TreeNode>()
  for (const id of ids) {
    const kept = index.node(id)!
    kept.walk((inner) => spared.add(inner))
    for (let holder = kept.parent; holder !== null; holder = holder.parent) spared.add(holder)
  }
  return nodes.filter((node) => !spared.has(node))
}

function optionalWord(reference: Reference, filter: Filter): string | null {
  const adjectives: readonly Filter[] = reference.filters.filter(
    (other) => other.kind !== 'has' && other.kind !== 'holds',
  )
  const optional = reference.names.filter((name) => name.startsWith('?'))
  const word = optional[adjectives.indexOf(filter)]
  return word === undefined ? null : word.slice(1)
}

function best(
  nodes: readonly TreeNode[],
  names: readonly string[],
  reference: Reference,
  index: DocumentIndex,
): readonly TreeNode[] {
  if (names.length === 0) return nodes
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
  if (reference.types === null && !several) {
    const singles = singlesOf(
      scored.map(({ node }) => node),
      names,
    )
    if (singles.length > 0) return singles
  }
  if (reference.ordinals.length > 0 && reference.types === null) {
    const called = scored.map(({ node }) => node)
    const series = numberedSeries(called, names)
    if (series.length > 1) return series
    const wholes = wholesOf(called)
    if (wholes.length > 1) return wholes
  }
  const least = several ? Math.min(top, 0.6) : top
  const fitting = scored.filter(({ score }) => score >= least).map(({ node }) => node)
  if (reference.types === null && !reference.generic && (several || reference.filters.length > 0)) {
    const alike = alikeOf(
      scored.map(({ node }) => node),
      names,
    )
    if (alike.length > 0) return alike
  }
  const isCounted = reference.ordinals.length > 0 && !reference.plural && reference.types === null
  if ((several && !isCounted) || fitting.length < 2) return fitting
  // "New" is not "News", though one may stand for the other.
  const exact = fitting.filter((node) => saysWords(node, names))
  return exact.length > 0 ? exact : fitting
}

/** Whether the component has these words letter for letter, not only their stems. */
function saysWords(node: TreeNode, names: readonly string[]): boolean {
  const words = new Set(namesOf(node.component).flatMap(({ value }) => splitWords(value)))
  return names.every((name) => words.has(name))
}

/** So far below a component stands what names it. */
const HELD_DEPTH = 2

function holdsText(node: TreeNode, text: string, depth: number): boolean {
  if (saysText(node, text) > 1) return true
  return depth > 1 && node.children.some((child) => holdsText(child, text, depth - 1))
}

function quotedIn(nodes: readonly TreeNode[], text: string): TreeNode[] {
  let top = 0
  const scored = nodes.map((node) => {
    const score = saysText(node, text)
    top = Math.max(top, score)
    return { node, score }
  })
  if (top > 0) return scored.filter(({ score }) => score === top).map(({ node }) => node)
  // "the card named Green hat" is the card in which it stands.
  return nodes.filter((node) => node.children.some((child) => holdsText(child, text, HELD_DEPTH)))
}

/** "the card that contains it": what was said before. */
function nodesOfTargets({ last, index }: ReferenceContext): TreeNode[] {
  return last.flatMap((target) => (typeof target === 'string' ? (index.node(target) ?? []) : []))
}

function innermost(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.filter((node) => !nodes.some((other) => other.isInside(node)))
}
