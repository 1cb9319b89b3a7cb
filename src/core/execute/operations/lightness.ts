import { isJsonObject, own } from '../../base/json.ts'
import { parseColor, scaleLightness } from '../../document/color.ts'
import type { Gradient } from '../../document/native-table.ts'
import { propertySpec } from '../../document/blueprint.ts'
import type { LightnessStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { skipOrFail } from './adjust.ts'

/** Makes a colour lighter or darker (OKLCH); a component without the colour but with a gradient behind it gets that changed. */
export function changeLightness(run: StepRun, step: LightnessStep): void {
  const { property, factor } = step
  if (!Number.isFinite(factor) || factor < 0) {
    run.fail(
      'value-invalid',
      `Lightness cannot be multiplied by ${factor}: expected a finite number that is not negative.`,
    )
    return
  }
  const nodes = run.resolveAll(step.targets)
  const lacking: TreeNode[] = []
  for (const node of nodes) {
    const present = run.transaction.read(node, property)
    const scaled = typeof present === 'string' ? scaledHex(present, factor) : null
    if (scaled !== null) run.write(node, property, scaled, false)
    else if (property !== 'background' || !scaleGradient(run, node, factor)) lacking.push(node)
  }
  const { label } = propertySpec(property)
  skipOrFail(run, lacking, nodes.length, label, `set the ${label} of #${lacking[0]?.id ?? ''} to gray`)
}

export function scaledHex(text: string, factor: number): string | null {
  const color = parseColor(text)
  return color === null ? null : scaleLightness(color, factor).hex
}

function scaleGradient(run: StepRun, node: TreeNode, factor: number): boolean {
  const present = run.transaction.read(node, 'gradient')
  const stops = isJsonObject(present) ? own(present, 'stops') : null
  if (!Array.isArray(stops)) return false
  const scaled = stops.map((stop: unknown) =>
    typeof stop === 'string' ? (scaledHex(stop, factor) ?? stop) : stop,
  )
  run.write(node, 'gradient', { ...(present as Partial<Gradient>), stops: scaled }, false)
  return true
}
