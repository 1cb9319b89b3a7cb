import { isJsonObject } from '../../base/json.ts'
import type { NamedLookStep } from '../../command/look-steps.ts'
import { readProperty } from '../../document/blueprint.ts'
import { contrastRatio, parseColor } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import { colorOf } from '../../document/layer-colors.ts'
import type { PropertyName } from '../../document/native-table.ts'
import { PendingView } from '../../document/pending-view.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { storedColor } from '../values.ts'

const TRANSPARENT = '#00000000'

/** Gives components a look that has a name. */
export function applyNamedLook(run: StepRun, step: NamedLookStep): void {
  const said = step.color === undefined ? null : storedColor(step.color)
  if (said?.ok === false) return run.fail('value-invalid', `The color cannot be: ${said.error}.`)
  const color = said === null ? null : said.value
  const nodes = run.resolveAll(step.targets)
  const view = new PendingView(run.transaction)
  for (const node of nodes) {
    const former = formerColor(run, node)
    switch (step.look) {
      case 'outline':
        outline(run, node, color ?? former ?? themeColor(run) ?? '#000000')
        break
      case 'text':
        textOnly(run, view, node, color ?? former)
        break
      case 'filled': {
        const filling = color ?? themeColor(run) ?? former
        if (filling === null)
          return run.fail(
            'value-missing',
            `#${node.id} is to be filled with which color? The theme has no primary one.`,
            node.id,
          )
        fill(run, view, node, filling)
      }
    }
  }
}

/** The color of what fills it, else of its border or letters, as it is written; null where none is seen. */
function formerColor(run: StepRun, node: TreeNode): string | null {
  const gradient = run.read(node, 'gradient')
  const stops = isJsonObject(gradient) ? gradient['stops'] : null
  const first: unknown = Array.isArray(stops) ? stops[0] : null
  const candidates = [
    run.read(node, 'background'),
    first,
    run.read(node, 'borderColor'),
    run.read(node, 'textColor'),
  ]
  for (const value of candidates)
    if (typeof value === 'string' && parseColor(value)?.alpha !== 0) return value
  return null
}

function themeColor(run: StepRun): string | null {
  const value = run.transaction.readToken('primaryColor')
  return typeof value === 'string' && parseColor(value) !== null ? storedOf(value) : null
}

function storedOf(value: string): string {
  const stored = storedColor(value)
  return stored.ok ? stored.value : value
}

/** Nothing inside, a line and letters of one color. */
function outline(run: StepRun, node: TreeNode, color: string): void {
  empty(run, node)
  run.write(node, 'borderWidth', 1, true)
  run.write(node, 'borderStyle', 'solid', true)
  run.write(node, 'borderColor', color, true)
  run.write(node, 'textColor', color, true)
}

/** Letters alone; those that were to be read on the former filling only get its color. */
function textOnly(run: StepRun, view: PendingView, node: TreeNode, color: string | null): void {
  const text = colorOf(view.blueprint, run.read(node, 'textColor'))
  const filling = colorOf(view.blueprint, run.read(node, 'background'))
  const wasOnFilling = filling !== null && filling.alpha > 0
  empty(run, node)
  for (const property of BORDER) takeAway(run, node, property)
  if (run.read(node, 'shadow') !== undefined) run.write(node, 'shadow', 'none', true)
  if (color === null || !wasOnFilling) return
  const behind = backgroundBehind(view, node)
  if (text === null || contrastRatio(text, behind) < LEAST_READABLE) run.write(node, 'textColor', color, true)
}

const BORDER: readonly PropertyName[] = [
  'borderWidth',
  'borderStyle',
  'borderColor',
  'borderTop',
  'borderRight',
  'borderBottom',
  'borderLeft',
]
/** WCAG 2.2, 1.4.3: what large text needs. */
const LEAST_READABLE = 3
const WHITE = parseColor('white')!
const BLACK = parseColor('black')!

function backgroundBehind(view: PendingView, node: TreeNode): ParsedColor {
  for (let at = node.parent; at !== null; at = at.parent) {
    const color = colorOf(view.blueprint, readProperty(view.component(at), 'background'))
    if (color !== null && color.alpha === 1) return color
  }
  // What a browser paints where nothing is said.
  return WHITE
}

function fill(run: StepRun, view: PendingView, node: TreeNode, color: string): void {
  takeAway(run, node, 'gradient')
  run.write(node, 'background', color, true)
  const parsed = colorOf(view.blueprint, color)
  if (parsed === null) return
  const isWhite = contrastRatio(WHITE, parsed) >= Math.min(4.5, contrastRatio(BLACK, parsed))
  run.write(node, 'textColor', isWhite ? '#FFFFFF' : '#000000', true)
}

function empty(run: StepRun, node: TreeNode): void {
  takeAway(run, node, 'gradient')
  run.write(node, 'background', TRANSPARENT, true)
}

function takeAway(run: StepRun, node: TreeNode, property: PropertyName): void {
  if (run.read(node, property) !== undefined) run.write(node, property, undefined, true)
}
