import { isTextLike, readProperty, roleOf, textOf, typeOf } from '../../document/blueprint.ts'
import type { ParsedColor } from '../../document/color.ts'
import { chromaAndHue, colorDifference, lightness, parseColor } from '../../document/color.ts'
import type { AnyProperty, PropertyName } from '../../document/native-table.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { Filter } from '../reference.ts'
import { nameScore } from './match-names.ts'

/** Whether a component is as the adjective says. */
export function passes(node: TreeNode, filter: Filter): boolean {
  switch (filter.kind) {
    case 'color':
      return colorsOf(node, filter.on).some((color) => resembles(color, parseColor(filter.hex)!))
    case 'shade': {
      const color =
        colorsOf(node, 'background')[0] ??
        (isTextLike(node.component) ? colorsOf(node, 'text')[0] : undefined)
      if (color === undefined) return false
      return filter.shade === 'dark' ? lightness(color) < 0.5 : lightness(color) >= 0.7
    }
    case 'size':
      return true
    case 'state':
      return hasState(node, filter.state) !== filter.negated
    case 'style': {
      const value =
        node.edits?.get(filter.style.property) ?? readProperty(node.component, filter.style.property)
      if (filter.style.property === 'fontWeight') return (numberOf(value) ?? 400) >= 600
      if (filter.style.property === 'borderRadius')
        return filter.style.value === 0 ? (numberOf(value) ?? 0) === 0 : (numberOf(value) ?? 0) > 0
      return value === filter.style.value
    }
    case 'holds':
      // Told by what its phrase means, which narrowing has found.
      return true
    case 'has':
      return has(node, filter) !== filter.negated
  }
}

/** The component whose colour is clearly nearer to the named one than that of any other; null where none is. */
export function closestColor(
  nodes: readonly TreeNode[],
  filter: Extract<Filter, { kind: 'color' }>,
): TreeNode | null {
  const named = parseColor(filter.hex)!
  const ranked = nodes
    .map((node) => ({
      node,
      far: Math.min(...colorsOf(node, filter.on).map((color) => colorDifference(color, named))),
    }))
    .sort((a, b) => a.far - b.far)
  const [first, second] = ranked
  return first !== undefined && second !== undefined && first.far < second.far * 0.6 ? first.node : null
}

function colorsOf(node: TreeNode, on: 'any' | 'text' | 'background' | 'border'): ParsedColor[] {
  const names: readonly PropertyName[] =
    on === 'text'
      ? ['textColor']
      : on === 'border'
        ? ['borderColor']
        : on === 'background'
          ? ['background']
          : isTextLike(node.component)
            ? ['textColor', 'background']
            : ['background']
  const colors: ParsedColor[] = []
  for (const name of names) {
    const value = node.edits?.get(name) ?? readProperty(node.component, name)
    const color = typeof value === 'string' ? parseColor(value) : null
    if (color !== null && color.alpha > 0) colors.push(color)
  }
  return colors
}

/**
 * Colours that people call by the same name: equal, or alike in OKLCH hue, or both without hue and alike in lightness. From
 * violet to magenta one name, purple, reaches further than others do.
 */
function resembles(color: ParsedColor, named: ParsedColor): boolean {
  if (color.hex === named.hex) return true
  const a = chromaAndHue(color)
  const b = chromaAndHue(named)
  const isGrey = a.chroma < 0.035
  if (b.chroma < 0.02)
    return (
      a.chroma < 0.05 &&
      Math.abs(lightness(color) - lightness(named)) <
        (lightness(named) > 0.95 || lightness(named) < 0.1 ? 0.15 : 0.3)
    )
  if (isGrey || a.hue === undefined || b.hue === undefined) return false
  const turn = Math.abs(a.hue - b.hue) % 360
  const close = Math.min(turn, 360 - turn)
  return (
    close < (b.hue > 280 && b.hue < 345 ? 48 : 35) && Math.abs(lightness(color) - lightness(named)) < 0.45
  )
}

function hasState(node: TreeNode, state: Extract<Filter, { kind: 'state' }>['state']): boolean {
  const hidden = (node.edits?.get('hidden') ?? readProperty(node.component, 'hidden')) === true
  switch (state) {
    case 'hidden':
      return hidden
    case 'visible':
      return !hidden
    case 'empty':
      return (textOf(node.component) ?? '') === '' && node.children.length === 0
    case 'filled':
      return (textOf(node.component) ?? '') !== ''
    case 'disabled':
      return nameScore(node, ['disabled']) > 0
    case 'outlined':
      return hasProperty(node, 'border')
  }
}

/** "with an image", "without a price", "with parking". */
function has(node: TreeNode, filter: Extract<Filter, { kind: 'has' }>): boolean {
  if (filter.property !== null && hasProperty(node, filter.property)) return true
  if (filter.types !== null) {
    const types = filter.types[0]!
    if (node.children.some((child) => isOneOf(child, types) || has(child, filter))) return true
    return false
  }
  if (filter.words.length === 0) return false
  if (nameScore(node, filter.words) >= 0.6) return true
  return node.children.some((child) => has(child, filter))
}

/** A price is a text whose role says so. */
function isOneOf({ component }: TreeNode, types: readonly string[]): boolean {
  return types.includes(typeOf(component)) || types.includes(roleOf(component) ?? '')
}

function hasProperty(
  node: TreeNode,
  property: NonNullable<Extract<Filter, { kind: 'has' }>['property']>,
): boolean {
  const read = (name: AnyProperty): unknown => node.edits?.get(name) ?? readProperty(node.component, name)
  switch (property) {
    case 'border':
      return (numberOf(read('borderWidth')) ?? 0) > 0
    case 'shadow':
      return typeof read('shadow') === 'string' && read('shadow') !== 'none'
    case 'textDecoration':
      return typeof read('textDecoration') === 'string' && read('textDecoration') !== 'none'
    case 'spacing':
      return (numberOf(read('padding')) ?? 0) > 0
    case 'font':
      return read('fontFamily') !== undefined
    case 'color':
      return read('background') !== undefined || read('textColor') !== undefined
    case 'size':
    case 'dimensions':
    case 'position':
    case 'between':
      return node.box !== null
    default: {
      const value = read(property)
      return value !== undefined && value !== null && value !== '' && value !== 0
    }
  }
}
