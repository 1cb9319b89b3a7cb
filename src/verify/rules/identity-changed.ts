import { idOf, roleOf, typeOf } from '../../document/blueprint.ts'
import { aspects } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ChangeRule } from '../rule.ts'
import { nameOf } from '../view.ts'

/** What survives a change keeps its id and role, and its type unless a step is about just that. */
export const identityChanged: ChangeRule = {
  name: 'identity-changed',
  scope: 'change',
  reads: aspects('look', 'text', 'rest'),
  checkTouched({ node, before, after, isRetyped }, found) {
    if (before === null || after === null || before === after) return
    if (idOf(before) !== idOf(after)) found.push(finding(node, 'id'))
    if (typeOf(before) !== typeOf(after) && !isRetyped) found.push(finding(node, 'type'))
    if (roleOf(before) !== roleOf(after)) found.push(finding(node, 'role'))
  },
  explain(_view, { node, detail }) {
    return {
      message: `the ${detail} of ${nameOf(node!)} changed; ids, types and roles stay as they are`,
      path: `/${detail}`,
      suggestions: [],
    }
  },
}
