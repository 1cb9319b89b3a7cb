import { describe, isJsonObject, own } from '../base/json.ts'
import { fail, ok } from '../base/result.ts'
import type { Result } from '../base/result.ts'
import type { StyleValue } from '../command/step.ts'
import { propertySpec } from '../document/blueprint.ts'
import { parseColor } from '../document/color.ts'
import type { BorderSide, Gradient, PropertyName } from '../document/native-table.ts'
import { numberOf } from '../document/transaction.ts'
import { isCssShadow } from './css-shadow.ts'

/** No length, size or position on a screen is further from 0. */
export const MAX_PX = 1_000_000

/** Numbers that a property may not leave; open where a bound is missing. */
const ranges: { readonly [K in PropertyName]?: { readonly least: number; readonly most: number } } = {
  padding: { least: 0, most: MAX_PX },
  margin: { least: 0, most: MAX_PX },
  gap: { least: 0, most: MAX_PX },
  borderWidth: { least: 0, most: MAX_PX },
  borderRadius: { least: 0, most: MAX_PX },
  fontSize: { least: 1, most: MAX_PX },
  fontWeight: { least: 100, most: 900 },
  lineHeight: { least: 0.1, most: MAX_PX },
  scale: { least: 0.01, most: 1000 },
  opacity: { least: 0, most: 1 },
  width: { least: 1, most: MAX_PX },
  height: { least: 1, most: MAX_PX },
  columns: { least: 1, most: 100 },
  paddingTop: { least: 0, most: MAX_PX },
  paddingRight: { least: 0, most: MAX_PX },
  paddingBottom: { least: 0, most: MAX_PX },
  paddingLeft: { least: 0, most: MAX_PX },
  marginTop: { least: 0, most: MAX_PX },
  marginRight: { least: 0, most: MAX_PX },
  marginBottom: { least: 0, most: MAX_PX },
  marginLeft: { least: 0, most: MAX_PX },
}

const OPEN_RANGE = { least: -MAX_PX, most: MAX_PX }

export function rangeOf(property: PropertyName): { readonly least: number; readonly most: number } {
  return ranges[property] ?? OPEN_RANGE
}

const BORDER_STYLES = [
  'none',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
  'hidden',
]

/** The words that a keyword property may hold; any text where it is not listed. */
const keywords: { readonly [K in PropertyName]?: readonly string[] } = {
  fontStyle: ['normal', 'italic', 'oblique'],
  textAlign: ['left', 'center', 'right', 'justify'],
  textDecoration: ['none', 'underline', 'line-through', 'overline'],
  textTransform: ['none', 'uppercase', 'lowercase', 'capitalize'],
  borderStyle: BORDER_STYLES,
  shadow: ['none', 'sm', 'md', 'lg'],
  align: ['left', 'center', 'right'],
  layout: ['row', 'column', 'grid'],
  positioning: ['static', 'sticky', 'fixed'],
  pin: ['top left', 'top', 'top right', 'left', 'center', 'right', 'bottom left', 'bottom', 'bottom right'],
  verticalAlign: ['top', 'middle', 'bottom'],
  placeholderStyle: ['normal', 'italic', 'oblique'],
}

/**
 * A value as the document keeps it: colours as upper-case hex, pixel lengths as numbers; undefined takes the property
 * away. The error says what was expected.
 */
export function storedValue(property: PropertyName, value: unknown): Result<unknown, string> {
  const { kind } = propertySpec(property)
  if (value === null)
    return ok(kind === 'text' && propertySpec(property).home === 'component' ? null : undefined)
  switch (kind) {
    case 'color':
      return storedColor(value)
    case 'text':
      return typeof value === 'string' ? ok(value) : fail(`expected a string, got ${describe(value)}`)
    case 'flag':
      return typeof value === 'boolean' ? ok(value) : fail(`expected true or false, got ${describe(value)}`)
    case 'keyword':
      return storedKeyword(property, value)
    case 'gradient':
      return storedGradient(value)
    case 'border':
      return storedBorder(value)
    case 'looks':
      return fail('expected a property of a look, with the state or device as `variant`')
    case 'weight':
      if (value === 'normal' || value === 'bold') return ok(value)
      return storedNumber(property, value)
    default:
      return storedNumber(property, value)
  }
}

