import fc from 'fast-check'
import type { Box, Component } from '../../src/document/blueprint.ts'
import { properties } from '../../src/document/native-table.ts'
import type { PropertyName, TokenName } from '../../src/document/native-table.ts'
import type { Transaction } from '../../src/document/transaction.ts'
import type { TreeNode } from '../../src/document/tree-node.ts'

/** One operation on a transaction; numbers pick a component, a parent or a position among those that are there. */
export type Edit =
  | { readonly kind: 'write'; readonly node: number; readonly name: PropertyName; readonly value: unknown }
  | { readonly kind: 'restore'; readonly node: number; readonly name: PropertyName }
  | { readonly kind: 'box'; readonly node: number; readonly box: Box }
  | { readonly kind: 'shift'; readonly node: number; readonly dx: number; readonly dy: number }
  | { readonly kind: 'token'; readonly name: TokenName; readonly value: unknown }
  | { readonly kind: 'insert'; readonly parent: number; readonly at: number; readonly shape: number }
  | { readonly kind: 'remove'; readonly node: number }
  | { readonly kind: 'move'; readonly node: number; readonly parent: number; readonly at: number }
  | { readonly kind: 'there-and-back'; readonly node: number; readonly parent: number; readonly at: number }
  | { readonly kind: 'attempt'; readonly edits: readonly Edit[] }

const pick = fc.nat(1000)
const boxOf = fc.tuple(
  fc.nat(300),
  fc.nat(300),
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 1, max: 200 }),
)
const gradient = fc.record({
  type: fc.constant('linear'),
  angle: fc.constantFrom(0, 180),
  stops: fc.constant(['#FF0000', '#00FF00']),
})
const valued: fc.Arbitrary<{ name: PropertyName; value: unknown }> = fc.oneof(
  fc.record({
    name: fc.constantFrom('background', 'textColor'),
    value: fc.constantFrom('#FF0000', '#ABCDEF', undefined),
  }),
  fc.record({ name: fc.constant('text'), value: fc.constantFrom('Buy now', 'cards', '', null, undefined) }),
  fc.record({ name: fc.constant('gradient'), value: fc.option(gradient, { nil: undefined }) }),
  fc.record({
    name: fc.constantFrom('fontSize', 'padding', 'width', 'height', 'x'),
    value: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({
    name: fc.constantFrom('alt', 'price'),
    value: fc.constantFrom('A hero image', '$5', undefined),
  }),
  fc.record({ name: fc.constant('hidden'), value: fc.boolean() }),
)

const simple: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(pick, valued).map(([node, { name, value }]): Edit => ({ kind: 'write', node, name, value })),
  fc.record({
    kind: fc.constant('restore' as const),
    node: pick,
    name: fc.constantFrom<PropertyName>('background', 'text', 'gradient', 'height', 'alt'),
  }),
  fc.record({ kind: fc.constant('box' as const), node: pick, box: boxOf }),
  fc.record({
    kind: fc.constant('shift' as const),
    node: pick,
    dx: fc.integer({ min: -9, max: 9 }),
    dy: fc.integer({ min: -9, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('token' as const),
    name: fc.constantFrom<TokenName>('primaryColor', 'baseSpacing', 'ctaHeight'),
    value: fc.constantFrom('#FF0000', 8, 44),
  }),
  fc.record({ kind: fc.constant('insert' as const), parent: pick, at: pick, shape: fc.nat(5) }),
  fc.record({ kind: fc.constant('remove' as const), node: pick }),
  fc.record({ kind: fc.constant('move' as const), node: pick, parent: pick, at: pick }),
  fc.record({ kind: fc.constant('move' as const), node: pick, parent: pick, at: pick }),
  fc.record({ kind: fc.constant('there-and-back' as const), node: pick, parent: pick, at: pick }),
)

export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.array(simple, { maxLength: 5 }).map((edits): Edit => ({ kind: 'attempt', edits })),
    },
  ),
  { maxLength: 12, size: 'max' },
)

/** Hands out ids that no document of a test has. */
export class FreshIds {
  readonly #prefix: string
  #count = 0

  constructor(prefix = 'new') {
    this.#prefix = prefix
  }

