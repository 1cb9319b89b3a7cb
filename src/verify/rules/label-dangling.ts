import { labelTargetOf, typeOf } from '../../document/blueprint.ts'
import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'

const LABEL = 'label'

/** A label that names its input by id names one that is there. */
export const labelDangling: ComponentRule = {
  name: 'label-dangling',
  scope: 'references',
  reads: aspects('rest'),
  passesOn: NO_ASPECT,
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  referrers: (index) => index.membersOfType(LABEL),
  check(view, node, found) {
    const component = view.component(node)
    if (typeOf(component) !== LABEL) return
    const target = labelTargetOf(component)
    if (target !== null && !view.hasId(target)) found.push(finding(node, target))
  },
  explain(_view, { node, detail }) {
    return {
      message: `the label ${nameOf(node!)} refers to ${JSON.stringify(detail)}, which does not exist`,
      path: '',
      suggestions: [`delete ${nameOf(node!)}`],
    }
  },
}
