import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'

/** No two components have the same id. */
export const duplicateId: ComponentRule = {
  name: 'duplicate-id',
  scope: 'component',
  reads: aspects('place'),
  passesOn: NO_ASPECT,
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    if (!view.ownsId(node)) found.push(finding(node, ''))
  },
  explain(_view, { node }) {
    return {
      message: `the id ${nameOf(node!)} is used by another component too`,
      path: '/id',
      suggestions: [],
    }
  },
}
