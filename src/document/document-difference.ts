import { boxOf, childrenOf, componentsOf, idOf, textOf, typeOf } from './blueprint.ts'
import type { Blueprint, Component } from './blueprint.ts'
import type { ChangedComponent } from './change.ts'
import { lookDifferences } from './component-difference.ts'

/** A component where it stands. */
interface Placed {
  readonly component: Component
  readonly parent: string | null
  readonly position: number
}

/**
 * What differs between two versions of a document, told as a change tells it. Parts that are the very same object are skipped
 * with all they hold. O(what differs + the lists it stands in).
 */
export function changedBetween(before: Blueprint, after: Blueprint): readonly ChangedComponent[] {
  const was = new Map<string, Placed>()
  const is = new Map<string, Placed>()
  compareLists(componentsOf(before), componentsOf(after), null, was, is)
  const changed: ChangedComponent[] = []
  for (const [id, now] of is) {
    const then = was.get(id)
    const properties = then === undefined ? ['created'] : differences(then, now)
    if (properties.length > 0) changed.push({ id, properties })
  }
  for (const id of was.keys()) if (!is.has(id)) changed.push({ id, properties: ['removed'] })
  return changed
}

/** Notes the components of two lists, but for those that stand in both as they are. */
function compareLists(
  before: readonly Component[],
  after: readonly Component[],
  parent: string | null,
  was: Map<string, Placed>,
  is: Map<string, Placed>,
): void {
  if (before === after) return
  const thenById = new Map(before.map((component) => [idOf(component), component]))
  const nowById = new Map(after.map((component) => [idOf(component), component]))
  const stayed = after.filter((component) => thenById.has(idOf(component)))
  const order = before.filter((component) => nowById.has(idOf(component)))
  before.forEach((component, position) => {
    const now = nowById.get(idOf(component))
    if (now === undefined) return gather(component, parent, position, was)
    if (now !== component) was.set(idOf(component), { component, parent, position: order.indexOf(component) })
    else if (stayed.indexOf(component) !== order.indexOf(component))
      was.set(idOf(component), { component, parent, position: order.indexOf(component) })
  })
  after.forEach((component, position) => {
    const then = thenById.get(idOf(component))
    if (then === undefined) return gather(component, parent, position, is)
    if (was.has(idOf(component)))
      is.set(idOf(component), { component, parent, position: stayed.indexOf(component) })
    if (then !== component) compareLists(childrenOf(then), childrenOf(component), idOf(component), was, is)
  })
}

/** A component that is in one of two lists only, with all that it holds. */
function gather(
  component: Component,
  parent: string | null,
  position: number,
  into: Map<string, Placed>,
): void {
  into.set(idOf(component), { component, parent, position })
  childrenOf(component).forEach((child, i) => gather(child, idOf(component), i, into))
}

function differences(then: Placed, now: Placed): readonly string[] {
  const names: string[] = []
  if (then.parent !== now.parent) names.push('parent')
  else if (then.position !== now.position) names.push('order')
  const [a, b] = [then.component, now.component]
  if (a === b) return names
  if (typeOf(a) !== typeOf(b)) names.push('type')
  if (textOf(a) !== textOf(b)) names.push('text')
  names.push(...lookDifferences(a, b))
  const [one, two] = [boxOf(a), boxOf(b)]
  SIDES.forEach((side, i) => {
    if (one?.[i] !== two?.[i] && !names.includes(side)) names.push(side)
  })
  return names
}

const SIDES = ['x', 'y', 'width', 'height'] as const
