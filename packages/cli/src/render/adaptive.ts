import { basename } from 'node:path'
import type {
  BreakEven,
  CostPoint,
  ModelChoice,
  PhaseComparison,
  Place,
  Range,
  RunFigures,
  Unclear,
  Verdict,
} from '@blueprint-engine/insight'
import { cut, printable } from './printable.ts'
import { dollars, renderTable, withCommas } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { firstLines, plural } from './view.ts'

export function renderEvaluation(
  view: View,
  evaluations: readonly { readonly run: RunFigures; readonly verdicts: readonly Verdict[] }[],
): string[] {
  return evaluations.flatMap(({ run, verdicts }, i) => [
    ...(i === 0 ? [] : ['']),
    view.palette.title(`${printable(run.name)} (${printable(run.phase ?? 'no phase')}): ${doneText(run)}`),
    ...knownFigures(run),
    ...(verdicts.length === 0 ? ['  no success criteria, and no phase whose criteria are known'] : []),
    ...verdicts.map((verdict) => `  ${renderVerdict(view, verdict)}`),
    ...run.sums
      .filter(({ agrees }) => !agrees)
      .map(
        ({ path, place, stated, recomputed }) =>
          `  ${view.palette.warning('SUM')}     ${printable(path)} is stated as ${figure(stated)}; its parts make ${figure(recomputed)} ${placesText(view, [place])}`,
      ),
    ...renderUnclear(view, [...run.damage, ...run.unclear]),
  ])
}

function doneText({ completedTickets, plannedTickets }: RunFigures): string {
  const planned = plannedTickets > 0 ? `, ${plannedTickets} named` : ''
  if (completedTickets === null) return `the logs do not say what is done${planned}`
  const { low, high } = completedTickets.range
  return low === high ? `${plural(low, 'ticket')} done${planned}` : `${low} to ${high} tickets done${planned}`
}

/** Tickets, one per line: what the figures are made of. */
function knownFigures(run: RunFigures): string[] {
  return run.tickets
    .filter(({ outcome, tokens }) => outcome !== null || tokens !== null)
    .map(({ id, outcome, tokens, fixLoops, model, complexity }) => {
      const isOpen = fixLoops.low === 0 && fixLoops.high === Number.POSITIVE_INFINITY
      const facts = [
        outcome ?? 'outcome not told',
        ...(tokens === null
          ? []
          : [`${rangeText(tokens.tokens)} tokens${tokens.isEstimate ? ' (estimated)' : ''}`]),
        ...(isOpen
          ? []
          : [`${rangeText(fixLoops)} fix ${fixLoops.low === 1 && fixLoops.high === 1 ? 'loop' : 'loops'}`]),
        ...(model === null ? [] : [printable(model)]),
        ...(complexity === null ? [] : [complexity]),
      ]
      return `  ${printable(id)}: ${facts.join(', ')}`
    })
}

const MAX_UNCLEAR = 20

function renderUnclear(view: View, lines: readonly Unclear[]): string[] {
  if (lines.length === 0) return []
  const shown = lines.map(({ file, line, path, text, reason }) => {
    const said = path === '' ? '' : `${printable(path)}: ${cut(printable(text), 60)} `
    return `    ${printable(basename(file))}:${line}  ${said}(${printable(reason)})`
  })
  return [
    `  ${view.palette.warning('not understood')}, and counted nowhere:`,
    ...firstLines(view, shown, MAX_UNCLEAR, '--json shows all'),
  ]
}

function renderVerdict(view: View, verdict: Verdict): string {
  const { palette } = view
  const paint = { PASS: palette.good, FAIL: palette.bad, UNKNOWN: palette.warning }[verdict.verdict]
  const word = `${paint(verdict.verdict)}${' '.repeat(8 - verdict.verdict.length)}`
  const name = printable(verdict.name)
  const where = placesText(view, verdict.places)
  if (verdict.measure === null) return `${word}${name}: not understood: ${printable(verdict.text)} ${where}`
  const reason = verdict.reason === null || verdict.actual === null ? '' : `, ${verdict.reason}`
  const actual = verdict.actual === null ? (verdict.reason ?? '') : rangeText(verdict.actual)
  if (verdict.measure === 'all tickets passed review') {
    const { low, high } = verdict.actual ?? { low: 0, high: 1 }
    const answer =
      verdict.actual === null || low !== high ? (verdict.reason ?? 'not known') : low === 1 ? 'yes' : 'no'
    return `${word}${name}: ${verdict.measure}: ${answer} ${where}`.trimEnd()
  }
  const scope = verdict.scope === null ? '' : ` (${Object.values(verdict.scope).join(', ')})`
  return `${word}${name}: ${verdict.measure}${scope} ${actual}${reason}, asked for ${verdict.comparison} ${figure(verdict.limit!)} ${where}`.trimEnd()
}

