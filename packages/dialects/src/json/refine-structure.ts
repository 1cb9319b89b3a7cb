import type { LensNode, LensView, NewComponent, Place, Step } from 'blueprint-command-engine'
import type { JsonLens } from './json-lens.ts'
import { provenanceOf } from './projection.ts'
import { lacks, setNative } from './refine-look.ts'
import { kindOf } from './site.ts'
import type { Outcome } from '../refining/each-target.ts'
import { refusal } from '../refining/refusal.ts'

type StructureStep = Extract<Step, { readonly kind: 'move' | 'swap' | 'add' | 'duplicate' | 'delete' }>

const accepted = (...steps: readonly Step[]): Outcome => ({ ok: true, value: { steps, issues: [] } })
const no = (message: string, id?: string): Outcome => ({
  ok: false,
  error: refusal('not-applicable', message, id),
})

/** Checks what the lists of the format can take. */
export function refineStructure(lens: JsonLens, step: StructureStep, view: LensView): Outcome {
  switch (step.kind) {
    case 'delete':
      return refuseFixed(view.nodes(step.targets), 'deleted') ?? accepted(step)
    case 'swap':
      return swap(view, step)
    case 'move':
      return move(lens, step, view)
    case 'duplicate':
      return duplicate(lens, step, view)
    case 'add':
      return add(lens, step, view)
  }
}

function refuseFixed(nodes: readonly LensNode[], act: string): Outcome | null {
  for (const { id, component } of nodes) {
    const { fixed, own } = provenanceOf(component)
    if (fixed !== undefined) return no(`#${id} (${own ?? component.type}) cannot be ${act}: ${fixed}.`, id)
  }
  return null
}

function swap(view: LensView, step: Extract<Step, { kind: 'swap' }>): Outcome {
  const [a] = view.nodes([step.a])
  const [b] = view.nodes([step.b])
  if (a === undefined || b === undefined) return accepted(step)
  return (
    refuseFixed([a, b], 'moved') ??
    refuseStranger(a, b.parent, kindOf(b.component)) ??
    refuseStranger(b, a.parent, kindOf(a.component)) ??
    accepted(step)
  )
}

/** A list takes things of one kind; items of a component stay in their own list. */
function refuseStranger(node: LensNode, parent: LensNode | null, takes: string | null): Outcome | null {
  const kind = kindOf(node.component)
  const { stays } = provenanceOf(node.component)
  if (stays !== undefined && node.parent === parent) return null
  if (stays !== undefined) return no(`#${node.id} cannot leave its list: ${stays}.`, node.id)
  if (kind === takes && !(kind.startsWith('part:') && node.parent !== parent)) return null
  const where = parent === null ? 'the document' : `#${parent.id}`
  const what = kind.startsWith('part:') ? 'an item of its own list' : withKind(kind)
  const instead =
    takes === null ? 'nothing' : takes.startsWith('part:') ? 'items of its own' : withKind(takes)
  return no(`#${node.id} is ${what} and cannot stand in ${where}, which takes ${instead}.`, node.id)
}

