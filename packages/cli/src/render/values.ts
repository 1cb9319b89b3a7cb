import { unreachable, isJsonObject } from 'blueprint-command-engine/base'
import { properties, tokens } from 'blueprint-command-engine/document'
import type { ValueKind } from 'blueprint-command-engine/document'
import type { PropertyName, TokenName } from 'blueprint-command-engine'
import { round } from './outline.ts'
import type { Palette } from './palette.ts'
import { cut, printable, quoted } from './printable.ts'

export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(properties, name)
}

export function isTokenName(name: string): name is TokenName {
  return Object.hasOwn(tokens, name)
}

/** A property's value in words: `132 px`, `#FF0000`, `hidden`; `not set` where it is absent. */
export function propertyValue(palette: Palette, name: PropertyName, value: unknown): string {
  if (name === 'hidden') return value === true ? 'hidden' : 'shown'
  return valueText(palette, properties[name].kind, value)
}

export function tokenValue(palette: Palette, name: TokenName, value: unknown): string {
  return valueText(palette, tokens[name].kind, value)
}

function valueText(palette: Palette, kind: ValueKind, value: unknown): string {
  if (value === undefined || value === null) return 'not set'
  switch (kind) {
    case 'color':
      return typeof value === 'string' ? withSwatch(palette, value) : plain(value)
    case 'length':
      return typeof value === 'number' ? `${round(value)} px` : plain(value)
    case 'text':
      return typeof value === 'string' ? quoted(value) : plain(value)
    case 'gradient':
      return gradientText(palette, value)
    case 'border':
    case 'looks':
      return partsText(value)
    case 'ratio':
    case 'weight':
    case 'keyword':
    case 'flag':
    case 'number':
      return plain(value)
    default:
      return unreachable(kind)
  }
}

function withSwatch(palette: Palette, color: string): string {
  const swatch = palette.swatch(color)
  const text = cut(printable(color), 40)
  return swatch === '' ? text : `${text} ${swatch}`
}

/** The parts of a value that has some, by name: "width 1, color #FF0000". */
function partsText(value: unknown): string {
  if (!isJsonObject(value)) return plain(value)
  const parts = Object.entries(value).map(
    ([name, part]) => `${plain(name)} ${isJsonObject(part) ? `(${partsText(part)})` : plain(part)}`,
  )
  return cut(parts.join(', '), 80)
}

function gradientText(palette: Palette, value: unknown): string {
  if (!isJsonObject(value) || !Array.isArray(value['stops'])) return plain(value)
  const stops = (value['stops'] as readonly unknown[]).map((stop) => withSwatch(palette, String(stop)))
  return `${plain(value['type'])} ${plain(value['angle'])}° ${stops.join(' to ')}`
}

/** Any JSON value on one line. */
export function plain(value: unknown, maxLength = 60): string {
  if (typeof value === 'number') return round(value)
  if (typeof value === 'string') return cut(printable(value), maxLength)
  return cut(printable(JSON.stringify(value) ?? 'not set'), maxLength)
}
