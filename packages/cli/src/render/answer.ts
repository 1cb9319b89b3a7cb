import { unreachable } from 'blueprint-command-engine/base'
import type { Answer, Blueprint, Issue } from 'blueprint-command-engine'
import { renderChanges } from './changes.ts'
import { isFollower } from './followers.ts'
import { renderIssues } from './issues.ts'
import { outlineOf } from './outline.ts'
import type { Outline } from './outline.ts'
import { renderPatches } from './patches.ts'
import { renderSteps } from './steps.ts'
import { renderTimings } from './timings.ts'
import { renderTrace } from './trace.ts'
import { printable } from './printable.ts'
import { plural, section } from './view.ts'
import type { View } from './view.ts'

export interface AnswerParts {
  /** How it was read, and why these components. */
  readonly why: boolean
  readonly patches: boolean
  readonly timings: boolean
  /** The whole trace. */
  readonly trace: boolean
}

/** An answer for people, most important first: the outcome, what changed, why, what to watch out for, the details. */
export function renderAnswer(
  view: View,
  before: Blueprint,
  command: string,
  answer: Answer,
  parts: AnswerParts,
): string[] {
  const isDone = answer.status === 'applied' || answer.status === 'partial' || answer.status === 'answered'
  // A document that was refused may be anything: only an accepted one is looked into.
  const outline: Outline = isReadable(answer) ? outlineOf(answer.blueprint) : new Map()
  const showsSteps = parts.why || !isDone
  const errors = answer.issues.filter(({ severity }) => severity === 'error')
  const others = answer.issues.filter(
    (issue) => issue.severity !== 'error' && !(showsSteps && isSaidInSteps(answer, issue)),
  )
  const title = answer.status === 'clarify' ? 'Which one?' : 'Why not'
  const steps = isDone ? answer.steps : understoodSteps(answer.steps, errors)
  return [
    headline(view, answer),
    ...(answer.reply === undefined ? [] : ['', ...replyLines(answer.reply)]),
    ...section(view, 'Changes', isDone ? renderChanges(view, before, answer) : []),
    ...section(view, title, [...renderIssues(view, errors, command, outline), ...grammarHint(view, errors)]),
    ...section(view, isDone ? 'Why' : 'How it was read', showsSteps ? renderSteps(view, steps) : []),
    ...section(view, 'Watch out', renderIssues(view, others, command, outline)),
    ...section(
      view,
      `Patches (${answer.patches.length})`,
      parts.patches ? renderPatches(view, answer.patches) : [],
    ),
    ...section(view, 'Trace', parts.trace ? renderTrace(view, answer.trace) : []),
    ...section(view, 'Time', parts.timings ? renderTimings(view, answer.timings) : []),
  ]
}

/** What was asked is answered in sentences; texts of the document may hold anything. */
function replyLines(reply: string): string[] {
  return reply.split('\n').map(printable)
}

/** Of a refused command only what was understood is worth showing: the rest is said above. */
function understoodSteps(steps: Answer['steps'], errors: readonly Issue[]): Answer['steps'] {
  const said = new Set(errors.map(({ message }) => message))
  return steps
    .filter(({ targets, parameters }) => targets.length + parameters.length > 0)
    .map((step) => ({ ...step, notes: step.notes.filter((note) => !said.has(note)) }))
}

const UNREAD: ReadonlySet<Issue['code']> = new Set(['not-understood', 'unmeasurable', 'command-empty'])

function grammarHint(view: View, errors: readonly Issue[]): string[] {
  return errors.some(({ code }) => UNREAD.has(code))
    ? [view.palette.faint('"blueprint grammar" lists what you can say.')]
    : []
}

/** True unless the document itself was refused. */
export function isReadable(answer: Pick<Answer, 'issues'>): boolean {
  return !answer.issues.some(
    ({ stage, severity, code }) => severity === 'error' && (stage === 'input' || code === 'internal'),
  )
}

/** Notes like a corrected spelling stand with their step already. */
function isSaidInSteps(answer: Answer, { severity, code, message }: Issue): boolean {
  if (severity !== 'note') return false
  return code === 'corrected' || answer.steps.some(({ notes }) => notes.includes(message))
}

function headline(view: View, answer: Answer): string {
  const { palette } = view
  const count = countText(answer)
  switch (answer.status) {
    case 'applied':
      if (answer.changed.length === 0) return `${palette.good('✓ applied')}  nothing had to change`
      return `${palette.good('✓ applied')}  ${count}`
    case 'answered':
      return palette.good('✓ answered')
    case 'partial':
      return `${palette.warning('± partly applied')}  ${count}`
    case 'clarify':
      return `${palette.warning('? ambiguous')}  nothing was changed`
    case 'rejected':
      return `${palette.bad('✗ rejected')}  nothing was changed`
    default:
      return unreachable(answer.status)
  }
}

function countText({ changed, steps }: Answer): string {
  const meant = new Set(steps.flatMap(({ targets }) => targets.map(({ id }) => id)))
  const followers = changed.filter((entry) => isFollower({ meant }, entry)).length
  const count = `${plural(changed.length - followers, 'component')} changed`
  return followers === 0 ? count : `${count}, ${followers} followed`
}
