import type { Component } from '../../document/blueprint.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { aspects } from '../aspects.ts'
import { roundPx, TOLERANCE_PX } from '../pixels.ts'
import type { SiblingRule } from '../rule.ts'
import { isFloating, isHidden } from '../visibility.ts'
import { nameOf } from '../view.ts'
import type { DocumentView } from '../view.ts'

/** Components of one parent do not cover one another. Hidden ones take part in nothing, and what floats covers whatever it likes. */
export const overlap: SiblingRule = {
  name: 'overlap',
  scope: 'siblings',
  reads: aspects('box', 'hidden', 'positioning', 'pin', 'place'),
  holds(view, a, b) {
    const one = view.box(a)
    const two = view.box(b)
    if (one === null || two === null) return false
    const width = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
    const height = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
    if (!(width > TOLERANCE_PX && height > TOLERANCE_PX)) return false
    return !isAway(view.component(a)) && !isAway(view.component(b))
  },
  explain(view, { node, other }) {
    const [first, second] = node!.position < other!.position ? [node!, other!] : [other!, node!]
    return {
      message: `${nameOf(second)} overlaps ${nameOf(first)} by ${sharedSize(view, first, second)} px`,
      path: '',
      suggestions: [`move ${nameOf(second)} below ${nameOf(first)}`],
    }
  },
}

function isAway(component: Component): boolean {
  return isHidden(component) || isFloating(component)
}

function sharedSize(view: DocumentView, a: TreeNode, b: TreeNode): string {
  const one = view.box(a)
  const two = view.box(b)
  if (one === null || two === null) return '0 x 0'
  const width = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const height = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  return `${roundPx(width)} x ${roundPx(height)}`
}
