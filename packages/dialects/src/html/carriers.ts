import type { LensNode, LensView, Place, Target } from 'blueprint-command-engine'
import type { PageLens } from './page-lens.ts'

const FIELD = /^(?:input|textarea|select)$/
const ITEM = /^(?:li|dd|td|th)$/

/** A field goes with the label that is around it, or beside it in a group of their own; what is alone in an item of a list with the item. */
export function carrierOf(lens: PageLens, node: LensNode): LensNode {
  const { parent } = node
  if (parent === null) return node
  const tag = lens.elementOf(parent)?.tag ?? ''
  if (tag === 'label')
    return isItsLabel(lens, parent) && FIELD.test(lens.elementOf(node)?.tag ?? '') ? parent : node
  if (isGroupOf(lens, parent, node)) return parent
  if (!ITEM.test(tag) || parent.children.length > 1) return node
  const hasText = lens.elementOf(parent)?.texts.some(({ value }) => value.trim() !== '') === true
  return hasText ? node : parent
}

/** What holds a field and its label, and nothing else. */
function isGroupOf(lens: PageLens, parent: LensNode, field: LensNode): boolean {
  const element = lens.elementOf(field)
  if (element === null || !FIELD.test(element.tag) || parent.children.length !== 2) return false
  const id = element.attributes.get('id')
  return (
    id !== undefined && parent.children.some((child) => lens.elementOf(child)?.attributes.get('for') === id)
  )
}

/** A label around one field alone. */
function isItsLabel(lens: PageLens, label: LensNode): boolean {
  const fields = label.children.filter((child) => FIELD.test(lens.elementOf(child)?.tag ?? ''))
  return fields.length === 1
}

/** The labels that say the names of fields: without these they name nothing. */
export function labelsOf(lens: PageLens, nodes: readonly LensNode[], view: LensView): readonly LensNode[] {
  const found = new Set<LensNode>()
  const ids = new Set<string>()
  for (const node of nodes) {
    const element = lens.elementOf(node)
    if (element === null || !FIELD.test(element.tag)) continue
    const carrier = carrierOf(lens, node)
    if (carrier !== node && lens.elementOf(carrier)?.tag === 'label') found.add(carrier)
    const id = element.attributes.get('id')
    if (id !== undefined) ids.add(id)
  }
  if (ids.size === 0) return [...found]
  const walk = (node: LensNode): void => {
    const element = lens.elementOf(node)
    if (element?.tag === 'label' && ids.has(element.attributes.get('for') ?? '')) found.add(node)
    node.children.forEach(walk)
  }
  view.top.forEach(walk)
  return [...found]
}

/** A place beside a field is one beside its label; what is alone in an item goes before and behind other items. */
export function carriedPlace(
  lens: PageLens,
  place: Place,
  nodes: readonly LensNode[],
  view: LensView,
): { readonly targets: readonly Target[]; readonly place: Place } {
  const asTheyAre = { targets: nodes.map(({ id }) => id), place }
  const carriers = nodes.map((node) => carrierOf(lens, node))
  const lifted = carriers.map(({ id }) => id)
  if (place.kind !== 'before' && place.kind !== 'after') {
    const isAlone = nodes.every(({ parent }) => parent !== null && parent.children.length === 1)
    const isOrder = place.kind !== 'inside' && place.kind !== 'screen'
    return isOrder && isAlone ? { targets: lifted, place } : asTheyAre
  }
  const [anchor] = view.nodes([place.anchor])
  if (anchor === undefined) return asTheyAre
  let around = carrierOf(lens, anchor)
  // The text of a link is the link.
  if (around === anchor && carriers.some((node, i) => node !== nodes[i]))
    around = outerItem(lens, anchor) ?? anchor
  if (around === anchor) return asTheyAre
  const sameKind = (node: LensNode): boolean => lens.elementOf(node)?.tag === lens.elementOf(around)?.tag
  const isField = FIELD.test(lens.elementOf(anchor)?.tag ?? '')
  if (carriers.length > 0 && carriers.every(sameKind))
    return { targets: lifted, place: { ...place, anchor: around.id } }
  return isField ? { targets: asTheyAre.targets, place: { ...place, anchor: around.id } } : asTheyAre
}

function outerItem(lens: PageLens, node: LensNode): LensNode | null {
  const outer = node.parent === null ? null : carrierOf(lens, node.parent)
  return outer !== null && outer !== node.parent ? outer : null
}
