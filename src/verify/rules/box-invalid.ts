import { boxProblem } from '../../document/component-check.ts'
import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'

/** Boxes are four finite numbers, with a width and a height above 0. */
export const boxInvalid: ComponentRule = {
  name: 'box-invalid',
  scope: 'component',
  reads: aspects('box'),
  passesOn: NO_ASPECT,
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const box = view.box(node)
    if (box !== null && boxProblem(box) !== null) found.push(finding(node, ''))
  },
  explain(view, { node }) {
    const box = view.box(node!)
    return {
      message: `the box of ${nameOf(node!)} should be ${boxProblem(box) ?? 'valid'}, but is [${box?.join(', ')}]`,
      path: '',
      suggestions: [],
    }
  },
}
