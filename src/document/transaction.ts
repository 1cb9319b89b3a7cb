import { invariant } from '../base/invariant.ts'
import { readProperty, typeOf } from './blueprint.ts'
import type { Box, Component } from './blueprint.ts'
import { childPatches } from './structure-patches.ts'
import type { StructurePatches } from './structure-patches.ts'
import type { DocumentIndex } from './document-index.ts'
import { specOf } from './native-table.ts'
import type { AnyProperty } from './native-table.ts'
import { sameJson } from './patch.ts'
import { tokenSpec } from './token-address.ts'
import type { TokenAddress } from './token-address.ts'
import { descend } from './token-reference.ts'
import type { TreeNode } from './tree-node.ts'

export interface StructureRecord extends StructurePatches {
  readonly kind: 'insert' | 'remove' | 'move'
  readonly node: TreeNode
  readonly fromParent: TreeNode | null
  readonly fromPosition: number
  readonly toParent: TreeNode | null
  readonly toPosition: number
  /** What an insert put in, as it was then. */
  readonly inserted: Component | null
  /** The nodes of what was inserted; they may since have moved anywhere. */
  readonly made: readonly TreeNode[]
}

export type LogRecord =
  | {
      readonly kind: 'edit'
      readonly node: TreeNode
      readonly name: AnyProperty
      readonly had: boolean
      readonly previous: unknown
    }
  | { readonly kind: 'box'; readonly node: TreeNode; readonly previous: Box | null }
  | { readonly kind: 'type'; readonly node: TreeNode; readonly previous: string | null }
  | { readonly kind: 'token'; readonly name: TokenAddress; readonly had: boolean; readonly previous: unknown }
  | StructureRecord

/**
 * Changes that run ahead of a document: properties, boxes, tokens and structure, each readable at once and undone
 * exactly by `rollback`. Nothing becomes a document before `commit` (change.ts).
 */
export class Transaction {
  readonly index: DocumentIndex
  readonly log: LogRecord[] = []
  /** Ids of copies that the transaction made, with the ids of what they are copies of. */
  readonly copies: Map<string, string> = new Map<string, string>()
  readonly tokenEdits: Map<TokenAddress, unknown> = new Map<TokenAddress, unknown>()
  #screen: { readonly width: number; readonly height: number } | null = null

  constructor(index: DocumentIndex) {
    this.index = index
  }

  /** The screen's size as it was when the transaction began. */
  screen(): { readonly width: number; readonly height: number } {
    this.#screen ??= this.index.screen()
    return this.#screen
  }

  /** The present value of a property, undefined where it is absent. O(1). */
  read(node: TreeNode, name: AnyProperty): unknown {
    const spec = specOf(name)
    if (spec.home === 'box' && node.box !== null) return node.box[spec.side!]
    const edits = node.edits
    if (edits !== null && edits.has(name)) return edits.get(name)
    return readProperty(node.component, name)
  }

  /**
   * A property as a number: CSS pixel lengths are read, keywords of weight too; the property's initial value where it is
   * absent, undefined where there is neither.
   */
  readNumber(node: TreeNode, name: AnyProperty): number | undefined {
    return numberOf(this.read(node, name)) ?? specOf(name).initial
  }

  /**
   * Writes a property; undefined takes it away, but for a text that the document has, which becomes null. A number written over a length kept as text (`"16px"`) stays text.
   * Returns false when the value was there already. O(1).
   */
  write(node: TreeNode, name: AnyProperty, value: unknown): boolean {
    const spec = specOf(name)
    if (spec.home === 'box' && node.box !== null) {
      invariant(typeof value === 'number', `${name} of a box is a number`)
      if (node.box[spec.side!] === value) return false
      const box: [number, number, number, number] = [...node.box]
      box[spec.side!] = value
      this.setBox(node, box)
      return true
    }
    const present = this.read(node, name)
    if (value === undefined && spec.home === 'component' && readProperty(node.component, name) !== undefined)
      return this.write(node, name, null)
    const next =
      typeof value === 'number' && typeof present === 'string' && spec.kind === 'length'
        ? `${value}px`
        : value
    if (sameJson(present, next)) return false
    node.edits ??= new Map()
    this.log.push({ kind: 'edit', node, name, had: node.edits.has(name), previous: node.edits.get(name) })
    node.edits.set(name, next)
    return true
  }

  /** Makes another kind of component of it. Returns false when it is of that type already. */
  retype(node: TreeNode, type: string): boolean {
    if ((node.nextType ?? typeOf(node.component)) === type) return false
    this.log.push({ kind: 'type', node, previous: node.nextType })
    node.nextType = type
    return true
  }

  setBox(node: TreeNode, box: Box): void {
    const present = node.box
    if (
      present !== null &&
      present[0] === box[0] &&
      present[1] === box[1] &&
      present[2] === box[2] &&
      present[3] === box[3]
    )
      return
    this.screen()
    this.log.push({ kind: 'box', node, previous: present })
    this.index.setBox(node, box)
  }

