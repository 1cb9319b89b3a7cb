import type { Blueprint, Change, Component } from 'blueprint-command-engine'
import type { Step } from './projection.ts'

/** The way to a component by its id. O(components). */
export function searchFor(id: string, { components }: Pick<Blueprint, 'components'>): readonly Step[] | null {
  for (const [position, component] of components.entries()) {
    const here = { component, position, siblings: components }
    if (component.id === id) return [here]
    const inner = component.children === undefined ? null : searchFor(id, { components: component.children })
    if (inner !== null) return [here, ...inner]
  }
  return null
}

/** The component that a new one is a copy of, as the blueprint had it; null if it is none. */
export function originalOf(
  id: string,
  change: Change,
): { component: Component; way: readonly Step[] } | null {
  const original = change.copies.get(id)
  const way = original === undefined ? null : searchFor(original, change.before)
  return way === null ? null : { component: way.at(-1)!.component, way }
}
