import { textOf } from '../document/blueprint.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { TreeNode } from '../document/tree-node.ts'
import type { Corrected } from './spelling.ts'
import { tokenize } from './tokenize.ts'

/** A command that names more than this is a text. */
const MAX_LENGTH = 400

/** Components compared for one word of a command. */
const MAX_NODES = 64

/**
 * The command with the texts of components in quotes, where somebody wrote them without: "On time badge" for the badge that
 * says "On time". Only texts with a space, written as they stand there but for capitals. Null where none is.
 * O(words x components with such a word), paid only by commands that failed.
 */
export function withQuotedNames(text: string, index: DocumentIndex): Corrected | null {
  if (text.length > MAX_LENGTH) return null
  const lower = text.toLowerCase()
  let result = ''
  let from = 0
  for (const { kind, word, start } of tokenize(text)) {
    if (start < from || kind !== 'word') continue
    const name = longestName(index.withWord(word).slice(0, MAX_NODES), lower, start)
    if (name === 0) continue
    result += `${text.slice(from, start)}"${text.slice(start, start + name)}"`
    from = start + name
  }
  return from === 0 ? null : { text: result + text.slice(from), corrections: [], issues: [] }
}

/** Length of the longest text that stands at a place of a command; 0 where none does. */
function longestName(nodes: readonly TreeNode[], lower: string, at: number): number {
  let longest = 0
  for (const { component } of nodes) {
    const name = (textOf(component) ?? '').trim().toLowerCase()
    if (!name.includes(' ') || name.includes('"')) continue
    const length = lengthOf(name, lower, at)
    if (length > longest && !/[\p{L}\p{N}_]/u.test(lower[at + length] ?? ' ')) longest = length
  }
  return longest
}

/** How long a name is where it stands in a command, which may have other or more spaces; 0 where it does not stand there. */
function lengthOf(name: string, lower: string, at: number): number {
  let end = at
  for (let i = 0; i < name.length; i++) {
    if (name[i] === ' ') {
      const start = end
      while (isSpace(lower[end])) end++
      if (end === start) return 0
      while (name[i + 1] === ' ') i++
    } else if (lower[end] === name[i]) end++
    else return 0
  }
  return end - at
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && character.trim() === ''
}
