import { unreachable } from 'blueprint-command-engine/base'
import type { Issue } from 'blueprint-command-engine'
import { kindOf, whereabouts } from './outline.ts'
import type { Outline } from './outline.ts'
import { printable } from './printable.ts'
import { firstLines, hang } from './view.ts'
import type { View } from './view.ts'

const MAX_ISSUES = 40
const MAX_CANDIDATES = 12

/** Each issue with its place in the command, what the words could mean, and the commands that would fix it. */
export function renderIssues(
  view: View,
  issues: readonly Issue[],
  command: string,
  outline: Outline,
): string[] {
  const blocks = issues.slice(0, MAX_ISSUES).map((issue) => issueBlock(view, issue, command, outline))
  const lines = blocks.flat()
  if (issues.length > MAX_ISSUES)
    lines.push(view.palette.faint(`… ${issues.length - MAX_ISSUES} more; --json lists all`))
  return lines
}

function issueBlock(view: View, issue: Issue, command: string, outline: Outline): string[] {
  // Most messages say themselves what they are about.
  const isSaid = issue.id !== undefined || (issue.path ?? '') === '' || issue.message.includes(issue.path!)
  const where = isSaid ? '' : ` (${printable(issue.path!)})`
  return [
    ...hang(view, `${markOf(issue)} `, `${issue.code}: ${printable(issue.message)}${where}`, (line) =>
      paintOf(view, issue)(line),
    ),
    ...excerpt(view, issue, command),
    ...candidateLines(view, issue, outline),
    ...suggestionLines(view, issue),
  ]
}

function markOf({ severity, code }: Issue): string {
  if (code === 'reference-ambiguous') return '?'
  switch (severity) {
    case 'error':
      return '✗'
    case 'warning':
      return '!'
    case 'note':
      return '·'
    default:
      return unreachable(severity)
  }
}

function paintOf(view: View, { severity }: Issue): (text: string) => string {
  if (severity === 'error') return view.palette.removed
  return severity === 'warning' ? view.palette.warning : view.palette.faint
}

/** The part of the command that is meant, underlined, with as much around it as fits on a line. */
function excerpt(view: View, issue: Issue, command: string): string[] {
  const { span } = issue
  if (span === undefined || span.end <= span.start || span.end > command.length) return []
  const room = Math.max(20, view.columns - 12)
  const length = Math.min(span.end - span.start, room)
  const start = Math.max(0, Math.min(span.start - Math.floor((room - length) / 2), command.length - room))
  // Escapes make a text longer, so each part is made printable before it is measured.
  const lead = `${start > 0 ? '…' : ''}${printable(command.slice(start, span.start))}`
  const marked = printable(command.slice(span.start, span.start + length))
  const rest = printable(command.slice(span.start + length, start + room))
  const tail = start + room < command.length ? '…' : ''
  return [
    `    ${lead}${marked}${rest}${tail}`,
    `    ${' '.repeat(lead.length)}${view.palette.warning('^'.repeat(marked.length))}`,
  ]
}

function candidateLines(view: View, issue: Issue, outline: Outline): string[] {
  const candidates = issue.candidates ?? []
  const width = Math.max(0, ...candidates.slice(0, MAX_CANDIDATES).map((id) => printable(id).length))
  const lines = candidates.map((id) => {
    const place = outline.get(id)
    const name = printable(id)
    if (place === undefined) return `    ${view.palette.id(name)}`
    const gap = ' '.repeat(Math.max(0, width - name.length))
    return `    ${view.palette.id(name)}${gap}  ${kindOf(view, place.component)}  ${view.palette.faint(whereabouts(place))}`
  })
  return firstLines(view, lines, MAX_CANDIDATES, '--json lists all')
}

/** Numbered, so that the interactive mode can take the number for the command. */
function suggestionLines(view: View, issue: Issue): string[] {
  const suggestions = issue.suggestions ?? []
  if (suggestions.length === 0) return []
  const lead = issue.severity === 'error' ? 'this would work:' : 'this would fix it:'
  if (suggestions.length === 1)
    return hang(view, `    ${lead} `, printable(suggestions[0]!), view.palette.added)
  const lines = suggestions.flatMap((text, i) =>
    hang(view, `      ${i + 1}. `, printable(text), view.palette.added),
  )
  return [
    `    ${lead.replace('this', 'one of these')}`,
    ...firstLines(view, lines, MAX_CANDIDATES, '--json lists all'),
  ]
}
