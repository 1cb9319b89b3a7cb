import { isOwnProperty, properties } from '../../document/native-table.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { PropertyWord } from '../../decompose/read/changes.ts'

/** What a word of a question asks for; of several the first one that is stated is told. */
export const askedBy: ReadonlyMap<string, readonly PropertyName[]> = new Map([
  ['color', ['background', 'textColor', 'borderColor']],
  ['colour', ['background', 'textColor', 'borderColor']],
  ['colors', ['background', 'textColor', 'borderColor']],
  ['size', ['width', 'fontSize', 'height']],
  ['big', ['width', 'fontSize', 'height']],
  ['large', ['width', 'fontSize', 'height']],
  ['wide', ['width']],
  ['tall', ['height']],
  ['high', ['height']],
  ['bold', ['fontWeight']],
  ['rounded', ['borderRadius']],
  ['round', ['borderRadius']],
  ['font', ['fontFamily']],
  ['fonts', ['fontFamily']],
  ['typeface', ['fontFamily']],
  ['border', ['borderWidth', 'borderColor']],
  ['spacing', ['gap', 'padding', 'margin']],
  ['price', ['price', 'text']],
  ['expensive', ['price', 'text']],
  ['much', ['price', 'text']],
])

/** What the name of a property asks for. */
export function askedOf(property: PropertyWord): readonly PropertyName[] | null {
  if (isOwnProperty(property)) return null
  return Object.hasOwn(properties, property) ? [property as PropertyName] : null
}
