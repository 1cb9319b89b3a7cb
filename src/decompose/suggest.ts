import type { Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { splitWords } from '../document/words.ts'
import { editDistance } from './edit-distance.ts'
import { mainThings, nameOf } from './name-things.ts'
import { similarWords } from './similar-words.ts'
import type { Reference } from './reference.ts'

/** Components that may have been meant, and the command once for each. */
export interface Suggestions {
  readonly candidates: readonly string[]
  readonly commands: readonly string[]
}

const MOST_COMMANDS = 3
const MOST_CANDIDATES = 5

/** The command once for each candidate, with its id in the place of the words that fit several. */
export function suggestFor(text: string, span: Span, candidates: readonly string[]): Suggestions {
  return {
    candidates,
    commands: withNames(
      text,
      span,
      candidates.map((id) => `#${id}`),
    ),
  }
}

/** The command once for each of the first components, by what they can be called. */
export function suggestMain(text: string, span: Span, index: DocumentIndex): string[] {
  return withNames(
    text,
    span,
    mainThings(index, MOST_COMMANDS).map((node) => nameOf(node, index)),
  )
}

function withNames(text: string, { start, end }: Span, names: readonly string[]): string[] {
  const before = text.slice(0, start)
  // "except the unicorn": the article stands before the phrase.
  const article = /\bthe\s$/i.test(before) ? /^the / : /^$/
  return names
    .slice(0, MOST_COMMANDS)
    .map((name) => `${before}${name.replace(article, '')}${text.slice(end)}`)
}

/** Components whose words, type or id come near to words that fit nothing. */
export function suggestNear(
  text: string,
  span: Span,
  reference: Reference,
  index: DocumentIndex,
): Suggestions {
  if (reference.id !== null) return suggestFor(text, span, nearIds(reference.id, index))
  const scores = new Map<string, number>()
  const add = (id: string, score: number): void => void scores.set(id, (scores.get(id) ?? 0) + score)
  const names = [...new Set(reference.names.map((name) => name.replace('?', '')))].slice(0, MAX_NAMES)
  for (const name of names) for (const node of index.withWord(name)) add(node.id, 2)
  for (const node of ofKind(reference, index)) add(node.id, 1)
  if (scores.size === 0)
    for (const name of names)
      for (const word of similarWords(name, index)) for (const node of index.withWord(word)) add(node.id, 1)
  return suggestFor(text, span, best(scores))
}

/** What the noun stands for: by type, else by role, else by the nearest type that there is. */
function ofKind({ types, role }: Reference, index: DocumentIndex): readonly TreeNode[] {
  const [first = [], ...others] = types ?? []
  const kinds = [first.flatMap((type) => index.ofType(type)), role === null ? [] : index.ofRole(role)]
  for (const tier of others) kinds.push(tier.flatMap((type) => index.ofType(type)))
  return (kinds.find((nodes) => nodes.length > 0) ?? []).slice(0, MAX_OF_TYPE)
}

/** Words of a phrase that are looked for: nobody calls a thing by more. */
const MAX_NAMES = 8

/** Components of one type that are weighed. */
const MAX_OF_TYPE = 20

/** Ids that hold the words of another, or words near them, the most alike first. */
function nearIds(id: string, index: DocumentIndex): string[] {
  const words = splitWords(id)
  const known = words.flatMap((word) => [
    ...(index.hasWord(word) ? [word] : []),
    ...similarWords(word, index),
  ])
  const nodes = known.flatMap((word) => index.withWord(word).slice(0, MAX_OF_TYPE))
  const alike = (other: string): number => -editDistance(id, other, Math.max(id.length, other.length))
  return best(new Map(nodes.map((node) => [node.id, alike(node.id)])))
}

function best(scores: ReadonlyMap<string, number>): string[] {
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => id)
}
