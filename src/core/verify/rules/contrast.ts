import { parseColor } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { BEHIND, contrastOf, CONTRAST_READS } from '../contrast.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'
import type { DocumentView } from '../view.ts'

/**
 * Text stands out from its background: a contrast ratio of at least 4.5, or 3 for large text.
 * Source: WCAG 2.2, success criterion 1.4.3 Contrast (Minimum).
 */
export const contrast: ComponentRule = {
  name: 'contrast',
  scope: 'subtree',
  reads: CONTRAST_READS,
  passesOn: BEHIND,
  readsTheme: true,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const result = contrastOf(view, node)
    if (result.kind === 'known' && result.ratio < result.limit) found.push(finding(node, '', -result.ratio))
  },
  explain(view, { node }) {
    const result = contrastOf(view, node!)
    const [ratio, limit] = result.kind === 'known' ? [result.ratio, result.limit] : [1, 1]
    return {
      message: `the text of ${nameOf(node!)} has a contrast of ${roundDown(ratio)} to its background, below ${limit} (WCAG 2.2, 1.4.3)`,
      path: '',
      suggestions: mendingColors(view, node!).map((name) => `make ${nameOf(node!)}'s text ${name}`),
    }
  },
}

const BLACK_AND_WHITE: readonly (readonly [string, ParsedColor])[] = [
  ['black', parseColor('black')!],
  ['white', parseColor('white')!],
]

/** Black or white, whichever stands out more, if that is enough; on one plain colour it always is. */
function mendingColors(view: DocumentView, node: TreeNode): string[] {
  let best: string | null = null
  let bestRatio = 0
  for (const [name, color] of BLACK_AND_WHITE) {
    const result = contrastOf(view, node, color)
    if (result.kind !== 'known' || result.ratio < result.limit || result.ratio <= bestRatio) continue
    best = name
    bestRatio = result.ratio
  }
  return best === null ? [] : [best]
}

/** Two decimals, never more than it is: 4.499 must not read as 4.5. */
function roundDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100
}
