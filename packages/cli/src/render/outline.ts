import {
  childrenOf,
  componentsOf,
  idOf,
  namesOf,
  readProperty,
  typeOf,
} from 'blueprint-command-engine/document'
import type { Blueprint, Component } from 'blueprint-command-engine'
import { printable, quoted } from './printable.ts'
import type { View } from './view.ts'

/** A component and its place among its siblings, counted from 1. */
export interface Place {
  readonly component: Component
  /** Null at top level. */
  readonly parent: Place | null
  readonly position: number
  readonly siblings: number
}

/** The components of a document that the engine has accepted, by id. */
export type Outline = ReadonlyMap<string, Place>

/** In document order. Recursion is safe: the engine bounds the depth of the documents that it accepts. O(components). */
export function outlineOf(blueprint: Blueprint): Outline {
  const outline = new Map<string, Place>()
  const visit = (list: readonly Component[], parent: Place | null): void => {
    for (const [i, component] of list.entries()) {
      const place = { component, parent, position: i + 1, siblings: list.length }
      outline.set(idOf(component), place)
      visit(childrenOf(component), place)
    }
  }
  visit(componentsOf(blueprint), null)
  return outline
}

/** The words that a person knows a component by: its text, or what stands for it. */
function captionOf(component: Component): string | null {
  return namesOf(component).find(({ source }) => source !== 'id' && source !== 'role')?.value ?? null
}

/** `id  type "text"`, with the id in its colour. */
export function titleOf(view: View, id: string, outline: Outline): string {
  const place = outline.get(id)
  const name = view.palette.id(printable(id))
  return place === undefined ? name : `${name}  ${kindOf(view, place.component)}`
}

/** `type "text"`; for a component without words of its own, the first that are in it. */
export function kindOf(view: View, component: Component): string {
  const type = view.palette.faint(printable(typeOf(component)))
  const caption = captionOf(component)
  if (caption !== null) return `${type} ${quoted(caption)}`
  const inner = innerCaption(component)
  return inner === null ? type : `${type} ${view.palette.faint('with')} ${quoted(inner)}`
}

function innerCaption(component: Component): string | null {
  for (const child of childrenOf(component)) {
    const caption = captionOf(child) ?? innerCaption(child)
    if (caption !== null) return caption
  }
  return null
}

/** `in hero, at 32,480`, as far as the document says. */
export function whereabouts(place: Place): string {
  const parent = place.parent === null ? 'at top level' : `in ${printable(idOf(place.parent.component))}`
  const x = readProperty(place.component, 'x')
  const y = readProperty(place.component, 'y')
  return typeof x === 'number' && typeof y === 'number' ? `${parent}, at ${round(x)},${round(y)}` : parent
}

/** At most two digits after the point: enough for pixels. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100)
}
