import { namesOf, roleOf, typeOf } from './blueprint.ts'
import type { Component } from './blueprint.ts'
import { Buckets } from './buckets.ts'
import { ScreenNames } from './screen-names.ts'
import type { TreeNode } from './tree-node.ts'
import { splitWords, stem } from './words.ts'

/** The components of a document by what people call them: type, role, words and names. The last two are gathered on first access. */
export class NameIndex {
  readonly types: Buckets = new Buckets()
  readonly roles: Buckets = new Buckets()
  readonly #nodes: () => Iterable<TreeNode>
  /** Stemmed words to nodes; null until a word is asked for. */
  #words: Buckets | null = null
  /** Null until a name is looked for. */
  #screen: ScreenNames | null = null

  /** @param nodes all nodes that were added and not deleted since */
  constructor(nodes: () => Iterable<TreeNode>) {
    this.#nodes = nodes
  }

  words(): Buckets {
    if (this.#words === null) {
      this.#words = new Buckets()
      for (const node of this.#nodes())
        for (const word of wordsOf(node.component)) this.#words.add(word, node)
    }
    return this.#words
  }

  screen(): ScreenNames {
    this.#screen ??= new ScreenNames(this.#nodes)
    return this.#screen
  }

  add(node: TreeNode): void {
    const role = roleOf(node.component)
    this.types.add(typeOf(node.component), node)
    if (role !== null) this.roles.add(role, node)
    if (this.#words !== null) for (const word of wordsOf(node.component)) this.#words.add(word, node)
    this.#screen?.add(node)
  }

  delete(node: TreeNode): void {
    const role = roleOf(node.component)
    this.types.delete(typeOf(node.component), node)
    if (role !== null) this.roles.delete(role, node)
    if (this.#words !== null) for (const word of wordsOf(node.component)) this.#words.delete(word, node)
    this.#screen?.delete(node)
  }

  /** Gives a node another component. O(1) when they are called the same. */
  replace(node: TreeNode, component: Component): void {
    if (this.#areCalledTheSame(node.component, component)) {
      node.component = component
    } else {
      this.delete(node)
      node.component = component
      this.add(node)
    }
  }

  /** Records that the order of the document changed. */
  reorder(): void {
    this.types.reorder()
    this.roles.reorder()
    this.#words?.reorder()
    this.#screen?.reorder()
  }

  #areCalledTheSame(a: Component, b: Component): boolean {
    if (typeOf(a) !== typeOf(b) || roleOf(a) !== roleOf(b)) return false
    if (this.#words === null && this.#screen === null) return true
    const before = namesOf(a)
    const after = namesOf(b)
    return (
      before.length === after.length &&
      before.every((name, i) => name.source === after[i]!.source && name.value === after[i]!.value)
    )
  }
}

function wordsOf(component: Component): Set<string> {
  const words = new Set<string>()
  for (const name of namesOf(component)) for (const word of splitWords(name.value)) words.add(stem(word))
  return words
}
