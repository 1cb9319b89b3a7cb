import type { SectionStep } from '../../command/content-steps.ts'
import type { Place } from '../../command/step.ts'
import { typeOf } from '../../document/blueprint.ts'
import type { Component } from '../../document/blueprint.ts'
import { parseColor } from '../../document/color.ts'
import { withProperties } from '../../document/component-edits.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { PendingView } from '../../document/pending-view.ts'
import { contrastOf } from '../../document/text-contrast.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import { hasBoxes, parentAt, positionAt, standAt } from '../destination.ts'
import type { Destination } from '../destination.ts'
import { growOne } from '../layout/grow.ts'
import { NO_NODES } from '../layout/site.ts'
import { baseSpacing } from '../layout/spacing.ts'
import { lookOfKind } from '../look-of-kind.ts'
import type { StepRun } from '../step-run.ts'
import { fillTemplate, unknownSlots } from '../templates/fill-template.ts'
import type { FilledPart } from '../templates/fill-template.ts'
import { layOutPart } from '../templates/lay-out-part.ts'
import type { LaidOut, SizedPart } from '../templates/lay-out-part.ts'
import type { Template } from '../templates/template.ts'
import { bareComponent, destinationFor, hasRoomFor, storedProperties, wishFor } from './add.ts'

/** Adds a section from a template: texts in its slots, looks from the screen's own, boxes where the screen has some. */
export function addSection(run: StepRun, step: SectionStep): void {
  const template = run.templates.get(step.template)
  if (template === undefined) {
    run.fail(
      'reference-unknown',
      `There is no template ${JSON.stringify(step.template)}; there are ${[...run.templates.keys()].join(', ')}.`,
    )
    return
  }
  const unknown = unknownSlots(template, step.slots)
  if (unknown.length > 0) {
    run.fail(
      'value-invalid',
      `The template ${template.name} has no slot ${unknown.join(', ')}; it has ${Object.keys(template.slots).join(', ')}.`,
    )
    return
  }
  const part = fillTemplate(template, step.slots)
  if (!hasRoomFor(run, 1, sizeOf(part))) return
  const destination = destinationFor(run, step.place ?? placeOf(run, template))
  if (destination === null) return
  const isBoxedThere = hasBoxes(run.transaction, destination)
  const component = componentOf(run, part)
  if (run.errors.length > 0) return
  const { transaction } = run
  const root = transaction.insert(component, parentAt(destination), positionAt(transaction, destination))
  run.made.push(root.id)
  if (isBoxedThere) standWithBoxes(run, root, part, destination)
  keepReadable(run, root)
}

/** At the start: what leads a screen comes after its header or navigation, but before everything else. */
function placeOf({ transaction }: StepRun, { place = 'end', part }: Template): Place {
  if (place !== 'start') return { kind: 'screen', at: place }
  const [first] = transaction.index.top
  const leads = first !== undefined && LEADING.has(typeOf(first.component))
  return leads && part.type === 'hero' ? { kind: 'after', anchor: first.id } : { kind: 'screen', at: 'start' }
}

const LEADING: ReadonlySet<string> = new Set(['header', 'nav'])

function sizeOf({ children }: FilledPart): number {
  return children.reduce((sum, child) => sum + sizeOf(child), 1)
}

/** A part and what it holds as components, with ids and looks of their own; the root's look comes with its box. */
function componentOf(run: StepRun, part: FilledPart): Component {
  const { type, role, text } = part
  const bare = bareComponent(run, {
    type,
    ...(role === undefined ? {} : { role }),
    ...(text === undefined ? {} : { text }),
  })
  const children = part.children.map((child) => componentOf(run, child))
  return withProperties(children.length === 0 ? bare : { ...bare, children }, valuesOf(run, part))
}

/** Texts that are no `text` are the template's; of looks, the screen's own come first. */
function valuesOf(run: StepRun, { type, role, properties }: FilledPart): Map<PropertyName, unknown> {
  const own = storedProperties(run, { type, properties }) ?? []
  return new Map([...own, ...lookOfKind(run, type, role)])
}

function standWithBoxes(run: StepRun, root: TreeNode, part: FilledPart, destination: Destination): void {
  const wish = wishFor(run, root, destination, new Map(), NO_NODES)
  const gap = baseSpacing(run.transaction)
  const sized = sizedPart(run, root, part, gap)
  const { box } = layOutPart(sized, 0, 0, wish.width, gap)
  standAt(run, root, destination, { ...wish, height: box[3], mayStandBeside: false })
  const [x, y, width] = root.box!
  const laid = layOutPart(sized, x, y, width, gap)
  setBoxes(run, root, laid)
  growOne(run.transaction, root, y + laid.box[3])
}

function setBoxes(run: StepRun, node: TreeNode, { children }: LaidOut): void {
  node.children.forEach((child, i) => {
    const laid = children[i]!
    run.transaction.setBox(child, laid.box)
    setBoxes(run, child, laid)
  })
}

/** What only holds others together keeps no distance from them; what is seen does. */
function sizedPart(run: StepRun, node: TreeNode, part: FilledPart, gap: number): SizedPart {
  const { transaction } = run
  const text = transaction.read(node, 'text')
  const isGroup = part.type === 'container' && node.parent !== null && node.parent.isNew
  return {
    type: part.type,
    text: typeof text === 'string' ? text : '',
    fontSize: transaction.readNumber(node, 'fontSize') ?? 16,
    padding: isGroup
      ? 0
      : transaction.read(node, 'padding') === undefined
        ? gap
        : (transaction.readNumber(node, 'padding') ?? gap),
    children: part.children.map((child, i) => sizedPart(run, node.children[i]!, child, gap)),
    layout: part.layout,
    columns: part.columns,
  }
}

const BLACK = parseColor('black')!
const WHITE = parseColor('white')!

/** Letters whose colour comes from another place may not be seen here: then they are black or white. */
function keepReadable(run: StepRun, root: TreeNode): void {
  const view = new PendingView(run.transaction)
  root.walk((node) => {
    const found = contrastOf(view, node)
    if (found.kind !== 'known' || found.ratio >= found.limit) return
    const ratioOf = (color: typeof BLACK): number => {
      const tried = contrastOf(view, node, color)
      return tried.kind === 'known' ? tried.ratio : 0
    }
    run.transaction.write(node, 'textColor', ratioOf(WHITE) > ratioOf(BLACK) ? '#FFFFFF' : '#000000')
  })
}
