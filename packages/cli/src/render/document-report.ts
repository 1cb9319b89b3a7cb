import { unreachable } from 'blueprint-command-engine/base'
import type { Blueprint } from 'blueprint-command-engine'
import type { DocumentReport } from '../apply/document-report.ts'
import { renderIssues } from './issues.ts'
import { outlineOf } from './outline.ts'
import { cut, printable } from './printable.ts'
import { plural } from './view.ts'
import type { View } from './view.ts'

const MAX_COMMAND = 60

/** A question that was answered is as good as a command that was carried out. */
function isDone(status: DocumentReport['commands'][number]['status']): boolean {
  return status === 'applied' || status === 'answered'
}

/** One line that says what became of a document, and one for each command that failed. */
export function renderShortReport(view: View, report: DocumentReport): string[] {
  const failed = report.commands.filter(({ status }) => !isDone(status))
  return [
    headOf(view, report),
    ...failed.map(({ line, command, issues }) => {
      const why = issues.find(({ severity }) => severity === 'error')
      const reason = why === undefined ? '' : `: ${printable(why.message)}`
      return `    line ${line}, ${view.palette.faint(cut(printable(command), MAX_COMMAND))}${reason}`
    }),
  ]
}

/** What became of a document, command by command, with what there is to say about each. */
export function renderLongReport(view: View, report: DocumentReport, before: Blueprint | null): string[] {
  const { commands, plan } = report
  const lines = [headOf(view, report)]
  if (plan !== null && plan.groups.length > 0)
    lines.push(
      view.palette.faint(
        `${plural(commands.length, 'command')} in ${plural(plan.groups.length, 'pass', 'passes')}`,
      ),
    )
  const outline = before === null ? new Map<string, never>() : outlineOf(before)
  for (const { command, line, status, issues } of commands) {
    lines.push('', `${markOf(view, status)} ${view.palette.faint(`${line}:`)} ${printable(command)}`)
    const told = issues.filter(({ severity }) => severity !== 'note')
    lines.push(...renderIssues(view, told, command, outline).map((text) => `    ${text}`))
  }
  return lines
}

function headOf(view: View, { file, status, commands, changed, problem, written }: DocumentReport): string {
  const { palette } = view
  const name = palette.title(printable(file))
  if (problem !== null) return `${palette.bad('✗')} ${name}  ${problem}`
  const applied = commands.filter((command) => isDone(command.status)).length
  const count = `${plural(changed.length, 'component')} changed`
  const where = written === null ? '' : palette.faint(`  written to ${printable(written)}`)
  switch (status) {
    case 'applied':
      return `${palette.good('✓')} ${name}  ${plural(applied, 'command')} applied, ${count}${where}`
    case 'partial':
      return `${palette.warning('±')} ${name}  ${applied} of ${plural(commands.length, 'command')} applied, ${count}${where}`
    case 'rejected': {
      const failed = commands.length - applied
      return `${palette.bad('✗')} ${name}  nothing was changed: ${failed} of ${plural(commands.length, 'command')} failed`
    }
    case 'unreadable':
      return `${palette.bad('✗')} ${name}`
    default:
      return unreachable(status)
  }
}

function markOf({ palette }: View, status: DocumentReport['commands'][number]['status']): string {
  switch (status) {
    case 'applied':
    case 'answered':
      return palette.good('✓')
    case 'partial':
      return palette.warning('±')
    case 'clarify':
      return palette.warning('?')
    case 'rejected':
      return palette.bad('✗')
    default:
      return unreachable(status)
  }
}
