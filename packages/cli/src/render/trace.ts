import type { Trace } from 'blueprint-command-engine'
import { printable, quoted } from './printable.ts'
import { firstLines, hang } from './view.ts'
import type { View } from './view.ts'

type TraceClause = Trace['clauses'][number]
type TraceReading = TraceClause['readings'][number]
type TraceReference = TraceClause['references'][number]

const MAX_CLAUSES = 40
const MAX_CANDIDATES = 5
const MAX_FAMILIES = 5

/** Every reading, reference and rule of one command, with the reason for each. */
export function renderTrace(view: View, trace: Trace): string[] {
  const clauses = trace.clauses.slice(0, MAX_CLAUSES).flatMap((clause) => clauseLines(view, clause))
  if (trace.clauses.length > MAX_CLAUSES)
    clauses.push(view.palette.faint(`… ${trace.clauses.length - MAX_CLAUSES} more`))
  return [...correctionLines(view, trace), ...clauses, ...ruleLines(view, trace)]
}

function correctionLines(view: View, { corrections }: Trace): string[] {
  return corrections.map(
    ({ from, to, kind }) =>
      `${view.palette.warning(`${printable(kind.replaceAll('-', ' '))}:`)} ${quoted(from)} read as ${quoted(to)}`,
  )
}

function clauseLines(view: View, clause: TraceClause): string[] {
  return [
    quoted(clause.text, Math.max(30, view.columns - 6)),
    ...readingLines(view, clause.readings),
    ...clause.references.flatMap((reference) => referenceLines(view, reference)),
  ]
}

/** Families for the same reason stand in one line: most could not read the words at all. */
function readingLines(view: View, readings: readonly TraceReading[]): string[] {
  const families = new Map<string, Set<string>>()
  for (const { family, accepted, reason } of readings) {
    const key = `${accepted ? '✓' : '✗'}${reason}`
    families.set(key, (families.get(key) ?? new Set()).add(family))
  }
  return [...families].flatMap(([key, names]) => {
    const isAccepted = key.startsWith('✓')
    const mark = isAccepted ? view.palette.added('✓') : view.palette.faint('✗')
    const text = `${nameList([...names])}: ${printable(key.slice(1))}`
    return hang(view, `  ${mark} `, text, isAccepted ? (line) => line : view.palette.faint)
  })
}

function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MAX_FAMILIES).map(printable).join(', ')
  return names.length > MAX_FAMILIES ? `${shown} and ${names.length - MAX_FAMILIES} more` : shown
}

function referenceLines(view: View, { phrase, candidates, chosen }: TraceReference): string[] {
  const { palette } = view
  // What fits wholly and is not chosen was one of several.
  const nothing = candidates.some(({ score }) => score === 1) ? 'not decided' : 'nothing'
  const lines = candidates.map(({ id, score, why }) => {
    const mark = chosen.includes(id) ? palette.added('✓') : palette.faint('·')
    return `    ${mark} ${score.toFixed(2)} ${palette.id(printable(id))}  ${palette.faint(printable(why))}`
  })
  return [
    ...hang(view, '  ', `${quoted(phrase)} → ${chosen.length === 0 ? nothing : nameList(chosen)}`),
    ...firstLines(view, lines, MAX_CANDIDATES, '--json --explain lists all'),
  ]
}

function ruleLines(view: View, { rules }: Trace): string[] {
  const levels = [...new Set(rules.map(({ level }) => level))]
  return levels.flatMap((level) => {
    const names = rules
      .filter((rule) => rule.level === level)
      .map(({ rule, found }) => (found > 0 ? `${rule} (${found} found)` : rule))
    return hang(view, '', `rules, ${level}s: ${names.join(', ')}`, view.palette.faint)
  })
}
