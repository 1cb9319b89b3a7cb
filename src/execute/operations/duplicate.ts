import type { DuplicateStep, Place } from '../../command/step.ts'
import type { Component } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { destinationOf, hasBoxes, parentAt, positionAt, standAt } from '../destination.ts'
import type { Destination } from '../destination.ts'
import { groupByParent, outermost } from '../document-order.ts'
import { isBoxed, shiftTree } from '../layout/geometry.ts'
import { roomForCopies } from '../layout/room-for-copies.ts'
import { NO_NODES } from '../layout/site.ts'
import type { StepRun } from '../step-run.ts'
import { hasRoomFor } from './add.ts'

/** Copies components with all that they hold; each copy directly after its original unless a place is said. */
export function duplicateComponents(run: StepRun, step: DuplicateStep): void {
  const count = step.count ?? 1
  const originals = outermost(run.resolveAll(step.targets))
  if (originals.length === 0) return
  let size = 0
  for (const node of originals) node.walk(() => size++)
  if (!hasRoomFor(run, count, size)) return
  const rest =
    step.place === undefined && originals.length > 1 ? copyTogether(run, originals, count) : originals
  const companions = new Set<TreeNode>()
  let shared: Destination | null = null
  for (const original of rest) {
    let at: Destination | null = shared ?? placeFor(run, original, step.place)
    for (let i = 0; i < count && at !== null; i++) {
      const parent = parentAt(at)
      if (parent !== null && (parent === original || parent.isInside(original))) {
        run.fail(
          'not-applicable',
          `A copy of #${original.id} cannot be placed inside the original.`,
          original.id,
        )
        return
      }
      const copy = insertCopy(run, original, at, step.place === undefined, companions)
      companions.add(copy)
      if (at.kind === 'edge' ? at.edge === 'start' : at.side === 'after') {
        at = { kind: 'beside', anchor: copy, side: 'after' }
      }
    }
    if (at === null) return
    // Copies that go to one place follow one another there.
    if (step.place !== undefined && step.place.kind !== 'up' && step.place.kind !== 'down') shared = at
  }
}

/** Copies free-standing siblings at once, below their originals; returns the components that this does not suit. */
function copyTogether(run: StepRun, originals: readonly TreeNode[], count: number): TreeNode[] {
  const { transaction } = run
  const rest: TreeNode[] = []
  for (const [parent, siblings] of groupByParent(originals)) {
    const rooms = roomForCopies(transaction, parent, siblings.filter(isBoxed), count)
    for (const original of siblings) {
      const room = rooms.get(original)
      if (room === undefined) {
        rest.push(original)
        continue
      }
      room.forEach((box, i) => {
        const copy = transaction.insert(copyOf(run, original), parent, original.position + 1 + i)
        run.made.push(copy.id)
        takeOver(run, original, copy)
        const [x, y] = original.box!
        shiftTree(transaction, copy, box[0] - x, box[1] - y)
      })
    }
  }
  return rest
}

function placeFor(run: StepRun, original: TreeNode, place: Place | undefined): Destination | null {
  switch (place?.kind) {
    case undefined:
    case 'down':
      return { kind: 'beside', anchor: original, side: 'after' }
    case 'up':
      return { kind: 'beside', anchor: original, side: 'before' }
    case 'first':
      return { kind: 'edge', parent: original.parent, edge: 'start' }
    case 'last':
      return { kind: 'edge', parent: original.parent, edge: 'end' }
    default:
      return destinationOf(run, place!, null)
  }
}

function insertCopy(
  run: StepRun,
  original: TreeNode,
  destination: Destination,
  keepsColumn: boolean,
  companions: ReadonlySet<TreeNode>,
): TreeNode {
  const { transaction } = run
  const isBoxedThere = hasBoxes(transaction, destination)
  const copy = transaction.insert(
    copyOf(run, original),
    parentAt(destination),
    positionAt(transaction, destination),
  )
  run.made.push(copy.id)
  takeOver(run, original, copy)
  if (!isBoxedThere || !isBoxed(copy)) return copy
  const request = {
    x: keepsColumn ? copy.box[0] : null,
    width: copy.box[2],
    height: copy.box[3],
    mayStandBeside: true,
    companions,
    backdrops: NO_NODES,
  }
  standAt(run, copy, destination, request)
  return copy
}

/** The component and what it holds with ids of their own; values are those of the last commit. */
function copyOf(run: StepRun, { id, component, children }: TreeNode): Component {
  const fresh = run.freshId(`${id.replace(/_copy(?:_\d{1,9})?$/, '')}_copy`, 0)
  run.transaction.copies.set(fresh, run.transaction.copies.get(id) ?? id)
  if (component.children === undefined && children.length === 0) return { ...component, id: fresh }
  return { ...component, id: fresh, children: children.map((child) => copyOf(run, child)) }
}

/** What earlier steps of the command changed holds for the copy too. */
function takeOver(run: StepRun, original: TreeNode, copy: TreeNode): void {
  const { transaction } = run
  if (original.edits !== null)
    for (const [name, value] of original.edits) transaction.write(copy, name, value)
  if (original.box !== null && copy.box !== original.box) transaction.setBox(copy, original.box)
  original.children.forEach((child, i) => takeOver(run, child, copy.children[i]!))
}
