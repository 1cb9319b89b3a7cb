import type { Blueprint, Component } from './blueprint.ts'
import { parseColor } from './color.ts'
import type { ParsedColor } from './color.ts'
import { storedBackground, storedGradient, storedOpacity } from './stored-look.ts'
import { referencedToken, resolveToken } from './token-reference.ts'
import { numberOf } from './transaction.ts'

/** How much of a component is seen, 0..1. */
export function opacityOf(component: Component): number {
  const value = storedOpacity(component)
  if (value === undefined || value === null || value === 1) return 1
  const share =
    typeof value === 'string' && value.endsWith('%')
      ? (numberOf(value.slice(0, -1)) ?? 100) / 100
      : numberOf(value)
  return share === undefined ? 1 : Math.min(1, Math.max(0, share))
}

/** The colours that a component's own background shows, from the top layer down: one entry a layer; null where it cannot be told. */
export function backgroundsOf(
  blueprint: Blueprint,
  component: Component,
): readonly (readonly ParsedColor[])[] | null {
  const background = storedBackground(component)
  const gradient = storedGradient(component)
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

/** Null counts as absent. */
export function isSet(value: unknown): boolean {
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
export function colorOf(blueprint: Blueprint, value: unknown): ParsedColor | null {
  if (typeof value !== 'string') return null
  const parsed = parseColor(value)
  if (parsed !== null) return parsed
  const path = referencedToken(value)
  if (path === null) return null
  const token = resolveToken(blueprint, path)
  return typeof token === 'string' ? parseColor(token) : null
}
