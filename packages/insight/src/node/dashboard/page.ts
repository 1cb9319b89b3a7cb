import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BenchHistory } from '../../pure/bench-history.ts'
import { batchSections } from './batch-sections.ts'
import type { BatchTrends } from './batch-trends.ts'
import { bars, embedJson, escapeHtml, figureList, plot, section, table } from './page-parts.ts'
import { BATCH_SCRIPT } from './batch-script.ts'
import { pageScript } from './page-script.ts'
import { PAGE_STYLE } from './page-style.ts'
import type { DashboardData } from './summary.ts'

export interface PageData {
  /** Null where no metrics of commands were given. */
  readonly commands: DashboardData | null
  /** Null where no results of a bench were given. */
  readonly bench: BenchHistory | null
  /** Null where no metrics of batches were given. */
  readonly batches: BatchTrends | null
}

/**
 * The dashboard as one page that needs no network: its style, the chart library and the data stand in it, and its content
 * security policy lets no other script run and nothing be loaded. Figures, tables and bars need no script.
 */
export function dashboardPage(data: PageData, title: string): string {
  const { commands, bench, batches } = data
  const library = asset('uplot/dist/uPlot.iife.min.js')
  const script = pageScript(batches === null ? '' : BATCH_SCRIPT)
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${hashOf(library)} ${hashOf(script)}`,
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${asset('uplot/dist/uPlot.min.css')}${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="faint">${commands === null ? '' : escapeHtml(period(commands))}</p>
</header>
<main>
${commands === null ? '' : commandSections(commands)}
${batches === null ? '' : batchSections(batches)}
${bench === null ? '' : section('Bench history', `${benchTable(bench)}${plot('bench', 'Medians of each scenario by commit; the table above holds the latest two')}`, 'Medians by commit, the latest beside the one before.')}
</main>
<script type="application/json" id="data">${embedJson(chartData(data))}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
`
}

/** What the script draws; the rest of the page is text already. */
function chartData({ commands, bench, batches }: PageData): unknown {
  if (batches === null) return { commands, bench, batches }
  const { columns, durations, successRates, concurrencies, levels, report } = batches
  const marks = levels.map((one) => ({ level: one.level, marks: one.marks }))
  return {
    commands,
    bench,
    batches: { columns, durations, successRates, concurrencies, levels: marks, level: report.options.level },
  }
}

function commandSections(commands: DashboardData): string {
  return `${figures(commands)}
${section('Stage latency', `${latencyTable(commands)}${plot('latency', 'How many commands took how long in each stage; the table above holds the percentiles')}`, 'How many commands took how long in each stage; the axis of times is logarithmic.')}
${section('Throughput', plot('throughput', 'Commands over time, and those that were not applied'), `Commands in ${commands.throughput.binSeconds} s each.`)}
<div class="columns">
${section('Outcomes', bars(commands.outcomes))}
${section('Top issues', bars(commands.issues))}
${section('Intents', bars(commands.intents))}
</div>
${section('Slowest commands', slowestTable(commands))}`
}

function period({ from, to, commands, skippedLines }: DashboardData): string {
  const skipped = skippedLines === 0 ? '' : ` ${skippedLines} lines were no records and were left out.`
  return from === null ? `No commands.${skipped}` : `${commands} commands from ${from} to ${to}.${skipped}`
}

function figures({ commands, outcomes, cacheHitRate, corrected, stages }: DashboardData): string {
  const total = stages.find(({ stage }) => stage === 'total')?.summary
  return figureList([
    ['commands', String(commands)],
    ['applied', share(outcomes['applied'] ?? 0, commands)],
    ['p50', micros(total?.p50 ?? 0)],
    ['p95', micros(total?.p95 ?? 0)],
    ['p99', micros(total?.p99 ?? 0)],
    ['cache hits', cacheHitRate === null ? 'none' : `${(cacheHitRate * 100).toFixed(1)}%`],
    ['corrected', String(corrected)],
  ])
}

function latencyTable({ stages }: DashboardData): string {
  return table(
    ['stage', 'p50', 'p95', 'p99', 'max'],
    stages.map(({ stage, summary }) => [
      stage,
      micros(summary.p50),
      micros(summary.p95),
      micros(summary.p99),
      micros(summary.max),
    ]),
    'Latency of each stage',
  )
}

function slowestTable({ slowest }: DashboardData): string {
  return table(
    ['command', 'outcome', 'time'],
    slowest.map(({ command, outcome, totalMicros }) => [
      command ?? '(words not recorded)',
      outcome,
      micros(totalMicros),
    ]),
    'Slowest commands',
  )
}

function benchTable({ scenarios }: BenchHistory): string {
  return table(
    ['scenario', 'before', 'latest', 'ratio', 'verdict'],
    scenarios.map(({ name, before, latest, ratio, verdict }) => [
      name,
      before === null ? '-' : micros(before),
      micros(latest),
      ratio === null ? '-' : ratio.toFixed(2),
      verdict,
    ]),
    'Scenarios of the bench',
  )
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)}%`
}

function micros(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} ms` : `${value.toFixed(1)} us`
}

function asset(path: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`
}
