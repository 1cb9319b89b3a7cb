import { textOf, typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'
import type { Reference } from '../reference.ts'
import { isCalled, nameScore, withoutMentions, withoutTelling } from './match-names.ts'

/** Components among which a phrase is looked for, and why these. */
export interface Pool {
  readonly nodes: readonly TreeNode[]
  readonly why: string
  /** Names that the pool itself accounts for. */
  readonly used?: readonly string[]
}

/** Where to look, in order: types, role, words, further types; without a noun by name, or everywhere. */
export function* pools(reference: Reference, index: DocumentIndex): Generator<Pool> {
  const { types, names } = reference
  if (types !== null) {
    yield* typedPools(reference, types, index)
    return
  }
  const firm = names.filter((name) => !name.startsWith('?'))
  if (firm.length > 0) {
    const own = ownType(index, firm)
    if (own !== null) yield { nodes: index.ofType(own.type), why: `type ${own.type}`, used: own.used }
    const named = index.withWord(rarest(index, firm))
    const several = reference.plural || reference.quantity !== null
    yield { nodes: several ? withoutMentions(named, firm) : named, why: `named "${firm.join(' ')}"` }
    return
  }
  if (reference.quoted !== null) {
    const words = splitWords(reference.quoted)
    yield {
      nodes: words.length === 0 ? index.all() : index.withWord(rarest(index, words)),
      why: `says "${reference.quoted}"`,
    }
    return
  }
  yield { nodes: index.all(), why: 'all components' }
}

/** Pools of a phrase whose noun stands for types. */
function* typedPools(
  reference: Reference,
  types: NonNullable<Reference['types']>,
  index: DocumentIndex,
): Generator<Pool> {
  const { role, noun, names } = reference
  const words = splitWords(noun ?? '')
  const typed = merged(index, types[0]!)
  // Prices are what has the role before what is called so: "Price alerts" is a heading.
  if (role !== null && typed.length === 0) yield { nodes: index.ofRole(role), why: `role ${role}` }
  // A synonym such as "caption" or "photo" means first what is called so, then what is of such a type.
  if (noun !== null && !isNameOfType(index, types[0]!, words)) {
    const called = calledSo(index, words, 0.6)
    const typedToo = new Set(typed)
    const both = called.filter((node) => typedToo.has(node))
    if (both.length > 1 || (both.length > 0 && !reference.plural))
      yield { nodes: both, why: `type ${types[0]![0]!}, called "${noun}"` }
    if (called.length > 0 && !reference.plural && reference.quantity === null && typed.length !== 1)
      yield { nodes: called, why: `called "${noun}"` }
    // "the rules" are no single line.
    else if (called.length > 0 && reference.plural && reference.quantity === null && typed.length < 2)
      yield { nodes: called, why: `called "${noun}"` }
  }
  yield { nodes: typed, why: `type ${types[0]![0]!}` }
  if (role !== null) yield { nodes: index.ofRole(role), why: `role ${role}` }
  const own = words.length > 0 ? ownType(index, [...names, ...words]) : null
  if (own !== null) yield { nodes: index.ofType(own.type), why: `type ${own.type}`, used: own.used }
  if (words.length > 0)
    yield {
      nodes: reference.plural
        ? withoutTelling(calledSo(index, words, 0.4), words)
        : calledSo(index, words, 0.4),
      why: `named "${noun!}"`,
    }
  for (const tier of types.slice(1)) {
    const nodes = merged(index, tier)
    yield {
      // A text without a number is no price.
      nodes: role === 'price' ? nodes.filter(({ component }) => /\d/.test(textOf(component) ?? '')) : nodes,
      why: `type ${tier[0]!}, the nearest to ${noun ?? 'that'}`,
    }
  }
  const firm = names.filter((name) => !name.startsWith('?'))
  if (noun !== null && SAYING.has(stem(noun)) && firm.length > 0 && reference.relations.length > 0)
    yield {
      nodes: index.withWord(rarest(index, firm)).filter((node) => nameScore(node, firm) >= LEAST_OWN),
      why: `named "${firm.join(' ')}"`,
    }
}

/** Nouns for what anything says of itself: the "status label of the second row" may be a badge. */
const SAYING: ReadonlySet<string> = new Set(['label', 'name', 'text', 'value', 'caption'])

/** The score of a component that has the name itself. */
const LEAST_OWN = 0.6

/** Controls say what they do: "Reserve table" is no table. */
const CONTROLS: ReadonlySet<string> = new Set(['button', 'link', 'checkbox', 'switch', 'radio', 'tab'])

/** What a noun that is no type here can be the name of. */
function calledSo(index: DocumentIndex, words: readonly string[], least: number): readonly TreeNode[] {
  const named = index.withWord(words[words.length - 1]!).filter((node) => nameScore(node, words) >= least)
  return withoutMentions(named, words).filter(
    (node) => !CONTROLS.has(typeOf(node.component)) || isCalled(node.component, words),
  )
}

/** Whether the noun is, ends or begins the name of a type that the document has: "card" or "product" for product_card. */
function isNameOfType(index: DocumentIndex, types: readonly string[], words: readonly string[]): boolean {
  const last = stem(words[words.length - 1] ?? '')
  return types.some(
    (type) =>
      index.hasType(type) && (type === last || type.endsWith(`_${last}`) || type.startsWith(`${last}_`)),
  )
}

/** No type has more words; the bound keeps long names linear. */
const MAX_TYPE_WORDS = 4

/** A type of the document that the words name themselves, longest first: "list item", "pager". */
function ownType(index: DocumentIndex, words: readonly string[]): { type: string; used: string[] } | null {
  for (let from = Math.max(0, words.length - MAX_TYPE_WORDS); from < words.length; from++) {
    const used = words.slice(from)
    for (const joined of [
      used.join('_'),
      used.join('-'),
      used.map((word, i) => (i === used.length - 1 ? stem(word) : word)).join('_'),
    ])
      if (index.hasType(joined)) return { type: joined, used }
  }
  return null
}

/** Components of any of these types in document order. */
export function merged(index: DocumentIndex, types: readonly string[]): readonly TreeNode[] {
  const present = types.filter((type) => index.hasType(type))
  if (present.length === 0) return []
  if (present.length === 1) return index.ofType(present[0]!)
  return [...new Set(present.flatMap((type) => index.ofType(type)))].sort((a, b) => a.order - b.order)
}

/** The word that the fewest components have: the shortest list to search. */
export function rarest(index: DocumentIndex, words: readonly string[]): string {
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
