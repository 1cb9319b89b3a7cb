import type { WrapStep } from '../../command/step.ts'
import type { Box } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { outermost } from '../document-order.ts'
import { bottomOf, isBoxed, isHidden, overlap, rightOf } from '../layout/geometry.ts'
import type { StepRun } from '../step-run.ts'
import { bareComponent, hasRoomFor, insertBare, storedProperties } from './add.ts'
import { moveComponents } from './move.ts'

/** Puts components into a new container where the first of them stood; what they look like and where they are stays. */
export function wrapComponents(run: StepRun, step: WrapStep): void {
  const targets = run.resolveAll(step.targets)
  const nodes = step.each ? targets : outermost(targets)
  if (nodes.length === 0 || !hasRoomFor(run, 1, step.each ? nodes.length : 1)) return
  const stored = storedProperties(run, step.container)
  if (stored === null) return
  if (!step.each) gather(run, nodes)
  for (const group of step.each ? nodes.map((node) => [node]) : [nodes]) {
    const [first] = group
    const container = insertBare(
      run,
      bareComponent(run, step.container),
      first!.parent,
      first!.position,
      stored,
    )
    const box = unionOf(group)
    if (box !== null) run.transaction.setBox(container, box)
    group.forEach((node, i) => run.transaction.move(node, container, i))
  }
}

/** Brings together what is apart: members from elsewhere, or with others in between, come after the first one. */
function gather(run: StepRun, nodes: readonly TreeNode[]): void {
  const [first, ...others] = nodes
  const areTogether = others.every((node) => node.parent === first!.parent) && !standsBetween(run, nodes)
  if (areTogether) return
  const targets = others.map(({ id }) => id)
  moveComponents(run, { kind: 'move', targets, place: { kind: 'after', anchor: first!.id } })
}

/** True when the box around some siblings would cover another one that none of them lies over already. */
function standsBetween(run: StepRun, members: readonly TreeNode[]): boolean {
  const around = unionOf(members)
  if (around === null) return false
  const own = new Set(members)
  return run.transaction.index.siblings(members[0]!).some((other) => {
    if (own.has(other) || !isBoxed(other) || isHidden(run.transaction, other) || !overlap(around, other.box))
      return false
    return !members.some((member) => isBoxed(member) && overlap(member.box, other.box))
  })
}

function unionOf(nodes: readonly TreeNode[]): Box | null {
  let union: Box | null = null
  for (const { box } of nodes) {
    if (box === null) continue
    if (union === null) union = box
    else {
      const left = Math.min(union[0], box[0])
      const top = Math.min(union[1], box[1])
      union = [
        left,
        top,
        Math.max(rightOf(union), rightOf(box)) - left,
        Math.max(bottomOf(union), bottomOf(box)) - top,
      ]
    }
  }
  return union
}
