import type { Component } from '../../document/blueprint.ts'
import { idOf, namesOf, roleOf, textOf, typeOf } from '../../document/blueprint.ts'
import type { DocumentIndex } from '../../document/document-index.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { splitWords, stem } from '../../document/words.ts'

const PLAIN_WORD = /^[a-z\d]{1,200}$/

/** Nouns so general that they may be missing in what a component says of itself: the "phone number" is the phone. */
const WEAK: ReadonlySet<string> = new Set(
  [
    'number',
    'element',
    'field',
    'area',
    'group',
    'info',
    'information',
    'section',
    'name',
    'content',
    'detail',
    'details',
    'item',
    'text',
    'box',
    'line',
    'word',
    'option',
    'part',
    'block',
    'widget',
    'input',
    'button',
    'label',
    'icon',
    'image',
    'card',
    'component',
    'thing',
    'message',
    'note',
    'section',
    'bar',
    'value',
    'row',
    'heading',
    'title',
    'link',
  ].map(stem),
)

/** Nouns for what holds nothing: the "order button text" is no text beside a button in the order form. */
const LEAVES: ReadonlySet<string> = new Set(
  ['button', 'link', 'label', 'icon', 'image', 'title', 'heading', 'input', 'field'].map(stem),
)

/** The score of `module_2` for "module". */
export const NUMBERED = 0.9

/** How a component fits the names in a phrase: 0 not at all, 1 through what holds it, more the closer. */
export function nameScore(
  node: TreeNode,
  names: readonly string[],
  index: DocumentIndex | null = null,
): number {
  if (names.length === 0) return 1
  const words = wordsOf(node.component)
  const wanted = names.flatMap((name) => (PLAIN_WORD.test(name) ? [name] : splitWords(name))).map(stem)
  let strong = 0
  let own = 0
  let outer = 0
  let inner = 0
  let isPart = false
  for (const word of wanted) {
    if (words.own.has(word)) {
      own++
      strong++
    } else if (words.pairs.has(word)) {
      own++
      strong++
    } else if (words.type.has(word)) own++
    else if (isOuter(node, word)) outer++
    else if (index !== null && (isHeaded(index, node, word) || isInHeaded(index, node, word))) outer++
    else if (isInner(node, word, INNER_DEPTH)) inner++
    else if (wanted.length > 1 && WEAK.has(word)) isPart ||= LEAVES.has(word)
    else return 0
  }
  if (own + outer + inner === 0 || (isPart && own === 0)) return 0
  if (inner > 0) return own > 0 || inner === wanted.length ? 0.45 : 0.25
  if (outer > 0) return own > 0 ? 0.5 : 0.3
  const joined = wanted.join(' ')
  if (words.text === joined) return 1
  if (words.id === joined) return 0.95
  if (words.id.replace(/(?: \d{1,9})+$/, '') === joined) return NUMBERED
  if (words.text !== '' && ` ${words.text} `.includes(` ${joined} `)) return 0.8
  if (` ${words.id} `.includes(` ${joined} `)) return 0.75
  return strong > 0 ? 0.6 : 0.4
}

function isOuter(node: TreeNode, word: string): boolean {
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    const words = wordsOf(parent.component)
    if (words.own.has(word) || words.type.has(word)) return true
  }
  return false
}

/** A card is named by what stands in it, two levels down. */
const INNER_DEPTH = 2

function isInner(node: TreeNode, word: string, depth: number): boolean {
  for (let i = 0; i < node.children.length && i < 32; i++) {
    const child = node.children[i]!
    if (wordsOf(child.component).own.has(word) || (depth > 1 && isInner(child, word, depth - 1))) return true
  }
  return false
}

/** The "opening hours text" is the text under the heading "Opening hours". */
function isHeaded(index: DocumentIndex, node: TreeNode, word: string): boolean {
  const siblings = index.siblings(node)
  for (let i = node.position - 1; i >= 0 && i >= node.position - HEADED; i--) {
    const sibling = siblings[i]!
    if (!isHeading(sibling.component)) continue
    const { own, pairs } = wordsOf(sibling.component)
    return own.has(word) || pairs.has(word)
  }
  return false
}

