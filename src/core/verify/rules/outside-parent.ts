import type { Box } from '../../document/blueprint.ts'
import { aspects } from '../aspects.ts'
import { roundPx, TOLERANCE_PX } from '../pixels.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { isHidden } from '../visibility.ts'
import { nameOf } from '../view.ts'

/** A component stays inside the one that holds it. */
export const outsideParent: ComponentRule = {
  name: 'outside-parent',
  scope: 'children',
  reads: aspects('box', 'hidden', 'place'),
  passesOn: aspects('box'),
  readsTheme: false,
  check(view, node, found) {
    const parent = view.parent(node)
    if (parent === null) return
    const inner = view.box(node)
    const outer = view.box(parent)
    if (inner === null || outer === null || !sticksOut(inner, outer)) return
    if (!isHidden(view.component(node))) found.push(finding(node, ''))
  },
  explain(view, { node }) {
    const parent = view.parent(node!)!
    const inner = view.box(node!)!
    const outer = view.box(parent)!
    const sides: string[] = []
    const suggestions: string[] = []
    describeAxis(inner[0], inner[2], outer[0], outer[2], AXES.x, nameOf(node!), sides, suggestions)
    describeAxis(inner[1], inner[3], outer[1], outer[3], AXES.y, nameOf(node!), sides, suggestions)
    return {
      message: `${nameOf(node!)} sticks out of ${nameOf(parent)}: ${sides.join(', ')}`,
      path: '',
      suggestions,
    }
  },
}

function sticksOut(inner: Box, outer: Box): boolean {
  return (
    outer[0] - inner[0] > TOLERANCE_PX ||
    outer[1] - inner[1] > TOLERANCE_PX ||
    inner[0] + inner[2] - (outer[0] + outer[2]) > TOLERANCE_PX ||
    inner[1] + inner[3] - (outer[1] + outer[3]) > TOLERANCE_PX
  )
}

const AXES = {
  x: { before: 'left', after: 'right', size: 'wide' },
  y: { before: 'up', after: 'down', size: 'tall' },
} as const

/** Where it sticks out along one axis, and what would bring it back: a smaller size where it does not fit, else a shift. */
function describeAxis(
  start: number,
  size: number,
  outerStart: number,
  outerSize: number,
  axis: (typeof AXES)['x' | 'y'],
  name: string,
  sides: string[],
  suggestions: string[],
): void {
  const early = outerStart - start
  const late = start + size - (outerStart + outerSize)
  if (early > TOLERANCE_PX) sides.push(`${roundPx(early)} px ${axis.before}`)
  if (late > TOLERANCE_PX) sides.push(`${roundPx(late)} px ${axis.after}`)
  if (early <= TOLERANCE_PX && late <= TOLERANCE_PX) return
  if (size > outerSize) suggestions.push(`make ${name} ${roundPx(outerSize)}px ${axis.size}`)
  else if (early > TOLERANCE_PX) suggestions.push(`move ${name} ${axis.after} by ${roundPx(early)}px`)
  else suggestions.push(`move ${name} ${axis.before} by ${roundPx(late)}px`)
}
