import type { MatchStep } from '../../command/look-steps.ts'
import { isTextLike, propertySpec } from '../../document/blueprint.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { sameJson } from '../../document/patch.ts'
import { numberOf } from '../../document/transaction.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { resizeComponents } from './resize.ts'

/** What a look is (spec): colors, border, radius, shadow, font, padding; not size, text or place. */
export const LOOK: readonly PropertyName[] = [
  'background',
  'gradient',
  'borderColor',
  'borderWidth',
  'borderStyle',
  'borderTop',
  'borderRight',
  'borderBottom',
  'borderLeft',
  'borderRadius',
  'shadow',
  'opacity',
  'padding',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
]

/** The look of letters; what shows none says nothing about it. */
export const LETTERS: readonly PropertyName[] = [
  'textColor',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'fontFamily',
  'lineHeight',
  'letterSpacing',
  'textDecoration',
  'textTransform',
]

/** Makes components look like a model, or alike. */
export function matchComponents(run: StepRun, step: MatchStep): void {
  const nodes = run.resolveAll(step.targets)
  if (step.model === undefined) return makeAlike(run, nodes, step.properties)
  const model = run.resolve(step.model)
  if (model === null) return
  for (const node of nodes) if (node !== model) takeLookOf(run, node, model, step.properties)
}

/** Takes over a look; without properties that are named, all of it. */
function takeLookOf(
  run: StepRun,
  node: TreeNode,
  model: TreeNode,
  properties?: readonly PropertyName[],
): void {
  for (const property of properties ?? lookOf(run, model)) {
    const value = run.read(model, property)
    if (propertySpec(property).home === 'box') sizeTo(run, [node], property, value)
    else if (value !== undefined || run.read(node, property) !== undefined)
      run.write(node, property, value, true)
  }
}

function lookOf(run: StepRun, model: TreeNode): readonly PropertyName[] {
  const text = run.read(model, 'text')
  const showsText = isTextLike(model.component) || (typeof text === 'string' && text !== '')
  return showsText
    ? [...LOOK, ...LETTERS]
    : [...LOOK, ...LETTERS.filter((name) => run.read(model, name) !== undefined)]
}

/** The value that most have, the first one's in a tie, becomes everybody's. */
function makeAlike(run: StepRun, nodes: readonly TreeNode[], properties: readonly PropertyName[] = []): void {
  if (nodes.length === 0) return
  if (properties.length === 0) {
    run.fail('value-missing', 'Alike in what? Expected a property, or a component to match.')
    return
  }
  for (const property of properties) {
    const counted = countValues(run, nodes, property)
    const best = counted.reduce((most, entry) => (entry.nodes.length > most.nodes.length ? entry : most))
    if (counted.length === 1) continue
    const { label } = propertySpec(property)
    run.tell(
      `The ${label} that ${best.nodes.length === 1 ? `#${best.nodes[0]!.id} has` : `most of them have (${best.nodes.length} of ${nodes.length})`} was taken: ${best.value === undefined ? 'none stated' : textOf(best.value)}.`,
    )
    const others = nodes.filter((node) => !best.nodes.includes(node))
    if (propertySpec(property).home === 'box') sizeTo(run, others, property, best.value)
    else for (const node of others) run.write(node, property, best.value, true)
  }
}

interface Counted {
  readonly value: unknown
  readonly nodes: TreeNode[]
}

function countValues(run: StepRun, nodes: readonly TreeNode[], property: PropertyName): Counted[] {
  const counted: Counted[] = []
  const byText = new Map<string, Counted>()
  for (const node of nodes) {
    const value = run.read(node, property) ?? undefined
    const key = JSON.stringify(comparable(value)) ?? ''
    const known = byText.get(key)
    if (known !== undefined && sameJson(comparable(known.value), comparable(value))) known.nodes.push(node)
    else {
      const entry = { value, nodes: [node] }
      counted.push(entry)
      byText.set(key, entry)
    }
  }
  return counted
}

/** "16px" and 16 are one value. */
function comparable(value: unknown): unknown {
  return typeof value === 'string' ? (numberOf(value) ?? value) : value
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function sizeTo(run: StepRun, nodes: readonly TreeNode[], property: PropertyName, value: unknown): void {
  const px = numberOf(value)
  if (px === undefined || px <= 0 || nodes.length === 0 || (property !== 'width' && property !== 'height'))
    return
  const targets = nodes.map(({ id }) => id)
  resizeComponents(run, { kind: 'resize', targets, [property]: { kind: 'to', px } })
}