/** The "transaction row" is a row of the table under the heading "Recent transactions". */
function isInHeaded(index: DocumentIndex, { parent }: TreeNode, word: string): boolean {
  return parent !== null && isHeaded(index, parent, word)
}

/** So many components after a heading stand under it. */
const HEADED = 3

function isHeading(component: Component): boolean {
  const type = typeOf(component)
  return type === 'heading' || type === 'label' || type === 'subtitle' || type === 'title'
}

interface Words {
  /** Stemmed words of id, text, role and the other names. */
  readonly own: ReadonlySet<string>
  /** Neighbouring words written as one: "wifi" for Wi-Fi, "email" for E-mail. */
  readonly pairs: ReadonlySet<string>
  readonly type: ReadonlySet<string>
  /** Stemmed words of the text in order, joined by spaces. */
  readonly text: string
  readonly id: string
}

const cache = new WeakMap<Component, Words>()

function wordsOf(component: Component): Words {
  const known = cache.get(component)
  if (known !== undefined) return known
  const own = new Set<string>()
  const pairs = new Set<string>()
  for (const { value } of namesOf(component)) {
    let before = ''
    for (const word of splitWords(value)) {
      own.add(stem(word))
      if (before !== '') pairs.add(stem(before + word))
      before = word
    }
  }
  const words: Words = {
    own,
    pairs,
    type: new Set(splitWords(typeOf(component)).map(stem)),
    text: splitWords(textOf(component) ?? '')
      .map(stem)
      .join(' '),
    id: splitWords(idOf(component)).map(stem).join(' '),
  }
  cache.set(component, words)
  return words
}

/**
 * Those that are called so: by id, role, type, or a text that says no more. Where none is, those that only mention it:
 * "Prices include tax" is no price where there are prices.
 */
export function withoutMentions(nodes: readonly TreeNode[], names: readonly string[]): readonly TreeNode[] {
  const called = nodes.filter(({ component }) => isCalled(component, names))
  return called.length > 0 ? called : nodes
}

/** Words of a text beyond which it tells something, so that what it mentions is no name of it. */
const NAME_WORDS = 3

/** Those that are called so, or say little more: "Fields marked * are required" is no field. */
export function withoutTelling(nodes: readonly TreeNode[], names: readonly string[]): readonly TreeNode[] {
  const called = withoutMentions(nodes, names)
  return called.filter(({ component }) => {
    const { text } = wordsOf(component)
    return isCalled(component, names) || text === '' || text.split(' ', NAME_WORDS + 1).length <= NAME_WORDS
  })
}

/** Whether words are the id, role, type or whole text of a component. */
export function isCalled(component: Component, names: readonly string[]): boolean {
  const words = wordsOf(component)
  const wanted = names.flatMap((name) => (PLAIN_WORD.test(name) ? [name] : splitWords(name))).map(stem)
  if (words.text === wanted.join(' ')) return true
  const role = stem(roleOf(component) ?? '')
  return wanted.every(
    (word) => role === word || words.type.has(word) || ` ${words.id} `.includes(` ${word} `),
  )
}

/** Whether a component says this text: 2 exactly, 1 in part, 0 not. Capitals and punctuation do not count. */
export function saysText(node: TreeNode, text: string): number {
  const wanted = splitWords(text).join(' ')
  let best = 0
  for (const { source, value } of namesOf(node.component)) {
    if (source === 'id' || source === 'role') continue
    if (value === text) return 3
    const said = splitWords(value).join(' ')
    if (said === wanted && wanted !== '') best = Math.max(best, 2)
    else if (wanted !== '' && ` ${said} `.includes(` ${wanted} `)) best = Math.max(best, 1)
  }
  return best
}

/** Whether a component has this role. */
export function hasRole(node: TreeNode, role: string): boolean {
  return roleOf(node.component) === role
}
