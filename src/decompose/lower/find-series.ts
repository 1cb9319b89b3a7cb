import { textOf, typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'

/** Words for members of a series that mean the same there. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['tier', 'plan', 'package', 'pricing'],
    ['plan', 'tier', 'package', 'pricing'],
    ['package', 'plan', 'tier', 'pricing'],
    ['question', 'faq', 'accordion'],
    ['product', 'item', 'dish', 'menu', 'shop'],
    ['testimonial', 'quote', 'review'],
    ['quote', 'testimonial', 'review'],
    ['review', 'testimonial', 'quote'],
    ['member', 'team', 'person', 'people'],
    ['person', 'team', 'member'],
    ['feature', 'benefit'],
    ['stat', 'stats', 'number', 'figure'],
    ['step', 'stage'],
    ['room', 'suite'],
    ['option', 'choice'],
    ['logo', 'client', 'partner'],
  ].map(([word, ...others]) => [stem(word!), others.map(stem)] as const),
)

/** So short a heading names what stands under it. */
const MOST_TITLE = 60

/**
 * Series of siblings of one type that words speak of: by the names that their members share, what holds them is called, or
 * the heading beside them says. O(components).
 */
export function findSeries(words: readonly string[], index: DocumentIndex): TreeNode[][] {
  const said = words.flatMap((word) => splitWords(word)).map(stem)
  const found: TreeNode[][] = []
  for (const holder of [null, ...index.all()]) {
    const children = holder === null ? index.top : holder.children
    for (const group of ofOneType(children)) {
      const known = wordsOf(group, holder)
      if (said.every((word) => known.has(word) || SAME.get(word)?.some((other) => known.has(other)) === true))
        found.push(group)
    }
  }
  return found
}

/** Siblings of one type: two at least, or one that holds others. */
function ofOneType(nodes: readonly TreeNode[]): TreeNode[][] {
  const byType = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const type = typeOf(node.component)
    const same = byType.get(type)
    if (same === undefined) byType.set(type, [node])
    else same.push(node)
  }
  return [...byType.values()].filter((group) => group.length > 1)
}

function wordsOf(group: readonly TreeNode[], holder: TreeNode | null): Set<string> {
  const words = new Set(stems(typeOf(group[0]!.component)))
  const [first, ...others] = group.map(({ id }) => new Set(stems(id)))
  for (const word of first!) if (others.every((ids) => ids.has(word))) words.add(word)
  if (holder === null) return words
  for (const word of stems(holder.id)) words.add(word)
  for (const child of holder.children) {
    const text = group.includes(child) ? null : textOf(child.component)
    if (text !== null && text.length <= MOST_TITLE && /title|heading/.test(typeOf(child.component)))
      for (const word of stems(text)) words.add(word)
  }
  return words
}

function stems(text: string): string[] {
  return splitWords(text.replaceAll(/[_-]/g, ' ')).map((word) => stem(word.toLowerCase()))
}