function withKind(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

/** Where a place leads in lists, and what the list there takes; a refusal where it leads to none. */
interface Spot {
  readonly place: Place
  readonly parent: LensNode | null
  readonly takes: string | null
}

function spotOf(lens: JsonLens, place: Place, kind: string, view: LensView): Spot | Outcome {
  switch (place.kind) {
    case 'before':
    case 'after': {
      const [anchor] = view.nodes([place.anchor])
      if (anchor === undefined) return { place, parent: null, takes: kind }
      const { at, fixed } = provenanceOf(anchor.component)
      if (at !== undefined || (fixed !== undefined && anchor.parent === null))
        return no(`Nothing can stand beside #${anchor.id}: it is in no list.`, anchor.id)
      return { place, parent: anchor.parent, takes: takesOf(lens, anchor.parent) }
    }
    case 'inside': {
      const [anchor] = view.nodes([place.anchor])
      if (anchor === undefined) return { place, parent: null, takes: kind }
      return inside(lens, anchor, place.at, kind)
    }
    case 'screen': {
      const root = lens.mainList(view.top, kind)
      if (root === undefined) return no(`The document has no list that takes ${withKind(kind)}.`)
      const at = place.at === 'start' ? 'start' : 'end'
      if (root === null)
        return {
          place: { kind: 'screen', at: at === 'start' ? 'start' : 'very-end' },
          parent: null,
          takes: takesOf(lens, null),
        }
      return { place: { kind: 'inside', anchor: root.id, at }, parent: root, takes: takesOf(lens, root) }
    }
    default:
      return { place, parent: null, takes: kind }
  }
}

function inside(lens: JsonLens, anchor: LensNode, at: 'start' | 'end', kind: string): Spot | Outcome {
  const lists = [
    anchor,
    ...anchor.children.filter(({ component }) => provenanceOf(component).at !== undefined),
  ]
  const fitting = lists.find(
    ({ component }) => provenanceOf(component).list !== undefined && provenanceOf(component).takes === kind,
  )
  const list = fitting ?? lists.find(({ component }) => provenanceOf(component).list !== undefined)
  if (list === undefined)
    return no(
      `#${anchor.id} (${provenanceOf(anchor.component).own ?? anchor.component.type}) has no list to put things in.`,
      anchor.id,
    )
  return { place: { kind: 'inside', anchor: list.id, at }, parent: list, takes: takesOf(lens, list) }
}

function takesOf(lens: JsonLens, parent: LensNode | null): string | null {
  return parent === null ? lens.reading.topTakes : (provenanceOf(parent.component).takes ?? null)
}

function isSpot(value: Spot | Outcome): value is Spot {
  return 'place' in value
}

function move(lens: JsonLens, step: Extract<Step, { kind: 'move' }>, view: LensView): Outcome {
  const nodes = view.nodes(step.targets)
  const fixed = refuseFixed(nodes, 'moved')
  if (fixed !== null) return fixed
  let { place } = step
  for (const node of nodes) {
    const spot = spotOf(lens, place, kindOf(node.component), view)
    if (!isSpot(spot)) return spot
    if (place.kind !== 'up' && place.kind !== 'down' && place.kind !== 'first' && place.kind !== 'last') {
      const stranger = refuseStranger(node, spot.parent, spot.takes)
      if (stranger !== null) return stranger
    }
    place = spot.place
  }
  return accepted({ ...step, place })
}

function duplicate(lens: JsonLens, step: Extract<Step, { kind: 'duplicate' }>, view: LensView): Outcome {
  const nodes = view.nodes(step.targets)
  const fixed = refuseFixed(nodes, 'copied')
  if (fixed !== null) return fixed
  const { place } = step
  if (place === undefined || place.kind === 'up' || place.kind === 'down') return accepted(step)
  let at: Place = place
  for (const node of nodes) {
    const spot = spotOf(lens, at, kindOf(node.component), view)
    if (!isSpot(spot)) return spot
    const isOwn = at.kind === 'first' || at.kind === 'last'
    const stranger = isOwn ? null : refuseStranger(node, spot.parent, spot.takes)
    if (stranger !== null) return stranger
    at = spot.place
  }
  return accepted({ ...step, place: at })
}

/** "At the end" of nothing that was named is the end of the document. */
function placeOfNew(place: Place | undefined): Place {
  if (place === undefined || place.kind === 'last') return { kind: 'screen', at: 'end' }
  return place.kind === 'first' ? { kind: 'screen', at: 'start' } : place
}

function add(lens: JsonLens, step: Extract<Step, { kind: 'add' }>, view: LensView): Outcome {
  const { component } = step
  const kind = lens.kindFor(component.type)
  const place = placeOfNew(step.place)
  const spot = spotOf(lens, place, kind, view)
  if (!isSpot(spot)) return spot
  const created = lens.create(component, spot.takes ?? kind)
  if (typeof created === 'string') return no(created)
  if (created.kind !== spot.takes)
    return no(
      `${withKind(created.kind)[0]!.toUpperCase()}${withKind(created.kind).slice(1)} cannot stand there: the list takes ${withKind(spot.takes ?? 'nothing')}.`,
    )
  const bare: NewComponent = {
    type: component.type,
    ...(component.text === undefined ? {} : { text: component.text }),
  }
  const steps: Step[] = [{ ...step, component: bare, place: spot.place }]
  const site = lens.siteOfNew(component, view)
  for (const [property, value] of Object.entries(component.properties ?? {})) {
    if (value === null || typeof value === 'object') return lacks(site, property)
    // Keys of the properties of a new component are names of the property table.
    const outcome = setNative(site, property as Parameters<typeof setNative>[1], value)
    if (!outcome.ok) return outcome
    steps.push(
      ...outcome.value.steps.map((one) => ({ ...one, targets: [{ madeBy: view.position }] }) as Step),
    )
  }
  return accepted(...steps)
}
