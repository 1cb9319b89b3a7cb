import type { Step } from '../command/step.ts'
import { isTextLike, textOf } from '../document/blueprint.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Wish } from './clause.ts'
import { sensesOf } from './lexicon/lexicon.ts'
import { saysText } from './resolve/match-names.ts'

const LETTERS: ReadonlySet<string> = new Set([
  'textColor',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontFamily',
  'textDecoration',
  'textTransform',
  'lineHeight',
  'letterSpacing',
])

/**
 * Whether what a second reading of a clause came to is only a guess, where the first fits nothing: it dresses letters of
 * what shows none ("the photo label" as the photo), or takes a noun for a word somewhere in a text ("the needed fields").
 * O(targets).
 */
export function isGuess(wish: Wish, steps: readonly Step[], index: DocumentIndex): boolean {
  const nodes = steps.flatMap((step) =>
    'targets' in step
      ? step.targets.map((target) => (typeof target === 'string' ? index.node(target) : undefined))
      : [],
  )
  if (nodes.length === 0) return false
  const areLetters = steps.every((step) => step.kind === 'set' && LETTERS.has(step.property))
  if (
    areLetters &&
    nodes.every(
      (node) =>
        node !== undefined &&
        node.children.length === 0 &&
        textOf(node.component) === null &&
        !isTextLike(node.component),
    )
  )
    return true
  if (!('target' in wish) || wish.target.types !== null) return false
  const { names } = wish.target
  if (!names.some((name) => sensesOf(name).types !== undefined)) return false
  // A single noun is a name only where something says just that; "Reserve table" is no table.
  const least = names.length === 1 ? 2 : 1
  return nodes.some((node) => node !== undefined && saysText(node, names.join(' ')) < least)
}
