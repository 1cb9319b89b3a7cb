import { isJsonObject } from '../base/json.ts'
import { properties } from './native-table.ts'
import type { PropertyName, PropertySpec } from './native-table.ts'

/** Changes a color; null leaves it as it is. */
export type ColorChange = (color: string, property: PropertyName) => string | null

const COLORED = (Object.entries(properties) as [PropertyName, PropertySpec][])
  .filter(([, { kind }]) => kind === 'color' || kind === 'gradient' || kind === 'border' || kind === 'looks')
  .map(([name]) => name)

const propertyOf = new Map<string, PropertyName>(COLORED.map((name) => [properties[name].key, name]))

/**
 * The properties of a look in which a change of colors changes something, with their new values: plain colors, stops of
 * gradients, sides of borders, and all of these in looks of states and devices. O(properties with colors).
 */
export function recolored(
  read: (property: PropertyName) => unknown,
  change: ColorChange,
): readonly (readonly [PropertyName, unknown])[] {
  const found: (readonly [PropertyName, unknown])[] = []
  for (const property of COLORED) {
    const present = read(property)
    const next = changeValue(present, property, change)
    if (next !== present) found.push([property, next])
  }
  return found
}

/** The very same value where nothing in it changes. */
function changeValue(value: unknown, property: PropertyName, change: ColorChange): unknown {
  if (typeof value === 'string') return change(value, property) ?? value
  if (!isJsonObject(value)) return value
  const { kind } = properties[property]
  if (kind === 'gradient') return changeStops(value, property, change)
  if (kind === 'border') return changeMember(value, 'color', (color) => changeValue(color, property, change))
  if (kind !== 'looks') return value
  let looks: { readonly [key: string]: unknown } = value
  for (const name of Object.keys(value)) looks = changeMember(looks, name, (look) => changeLook(look, change))
  return looks
}

function changeLook(look: unknown, change: ColorChange): unknown {
  if (!isJsonObject(look)) return look
  let next: { readonly [key: string]: unknown } = look
  for (const key of Object.keys(look)) {
    const property = propertyOf.get(key)
    if (property === undefined || properties[property].kind === 'looks') continue
    next = changeMember(next, key, (value) => changeValue(value, property, change))
  }
  return next
}

function changeStops(
  gradient: { readonly [key: string]: unknown },
  property: PropertyName,
  change: ColorChange,
): unknown {
  return changeMember(gradient, 'stops', (stops) => {
    if (!Array.isArray(stops)) return stops
    const present: readonly unknown[] = stops
    const next = present.map((stop) => changeValue(stop, property, change))
    return next.some((stop, i) => stop !== present[i]) ? next : present
  })
}

function changeMember(
  object: { readonly [key: string]: unknown },
  key: string,
  change: (value: unknown) => unknown,
): { readonly [key: string]: unknown } {
  if (!Object.hasOwn(object, key)) return object
  const next = change(object[key])
  return next === object[key] ? object : { ...object, [key]: next }
}
