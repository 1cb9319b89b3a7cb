import { expect } from 'vitest'
import { childrenOf } from '../../src/document/blueprint.ts'
import type { Blueprint, Component } from '../../src/document/blueprint.ts'
import { DocumentIndex } from '../../src/document/document-index.ts'

/** Everything that can be asked of an index, in comparable form. */
function stateOf(index: DocumentIndex): unknown {
  const idsOf = (nodes: readonly { readonly id: string }[]): string[] => nodes.map((node) => node.id)
  const grouped = (
    keys: Iterable<string>,
    find: (key: string) => readonly { readonly id: string }[],
  ): unknown => [...keys].sort().map((key) => [key, idsOf(find(key))])
  const roles = new Set(index.all().flatMap((node) => node.component.role ?? []))
  return {
    size: index.size,
    top: idsOf(index.top),
    ids: index
      .all()
      .map((node) => node.id)
      .sort(),
    all: index.all().map((node) => ({
      id: node.id,
      parent: node.parent?.id ?? null,
      position: node.position,
      order: node.order,
      children: idsOf(node.children),
      box: node.box,
      path: index.path(node),
      known: index.node(node.id) === node && index.has(node.id),
      flags: [node.isNew, node.isAttached, node.hasGrownList, node.edits === null],
    })),
    types: grouped(index.types(), (type) => index.ofType(type)),
    counts: [...index.types()].sort().map((type) => index.countOfType(type)),
    roles: grouped(roles, (role) => index.ofRole(role)),
    words: grouped(index.vocabulary(), (word) => index.withWord(word)),
    screen: index.screen(),
  }
}

/** The index says of its root what one that is built afresh says, and its nodes hold that root's very objects. */
export function expectFreshIndex(index: DocumentIndex, root: Blueprint): void {
  expect(index.root).toBe(root)
  const [state, fresh] = [stateOf(index), stateOf(new DocumentIndex(root))]
  // Comparing texts is many times faster; the slow way says where they differ.
  if (JSON.stringify(state) !== JSON.stringify(fresh)) expect(state).toEqual(fresh)
  const stale = index.all().filter((node) => componentAt(root, index.path(node)) !== node.component)
  expect(stale.map(({ id }) => id)).toEqual([])
}

function componentAt(root: Blueprint, path: string): Component | undefined {
  const positions = path
    .split('/')
    .filter((part) => /^\d+$/.test(part))
    .map(Number)
  let list = root.components
  let found: Component | undefined
  for (const position of positions) {
    found = list[position]
    list = found === undefined ? [] : childrenOf(found)
  }
  return found
}
