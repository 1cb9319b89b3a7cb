import type { SetStep } from '../../command/step.ts'
import type { TreeNode } from '../../document/tree-node.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX, roundFor } from '../values.ts'
import { resizeComponents } from './resize.ts'

/** Percents are read for these: sizes are shares of the parent's, spaces in letters and lines of the font's. */
const SHARED = ['width', 'height', 'letterSpacing', 'lineHeight'] as const
type SharedProperty = (typeof SHARED)[number]

const PERCENT = /^-?\d{1,6}(?:\.\d{1,4})?%$/
/** What a browser takes where nothing is said. */
const DEFAULT_FONT_PX = 16

type ShareStep = SetStep & { readonly property: SharedProperty; readonly value: string }

/** Whether a step gives a value in percent to a property that is a share of something. */
export function isShare(step: SetStep): step is ShareStep {
  return (
    SHARED.some((property) => property === step.property) &&
    typeof step.value === 'string' &&
    PERCENT.test(step.value)
  )
}

/** Sets a size to a share of the parent's, a letter spacing or line height to one of the font size. */
export function setShare(run: StepRun, { property, value, targets }: ShareStep): void {
  const percent = Number(value.slice(0, -1))
  if (property === 'width' || property === 'height') {
    if (run.variant === null)
      resizeComponents(run, { kind: 'resize', targets, [property]: { kind: 'share', share: percent / 100 } })
    else for (const node of run.resolveAll(targets)) run.write(node, property, `${percent}%`, true)
    return
  }
  if (Math.abs(percent) > MAX_PX || (property === 'lineHeight' && percent <= 0)) {
    run.fail('value-invalid', `A line height of ${value} cannot be: expected more than 0%.`)
    return
  }
  for (const node of run.resolveAll(targets)) writeShare(run, node, property, percent / 100)
}

function writeShare(
  run: StepRun,
  node: TreeNode,
  property: 'letterSpacing' | 'lineHeight',
  share: number,
): void {
  // A line height without a unit is a multiple of the font size (CSS Inline Layout 3, section 4.2).
  const base = property === 'lineHeight' ? 1 : (run.readNumber(node, 'fontSize') ?? DEFAULT_FONT_PX)
  run.write(node, property, roundFor(property, share * base), true)
}
