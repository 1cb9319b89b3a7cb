import { isJsonObject, own } from '../base/json.ts'
import type { JsonObject } from '../base/json.ts'
import type { Component } from './blueprint.ts'
import { variants } from './look-table.ts'
import { properties } from './native-table.ts'
import type { Variant } from './look-table.ts'

/** What a component states for a state or device alone; null where it states nothing. */
function lookIn({ visual }: Component, variant: Variant): JsonObject | null {
  const looks = visual?.[properties[variants[variant]].key]
  const look = isJsonObject(looks) ? own(looks, variant) : undefined
  return isJsonObject(look) ? look : null
}

/** The component with what it states for a state or device as its whole look. */
export function onlyIn(component: Component, variant: Variant): Component {
  return { ...component, visual: lookIn(component, variant) ?? {} }
}

/** The component as it looks in a state or on a device. */
export function inVariant(component: Component, variant: Variant): Component {
  const look = lookIn(component, variant)
  return look === null ? component : { ...component, visual: { ...component.visual, ...look } }
}

/** The states and devices for which a component states a look; null for most. O(looks). */
export function variantsOf({ visual }: Component): readonly Variant[] | null {
  const states = visual?.states
  const devices = visual?.at
  if (!isJsonObject(states) && !isJsonObject(devices)) return null
  const names = [...namesIn(states), ...namesIn(devices)]
  return names.length === 0 ? null : names
}

function namesIn(looks: unknown): Variant[] {
  return isJsonObject(looks) ? Object.keys(looks).filter(isVariant) : []
}

function isVariant(name: string): name is Variant {
  return Object.hasOwn(variants, name)
}
