import type { Component } from './blueprint.ts'
import { Buckets } from './buckets.ts'
import { NameTrie } from './name-trie.ts'
import type { Beginning, NameField } from './name-trie.ts'
import { nameWords, partsOfId } from './name-words.ts'
import type { NodeGroup } from './node-group.ts'
import { ShapeIndex } from './text-shapes.ts'
import type { TreeNode } from './tree-node.ts'

/** A whole name is known by its first words; what is longer begins alike seldom. */
export const NAME_LENGTH = 12

/** A word in more texts than this says nothing about one of them. */
export const MOST_BEARERS = 20

/** How a name was said: all of it, some words of it, or what it looks like ("the phone number"). */
export type NameMatch = 'whole' | 'part' | 'shape'

/** What can be looked up: `key` are the stemmed words with spaces between, or a shape. */
export interface NameKey {
  readonly how: NameMatch
  readonly field: NameField
  readonly key: string
}

/** A name that a component bears. */
interface BorneName {
  readonly field: NameField
  readonly words: readonly string[]
}

/**
 * Components by what is seen of them: whole texts, alternatives, placeholders and ids, parts of the first three, and what
 * texts look like. Carried along with the document at the cost of the words of what changed.
 */
export class ScreenNames {
  readonly #nodes: () => Iterable<TreeNode>
  readonly #trie = new NameTrie()
  /** Words of texts, alternatives and placeholders. */
  readonly #words = new Buckets()
  /** Names that were looked into. */
  readonly #known = new Map<TreeNode, readonly BorneName[]>()
  /** Bearers in document order, where there are several. */
  readonly #sorted = new Map<NodeGroup, readonly TreeNode[]>()
  /** Null until a shape is asked for. */
  #shapes: ShapeIndex | null = null

  /** @param nodes all nodes that were added and not deleted since */
  constructor(nodes: () => Iterable<TreeNode>) {
    this.#nodes = nodes
    for (const node of nodes()) this.add(node)
  }

  add(node: TreeNode): void {
    for (const { field, words } of namesBorneBy(node.component)) {
      this.#trie.add(beginningOf(words), field, node)
      if (field !== 'id') for (const word of words) this.#words.add(word, node)
    }
    this.#shapes?.add(node)
    this.#sorted.clear()
  }

  /** Removes a node, which still has the component it was added with. */
  delete(node: TreeNode): void {
    for (const { field, words } of namesBorneBy(node.component)) {
      this.#trie.delete(beginningOf(words), field, node)
      if (field !== 'id') for (const word of words) this.#words.delete(word, node)
    }
    this.#known.delete(node)
    this.#shapes?.delete(node)
    this.#sorted.clear()
  }

  reorder(): void {
    this.#sorted.clear()
    this.#words.reorder()
    this.#shapes?.reorder()
  }

  /** Whole names, to be walked word by word with {@link step}. */
  get start(): Beginning {
    return this.#trie.root
  }

  step(from: Beginning, word: string): Beginning | null {
    return this.#trie.step(from, word)
  }

  /** In how many components' texts a word stands. O(1). */
  spread(word: string): number {
    return this.#words.size(word)
  }

  /** How many components have a text that looks so. */
  shapeCount(shape: string): number {
    return this.#ofShape().size(shape)
  }

  /** The words of all texts, alternatives and placeholders, stemmed. */
  vocabulary(): IterableIterator<string> {
    return this.#words.keys()
  }

  /** The names in which a word stands, ids apart; none for a word in the texts of many. In no particular order. */
  around(word: string): BorneName[] {
    if (this.#words.size(word) > MOST_BEARERS) return []
    const found: BorneName[] = []
    for (const node of this.#words.members(word))
      for (const name of this.#namesOf(node))
        if (name.field !== 'id' && name.words.includes(word)) found.push(name)
    return found
  }

  /** How many words of a list go on with a name after the first {@link NAME_LENGTH}. */
  continued(name: NameKey, words: readonly string[]): number {
    let longest = 0
    for (const node of this.bearers(name).slice(0, MOST_BEARERS)) {
      for (const borne of this.#namesOf(node)) {
        let count = 0
        while (count < borne.words.length - NAME_LENGTH && words[count] === borne.words[NAME_LENGTH + count])
          count++
        if (borne.field === name.field && count > longest) longest = count
      }
    }
    return longest
  }

  /** Who bears a name, in document order; the caller has made sure that the nodes' `order` is valid. */
  bearers({ how, field, key }: NameKey): readonly TreeNode[] {
    if (how === 'shape') return this.#ofShape().ordered(key)
    const run = key.split(' ')
    if (how === 'whole') return this.#inOrder(this.#trie.find(run, field))
    return this.#words
      .ordered(run[0]!)
      .filter((node) => this.#namesOf(node).some((name) => name.field === field && holdsRun(name.words, run)))
  }

  #inOrder(group: NodeGroup | null): readonly TreeNode[] {
    if (!(group instanceof Set)) return group === null ? [] : [group]
    let sorted = this.#sorted.get(group)
    if (sorted === undefined) {
      sorted = [...group].sort((a, b) => a.order - b.order)
      this.#sorted.set(group, sorted)
    }
    return sorted
  }

  #namesOf(node: TreeNode): readonly BorneName[] {
    let names = this.#known.get(node)
    if (names === undefined) {
      names = namesBorneBy(node.component)
      this.#known.set(node, names)
    }
    return names
  }

  #ofShape(): ShapeIndex {
    if (this.#shapes === null) {
      this.#shapes = new ShapeIndex()
      for (const node of this.#nodes()) this.#shapes.add(node)
    }
    return this.#shapes
  }
}

/** Whether words stand in a row in others. */
function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  for (let at = words.indexOf(run[0]!); at >= 0; at = words.indexOf(run[0]!, at + 1))
    if (run.every((word, i) => words[at + i] === word)) return true
  return false
}

function beginningOf(words: readonly string[]): readonly string[] {
  return words.length > NAME_LENGTH ? words.slice(0, NAME_LENGTH) : words
}

function namesBorneBy(component: Component): BorneName[] {
  const names: BorneName[] = []
  const { id, text, visual } = component
  addName(names, 'id', id)
  const parts = partsOfId(id)
  if (parts !== null) names.push({ field: 'id', words: parts })
  addName(names, 'text', text)
  if (visual !== undefined) {
    addName(names, 'alt', visual.alt)
    addName(names, 'placeholder', visual.placeholder)
  }
  return names
}

function addName(names: BorneName[], field: NameField, value: unknown): void {
  if (typeof value !== 'string' || value === '') return
  const words = nameWords(value)
  if (words.length > 0) names.push({ field, words })
}
