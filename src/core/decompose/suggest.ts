import type { Span } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Reference } from './reference.ts'

/** Components that may have been meant, and the command once for each. */
export interface Suggestions {
  readonly candidates: readonly string[]
  readonly commands: readonly string[]
}

const MOST = 3

/** The command once for each candidate, with its id in the place of the words that fit several. */
export function suggestFor(text: string, span: Span, candidates: readonly string[]): Suggestions {
  return {
    candidates,
    commands: candidates
      .slice(0, MOST)
      .map((id) => `${text.slice(0, span.start)}#${id}${text.slice(span.end)}`),
  }
}

/** Components whose words or type come near to words that fit nothing. */
export function suggestNear(
  text: string,
  span: Span,
  reference: Reference | null,
  index: DocumentIndex,
): Suggestions {
  if (reference === null) return { candidates: [], commands: [] }
  const scores = new Map<string, number>()
  const add = (id: string, score: number): void => void scores.set(id, (scores.get(id) ?? 0) + score)
  for (const name of reference.names)
    for (const node of index.withWord(name.replace('?', ''))) add(node.id, 2)
  for (const tier of reference.types ?? [])
    for (const type of tier) for (const node of index.ofType(type).slice(0, 20)) add(node.id, 1)
  const candidates = [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([id]) => id)
  return suggestFor(text, span, candidates)
}
