import { isJsonObject, own } from '../../base/json.ts'
import { parseColor, scaleChroma, scaleLightness } from '../../document/color.ts'
import type { ParsedColor } from '../../document/color.ts'
import type { Gradient } from '../../document/native-table.ts'
import { propertySpec } from '../../document/blueprint.ts'
import type { SaturationStep } from '../../command/look-steps.ts'
import type { LightnessStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { skipOrFail } from './adjust.ts'

/** Makes a colour lighter or darker (OKLCH); a component without the colour but with a gradient behind it gets that changed. */
export function changeLightness(run: StepRun, step: LightnessStep): void {
  changeTone(run, step, 'Lightness', scaleLightness)
}

/** Makes a colour more vivid or more muted (OKLCH chroma), in the same way. */
export function changeSaturation(run: StepRun, step: SaturationStep): void {
  changeTone(run, step, 'Saturation', scaleChroma)
}

type Scale = (color: ParsedColor, factor: number) => ParsedColor

function changeTone(run: StepRun, step: LightnessStep | SaturationStep, what: string, scale: Scale): void {
  const { property, factor } = step
  if (!Number.isFinite(factor) || factor < 0) {
    run.fail(
      'value-invalid',
      `${what} cannot be multiplied by ${factor}: expected a finite number that is not negative.`,
    )
    return
  }
  const change = (text: string): string | null => {
    const color = parseColor(text)
    return color === null ? null : scale(color, factor).hex
  }
  const nodes = run.resolveAll(step.targets)
  const lacking: TreeNode[] = []
  for (const node of nodes) {
    const present = run.read(node, property)
    const changed = typeof present === 'string' ? change(present) : null
    if (changed !== null) run.write(node, property, changed, false)
    else if (property !== 'background' || !changeGradient(run, node, change)) lacking.push(node)
  }
  const { label } = propertySpec(property)
  skipOrFail(run, lacking, nodes.length, label, `set the ${label} of #${lacking[0]?.id ?? ''} to gray`)
}

export function scaledHex(text: string, factor: number): string | null {
  const color = parseColor(text)
  return color === null ? null : scaleLightness(color, factor).hex
}

function changeGradient(run: StepRun, node: TreeNode, change: (text: string) => string | null): boolean {
  const present = run.read(node, 'gradient')
  const stops = isJsonObject(present) ? own(present, 'stops') : null
  if (!Array.isArray(stops)) return false
  const changed = stops.map((stop: unknown) => (typeof stop === 'string' ? (change(stop) ?? stop) : stop))
  run.write(node, 'gradient', { ...(present as Partial<Gradient>), stops: changed }, false)
  return true
}
