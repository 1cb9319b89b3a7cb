import type { ChangedComponent, Issue, PlanAnswer } from 'blueprint-command-engine'
import type { BatchReport, CommandReport, HistoryReport, PreviewReport } from '../service/answers.ts'
import type { Revision } from '../store/revision.ts'
import type { ToolProblem } from './tool.ts'

/** Components told by name in an answer; the rest is counted. */
const MAX_CHANGED = 12
const MAX_ISSUES = 8

/** Answers in few words: an agent pays for every one of them. */
export function previewWords(report: PreviewReport): string {
  const { revision, preview } = report
  return lines(
    `would change on revision ${revision}: ${changedWords(report.changed)}`,
    ...remarks(report),
    `preview: ${preview}`,
  )
}

export function commandWords(report: CommandReport): string {
  if (report.status === 'answered') return lines(report.reply ?? 'there is no answer', ...remarks(report))
  const done = report.changed.length === 0 ? 'nothing had to change' : changedWords(report.changed)
  return lines(`${report.status}, revision ${report.revision}${rebased(report)}: ${done}`, ...remarks(report))
}

export function batchWords(report: BatchReport): string {
  const failed = report.answers.flatMap(({ status, issues }, i) =>
    status === 'applied' ? [] : [`command ${i + 1} ${status}: ${issues[0]?.message ?? 'no reason given'}`],
  )
  const head = `${report.status}, revision ${report.revision}${rebased(report)}: ${changedWords(report.changed)}`
  return lines(head, ...failed, ...issueWords(report.issues))
}

export function historyWords(report: HistoryReport): string {
  return `${report.kind} of revision ${report.of}, now revision ${report.revision}: ${changedWords(report.changed)}`
}

export function revisionWords({ number, kind, command, author, time, changed }: Revision): string {
  const what = typeof command === 'string' || typeof command === 'number' ? ` ${JSON.stringify(command)}` : ''
  return `${number} ${kind}${what} by ${author} ${new Date(time).toISOString()}: ${changedWords(changed)}`
}

export function planWords({ status, steps, issues, conflicts }: PlanAnswer): string {
  const read = steps.map(({ clause, intent, targets, parameters }) => {
    const who = targets.map(({ id, why }) => `${id} (${why})`).join(', ')
    return `"${clause}" is read as ${intent}${who === '' ? '' : ` of ${who}`}: ${JSON.stringify(parameters)}`
  })
  const stands = conflicts.map(({ message }) => `in the way: ${message}`)
  return lines(status, ...read, ...stands, ...issueWords(issues))
}

/** What is wrong, and what would work. */
export function problemWords({ kind, detail, issues = [] }: ToolProblem): string {
  const more = issueWords(issues).filter((text) => text !== detail)
  return lines(
    `${kind}: ${detail}`,
    ...more.filter((text) => !text.startsWith(`error: ${detail}`)),
    ...advice(issues),
  )
}

export function issueWords(issues: readonly Issue[]): readonly string[] {
  const told = issues.slice(0, MAX_ISSUES).map(({ severity, message }) => `${severity}: ${message}`)
  return issues.length > MAX_ISSUES ? [...told, `and ${issues.length - MAX_ISSUES} more`] : told
}

function advice(issues: readonly Issue[]): readonly string[] {
  const candidates = [...new Set(issues.flatMap((issue) => issue.candidates ?? []))]
  const suggestions = [...new Set(issues.flatMap((issue) => issue.suggestions ?? []))]
  return [
    ...(candidates.length > 0 ? [`it could be: ${candidates.slice(0, MAX_CHANGED).join(', ')}`] : []),
    ...suggestions.slice(0, MAX_ISSUES).map((text) => `this works: ${text}`),
  ]
}

function changedWords(changed: readonly ChangedComponent[]): string {
  if (changed.length === 0) return 'no component'
  const told = changed.slice(0, MAX_CHANGED).map(({ id, properties }) => `${id} ${properties.join('+')}`)
  const more = changed.length > MAX_CHANGED ? [`${changed.length - MAX_CHANGED} more`] : []
  return [...told, ...more].join(', ')
}

function remarks({ steps, issues }: CommandReport): readonly string[] {
  const notes = steps.flatMap((step) => step.notes).map((note) => `note: ${note}`)
  return [...notes, ...issueWords(issues)]
}

function rebased({ rebasedFrom }: { readonly rebasedFrom?: number }): string {
  return rebasedFrom === undefined ? '' : ` (worked out again, you had seen ${rebasedFrom})`
}

function lines(...all: readonly string[]): string {
  return [...new Set(all)].join('\n')
}
