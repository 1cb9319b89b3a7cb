import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BenchHistory } from '../bench-history/history.ts'
import { PAGE_SCRIPT } from './page-script.ts'
import { PAGE_STYLE } from './page-style.ts'
import type { DashboardData } from './summary.ts'

export interface PageData {
  readonly commands: DashboardData
  /** Null where no results of a bench were given. */
  readonly bench: BenchHistory | null
}

const MOST_BARS = 12

/**
 * The dashboard as one page that needs no network: its style, the chart library and the data stand in it, and its content
 * security policy lets no other script run and nothing be loaded. Figures, tables and bars need no script.
 */
export function dashboardPage(data: PageData, title: string): string {
  const { commands, bench } = data
  const library = asset('uplot/dist/uPlot.iife.min.js')
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src ${hashOf(library)} ${hashOf(PAGE_SCRIPT)}`,
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
<p class="faint">${escapeHtml(period(commands))}</p>
</header>
<main>
${figures(commands)}
${section('Stage latency', `${latencyTable(commands)}${plot('latency')}`, 'How many commands took how long in each stage; the axis of times is logarithmic.')}
${section('Throughput', plot('throughput'), `Commands in ${commands.throughput.binSeconds} s each.`)}
<div class="columns">
${section('Outcomes', bars(commands.outcomes))}
${section('Top issues', bars(commands.issues))}
${section('Intents', bars(commands.intents))}
</div>
${section('Slowest commands', slowestTable(commands))}
${bench === null ? '' : section('Bench history', `${benchTable(bench)}${plot('bench')}`, 'Medians by commit, the latest beside the one before.')}
</main>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${library}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

function period({ from, to, commands, skippedLines }: DashboardData): string {
  const skipped = skippedLines === 0 ? '' : ` ${skippedLines} lines were no records and were left out.`
  return from === null ? `No commands.${skipped}` : `${commands} commands from ${from} to ${to}.${skipped}`
}

function figures({ commands, outcomes, cacheHitRate, corrected, stages }: DashboardData): string {
  const total = stages.find(({ stage }) => stage === 'total')?.summary
  const rows: readonly (readonly [string, string])[] = [
    ['commands', String(commands)],
    ['applied', share(outcomes['applied'] ?? 0, commands)],
    ['p50', micros(total?.p50 ?? 0)],
    ['p95', micros(total?.p95 ?? 0)],
    ['p99', micros(total?.p99 ?? 0)],
    ['cache hits', cacheHitRate === null ? 'none' : `${(cacheHitRate * 100).toFixed(1)}%`],
    ['corrected', String(corrected)],
  ]
  const items = rows.map(([name, value]) => `<li><strong>${escapeHtml(value)}</strong>${name}</li>`)
  return `<ul class="figures">${items.join('')}</ul>`
}

function section(title: string, content: string, note = ''): string {
  return `<section><h2>${title}</h2>${note === '' ? '' : `<p class="faint">${escapeHtml(note)}</p>`}${content}</section>`
}

function plot(id: string): string {
  return `<div class="plot" id="${id}"></div>`
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
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p class="faint">None.</p>'
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}${text === 'slower' ? ' class="worse"' : ''}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`
  return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
}

function bars(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts)
  if (entries.length === 0) return '<p class="faint">None.</p>'
  const largest = Math.max(...entries.map(([, value]) => value))
  const items = entries
    .slice(0, MOST_BARS)
    .map(
      ([name, value]) =>
        `<li><span>${escapeHtml(name)}</span><b>${value}</b><i style="width:${((value / largest) * 100).toFixed(1)}%"></i></li>`,
    )
  const rest =
    entries.length > MOST_BARS ? `<li><span>and ${entries.length - MOST_BARS} more</span></li>` : ''
  return `<ul class="bars">${items.join('')}${rest}</ul>`
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

/** JSON that cannot end the element it stands in. */
function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
