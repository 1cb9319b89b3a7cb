import type { BreakEven, CostPoint } from '../../orchestrator/adaptive/break-even.ts'
import type { ModelChoice } from '../../orchestrator/adaptive/model-choice.ts'
import type { PhaseComparison } from '../../orchestrator/adaptive/phase-comparison.ts'
import type { RunFigures } from '../../orchestrator/adaptive/run-figures.ts'
import type { Verdict } from '../../orchestrator/adaptive/success-criteria.ts'
import { printable } from './printable.ts'
import { dollars, renderTable, withCommas } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { plural } from './view.ts'

export function renderEvaluation(
  view: View,
  evaluations: readonly { readonly run: RunFigures; readonly verdicts: readonly Verdict[] }[],
): string[] {
  return evaluations.flatMap(({ run, verdicts }, i) => {
    const done =
      run.completedTickets === null ? 'nothing done yet' : `${plural(run.completedTickets, 'ticket')} done`
    const planned = run.tickets.length > 0 ? `, ${run.tickets.length} planned` : ''
    return [
      ...(i === 0 ? [] : ['']),
      view.palette.title(`${printable(run.name)} (${printable(run.phase ?? 'no phase')}): ${done}${planned}`),
      ...(verdicts.length === 0 ? ['  no success criteria, and no phase whose criteria are known'] : []),
      ...verdicts.map((verdict) => `  ${renderVerdict(view, verdict)}`),
      ...run.sums
        .filter(({ agrees }) => !agrees)
        .map(
          ({ path, stated, recomputed }) =>
            `  ${view.palette.warning('SUM')}     ${printable(path)} is stated as ${figure(stated)}; its parts make ${figure(recomputed)}`,
        ),
    ]
  })
}

function renderVerdict({ palette }: View, verdict: Verdict): string {
  const paint = { PASS: palette.good, FAIL: palette.bad, UNKNOWN: palette.warning }[verdict.verdict]
  const word = `${paint(verdict.verdict)}${' '.repeat(8 - verdict.verdict.length)}`
  const name = printable(verdict.name)
  if (verdict.measure === null) return `${word}${name}: not understood: ${printable(verdict.text)}`
  const actual = verdict.actual === null ? 'not in the logs' : figure(verdict.actual)
  if (verdict.measure === 'all tickets passed review') {
    return `${word}${name}: ${verdict.measure}: ${verdict.actual === null ? actual : verdict.actual === 1 ? 'yes' : 'no'}`
  }
  return `${word}${name}: ${verdict.measure} ${actual}, asked for ${verdict.comparison} ${figure(verdict.limit!)}`
}

export function renderComparison(view: View, comparison: PhaseComparison): string[] {
  const columns: readonly Column[] = [
    { title: '', align: 'left' },
    ...comparison.runs.map((title): Column => ({ title: printable(title), align: 'right' })),
  ]
  const rows = comparison.rows.map(({ label, cells }) => [label, ...cells.map(cellText)])
  const wrong = comparison.wrongSums.map(
    ({ run, path, stated, recomputed }) =>
      `${view.palette.warning('wrong sum')} in ${printable(run)}: ${printable(path)} is stated as ${figure(stated)}; its parts make ${figure(recomputed)}`,
  )
  return [...renderTable(view, columns, rows), ...wrong]
}

function cellText(cell: PhaseComparison['rows'][number]['cells'][number]): string {
  if (cell === null) return '-'
  if (typeof cell === 'number') return figure(cell)
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell
}

export function renderBreakEven(view: View, points: readonly CostPoint[], result: BreakEven): string[] {
  const { palette } = view
  if (result.status === 'insufficient data') return [palette.warning(`insufficient data: ${result.reason}`)]
  const { model, singleAgentPerTicket, crossing, paysFromTickets, interval } = result
  const verdict =
    paysFromTickets === null
      ? palette.bad(
          'Do not orchestrate for the cost: it never pays. A ticket costs more than one agent alone.',
        )
      : palette.good(`Orchestration pays from ${plural(paysFromTickets, 'ticket')}.`)
  return [
    verdict,
    `orchestrated: ${figure(model.fixedTokens)} tokens + ${figure(model.perTicketTokens)} a ticket, fitted to ${plural(points.length, 'run')}`,
    `one agent:    ${figure(singleAgentPerTicket)} a ticket`,
    ...(crossing === null ? [] : [`same cost at  ${crossing.toFixed(2)} tickets${intervalText(interval)}`]),
    ...(crossing === null && interval !== null
      ? [`with 95% confidence it may still pay${intervalText(interval)}`]
      : []),
    ...(result.isExtrapolated ? [palette.warning('beyond the largest run that was seen: a guess')] : []),
  ]
}

function intervalText(interval: { readonly low: number; readonly high: number | null } | null): string {
  if (interval === null) return ' (no interval: the runs are too few or too scattered)'
  const high = interval.high === null ? 'no upper bound: it may never pay' : interval.high.toFixed(2)
  return ` (95% interval: ${interval.low.toFixed(2)} to ${high})`
}

const CHOICE_COLUMNS: readonly Column[] = [
  { title: 'model', align: 'left' },
  { title: 'first try', align: 'right' },
  { title: '95% interval', align: 'right' },
  { title: 'expected cost', align: 'right' },
  { title: 'from', align: 'right' },
  { title: 'to', align: 'right' },
  { title: 'verdict', align: 'left' },
]

export function renderChoice(view: View, choice: ModelChoice): string[] {
  const then = choice.upgrades.length === 0 ? '' : `, on failure ${choice.upgrades.join(', then ')}`
  return [
    view.palette.title(`${choice.model}, review ${choice.tier} (${choice.complexity})${then}`),
    choice.reason,
    '',
    ...renderTable(
      view,
      CHOICE_COLUMNS,
      choice.assessments.map(({ model, evidence, verdict, expectedUsd, successesMissing }) => [
        model,
        evidence.trials === 0 ? 'no trials' : `${evidence.successes} of ${evidence.trials}`,
        `${Math.round(evidence.low * 100)}% to ${Math.round(evidence.high * 100)}%`,
        dollars(expectedUsd.expected),
        dollars(expectedUsd.best),
        dollars(expectedUsd.worst),
        verdict === 'not yet shown' && successesMissing !== null
          ? `${verdict}: ${plural(successesMissing, 'success', 'successes')} in a row would do`
          : verdict,
      ]),
    ),
  ]
}

function figure(value: number): string {
  // Adding zero turns a rounded -0 into 0.
  return withCommas(Number(value.toFixed(1)) + 0)
}
