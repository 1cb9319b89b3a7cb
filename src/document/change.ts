import { enablePatches, Immer } from 'immer'
import type { Patch as ImmerPatch } from 'immer'
import type { Blueprint, Box, Component } from './blueprint.ts'
import { areScalars, replaceVisual, stored, takesAway, writeAll, writeScalars } from './component-edits.ts'
import type { Edits } from './component-edits.ts'
import { dropEmptyLists, gather } from './gather-log.ts'
import type { TokenAddress } from './token-address.ts'
import { escapeSegment, sameJson } from './patch.ts'
import type { Patch } from './patch.ts'
import { fillAdds, rebuildTree } from './rebuild-tree.ts'
import { editTokens, themeId } from './theme-change.ts'
import type { Transaction } from './transaction.ts'
import type { TreeNode } from './tree-node.ts'

enablePatches()
// Freezing would walk whole components of the caller's document; the promise of an unchanged input holds without it.
const immer = new Immer({ autoFreeze: false })

const NO_CHILDREN: readonly Component[] = []

export interface ChangedComponent {
  readonly id: string
  /** Names from the property table, or `created`, `removed`, `order`, `parent`. */
  readonly properties: readonly string[]
}

/** A component as it was and as it is; null where it was not or is no more. */
export interface Touched {
  readonly node: TreeNode
  readonly before: Component | null
  readonly after: Component | null
  /** The parent before the change; null at top level or for a new component. */
  readonly parentBefore: TreeNode | null
  readonly boxBefore: Box | null
  /** A step gave it another type. */
  readonly isRetyped: boolean
}

/** What one command did to a document: an exact delta, with its inverse. */
export interface Change {
  readonly before: Blueprint
  readonly after: Blueprint
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  readonly changed: readonly ChangedComponent[]
  readonly touched: readonly Touched[]
  readonly touchedTokens: readonly TokenAddress[]
  /** What new components are copies of, by id; the others are in no such pair. */
  readonly copies: ReadonlyMap<string, string>
}

/**
 * Makes a new document of a transaction. Structural patches come first, in the order they ran, then one immer draft for
 * each component with new properties. O(k + width of the sibling lists on the paths), k = changed components.
 * The transaction's index is carried to the new document.
 */
export function commit(transaction: Transaction): Change {
  const { index, log, copies } = transaction
  const before = index.root
  if (log.length === 0)
    return {
      before,
      after: before,
      patches: [],
      inverse: [],
      changed: [],
      touched: [],
      touchedTokens: [],
      copies,
    }
  const gathered = gather(transaction)
  const replaced = gathered.structure.length === 0 ? componentsBefore(gathered.nodes.keys()) : null
  const patches: Patch[] = []
  const inverse: Patch[] = []
  for (const record of gathered.structure) patches.push(...record.patches)
  const emptied = dropEmptyLists(transaction, gathered)
  patches.push(...emptied.patches)
  const touched: Touched[] = []
  const changed: ChangedComponent[] = []
  const gone = new Set<TreeNode>()
  for (const [node, was] of gathered.nodes) {
    if (!node.isAttached) {
      node.walk((inner) => {
        inner.edits = null
        inner.nextType = null
        if (inner.isNew || gone.has(inner)) return
        gone.add(inner)
        changed.push({ id: inner.id, properties: ['removed'] })
      })
      if (!node.isNew)
        touched.push({
          node,
          before: node.component,
          after: null,
          parentBefore: was.parent,
          boxBefore: was.box,
          isRetyped: false,
        })
      continue
    }
    const before = node.isNew ? null : node.component
    // The patches give it the list before its properties; the order of the keys shall be the same.
    if (node.hasGrownList && !node.isNew) node.component = { ...node.component, children: NO_CHILDREN }
    const names: string[] = []
    const isRetyped = node.nextType !== null
    if (node.isNew) names.push('created')
    else if (was.parent !== node.parent) names.push('parent')
    else if (was.moved) names.push('order')
    editComponent(transaction, node, was.box, patches, inverse, names)
    if (names.length === 0) continue
    changed.push({ id: node.id, properties: names })
    touched.push({
      node,
      before,
      after: node.component,
      parentBefore: was.parent,
      boxBefore: was.box,
      isRetyped,
    })
  }
  inverse.push(...emptied.inverse)
  for (let i = gathered.structure.length - 1; i >= 0; i--) inverse.push(...gathered.structure[i]!.inverse)
  const components =
    touched.length === 0
      ? before.components
      : rebuildTree(
          transaction,
          gathered,
          touched.map(({ node }) => node),
        )
  fillAdds(gathered.structure)
  const touchedTokens: TokenAddress[] = []
  const theme = editTokens(transaction, patches, inverse, touchedTokens)
  if (touchedTokens.length > 0) changed.push({ id: themeId(index, changed), properties: touchedTokens })
  let after = before
  if (components !== before.components) after = { ...after, components }
  if (theme !== before.tokens && theme !== undefined) after = { ...after, tokens: theme }
  for (const { node, after: component } of touched) if (component !== null) node.isNew = false
  index.adoptRoot(after, replaced)
  if (gathered.hasBoxes) index.forgetExtent()
  // Only what holds changed components became another one since.
  const settled = touched.map((entry) =>
    entry.after === null || entry.after === entry.node.component
      ? entry
      : { ...entry, after: entry.node.component },
  )
  return { before, after, patches, inverse, changed, touched: settled, touchedTokens, copies }
}

