import type { LensNode, LensView, Place, SetStep, Step } from 'blueprint-command-engine'
import { hasBlockMark } from './bindings.ts'
import { carriedPlace } from './carriers.ts'
import { NEW_TAGS } from './new-tags.ts'
import type { PageLens } from './page-lens.ts'
import { setProperty } from './refine-property.ts'
import type { Outcome } from '../refining/each-target.ts'
import { refusal } from '../refining/refusal.ts'

export const accept = (...steps: readonly Step[]): Outcome => ({ ok: true, value: { steps, issues: [] } })
const refuse = (message: string, id: string): Outcome => ({
  ok: false,
  error: refusal('not-applicable', message, id),
})

/** What stands between the marks of a template cannot be taken out of them. */
export function refuseMarks(lens: PageLens, nodes: readonly LensNode[]): Outcome | null {
  for (const node of nodes) {
    const slice = lens.sliceOf(node)
    if (slice !== null && hasBlockMark(slice))
      return refuse(`#${node.id} holds marks of a template, which would be moved or lost with it.`, node.id)
  }
  return null
}

const BOUND_TO_PARENT =
  /^(?:li|tr|td|th|thead|tbody|tfoot|option|dt|dd|figcaption|legend|summary|caption|col|colgroup|source)$/
const EMPTY = /^(?:img|input|hr|br|svg|video|iframe|select|textarea|meta|link|source|embed|area|wbr|col)$/

/** Items of lists and tables stay among their like; nothing stands in what is empty. */
export function refuseParent(node: LensNode, parent: LensNode | null): Outcome | null {
  const tag = tagOf(node)
  const here = parent === null ? null : tagOf(parent)
  if (here !== null && EMPTY.test(here))
    return refuse(`Nothing can stand in #${parent!.id}, which is <${here}>.`, node.id)
  const was = node.parent === null ? null : tagOf(node.parent)
  if (BOUND_TO_PARENT.test(tag) && here !== was)
    return refuse(`#${node.id} is <${tag}> and cannot leave <${was ?? 'the page'}>.`, node.id)
  const isStrict = here !== null && /^(?:ul|ol|table|tr|thead|tbody|tfoot|select|dl)$/.test(here)
  if (isStrict && here !== was)
    return refuse(`#${node.id} is <${tag}> and cannot stand in <${here}>.`, node.id)
  return null
}

function tagOf({ component }: LensNode): string {
  const tag = component['tag']
  return typeof tag === 'string' ? tag : 'p'
}

function parentFor(view: LensView, place: Place | undefined): LensNode | null | undefined {
  if (place === undefined || !('anchor' in place)) return undefined
  const [anchor] = view.nodes([place.anchor])
  if (anchor === undefined) return undefined
  return place.kind === 'inside' ? anchor : anchor.parent
}

export function checkPlace(
  view: LensView,
  nodes: readonly LensNode[],
  place: Place | undefined,
): Outcome | null {
  const parent = parentFor(view, place)
  if (parent === undefined) return null
  for (const node of nodes) {
    const refused = refuseParent(node, parent)
    if (refused !== null) return refused
  }
  return null
}

export function add(lens: PageLens, asked: Extract<Step, { kind: 'add' }>, view: LensView): Outcome {
  const { component } = asked
  const beside = asked.place === undefined ? undefined : carriedPlace(lens, asked.place, [], view).place
  const step = beside === undefined ? asked : { ...asked, place: beside }
  const tag = NEW_TAGS[component.type]
  if (tag === undefined)
    return {
      ok: false,
      error: refusal(
        'not-applicable',
        `A page cannot be given a ${component.type.replaceAll('_', ' ')} by command: it can be a text, heading, button, link, image, divider or list item.`,
      ),
    }
  const parent = parentFor(view, step.place)
  const here = parent === undefined || parent === null ? null : tagOf(parent)
  if (here !== null && EMPTY.test(here))
    return refuse(`Nothing can stand in #${parent!.id}, which is <${here}>.`, parent!.id)
  if (here !== null && (tag === 'li') !== /^(?:ul|ol)$/.test(here))
    return refuse(`A new <${tag}> cannot stand in #${parent!.id}, which is <${here}>.`, parent!.id)
  if (here !== null && /^(?:table|tr|thead|tbody|select|dl)$/.test(here))
    return refuse(`A new <${tag}> cannot stand in <${here}>.`, parent!.id)
  const bare: Step = {
    ...step,
    component: { type: component.type, ...(component.text === undefined ? {} : { text: component.text }) },
  }
  const made: LensNode = {
    id: '',
    component: { id: '', type: component.type, tag },
    parent: null,
    children: [],
    position: 0,
  }
  const site = lens.siteOf(made, null, { ...view, read: () => undefined })
  for (const [property, value] of Object.entries(component.properties ?? {})) {
    // Keys of the properties of a new component are names of the property table.
    const set = { kind: 'set', targets: [], property, value } as unknown as SetStep
    const outcome = setProperty(lens, site, set)
    if (!outcome.ok) return outcome
  }
  const later = site.steps().map((one) => ({ ...one, targets: [{ madeBy: view.position }] }) as Step)
  return accept(bare, ...later)
}