const MAX_PLACES = 4

/** `[metadata.yaml:12, :15]`. */
function placesText({ palette }: View, places: readonly Place[]): string {
  const unique = [...new Map(places.map((place) => [`${place.file}:${place.line}`, place])).values()]
  if (unique.length === 0) return ''
  const shown = unique.slice(0, MAX_PLACES).map(({ file, line }, i) => {
    const isSame = i > 0 && unique[i - 1]!.file === file
    return `${isSame ? '' : printable(basename(file))}:${line}`
  })
  return palette.faint(`[${shown.join(', ')}${unique.length > MAX_PLACES ? ', …' : ''}]`)
}

function rangeText({ low, high }: Range): string {
  if (low === high) return figure(low)
  return high === Number.POSITIVE_INFINITY ? `${figure(low)} or more` : `${figure(low)} to ${figure(high)}`
}

export function renderComparison(view: View, comparison: PhaseComparison): string[] {
  const columns: readonly Column[] = [
    { title: '', align: 'left' },
    ...comparison.runs.map((title): Column => ({ title: printable(title), align: 'right' })),
  ]
  const rows = comparison.rows.map(({ label, cells }) => [label, ...cells.map(cellText)])
  const wrong = comparison.wrongSums.map(
    ({ run, path, place, stated, recomputed }) =>
      `${view.palette.warning('wrong sum')} in ${printable(run)}: ${printable(path)} is stated as ${figure(stated)}; its parts make ${figure(recomputed)} ${placesText(view, [place])}`,
  )
  return [...renderTable(view, columns, rows), ...wrong]
}

function cellText(cell: PhaseComparison['rows'][number]['cells'][number]): string {
  if (cell === null) return '-'
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return typeof cell === 'string' ? printable(cell) : rangeText(cell)
}

export function renderBreakEven(
  view: View,
  points: readonly CostPoint[],
  result: BreakEven,
  leftOut: readonly string[] = [],
): string[] {
  const { palette } = view
  const missing =
    leftOut.length === 0
      ? []
      : [
          palette.warning(
            `left out, tickets or tokens are not told exactly: ${printable(leftOut.join(', '))}`,
          ),
        ]
  if (result.status === 'insufficient data')
    return [palette.warning(`insufficient data: ${result.reason}`), ...missing]
  const { model, singleAgentPerTicket, crossing, paysFromTickets, interval } = result
  const verdict =
    paysFromTickets === null
      ? palette.bad('Orchestration never pays off: a ticket costs more than with a single agent.')
      : palette.good(`Orchestration pays off from ${plural(paysFromTickets, 'ticket')}.`)
  return [
    verdict,
    `orchestrated: ${figure(model.fixedTokens)} tokens + ${figure(model.perTicketTokens)} a ticket, fitted to ${plural(points.length, 'run')}`,
    `one agent:    ${figure(singleAgentPerTicket)} a ticket`,
    ...(crossing === null ? [] : [`same cost at  ${crossing.toFixed(2)} tickets${intervalText(interval)}`]),
    ...(crossing === null && interval !== null
      ? [`with 95% confidence it may still pay off off off${intervalText(interval)}`]
      : []),
    ...(result.isExtrapolated ? [palette.warning('an extrapolation beyond the largest run')] : []),
    ...missing,
  ]
}

function intervalText(interval: { readonly low: number; readonly high: number | null } | null): string {
  if (interval === null) return ' (no interval: the runs are too few or too scattered)'
  const high =
    interval.high === null ? 'no upper bound: it may never pay off off off' : interval.high.toFixed(2)
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
