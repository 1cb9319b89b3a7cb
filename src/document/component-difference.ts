import type { Component, Visual } from './blueprint.ts'
import { properties } from './native-table.ts'
import type { PropertyName, PropertySpec } from './native-table.ts'

/** The property that a key of the look holds. Without a prototype, so that no key is there by inheritance. */
const propertyAt: { readonly [key: string]: PropertyName | undefined } = Object.assign(
  Object.create(null) as { [key: string]: PropertyName },
  Object.fromEntries(
    (Object.entries(properties) as [PropertyName, PropertySpec][])
      .filter(([, { home }]) => home !== 'component')
      .map(([name, { key }]) => [key, name]),
  ),
)

const NOTHING: readonly PropertyName[] = []
const NO_LOOK: Visual = {}

/** The properties in `visual` whose values are not the same. O(keys). */
export function lookDifferences(a: Component, b: Component): readonly PropertyName[] {
  const one = a.visual ?? NO_LOOK
  const two = b.visual ?? NO_LOOK
  if (one === two) return NOTHING
  const names: PropertyName[] = []
  for (const key in one) if (one[key] !== two[key]) note(key, names)
  for (const key in two) if (one[key] === undefined && two[key] !== undefined) note(key, names)
  return names
}

function note(key: string, names: PropertyName[]): void {
  const name = propertyAt[key]
  if (name !== undefined) names.push(name)
}

/** True when both have the same values under every key but text, box, look and children. O(keys). */
export function sharesRest(a: Component, b: Component): boolean {
  return holdsRestOf(a, b) && holdsRestOf(b, a)
}

function holdsRestOf(a: Component, b: Component): boolean {
  for (const key in b) {
    if (a[key] === b[key]) continue
    if (key !== 'text' && key !== 'bbox' && key !== 'visual' && key !== 'children') return false
  }
  return true
}
