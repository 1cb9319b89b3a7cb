import { tokensOf } from '../../document/blueprint.ts'
import { checkComponent, checkTokens } from '../../document/component-check.ts'
import type { CheckContext, FaultSink } from '../../document/component-check.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule } from '../rule.ts'
import { nameOf } from '../view.ts'
import type { DocumentView } from '../view.ts'

/**
 * What a component and the theme hold is of the kinds that the native document's table says. Boxes have a rule of their own;
 * no step writes unknown keys, so they are as they were when the document was validated.
 */
export const schema: ComponentRule = {
  name: 'schema',
  scope: 'component',
  reads: aspects('look', 'text', 'rest'),
  passesOn: NO_ASPECT,
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    lookAt(view, node, (code, path) => {
      if (code !== 'box-invalid') found.push(finding(node, path))
    })
  },
  checkTheme(view, found) {
    lookAt(view, null, (_code, path) => found.push(finding(null, path)))
  },
  explain(view, { node, detail }) {
    let message = `${node === null ? 'the theme' : nameOf(node)}: ${detail.slice(1)} does not match the schema`
    lookAt(view, node, (_code, path, expected, got) => {
      if (path === detail)
        message = `${node === null ? 'the theme' : nameOf(node)}: expected ${path.slice(1)} to be ${expected}, got ${got}`
    })
    return { message, path: node === null ? `/tokens${detail}` : detail, suggestions: [] }
  },
}

function lookAt(view: DocumentView, node: TreeNode | null, report: FaultSink): void {
  const context: CheckContext = {
    maxDepth: 0,
    maxTextLength: Infinity,
    budget: { left: 0 },
    unknownKeys: 'trust',
    report,
  }
  if (node !== null) {
    checkComponent(view.component(node), context)
    return
  }
  const tokens = tokensOf(view.blueprint)
  if (tokens !== undefined) checkTokens(tokens, context)
}
