import { readProperty, textOf } from '../document/blueprint.ts'
import type { Blueprint, Component } from '../document/blueprint.ts'
import { contrastRatio, parseColor } from '../document/color.ts'
import type { ParsedColor } from '../document/color.ts'
import { referencedToken, resolveToken } from '../document/token-reference.ts'
import { numberOf } from '../document/transaction.ts'
import type { TreeNode } from '../document/tree-node.ts'
import { aspects } from './aspects.ts'
import type { AspectMask } from './aspects.ts'
import { isHidden } from './visibility.ts'
import type { DocumentView } from './view.ts'

/**
 * The contrast of a component's text with what is behind it. `exempt`: there is no text, or it is not visible.
 * `unknown`: its colour, or what is behind it, is not stated.
 */
export type TextContrast =
  | { readonly kind: 'exempt' }
  | { readonly kind: 'unknown'; readonly missing: 'text color' | 'background' }
  | { readonly kind: 'known'; readonly ratio: number; readonly limit: number }

/** What the backgrounds behind a text depend on, in the component itself and in those that hold it. */
export const BEHIND: AspectMask = aspects('background', 'gradient', 'opacity', 'hidden', 'place')

/** What the contrast of a component's text depends on. */
export const CONTRAST_READS: AspectMask =
  BEHIND | aspects('text', 'price', 'textColor', 'fontSize', 'fontWeight')

/** WCAG 2.2 SC 1.4.3: normal text, and large text. */
const NORMAL_LIMIT = 4.5
const LARGE_LIMIT = 3
/** Large is 18 pt, or 14 pt bold; 1 pt is 4/3 px. */
const LARGE_PX = 24
const LARGE_BOLD_PX = 18.66
const BOLD = 700
/** What a browser takes where nothing is said. */
const DEFAULT_PX = 16

/** Gradients over gradients multiply the colours that may meet; beyond this nobody knows. */
const MAX_BACKDROPS = 256
/** Alpha above which a layer counts as opaque: below one step of eight bits. */
const OPAQUE = 1 - 1 / 512

const EXEMPT: TextContrast = { kind: 'exempt' }
const NO_TEXT_COLOR: TextContrast = { kind: 'unknown', missing: 'text color' }
const NO_BACKGROUND: TextContrast = { kind: 'unknown', missing: 'background' }

/** A pixel of the text and one beside it, as painted so far: premultiplied by alpha. */
interface Pixels {
  readonly text: Premultiplied
  readonly behind: Premultiplied
}

