import type { Spawn, Grouping, TokenReport, TokenRow } from '@blueprint-engine/insight'
import { cacheWriteTokens } from '@blueprint-engine/insight'
import { cut, printable } from './printable.ts'
import { dollars, renderTable, withCommas } from './table.ts'
import type { Column } from './table.ts'
import type { View } from './view.ts'
import { firstLines, plural, section } from './view.ts'

const MAX_ROWS = 20
const MAX_NAME_LENGTH = 40

/** What stands for a row without a name. */
const NAMELESS: { readonly [grouping in Grouping]: string } = {
  model: 'unknown',
  session: 'no session',
  agent: 'main thread',
  tool: 'no tool',
  project: 'no project',
  day: 'no time',
  week: 'no time',
  month: 'no time',
  block: 'no time',
  batch: 'unassigned',
  item: 'unassigned',
  phase: 'unassigned',
  'batch and phase': 'unassigned',
}

export function renderTokenReport(view: View, report: TokenReport, fileCount: number): string[] {
  const { counts, total, spawns } = report
  const lines = [
    `${plural(fileCount, 'file')}, ${withCommas(counts.lines)} lines, ${withCommas(counts.usageLines)} with usage, ${withCommas(total.responses)} unique responses`,
    ...renderFaults(view, report),
    `${withCommas(total.totalTokens)} tokens, ${dollars(total.costUsd)}${unpriced(total)}`,
    view.palette.faint(
      `adding up all lines would give ${withCommas(counts.naiveTotalTokens)}: responses are repeated`,
    ),
  ]
  for (const [grouping, rows] of Object.entries(report.groups)) {
    // The keys of groups are groupings.
    const table = renderRows(view, grouping as Grouping, rows)
    lines.push(...section(view, `By ${grouping}`, firstLines(view, table, MAX_ROWS, '--json shows all')))
  }
  const agents = spawns.map(renderSpawn)
  return [
    ...lines,
    ...section(view, 'Subagents started', firstLines(view, agents, MAX_ROWS, '--json shows all')),
  ]
}

function renderFaults(view: View, { counts }: TokenReport): string[] {
  const faults = [
    [counts.brokenLines, 'broken'],
    [counts.oversizedLines, 'too long'],
    [counts.invalidUsageLines, 'with a usage that cannot be read'],
    [counts.syntheticLines, 'synthetic'],
  ] as const
  const said = faults.filter(([count]) => count > 0).map(([count, what]) => `${withCommas(count)} ${what}`)
  return said.length === 0 ? [] : [view.palette.warning(`lines not counted: ${said.join(', ')}`)]
}

const COLUMNS: readonly Column[] = [
  { title: '', align: 'left' },
  ...['responses', 'input', 'output', 'cache writes', 'cache reads', 'total', 'cost'].map(
    (title): Column => ({ title, align: 'right' }),
  ),
]

function renderRows(view: View, grouping: Grouping, rows: readonly TokenRow[]): string[] {
  return renderTable(
    view,
    COLUMNS,
    rows.map((row) => [
      cut(row.name ?? NAMELESS[grouping], MAX_NAME_LENGTH),
      withCommas(row.responses),
      withCommas(row.usage.inputTokens),
      withCommas(row.usage.outputTokens),
      withCommas(cacheWriteTokens(row.usage)),
      withCommas(row.usage.cacheReadTokens),
      withCommas(row.totalTokens),
      costText(row),
    ]),
  )
}

function costText(row: TokenRow): string {
  if (row.unpricedResponses === 0) return dollars(row.costUsd)
  return row.costUsd === 0 ? 'unknown' : `${dollars(row.costUsd)} or more`
}

function renderSpawn(spawn: Spawn): string {
  const name = spawn.agentName ?? spawn.agentType ?? 'agent'
  const facts = [
    spawn.model === undefined ? '' : `model ${spawn.model}`,
    spawn.claimedTokens === undefined ? '' : `reports having used ${withCommas(spawn.claimedTokens)} tokens`,
  ].filter((fact) => fact !== '')
  const description = spawn.description === undefined ? '' : `: ${spawn.description}`
  return cut(printable(`${name}${description}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`), 200)
}

function unpriced(row: TokenRow): string {
  if (row.unpricedResponses === 0) return ''
  return ` and the unknown price of ${plural(row.unpricedResponses, 'response')}`
}
