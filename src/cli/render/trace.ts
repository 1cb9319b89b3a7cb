import type { Trace } from '../../core/index.ts'
import { printable, quoted } from './printable.ts'
import { firstLines, hang } from './view.ts'
import type { View } from './view.ts'

type TraceClause = Trace['clauses'][number]
type TraceReading = TraceClause['readings'][number]
type TraceReference = TraceClause['references'][number]

const MAX_CLAUSES = 40
const MAX_CANDIDATES = 5

/** Every reading, reference and rule of one command, with the reason for each. */
export function renderTrace(view: View, trace: Trace): string[] {
  const clauses = trace.clauses.slice(0, MAX_CLAUSES).flatMap((clause) => clauseLines(view, clause))
  if (trace.clauses.length > MAX_CLAUSES)
    clauses.push(view.palette.faint(`… ${trace.clauses.length - MAX_CLAUSES} more`))
  return [...clauses, ...ruleLines(view, trace)]
}

function clauseLines(view: View, clause: TraceClause): string[] {
  return [
    quoted(clause.text, Math.max(30, view.columns - 6)),
    ...new Set(clause.readings.flatMap((reading) => readingLines(view, reading))),
    ...clause.references.flatMap((reference) => referenceLines(view, reference)),
  ]
}

/** The same family may have read it in several ways that end alike: one line says so. */
function readingLines(view: View, { family, accepted, reason }: TraceReading): string[] {
  const mark = accepted ? view.palette.added('✓') : view.palette.faint('✗')
  return hang(view, `  ${mark} `, `${printable(family)}: ${printable(reason)}`)
}

function referenceLines(view: View, { phrase, candidates, chosen }: TraceReference): string[] {
  const { palette } = view
  const names = chosen.map(printable).join(', ')
  const lines = candidates.map(({ id, score, why }) => {
    const mark = chosen.includes(id) ? palette.added('✓') : palette.faint('·')
    return `    ${mark} ${score.toFixed(2)} ${palette.id(printable(id))}  ${palette.faint(printable(why))}`
  })
  return [
    ...hang(view, '  ', `${quoted(phrase)} → ${names === '' ? 'nothing' : names}`),
    ...firstLines(view, lines, MAX_CANDIDATES, '--json --explain lists all'),
  ]
}

function ruleLines(view: View, { rules }: Trace): string[] {
  if (rules.length === 0) return []
  const parts = rules.map(
    ({ rule, level, found }) => `${rule} (${level})${found > 0 ? ` (${found} found)` : ''}`,
  )
  return hang(view, 'rules ', parts.join(', '), view.palette.faint)
}