interface Premultiplied {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

const CLEAR: Premultiplied = { r: 0, g: 0, b: 0, alpha: 0 }

/**
 * Computes the contrast ratio of WCAG 2.2 for the text of a component, the worst place of a gradient. The background is the
 * nearest one of the component and those that hold it; alpha and opacity are composited (source-over, W3C Compositing and
 * Blending Level 1, section 5.1), each `opacity` for its whole group. O(depth x gradient stops).
 *
 * @param textColor the colour to try in place of the component's own
 */
export function contrastOf(view: DocumentView, node: TreeNode, textColor?: ParsedColor): TextContrast {
  const component = view.component(node)
  if (!showsText(component)) return EXEMPT
  const color = textColor ?? colorOf(view.blueprint, readProperty(component, 'textColor'))
  if (color === null) return isOutOfSightFrom(view, node) ? EXEMPT : NO_TEXT_COLOR
  if (color.alpha === 1) {
    const plain = plainContrastOf(view, node, color)
    if (plain !== null) return plain
  }
  let pixels: readonly Pixels[] | null = [{ text: premultiply(color), behind: CLEAR }]
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const layer = at === node ? component : view.component(at)
    if (isHidden(layer)) return EXEMPT
    const opacity = opacityOf(layer)
    if (opacity === 0) return EXEMPT
    if (pixels === null) continue
    pixels = paintOver(pixels, backgroundsOf(view.blueprint, layer))
    if (pixels !== null && opacity < 1)
      pixels = pixels.map(({ text, behind }) => ({
        text: fade(text, opacity),
        behind: fade(behind, opacity),
      }))
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

/**
 * The same where nothing shows through: an opaque colour on an opaque one. That is nearly always so, and a tenth of the work.
 * Null where it is not.
 */
function plainContrastOf(view: DocumentView, node: TreeNode, color: ParsedColor): TextContrast | null {
  let behind: ParsedColor | null = null
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const layer = view.component(at)
    if (isHidden(layer)) return EXEMPT
    if (opacityOf(layer) !== 1) return null
    if (behind !== null) continue
    if (isSet(readProperty(layer, 'gradient'))) return null
    const background = readProperty(layer, 'background')
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
export function limitOf(component: Component): number {
  const size = numberOf(readProperty(component, 'fontSize')) ?? DEFAULT_PX
  if (size >= LARGE_PX) return LARGE_LIMIT
  if (size < LARGE_BOLD_PX) return NORMAL_LIMIT
  const weight = numberOf(readProperty(component, 'fontWeight')) ?? 0
  return weight >= BOLD ? LARGE_LIMIT : NORMAL_LIMIT
}

function showsText(component: Component): boolean {
  return isVisibleText(textOf(component)) || isVisibleText(readProperty(component, 'price'))
}

function isVisibleText(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' && value.trim() !== '' : typeof value === 'number'
}

function isOutOfSightFrom(view: DocumentView, node: TreeNode): boolean {
  for (let at: TreeNode | null = node; at !== null; at = view.parent(at)) {
    const component = view.component(at)
    if (isHidden(component) || opacityOf(component) === 0) return true
  }
  return false
}

function opacityOf(component: Component): number {
  const value = readProperty(component, 'opacity')
  if (value === undefined || value === null || value === 1) return 1
  const share =
    typeof value === 'string' && value.endsWith('%')
      ? (numberOf(value.slice(0, -1)) ?? 100) / 100
      : numberOf(value)
  return share === undefined ? 1 : Math.min(1, Math.max(0, share))
}

/** The colours that a component's own background shows, from the top layer down: one entry a layer; null where it cannot be told. */
function backgroundsOf(
  blueprint: Blueprint,
  component: Component,
): readonly (readonly ParsedColor[])[] | null {
  const background = readProperty(component, 'background')
  const gradient = readProperty(component, 'gradient')
  if (!isSet(background) && !isSet(gradient)) return NONE
  const layers: ParsedColor[][] = []
  if (isSet(gradient)) {
    const stops = stopsOf(blueprint, gradient)
    if (stops === null) return null
    if (stops.length > 0) layers.push(stops)
  }
  if (isSet(background)) {
    const color = colorOf(blueprint, background)
    if (color === null) return null
    layers.push([color])
  }
  return layers
}

const NONE: readonly (readonly ParsedColor[])[] = []

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}

function stopsOf(blueprint: Blueprint, gradient: unknown): ParsedColor[] | null {
  // Validation and the schema rule know that a gradient has stops; a view may hold a document from before them.
  const { stops } = gradient as { readonly stops?: unknown }
  if (!Array.isArray(stops)) return null
  const colors: ParsedColor[] = []
  for (const stop of stops) {
    const color = colorOf(blueprint, stop)
    if (color === null) return null
    colors.push(color)
  }
  return colors
}

/** A colour, or the token that a text names; null where it is neither. */
function colorOf(blueprint: Blueprint, value: unknown): ParsedColor | null {
  if (typeof value !== 'string') return null
  const parsed = parseColor(value)
  if (parsed !== null) return parsed
  const path = referencedToken(value)
  if (path === null) return null
  const token = resolveToken(blueprint, path)
  return typeof token === 'string' ? parseColor(token) : null
}

/** What was painted so far over the layers below it; null where a layer that shows through is not known. */
function paintOver(
  pixels: readonly Pixels[],
  layers: readonly (readonly ParsedColor[])[] | null,
): readonly Pixels[] | null {
  if (layers === null) return pixels.every((pixel) => pixel.behind.alpha >= OPAQUE) ? pixels : null
  let painted = pixels
  for (const colors of layers) {
    if (painted.every((pixel) => pixel.text.alpha === 1 && pixel.behind.alpha === 1)) return painted
    if (painted.length > 1 && painted.length * colors.length > MAX_BACKDROPS) return null
    painted = painted.flatMap((pixel) => colors.map((color) => over(pixel, color)))
  }
  return painted
}

function over({ text, behind }: Pixels, color: ParsedColor): Pixels {
  const base = premultiply(color)
  return { text: sourceOver(text, base), behind: sourceOver(behind, base) }
}

function sourceOver(top: Premultiplied, base: Premultiplied): Premultiplied {
  const rest = 1 - top.alpha
  return {
    r: top.r + base.r * rest,
    g: top.g + base.g * rest,
    b: top.b + base.b * rest,
    alpha: top.alpha + base.alpha * rest,
  }
}

function premultiply({ r, g, b, alpha }: ParsedColor): Premultiplied {
  return alpha === 1 ? { r, g, b, alpha } : { r: r * alpha, g: g * alpha, b: b * alpha, alpha }
}

function fade({ r, g, b, alpha }: Premultiplied, opacity: number): Premultiplied {
  return { r: r * opacity, g: g * opacity, b: b * opacity, alpha: alpha * opacity }
}
