import type { AddStep, NewComponent, Place } from '../../command/step.ts'
import { propertySpec, typeOf } from '../../document/blueprint.ts'
import type { Component } from '../../document/blueprint.ts'
import { holdsNothing } from '../../document/component-kinds.ts'
import type { PropertyName } from '../../document/native-table.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { destinationOf, hasBoxes, parentAt, positionAt, standAt } from '../destination.ts'
import type { Destination } from '../destination.ts'
import { isBoxed, roundPx } from '../layout/geometry.ts'
import type { BoxedNode } from '../layout/geometry.ts'
import { NO_NODES } from '../layout/site.ts'
import type { PlacementRequest } from '../layout/site.ts'
import { contentLeft, contentRight, isFullWidth } from '../layout/spacing.ts'
import { lookOf, lookOfKind, wear } from '../look-of-kind.ts'
import type { Look } from '../look-of-kind.ts'
import type { StepRun } from '../step-run.ts'
import { storedValue } from '../values.ts'
import { defaultSize, textWidth } from './defaults.ts'

/** Adds new components: beside an anchor, inside a container, or at the end of the screen but before a closing footer. */
export function addComponents(run: StepRun, step: AddStep): void {
  const count = step.count ?? 1
  if (!hasRoomFor(run, count, step.inEach?.length ?? 1)) return
  const stored = storedProperties(run, step.component)
  if (stored === null) return
  const look = lookFor(run, step)
  if (run.errors.length > 0) return
  if (step.inEach !== undefined) return addInEach(run, step, stored, look)
  const destination = destinationFor(run, step.place ?? { kind: 'screen', at: 'end' })
  if (destination === null) return
  let at = destination
  const companions = new Set<TreeNode>()
  for (let i = 0; i < count; i++) {
    const node = insertNew(run, { ...step, look, stored }, at, companions)
    companions.add(node)
    // The next one follows; a destination before its anchor, or at the end, is still right.
    if (at.kind === 'edge' ? at.edge === 'start' : at.side === 'after')
      at = { kind: 'beside', anchor: node, side: 'after' }
  }
}

/** The look to take over; none where nothing of that kind is asked for. */
function lookFor(run: StepRun, { like, likeKind, inEach, component }: AddStep): Look {
  if (like !== undefined) {
    const model = run.resolve(like)
    return model === null ? [] : lookOf(run, model)
  }
  return likeKind === true || inEach !== undefined ? lookOfKind(run, component.type, component.role) : []
}

/** One new component in each of several. */
function addInEach(run: StepRun, step: AddStep, stored: StoredProperties, look: Look): void {
  for (const parent of run.resolveAll(step.inEach!)) {
    if (holdsNothing(typeOf(parent.component)) && parent.children.length === 0) {
      run.fail(
        'not-applicable',
        `#${parent.id} is a ${typeOf(parent.component)} and holds nothing.`,
        parent.id,
      )
      return
    }
    const at: Destination = { kind: 'edge', parent, edge: step.at ?? 'end' }
    insertNew(run, { ...step, look, stored }, at, NO_NODES)
  }
}

/** Each is laid out on its own, so one step makes no more than a whole command has steps. */
const MAX_COPIES = 200

/** Checks a number of copies against the limit of the document. */
export function hasRoomFor(run: StepRun, count: number, size: number): boolean {
  if (!Number.isInteger(count) || count < 1 || count > MAX_COPIES) {
    run.fail('value-invalid', `Expected a count from 1 to ${MAX_COPIES}, got ${count}.`)
    return false
  }
  const total = run.transaction.index.size + count * size
  if (total <= run.maxComponents) return true
  run.fail(
    'document-too-large',
    `The document would hold ${total} components; the limit is ${run.maxComponents}.`,
  )
  return false
}

/** What a place means for a new component. Null after an error. */
export function destinationFor(run: StepRun, place: Place): Destination | null {
  switch (place.kind) {
    case 'first':
      return destinationOf(run, { kind: 'screen', at: 'start' }, null)
    case 'last':
      return destinationOf(run, { kind: 'screen', at: 'very-end' }, null)
    case 'up':
    case 'down':
      run.fail('not-applicable', `A new component has no position to move ${place.kind} from.`)
      return null
    default:
      return destinationOf(run, place, null)
  }
}

type StoredProperties = readonly (readonly [PropertyName, unknown])[]