export function storedColor(value: unknown): Result<string, string> {
  const color = typeof value === 'string' ? parseColor(value) : null
  return color === null ? fail(`expected a color, got ${describe(value)}`) : ok(color.hex)
}

function storedKeyword(property: PropertyName, value: unknown): Result<string, string> {
  const allowed = keywords[property]
  if (typeof value === 'string' && value !== '' && (allowed === undefined || allowed.includes(value)))
    return ok(value)
  if (property === 'shadow' && typeof value === 'string' && isCssShadow(value)) return ok(value.trim())
  return fail(
    `expected ${allowed === undefined ? 'a word' : `one of ${allowed.join(', ')}`}, got ${describe(value)}`,
  )
}

function storedNumber(property: PropertyName, value: unknown): Result<number, string> {
  const { least, most } = rangeOf(property)
  const number = value === 'normal' || value === 'bold' ? undefined : numberOf(value)
  if (number !== undefined && number >= least && number <= most) return ok(number)
  return fail(`expected a number from ${least} to ${most}, got ${describe(value)}`)
}

/** Properties of which a number beyond the greatest can only mean the greatest: "150% opacity", "font weight 1000". */
const MEANT_AT_MOST: ReadonlySet<PropertyName> = new Set(['opacity', 'fontWeight'])

/** The number that was surely meant by one out of range; any other value as it is. */
export function clampedValue(property: PropertyName, value: StyleValue): StyleValue {
  if (typeof value !== 'number' || !MEANT_AT_MOST.has(property)) return value
  return Math.min(rangeOf(property).most, value)
}

/** One side of a border, with as much of it as is said. */
function storedBorder(value: unknown): Result<BorderSide, string> {
  if (!isJsonObject(value)) return fail(`expected a border { width, style, color }, got ${describe(value)}`)
  const stored: { width?: number; style?: string; color?: string } = {}
  const [width, style, color] = [own(value, 'width'), own(value, 'style'), own(value, 'color')]
  if (width !== undefined) {
    const read = storedNumber('borderWidth', width)
    if (!read.ok) return read
    stored.width = read.value
  }
  if (style !== undefined) {
    const read = storedKeyword('borderStyle', style)
    if (!read.ok) return read
    stored.style = read.value
  }
  if (color !== undefined) {
    const read = storedColor(color)
    if (!read.ok) return read
    stored.color = read.value
  }
  return ok(stored)
}

function storedGradient(value: unknown): Result<Gradient, string> {
  if (!isJsonObject(value)) return fail(`expected a gradient, got ${describe(value)}`)
  const angle = own(value, 'angle') ?? 180
  const stops = own(value, 'stops')
  const type = own(value, 'type') ?? 'linear'
  if (type !== 'linear') return fail(`expected a linear gradient, got ${describe(type)}`)
  if (typeof angle !== 'number' || !Number.isFinite(angle))
    return fail(`expected an angle in degrees, got ${describe(angle)}`)
  if (!Array.isArray(stops) || stops.length < 2 || stops.length > MAX_STOPS)
    return fail(`expected 2 to ${MAX_STOPS} colors, got ${describe(stops)}`)
  const colors: string[] = []
  for (const stop of stops as readonly unknown[]) {
    const color = storedColor(stop)
    if (!color.ok) return color
    colors.push(color.value)
  }
  return ok({ type: 'linear', angle, stops: colors })
}

const MAX_STOPS = 16

/** Noise of floating-point arithmetic taken off: hundredths of a pixel, ten-thousandths of a ratio. */
export function roundFor(property: PropertyName, value: number): number {
  const { kind } = propertySpec(property)
  const unit = kind === 'ratio' || kind === 'number' ? 10_000 : 100
  return Math.round(value * unit) / unit
}
