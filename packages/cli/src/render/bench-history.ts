import type { BenchHistory, BenchVerdict } from '@blueprint-engine/insight'
import { printable } from './printable.ts'
import { sparkline } from './sparkline.ts'
import { renderTable } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { hang, plural, section } from './view.ts'

/** The history as Markdown: first what became slower, then every scenario, then the commits. */
export function historyMarkdown(history: BenchHistory): string {
  const { commits, scenarios, regressions } = history
  const lines = [
    '# Bench history',
    '',
    `${headline(history)}.`,
    '',
    regressions.length === 0 ? 'Nothing became slower.' : `Slower: ${regressions.join(', ')}.`,
    '',
    '| scenario | before us | latest us | ratio | p | verdict |',
    '|---|---:|---:|---:|---:|---|',
    ...scenarios.map(
      ({ name, before: from, latest: to, ratio, probability, verdict }) =>
        `| ${cell(name)} | ${from?.toFixed(2) ?? ''} | ${to.toFixed(2)} | ${ratio?.toFixed(3) ?? ''} | ${probability?.toFixed(4) ?? ''} | ${verdict} |`,
    ),
    '',
    '| commit | date | runs |',
    '|---|---|---:|',
    ...commits.map(({ commit, date, runs }) => `| ${cell(commit)} | ${cell(date)} | ${runs} |`),
    '',
  ]
  return lines.join('\n')
}

function headline({ commits }: BenchHistory): string {
  const latest = commits.at(-1)
  const before = commits.at(-2)
  if (latest === undefined) return 'No runs'
  const runs = `${latest.commit} (${plural(latest.runs, 'run')})`
  return before === undefined
    ? `Only one commit: ${runs}`
    : `${runs} against ${before.commit} (${plural(before.runs, 'run')})`
}

function cell(text: string): string {
  return printable(text).replaceAll('|', '\\|')
}

const right = (title: string): Column => ({ title, align: 'right' })
const left = (title: string): Column => ({ title, align: 'left' })
const COLUMNS: readonly Column[] = [
  left('scenario'),
  ...['before', 'latest', 'ratio', 'p'].map(right),
  left('verdict'),
]
const SHORTEST_HISTORY = 3

/** The history for a terminal: aligned and coloured, with the medians of every commit as bars. */
export function renderHistory(view: View, history: BenchHistory): string[] {
  const { palette } = view
  const { commits, scenarios, regressions } = history
  const table = renderTable(
    view,
    COLUMNS,
    scenarios.map(({ name, before, latest, ratio, probability, verdict }) => [
      name,
      before === null ? '' : micros(before),
      micros(latest),
      ratio?.toFixed(2) ?? '',
      probability?.toFixed(4) ?? '',
      verdict,
    ]),
  )
  const [head = '', ...rows] = table
  const paint = paintersOf(view)
  return [
    palette.title(printable(headline(history))),
    regressions.length === 0
      ? palette.good('nothing became slower')
      : palette.bad(`${plural(regressions.length, 'scenario')} became slower`),
    '',
    head,
    ...rows.map((row, i) => paint[scenarios[i]!.verdict](row)),
    ...section(
      view,
      'Medians by commit, oldest first',
      commits.length < SHORTEST_HISTORY ? [] : barLines(view, history),
    ),
    ...section(
      view,
      'Commits',
      renderTable(
        view,
        [left('commit'), left('date'), right('runs')],
        commits.map(({ commit, date, runs }) => [commit, date, String(runs)]),
      ),
    ),
  ]
}

function paintersOf({ palette }: View): { readonly [verdict in BenchVerdict]: (text: string) => string } {
  const plain = (text: string): string => text
  return {
    slower: palette.bad,
    faster: palette.good,
    unchanged: plain,
    new: plain,
    'insufficient data': palette.warning,
  }
}

/** Bars from zero, with the smallest, the largest and the latest median. */
function barLines(view: View, { commits, scenarios }: BenchHistory): string[] {
  const width = scenarios.reduce((widest, { name }) => Math.max(widest, printable(name).length), 0)
  return scenarios.flatMap(({ name }) => {
    const medians = commits.map((commit) => commit.medians[name] ?? null)
    const known = medians.flatMap((value) => value ?? [])
    const figures = `min ${micros(Math.min(...known))}, max ${micros(Math.max(...known))}, last ${micros(known.at(-1)!)}`
    const bars = sparkline(medians, Math.max(8, view.columns - width - figures.length - 5))
    return hang(view, `${printable(name).padEnd(width)} `, `${bars} ${view.palette.faint(figures)}`)
  })
}

function micros(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} ms` : `${value.toFixed(2)} us`
}
