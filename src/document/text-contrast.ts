import { textOf } from './blueprint.ts'
import type { Blueprint, Component } from './blueprint.ts'
import { contrastRatio } from './color.ts'
import type { ParsedColor } from './color.ts'
import type { Variant } from './look-table.ts'
import {
  storedBackground,
  storedFontSize,
  storedFontWeight,
  storedGradient,
  storedHidden,
  storedPrice,
  storedTextColor,
} from './stored-look.ts'
import { numberOf } from './transaction.ts'
import type { TreeNode } from './tree-node.ts'
import { bareText, fadeGroup, OPAQUE, paintOver } from './compositing.ts'
import type { Pixels } from './compositing.ts'
import { backgroundsOf, colorOf, isSet, opacityOf } from './layer-colors.ts'
import { inVariant, variantsOf } from './variants.ts'

/**
 * The contrast of a component's text with what is behind it. `exempt`: there is no text, or it is not visible.
 * `unknown`: its colour, or what is behind it, is not stated.
 */
export type TextContrast =
  | { readonly kind: 'exempt' }
  | { readonly kind: 'unknown'; readonly missing: 'text color' | 'background' }
  | { readonly kind: 'known'; readonly ratio: number; readonly limit: number }

/** A document as far as the contrast of a text depends on it. */
export interface LayerView {
  readonly blueprint: Blueprint
  component(node: TreeNode): Component
  parent(node: TreeNode): TreeNode | null
}

/** WCAG 2.2 SC 1.4.3: normal text, and large text. */
const NORMAL_LIMIT = 4.5
const LARGE_LIMIT = 3
/** Large is 18 pt, or 14 pt bold; 1 pt is 4/3 px. */
const LARGE_PX = 24
const LARGE_BOLD_PX = 18.66
const BOLD = 700
/** What a browser takes where nothing is said. */
const DEFAULT_PX = 16

const EXEMPT: TextContrast = { kind: 'exempt' }
const NO_TEXT_COLOR: TextContrast = { kind: 'unknown', missing: 'text color' }
const NO_BACKGROUND: TextContrast = { kind: 'unknown', missing: 'background' }

/**
 * Computes the contrast ratio of WCAG 2.2 for the text of a component, the worst place of a gradient. The background is the
 * nearest one of the component and those that hold it; alpha and opacity are composited (source-over, W3C Compositing and
 * Blending Level 1, section 5.1), each `opacity` for its whole group. O(depth x gradient stops).
 *
 * @param textColor the colour to try in place of the component's own
 * @param variant the state or device in which it is looked at, with all that hold it; default: the base look
 */
export function contrastOf(
  documentView: LayerView,
  node: TreeNode,
  textColor?: ParsedColor,
  variant: Variant | null = null,
): TextContrast {
  const view = variant === null ? documentView : viewIn(documentView, variant)
  const component = view.component(node)
  if (!showsText(component)) return EXEMPT
  const color = textColor ?? colorOf(view.blueprint, storedTextColor(component))
  if (color === null) return isOutOfSightFrom(view, node) ? EXEMPT : NO_TEXT_COLOR
  if (color.alpha === 1) {
    const plain = plainContrastOf(view, node, color)
    if (plain !== null) return plain
  }
  let pixels: readonly Pixels[] | null = bareText(color)
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const layer = at === node ? component : view.component(at)
    if (storedHidden(layer) === true) return EXEMPT
    const opacity = opacityOf(layer)
    if (opacity === 0) return EXEMPT
    if (pixels === null) continue
    pixels = paintOver(pixels, backgroundsOf(view.blueprint, layer))
    if (pixels !== null && opacity < 1) pixels = fadeGroup(pixels, opacity)
  }
  if (color.alpha === 0) return EXEMPT
  if (pixels === null) return NO_BACKGROUND
  let ratio = Infinity
  for (const { text, behind } of pixels) {
    if (behind.alpha < OPAQUE) return NO_BACKGROUND
    ratio = Math.min(ratio, contrastRatio(text, behind))
  }
  return { kind: 'known', ratio, limit: limitOf(component) }
}

function viewIn(view: LayerView, variant: Variant): LayerView {
  return {
    blueprint: view.blueprint,
    component: (node) => inVariant(view.component(node), variant),
    parent: (node) => view.parent(node),
  }
}

/** The states and devices in which a component or one that holds it looks otherwise; null where there are none. O(depth). */
export function variantsAround(view: LayerView, node: TreeNode): ReadonlySet<Variant> | null {
  let found: Set<Variant> | null = null
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const own = variantsOf(view.component(at))
    if (own === null) continue
    found ??= new Set()
    for (const variant of own) found.add(variant)
  }
  return found
}

/**
 * The same where nothing shows through: an opaque colour on an opaque one. That is nearly always so, and a tenth of the work.
 * Null where it is not.
 */
function plainContrastOf(view: LayerView, node: TreeNode, color: ParsedColor): TextContrast | null {
  let behind: ParsedColor | null = null
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const layer = view.component(at)
    if (storedHidden(layer) === true) return EXEMPT
    if (opacityOf(layer) !== 1) return null
    if (behind !== null) continue
    if (isSet(storedGradient(layer))) return null
    const background = storedBackground(layer)
    if (!isSet(background)) continue
    behind = colorOf(view.blueprint, background)
    if (behind === null || behind.alpha !== 1) return null
  }
  if (behind === null) return NO_BACKGROUND
  const [dark, light] = color.luminance < behind.luminance ? [color, behind] : [behind, color]
  return {
    kind: 'known',
    ratio: (light.luminance + 0.05) / (dark.luminance + 0.05),
    limit: limitOf(view.component(node)),
  }
}

/** The ratio that WCAG 2.2 SC 1.4.3 asks of a component's text: 3 for large text, else 4.5. */
function limitOf(component: Component): number {
  const size = numberOf(storedFontSize(component)) ?? DEFAULT_PX
  if (size >= LARGE_PX) return LARGE_LIMIT
  if (size < LARGE_BOLD_PX) return NORMAL_LIMIT
  const weight = numberOf(storedFontWeight(component)) ?? 0
  return weight >= BOLD ? LARGE_LIMIT : NORMAL_LIMIT
}

function showsText(component: Component): boolean {
  return isVisibleText(textOf(component)) || isVisibleText(storedPrice(component))
}

/** Whether a text or price is something to be read. */
export function isVisibleText(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' && value.trim() !== '' : typeof value === 'number'
}

function isOutOfSightFrom(view: LayerView, node: TreeNode): boolean {
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const component = view.component(at)
    if (storedHidden(component) === true || opacityOf(component) === 0) return true
  }
  return false
}
