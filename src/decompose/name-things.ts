import { typeOf } from '../document/blueprint.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { sensesOf } from './lexicon/lexicon.ts'

/** What a component can be called in a command: by its type where it is the only one, else by its id. */
export function nameOf(node: TreeNode, index: DocumentIndex): string {
  const type = typeOf(node.component)
  const words = type.replaceAll(/[_-]/g, ' ')
  return sensesOf(words).types?.[0]?.includes(type) === true && index.ofType(type).length === 1
    ? `the ${words}`
    : `#${node.id}`
}

/** Components at top level, in their order: what a document is made of. */
export function mainThings(index: DocumentIndex, count: number): readonly TreeNode[] {
  const found: TreeNode[] = []
  for (const node of index.all()) {
    if (found.length === count) break
    if (node.parent === null) found.push(node)
  }
  return found
}

/** Commands that can be given where nothing of what was said is understood. */
export function firstCommands(index: DocumentIndex): string[] {
  const [first, second] = mainThings(index, 2).map((node) => nameOf(node, index))
  if (first === undefined) return ['add a button']
  return [`make ${first} bigger`, `make ${second ?? first} red`, `move ${second ?? first} down`]
}
