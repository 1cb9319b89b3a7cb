import type { StepReport } from 'blueprint-command-engine'
import { describeStep } from './step-text.ts'
import { printable, quoted } from './printable.ts'
import { firstLines, hang } from './view.ts'
import type { View } from './view.ts'

const MAX_STEPS = 40
const MAX_TARGETS = 6
const MAX_PARAMETERS = 6
const MAX_NOTES = 5

/** How the command was read: each clause with its intent, what it means, why these components, and what was said about it. */
export function renderSteps(view: View, steps: readonly StepReport[]): string[] {
  const lines = steps.slice(0, MAX_STEPS).flatMap((step, i) => stepBlock(view, step, i + 1))
  if (steps.length > MAX_STEPS)
    lines.push(view.palette.faint(`… ${steps.length - MAX_STEPS} more; --json lists all`))
  return lines
}

function stepBlock(view: View, step: StepReport, number: number): string[] {
  const { palette } = view
  const words = step.clause === '' ? 'step' : quoted(step.clause, Math.max(30, view.columns - 24))
  const status = step.status === 'applied' ? '' : `  ${palette.warning(step.status)}`
  const first = `${number}. `
  const indent = ' '.repeat(first.length)
  return [
    `${first}${words} ${palette.faint('→')} ${palette.title(printable(step.intent))}${status}`,
    ...firstLines(
      view,
      step.parameters.flatMap((parameter) => hang(view, indent, describeStep(parameter, targetsOf(step)))),
      MAX_PARAMETERS,
      '--json lists all',
    ),
    ...targetLines(view, step, indent),
    ...step.corrections.map(
      ({ from, to, kind }) =>
        `${indent}${palette.warning(`${kind.replaceAll('-', ' ')}:`)} ${quoted(from)} read as ${quoted(to)}`,
    ),
    ...noteLines(view, step, indent),
  ]
}

function noteLines(view: View, step: StepReport, indent: string): string[] {
  const lines = step.notes
    .slice(0, MAX_NOTES)
    .flatMap((note) => hang(view, `${indent}${view.palette.faint('note:')} `, printable(note)))
  if (step.notes.length > MAX_NOTES)
    lines.push(
      `${indent}${view.palette.faint(`… ${step.notes.length - MAX_NOTES} more notes; --json lists all`)}`,
    )
  return lines
}

function targetsOf(step: StepReport): ReadonlySet<string> {
  return new Set(step.targets.map(({ id }) => id))
}

function targetLines(view: View, step: StepReport, indent: string): string[] {
  const lines = step.targets.map(
    ({ id, why }) =>
      `${indent}${view.palette.faint('on')} ${view.palette.id(printable(id))}  ${view.palette.faint(printable(why))}`,
  )
  return firstLines(view, lines, MAX_TARGETS, '--json lists all')
}
