import { isJsonObject } from '../../base/json.ts'
import { readProperty } from '../../document/blueprint.ts'
import type { Component } from '../../document/blueprint.ts'
import { parseColor } from '../../document/color.ts'
import { forEachToken, referencedToken } from '../../document/token-reference.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { onlyIn, variantsOf } from '../../document/variants.ts'
import { aspects, NO_ASPECT } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule, Finding } from '../rule.ts'
import { nameOf } from '../view.ts'

const COLORS = ['background', 'textColor', 'borderColor', 'placeholderColor'] as const

const BORDERS = ['borderTop', 'borderRight', 'borderBottom', 'borderLeft'] as const

/** Words of CSS that stand for a colour without naming one (CSS Color 4, section 6.3; CSS Cascade 5, section 7.3). */
const COLOR_KEYWORDS: ReadonlySet<string> = new Set([
  'currentcolor',
  'inherit',
  'initial',
  'unset',
  'revert',
  'revert-layer',
  'none',
])

/** Every colour, in the look, in gradients and in the theme, can be read: any CSS syntax, or a reference to a token. */
export const colorSyntax: ComponentRule = {
  name: 'color-syntax',
  scope: 'component',
  reads: aspects('look'),
  passesOn: NO_ASPECT,
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const component = view.component(node)
    checkLook(node, component, '', found)
    for (const variant of variantsOf(component) ?? [])
      checkLook(node, onlyIn(component, variant), `${variant}:`, found)
  },
  checkTheme(view, found) {
    forEachToken(view.blueprint, (path, kind, value) => {
      if (kind === 'color') look(null, path, value, found)
    })
  },
  explain(_view, { node, detail }) {
    const at = detail.indexOf(' ')
    const where =
      node === null ? `the token ${detail.slice(0, at)}` : `the ${detail.slice(0, at)} of ${nameOf(node)}`
    return {
      message: `${where} is not a color: ${JSON.stringify(detail.slice(at + 1))}`,
      path: '',
      suggestions: [],
    }
  },
}

function checkLook(node: TreeNode, component: Component, prefix: string, found: Finding[]): void {
  for (const name of COLORS) look(node, prefix + name, readProperty(component, name), found)
  for (const name of BORDERS) {
    const side = readProperty(component, name)
    if (isJsonObject(side)) look(node, prefix + name, side['color'], found)
  }
  const gradient = readProperty(component, 'gradient')
  // The schema rule speaks of gradients that are none.
  const stops = isJsonObject(gradient) ? gradient['stops'] : null
  if (Array.isArray(stops))
    for (const stop of new Set<unknown>(stops)) look(node, `${prefix}gradient`, stop, found)
}

function look(node: TreeNode | null, name: string, value: unknown, found: Finding[]): void {
  // Other types are the schema rule's to find.
  if (typeof value !== 'string' || parseColor(value) !== null) return
  if (referencedToken(value) === null && !COLOR_KEYWORDS.has(value.trim().toLowerCase()))
    found.push(finding(node, `${name} ${value}`))
}