  /** Moves a component and everything in it by so many pixels. O(components inside). */
  shift(node: TreeNode, dx: number, dy: number): void {
    if (dx === 0 && dy === 0) return
    const box = node.box
    if (box !== null) this.setBox(node, [box[0] + dx, box[1] + dy, box[2], box[3]])
    for (const child of node.children) this.shift(child, dx, dy)
  }

  readToken(name: TokenAddress): unknown {
    if (this.tokenEdits.has(name)) return this.tokenEdits.get(name)
    const { tokens } = this.index.root
    return tokens === undefined ? undefined : descend(tokens, tokenSpec(name).path)
  }

  /** Returns false when the value was there already, or the document has no tokens: none are invented. */
  writeToken(name: TokenAddress, value: unknown): boolean {
    if (this.index.root.tokens === undefined) return false
    const present = this.readToken(name)
    if (sameJson(present, value)) return false
    this.log.push({
      kind: 'token',
      name,
      had: this.tokenEdits.has(name),
      previous: this.tokenEdits.get(name),
    })
    this.tokenEdits.set(name, value)
    return true
  }

  /** Puts a new component among the children of `parent` (null: top level). Its ids must be free. O(siblings). */
  insert(component: Component, parent: TreeNode | null, position: number): TreeNode {
    this.screen()
    const patches = childPatches.insert(this.index, parent, position)
    const node = this.index.attach(component, parent, position)
    const made: TreeNode[] = []
    node.walk((inner) => {
      inner.isNew = true
      made.push(inner)
    })
    this.log.push({
      kind: 'insert',
      node,
      fromParent: null,
      fromPosition: -1,
      toParent: parent,
      toPosition: position,
      inserted: component,
      made,
      ...patches,
    })
    return node
  }

  /** Takes a component and everything in it out of the document. O(siblings + components inside). */
  remove(node: TreeNode): void {
    this.screen()
    const patches = childPatches.remove(this.index, node)
    const { parent, position } = node
    this.index.detach(node)
    this.log.push({
      kind: 'remove',
      node,
      fromParent: parent,
      fromPosition: position,
      toParent: null,
      toPosition: -1,
      inserted: null,
      made: NONE,
      ...patches,
    })
  }

  /**
   * Moves a component to a position among the children of `parent`, counted after it was taken out of its old place.
   * O(siblings).
   */
  move(node: TreeNode, parent: TreeNode | null, position: number): void {
    invariant(
      parent !== node && (parent === null || !parent.isInside(node)),
      'a component cannot move into itself',
    )
    if (node.parent === parent && node.position === position) return
    const { parent: fromParent, position: fromPosition } = node
    const patches = childPatches.move(this.index, node, parent, position)
    this.index.relocate(node, parent, position)
    this.log.push({
      kind: 'move',
      node,
      fromParent,
      fromPosition,
      toParent: parent,
      toPosition: position,
      inserted: null,
      made: NONE,
      ...patches,
    })
  }

  /** A mark to roll back to. */
  savepoint(): number {
    return this.log.length
  }

  /** Undoes everything since the mark, newest first; without one, everything. */
  rollback(savepoint = 0): void {
    while (this.log.length > savepoint) this.#undo(this.log.pop()!)
  }

  #undo(record: LogRecord): void {
    switch (record.kind) {
      case 'edit':
        if (record.had) record.node.edits!.set(record.name, record.previous)
        else record.node.edits!.delete(record.name)
        if (record.node.edits!.size === 0) record.node.edits = null
        return
      case 'box':
        this.index.setBox(record.node, record.previous)
        return
      case 'type':
        record.node.nextType = record.previous
        return
      case 'token':
        if (record.had) this.tokenEdits.set(record.name, record.previous)
        else this.tokenEdits.delete(record.name)
        return
      case 'insert':
        this.index.detach(record.node)
        if (record.grewList) record.toParent!.hasGrownList = false
        return
      case 'remove':
        this.index.reattach(record.node, record.fromParent, record.fromPosition)
        return
      case 'move':
        this.index.relocate(record.node, record.fromParent, record.fromPosition)
        if (record.grewList) record.toParent!.hasGrownList = false
    }
  }
}

const NONE: readonly TreeNode[] = []

/** Numbers, pixel lengths as text, and the weight keywords; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  if (value === 'normal') return 400
  if (value === 'bold') return 700
  const match = /^\s{0,8}(-?\d{0,9}(?:\.\d{1,20})?)(px|rem|em|pt)?\s{0,8}$/.exec(value)
  if (match === null || match[1] === '' || match[1] === '-') return undefined
  const amount = Number(match[1])
  switch (match[2]) {
    case 'rem':
    case 'em':
      return amount * 16
    case 'pt':
      return (amount * 4) / 3
    default:
      return amount
  }
}