  next(): string {
    return `${this.#prefix}${this.#count++}`
  }
}

/** Runs the edits that make sense at their moment; an attempt is rolled back to where it began. */
export function runEdits(transaction: Transaction, edits: readonly Edit[], ids: FreshIds): void {
  for (const edit of edits) runEdit(transaction, edit, ids)
}

function runEdit(transaction: Transaction, edit: Edit, ids: FreshIds): void {
  const nodes = allNodes(transaction)
  const nodeAt = (n: number): TreeNode | undefined => nodes[n % Math.max(1, nodes.length)]
  const parentAt = (n: number): TreeNode | null =>
    n % (nodes.length + 1) === 0 ? null : nodes[(n % (nodes.length + 1)) - 1]!
  switch (edit.kind) {
    case 'token':
      transaction.writeToken(edit.name, edit.value)
      return
    case 'insert': {
      const parent = parentAt(edit.parent)
      const room = transaction.index.childrenUnder(parent).length + 1
      transaction.insert(newComponent(edit.shape, ids), parent, edit.at % room)
      return
    }
    case 'attempt': {
      const savepoint = transaction.savepoint()
      runEdits(transaction, edit.edits, ids)
      transaction.rollback(savepoint)
      return
    }
    default: {
      const node = nodeAt(edit.node)
      if (node !== undefined) runOnNode(transaction, edit, node, parentAt)
    }
  }
}

type NodeEdit = Exclude<Edit, { readonly kind: 'token' | 'insert' | 'attempt' }>

function runOnNode(
  transaction: Transaction,
  edit: NodeEdit,
  node: TreeNode,
  parentAt: (n: number) => TreeNode | null,
): void {
  switch (edit.kind) {
    case 'write':
      if (properties[edit.name].home === 'box' && node.box !== null && typeof edit.value !== 'number') return
      transaction.write(node, edit.name, edit.value)
      return
    case 'restore': {
      if (properties[edit.name].home === 'box' && node.box !== null) {
        if (node.component.bbox !== undefined) transaction.setBox(node, [...node.component.bbox])
        return
      }
      const { key, home } = properties[edit.name]
      const holder: { readonly [key: string]: unknown } | undefined =
        home === 'component' ? node.component : node.component.visual
      // A copy, as a parser or a client would send it.
      transaction.write(node, edit.name, structuredClone(holder?.[key]))
      return
    }
    case 'box':
      transaction.setBox(node, edit.box)
      return
    case 'shift':
      transaction.shift(node, edit.dx, edit.dy)
      return
    case 'remove':
      transaction.remove(node)
      return
    case 'move':
      moveNode(transaction, node, parentAt(edit.parent), edit.at)
      return
    case 'there-and-back': {
      const { parent, position } = node
      if (moveNode(transaction, node, parentAt(edit.parent), edit.at))
        transaction.move(node, parent, position)
    }
  }
}

function moveNode(transaction: Transaction, node: TreeNode, parent: TreeNode | null, at: number): boolean {
  if (parent === node || (parent !== null && parent.isInside(node))) return false
  const siblings = transaction.index.childrenUnder(parent)
  const room = siblings.length + (node.parent === parent ? 0 : 1)
  transaction.move(node, parent, at % room)
  return true
}

function allNodes(transaction: Transaction): TreeNode[] {
  const nodes: TreeNode[] = []
  for (const top of transaction.index.top) top.walk((node) => nodes.push(node))
  return nodes
}

function newComponent(shape: number, ids: FreshIds): Component {
  const id = ids.next()
  switch (shape) {
    case 0:
      return {
        id,
        type: 'button',
        role: 'cta',
        text: 'Buy',
        bbox: [0, 0, 10, 10],
        visual: { height: 10, bg_color: '#112233' },
      }
    case 1:
      return { id, type: 'text' }
    case 2:
      return { id, type: 'container', children: [] }
    case 3:
      return { id, type: 'container', children: [{ id: ids.next(), type: 'text', text: 'one' }], visual: {} }
    default:
      return {
        id,
        type: 'card',
        bbox: [5, 5, 50, 50],
        children: [newComponent(3, ids), newComponent(0, ids)],
        visual: { alt: 'new cards' },
      }
  }
}
