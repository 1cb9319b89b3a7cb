import type { DialectAnswer, TextEdit } from 'blueprint-command-engine'
import { renderIssues } from './issues.ts'
import { renderPatches } from './patches.ts'
import { cut, printable } from './printable.ts'
import { firstLines, plural, section } from './view.ts'
import type { View } from './view.ts'

const MAX_EDITS = 12
const MAX_SHOWN = 60

/** The answer to a command on a document of a dialect: what happened, why not, and what is written where. */
export function renderDialectAnswer(
  view: View,
  source: unknown,
  command: string,
  answer: DialectAnswer<unknown>,
): string[] {
  const errors = answer.issues.filter(({ severity }) => severity === 'error')
  const others = answer.issues.filter(({ severity }) => severity !== 'error')
  const edits = typeof source === 'string' ? answer.edits.map((edit) => editLine(view, source, edit)) : []
  return [
    headline(view, answer),
    ...section(view, 'Why not', renderIssues(view, errors, command, new Map())),
    ...section(view, 'Watch out', renderIssues(view, others, command, new Map())),
    ...section(view, `Edits (${edits.length})`, firstLines(view, edits, MAX_EDITS, '--json lists all')),
    ...section(view, `Patches (${answer.patches.length})`, renderPatches(view, answer.patches)),
  ]
}

function headline(view: View, { status, changed }: DialectAnswer<unknown>): string {
  const { palette } = view
  const count = `${plural(changed.length, 'element')} changed`
  if (status === 'applied')
    return `${palette.good('✓ applied')}  ${changed.length === 0 ? 'nothing had to change' : count}`
  if (status === 'partial') return `${palette.warning('± partly applied')}  ${count}`
  const mark = status === 'clarify' ? palette.warning('? not clear') : palette.bad('✗ rejected')
  return `${mark}  nothing was changed`
}

/** "line 12: old → new". O(length up to the edit). */
function editLine(view: View, source: string, { start, end, text }: TextEdit): string {
  const line = source.slice(0, start).split('\n').length
  const before = cut(printable(source.slice(start, end)), MAX_SHOWN)
  return `${view.palette.faint(`line ${line}`)}  ${before === '' ? '' : `${before} → `}${cut(printable(text), MAX_SHOWN)}`
}
