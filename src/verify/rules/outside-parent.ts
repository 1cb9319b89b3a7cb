import type { Box } from '../../document/blueprint.ts'
import { aspects } from '../aspects.ts'
import { roundPx, TOLERANCE_PX } from '../pixels.ts'
import type { ComponentRule } from '../rule.ts'
import { isFixed, isHidden } from '../visibility.ts'
import { nameOf } from '../view.ts'

/**
 * A component stays inside the one that holds it. What counts is how far the content sticks out on each side, whichever of
 * the components it is, and seen against the parent's size: real screens have content that does, and neither swapping two
 * components nor scaling the whole makes that worse.
 */
export const outsideParent: ComponentRule = {
  name: 'outside-parent',
  scope: 'children',
  reads: aspects('box', 'hidden', 'positioning', 'place'),
  passesOn: aspects('box'),
  readsTheme: false,
  peers: 'siblings',
  tolerance: TOLERANCE_PX,
  check(view, node, found) {
    const parent = view.parent(node)
    if (parent === null) return
    const inner = view.box(node)
    const outer = view.box(parent)
    if (inner === null || outer === null) return
    const before = found.length
    for (const side of SIDES) {
      const px = overhang(inner, outer, side)
      if (px > TOLERANCE_PX) {
        const scale = outer[SIDE_WORDS[side].size]
        found.push({ node, other: parent, detail: side, measure: px, scale, key: `${parent.id}\n${side}` })
      }
    }
    if (found.length > before && (isHidden(view.component(node)) || isFixed(view.component(node))))
      found.length = before
  },
  explain(view, { node, other, detail }) {
    const side = detail as Side
    const inner = view.box(node!)!
    const outer = view.box(other!)!
    const px = roundPx(overhang(inner, outer, side))
    const { size, word, back } = SIDE_WORDS[side]
    const isTooLarge = inner[size] > outer[size]
    return {
      message: `${nameOf(node!)} extends beyond ${nameOf(other!)} by ${px} px ${side}`,
      path: '',
      suggestions: [
        isTooLarge
          ? `make ${nameOf(node!)} ${roundPx(outer[size])}px ${word}`
          : `move ${nameOf(node!)} ${back} by ${px}px`,
      ],
    }
  },
}

type Side = 'left' | 'right' | 'up' | 'down'

const SIDES: readonly Side[] = ['left', 'right', 'up', 'down']

const SIDE_WORDS = {
  left: { size: 2, word: 'wide', back: 'right' },
  right: { size: 2, word: 'wide', back: 'left' },
  up: { size: 3, word: 'tall', back: 'down' },
  down: { size: 3, word: 'tall', back: 'up' },
} as const

/** How far the inner box reaches over one side of the outer one; negative inside. */
function overhang(inner: Box, outer: Box, side: Side): number {
  switch (side) {
    case 'left':
      return outer[0] - inner[0]
    case 'right':
      return inner[0] + inner[2] - (outer[0] + outer[2])
    case 'up':
      return outer[1] - inner[1]
    case 'down':
      return inner[1] + inner[3] - (outer[1] + outer[3])
  }
}
