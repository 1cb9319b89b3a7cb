import { contrastOf } from '../../document/text-contrast.ts'
import { BEHIND, CONTRAST_READS } from '../contrast-reads.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'

/** Texts whose contrast cannot be told, because their colour or their background is not stated. */
export const contrastUnknown: ComponentRule = {
  name: 'contrast-unknown',
  scope: 'subtree',
  reads: CONTRAST_READS,
  passesOn: BEHIND,
  readsTheme: true,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const result = contrastOf(view, node)
    if (result.kind === 'unknown') found.push(finding(node, ''))
  },
  explain(view, { node }) {
    const result = contrastOf(view, node!)
    const missing = result.kind === 'unknown' ? result.missing : 'background'
    return {
      message: `the contrast of ${nameOf(node!)} is unknown: it has no ${missing}`,
      path: '',
      suggestions: [],
    }
  },
}
