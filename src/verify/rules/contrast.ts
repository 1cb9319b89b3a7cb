import { parseColor } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import { variants } from '../../document/look-table.ts'
import type { Variant } from '../../document/look-table.ts'
import { contrastOf, variantsAround } from '../../document/text-contrast.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { BEHIND, CONTRAST_READS } from '../contrast-reads.ts'
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
    const base = contrastOf(view, node)
    const isLow = base.kind === 'known' && base.ratio < base.limit
    if (isLow) found.push(finding(node, '', -base.ratio))
    for (const variant of variantsAround(view, node) ?? NO_VARIANTS) {
      const result = contrastOf(view, node, undefined, variant)
      // As bad as in the base look says nothing new.
      if (result.kind === 'known' && result.ratio < result.limit && (!isLow || result.ratio < base.ratio))
        found.push(finding(node, variant, -result.ratio))
    }
  },
  explain(view, { node, measure, detail }) {
    const name = nameOf(node!)
    // The detail of a finding is a state or a device, or nothing.
    const variant = detail === '' ? null : (detail as Variant)
    const { color, limit } = mend(view, node!, variant)
    return {
      message: `the text of ${name} has a contrast of ${roundDown(-measure)} to its background${whereIn(variant)}, below ${limit} (WCAG 2.2, 1.4.3)`,
      path: '',
      suggestions: color === null || variant !== null ? NONE : [`make ${name}'s text ${color}`],
    }
  },
}

const NO_VARIANTS: ReadonlySet<Variant> = new Set()

function whereIn(variant: Variant | null): string {
  if (variant === null) return ''
  return variants[variant] === 'states' ? ` in its ${variant} look` : ` on ${variant}`
}

const BLACK_AND_WHITE: readonly (readonly [string, ParsedColor])[] = [
  ['black', parseColor('black')!],
  ['white', parseColor('white')!],
]

const NONE: readonly string[] = []

/** Black or white, whichever stands out more, if that is enough; on one plain colour it always is. */
function mend(
  view: DocumentView,
  node: TreeNode,
  variant: Variant | null,
): { readonly color: string | null; readonly limit: number } {
  let color: string | null = null
  let bestRatio = 0
  let limit = 1
  for (const [name, tried] of BLACK_AND_WHITE) {
    const result = contrastOf(view, node, tried, variant)
    if (result.kind !== 'known') continue
    limit = result.limit
    if (result.ratio < limit || result.ratio <= bestRatio) continue
    color = name
    bestRatio = result.ratio
  }
  return { color, limit }
}

/** Two decimals, never more than it is: 4.499 must not read as 4.5. */
function roundDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100
}
