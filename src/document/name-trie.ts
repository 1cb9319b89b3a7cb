import { withNode, withoutNode } from './node-group.ts'
import type { NodeGroup } from './node-group.ts'
import type { TreeNode } from './tree-node.ts'

/** Where names stand in a component. */
export const NAME_FIELDS = ['text', 'alt', 'placeholder', 'id'] as const

export type NameField = (typeof NAME_FIELDS)[number]

/** One word of names, reached by the words before it. */
class Branch {
  /** Names that go through here or end here. */
  through = 0
  /** Who bears the name that ends here, by where it stands. */
  text: NodeGroup | null = null
  alt: NodeGroup | null = null
  placeholder: NodeGroup | null = null
  id: NodeGroup | null = null
  /** The one word that follows: most branches have no other. */
  word = ''
  only: Branch | null = null
  more: Map<string, Branch> | null = null
}

/** A place in the trie: the names that begin with the words said so far. */
export type Beginning = Readonly<Branch>

/** Names word by word, each with those who bear it. Every operation is O(words). */
export class NameTrie {
  readonly #root = new Branch()

  add(words: readonly string[], field: NameField, node: TreeNode): void {
    let branch = this.#root
    for (const word of words) {
      branch = grow(branch, word)
      branch.through++
    }
    branch[field] = withNode(branch[field], node)
  }

  /** Removes a name that was added. */
  delete(words: readonly string[], field: NameField, node: TreeNode): void {
    let branch = this.#root
    for (const word of words) {
      const next = stepped(branch, word)
      if (next === null) return
      if (--next.through === 0) {
        cut(branch, word)
        return
      }
      branch = next
    }
    branch[field] = withoutNode(branch[field], node)
  }

  get root(): Beginning {
    return this.#root
  }

  /** The names that go on with this word, null if none does. O(1). */
  step(from: Beginning, word: string): Beginning | null {
    return stepped(from, word)
  }

  /** Who bears the name of these words. */
  find(words: readonly string[], field: NameField): NodeGroup | null {
    let branch: Branch | null = this.#root
    for (const word of words) {
      branch = stepped(branch, word)
      if (branch === null) return null
    }
    return branch[field]
  }
}

function stepped(from: Readonly<Branch>, word: string): Branch | null {
  if (from.more !== null) return from.more.get(word) ?? null
  return from.word === word ? from.only : null
}

function grow(branch: Branch, word: string): Branch {
  const known = stepped(branch, word)
  if (known !== null) return known
  const next = new Branch()
  if (branch.more !== null) branch.more.set(word, next)
  else if (branch.only === null) {
    branch.word = word
    branch.only = next
  } else {
    branch.more = new Map([
      [branch.word, branch.only],
      [word, next],
    ])
    branch.only = null
    branch.word = ''
  }
  return next
}

function cut(branch: Branch, word: string): void {
  if (branch.more !== null) branch.more.delete(word)
  else {
    branch.only = null
    branch.word = ''
  }
}
