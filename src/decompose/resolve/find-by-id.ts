import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords } from '../../document/words.ts'
import type { Reference } from '../reference.ts'

/** A bare name that is an id as it stands: hero_title, or "hero title". */
export function byExactId(reference: Reference, index: DocumentIndex): TreeNode | null {
  if (
    reference.plural ||
    reference.quantity !== null ||
    reference.ordinals.length > 0 ||
    reference.quoted !== null ||
    reference.relations.length > 0 ||
    reference.filters.some((filter) => filter.kind === 'has' || filter.kind === 'holds')
  )
    return null
  if (reference.names.length === 1 && reference.noun === null) {
    const node = index.node(reference.names[0]!)
    if (node !== undefined) return node
  }
  if (reference.names.length === 0) return null
  const words = [
    ...reference.names.map((name) => (name.startsWith('?') ? name.slice(1) : name)),
    ...(reference.noun === null ? [] : reference.noun.split(' ')),
  ]
  return index.node(words.join('_')) ?? index.node(words.join('-')) ?? null
}

/** The only component whose id has the same words: "#heroTitle" for hero_title. */
export function byLooseId(index: DocumentIndex, id: string): TreeNode | undefined {
  const wanted = splitWords(id).join(' ')
  const hits = index
    .withWord(splitWords(id)[0] ?? '')
    .filter((node) => splitWords(node.id).join(' ') === wanted)
  return hits.length === 1 ? hits[0] : undefined
}