export function storedProperties(run: StepRun, { properties = {} }: NewComponent): StoredProperties | null {
  const stored: [PropertyName, unknown][] = []
  for (const name of Object.keys(properties) as PropertyName[]) {
    const result = storedValue(name, properties[name])
    if (result.ok) {
      if (result.value !== undefined) stored.push([name, result.value])
    } else
      run.fail(
        'value-invalid',
        `The ${propertySpec(name).label} of the new component cannot be set: ${result.error}.`,
      )
  }
  return run.errors.length > 0 ? null : stored
}

/** A component with an id of its own; boxes and properties come later. */
export function bareComponent(run: StepRun, { type, role, text }: NewComponent): Component {
  const stem = type.toLowerCase().replaceAll(/[^a-z0-9]{1,64}/g, '_') || 'component'
  const id = run.freshId(stem, run.transaction.index.countOfType(type) + 1)
  return { id, type, ...(role === undefined ? {} : { role }), ...(text === undefined ? {} : { text }) }
}

/** Puts a bare component into the document, with its properties but without a box. */
export function insertBare(
  run: StepRun,
  component: Component,
  parent: TreeNode | null,
  position: number,
  stored: StoredProperties,
): TreeNode {
  const node = run.transaction.insert(component, parent, position)
  run.made.push(node.id)
  for (const [name, value] of stored)
    if (propertySpec(name).home !== 'box') run.transaction.write(node, name, value)
  return node
}

interface Fresh {
  readonly component: NewComponent
  readonly stored: StoredProperties
  readonly look: Look
}

function insertNew(
  run: StepRun,
  { component, stored, look }: Fresh,
  destination: Destination,
  companions: ReadonlySet<TreeNode>,
): TreeNode {
  const { transaction } = run
  const isBoxedThere = hasBoxes(transaction, destination)
  const node = insertBare(
    run,
    bareComponent(run, component),
    parentAt(destination),
    positionAt(transaction, destination),
    stored,
  )
  wear(run, node, look)
  const size = new Map(stored)
  if (isBoxedThere) standAt(run, node, destination, wishFor(run, node, destination, size, companions))
  else
    for (const name of ['width', 'height'] as const)
      if (size.has(name)) transaction.write(node, name, size.get(name))
  return node
}

/** Where and how big a new component would like to stand, by its type and its new neighbours. */
export function wishFor(
  run: StepRun,
  node: TreeNode,
  destination: Destination,
  stated: ReadonlyMap<PropertyName, unknown>,
  companions: ReadonlySet<TreeNode>,
): PlacementRequest {
  const { transaction } = run
  const type = typeOf(node.component)
  const { width, height } = defaultSize(type)
  const siblings = transaction.index.siblings(node).filter(isBoxed)
  const anchor = destination.kind === 'beside' ? destination.anchor : null
  const left = leftFor(run, node, anchor, siblings)
  const column = Math.max(1, contentRight(transaction, node.parent, siblings, left) - left)
  const text = transaction.read(node, 'text')
  const fontSize = transaction.readNumber(node, 'fontSize') ?? 16
  const natural =
    width === 'column'
      ? column
      : width === 'text'
        ? Math.min(column, textWidth(typeof text === 'string' ? text : '', fontSize, type))
        : width
  const statedWidth = stated.get('width')
  const statedHeight = stated.get('height')
  return {
    x: siblings.length > 0 ? left : null,
    width: typeof statedWidth === 'number' ? statedWidth : roundPx(natural),
    height: typeof statedHeight === 'number' ? statedHeight : height,
    mayStandBeside: true,
    companions,
    backdrops: NO_NODES,
  }
}

/** Types that reach from edge to edge where their neighbours do. */
const SPANNING: ReadonlySet<string> = new Set([
  'header',
  'footer',
  'hero',
  'nav',
  'image',
  'section',
  'carousel',
  'video',
  'tabs',
])

/** Beside something that spans the screen, only what is made to span it begins at the edge as well. */
function leftFor(
  { transaction }: StepRun,
  node: TreeNode,
  anchor: TreeNode | null,
  siblings: readonly BoxedNode[],
): number {
  const isSpanning = SPANNING.has(typeOf(node.component))
  if (anchor !== null && isBoxed(anchor) && (isSpanning || !isFullWidth(transaction, anchor)))
    return anchor.box[0]
  if (!isSpanning || siblings.length === 0) return contentLeft(transaction, node.parent, siblings)
  return siblings.reduce((left, { box }) => Math.min(left, box[0]), Infinity)
}