/** The components that a change without moves can replace: those it touches and all that hold them. O(touched x depth). */
function componentsBefore(nodes: Iterable<TreeNode>): Map<TreeNode, Component> {
  const before = new Map<TreeNode, Component>()
  for (const touched of nodes) {
    for (let node: TreeNode | null = touched; node !== null && !before.has(node); node = node.parent)
      before.set(node, node.component)
  }
  return before
}

/** Gives one component its new properties and box; adds patches where the document had it before. */
function editComponent(
  transaction: Transaction,
  node: TreeNode,
  was: Box | null,
  patches: Patch[],
  inverse: Patch[],
  names: string[],
): void {
  const base = node.component
  const box = node.box
  const boxChanged = box !== (base.bbox ?? null) && !sameJson(box, base.bbox ?? null)
  if (boxChanged && box !== null) keepSizesEqual(node, box)
  const edits = changingEdits(node)
  node.edits = null
  const type = node.nextType
  node.nextType = null
  const hasNewType = type !== null && type !== base.type
  if (edits === null && !boxChanged && !hasNewType) return
  const path = node.isNew ? '' : transaction.index.path(node)
  let next = base
  if (hasNewType) {
    names.push('type')
    next = { ...next, type }
    if (!node.isNew) {
      patches.push({ op: 'replace', path: `${path}/type`, value: type })
      inverse.push({ op: 'replace', path: `${path}/type`, value: base.type })
    }
  }
  if (edits !== null) {
    for (const name of edits.keys()) names.push(name)
    next = applyEdits(next, edits, node.isNew ? null : path, patches, inverse)
  }
  if (boxChanged) {
    next = { ...next, bbox: box! }
    if (!node.isNew) {
      patches.push({ op: base.bbox === undefined ? 'add' : 'replace', path: `${path}/bbox`, value: box })
      inverse.push(
        base.bbox === undefined
          ? { op: 'remove', path: `${path}/bbox` }
          : { op: 'replace', path: `${path}/bbox`, value: base.bbox },
      )
    }
    for (let i = 0; i < 4; i++)
      if ((was === null || was[i] !== box![i]) && !names.includes(SIDES[i]!)) names.push(SIDES[i]!)
  }
  transaction.index.replaceComponent(node, next)
}

/** The edits without those that write what is there; null where none is left. */
function changingEdits(node: TreeNode): Edits | null {
  if (node.edits === null) return null
  for (const [name, value] of node.edits)
    if (sameJson(stored(node.component, name), value)) node.edits.delete(name)
  return node.edits.size === 0 ? null : node.edits
}

const SIDES = ['x', 'y', 'width', 'height'] as const

/** Spec: with a box, a height (and width) present in `visual` is kept equal to the box's when that changes. */
function keepSizesEqual(node: TreeNode, box: Box): void {
  for (const name of ['width', 'height'] as const) {
    const present = node.edits?.has(name) === true ? node.edits.get(name) : node.component.visual?.[name]
    if (present === undefined || present === null) continue
    const side = name === 'width' ? 2 : 3
    const size = box[side]
    const was = node.component.bbox?.[side]
    if (size === was || (name === 'width' && was !== undefined && present !== was)) continue
    node.edits ??= new Map()
    node.edits.set(name, typeof present === 'string' ? `${size}px` : size)
  }
}

function applyEdits(
  base: Component,
  edits: Edits,
  path: string | null,
  patches: Patch[],
  inverse: Patch[],
): Component {
  if (takesAway(base, edits)) return replaceVisual(base, edits, path, patches, inverse)
  if (areScalars(base, edits)) return writeScalars(base, edits, path, patches, inverse)
  const [next, forward, backward] = immer.produceWithPatches(base, (draft) => {
    writeAll(draft, edits)
  })
  if (path !== null) {
    for (const patch of forward) patches.push(toJsonPatch(patch, path))
    for (const patch of backward) inverse.push(toJsonPatch(patch, path))
  }
  return next
}

function toJsonPatch(patch: ImmerPatch, prefix: string): Patch {
  let path = prefix
  for (const segment of patch.path) path += `/${escapeSegment(String(segment))}`
  return patch.op === 'remove'
    ? { op: 'remove', path }
    : { op: patch.op, path, value: patch.value as unknown }
}
