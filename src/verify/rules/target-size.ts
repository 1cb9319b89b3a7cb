import { isTextLike, readProperty, roleOf, typeOf } from '../../document/blueprint.ts'
import type { Component } from '../../document/blueprint.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { aspects } from '../aspects.ts'
import { finding } from '../rule.ts'
import type { ComponentRule, Finding } from '../rule.ts'
import { isOutOfSight } from '../visibility.ts'
import { nameOf } from '../view.ts'
import type { DocumentView } from '../view.ts'

/** Types that people press or type into. */
const INTERACTIVE: ReadonlySet<string> = new Set([
  'button',
  'cta',
  'link',
  'input',
  'textarea',
  'checkbox',
  'radio',
  'switch',
  'select',
  'search',
  'tabs',
])

/** WCAG 2.2 SC 2.5.8, in px. */
const MIN_TARGET = 24
/** Spec: "a button or role cta not below 44 px high". */
const MIN_BUTTON_HEIGHT = 44

/**
 * What people press is large enough: 24 x 24 px, and buttons and calls to action 44 px high. Links inside running text are
 * exempt, as in the source; its exception for undersized targets with room around them is not used.
 * Source: WCAG 2.2, success criterion 2.5.8 Target Size (Minimum).
 */
export const targetSize: ComponentRule = {
  name: 'target-size',
  scope: 'subtree',
  reads: aspects('box', 'width', 'height', 'hidden', 'place', 'href', 'rest'),
  // The type of what holds a link says whether it stands in running text.
  passesOn: aspects('hidden', 'place', 'rest'),
  readsTheme: false,
  peers: 'itself',
  tolerance: 0,
  check(view, node, found) {
    const component = view.component(node)
    if (!isTarget(component)) return
    const before = found.length
    checkSide(component, node, 'height', found)
    checkSide(component, node, 'width', found)
    if (found.length > before && (isInlineLink(view, node) || isOutOfSight(view, node))) found.length = before
  },
  explain(view, { node, detail }) {
    const component = view.component(node!)
    const side = detail as 'width' | 'height'
    const least = leastOf(component, side)
    const size = numberOf(readProperty(component, side))
    const source = least === MIN_TARGET ? 'WCAG 2.2, 2.5.8' : 'buttons and calls to action'
    return {
      message: `${nameOf(node!)} is ${size} px ${side === 'height' ? 'high' : 'wide'}, below ${least} px (${source})`,
      path: '',
      suggestions: [`make ${nameOf(node!)} ${least}px ${side === 'height' ? 'tall' : 'wide'}`],
    }
  },
}

function checkSide(component: Component, node: TreeNode, side: 'width' | 'height', found: Finding[]): void {
  const size = numberOf(readProperty(component, side))
  if (size !== undefined && size < leastOf(component, side)) found.push(finding(node, side, -size))
}

function leastOf(component: Component, side: 'width' | 'height'): number {
  return side === 'height' && isButton(component) ? MIN_BUTTON_HEIGHT : MIN_TARGET
}

function isButton(component: Component): boolean {
  const type = typeOf(component)
  return type === 'button' || type === 'cta' || roleOf(component) === 'cta'
}

/** An image, icon or card is a target where it leads somewhere. */
function isTarget(component: Component): boolean {
  if (INTERACTIVE.has(typeOf(component)) || roleOf(component) === 'cta') return true
  const href = readProperty(component, 'href')
  return typeof href === 'string' && href !== ''
}

function isInlineLink(view: DocumentView, node: TreeNode): boolean {
  const parent = view.parent(node)
  return parent !== null && typeOf(view.component(node)) === 'link' && isTextLike(view.component(parent))
}
