import type { MetricSeries } from '../metrics/batch-series.ts'
import type { TokenReport, TokenRow } from './token-report.ts'
import { cacheWriteTokens } from './token-usage.ts'

/**
 * Tokens and cost of transcripts by model, as series for Prometheus. Cost holds what could be priced; how many responses could
 * not has a series of its own.
 *
 * @param report grouped by model
 */
export function tokenSeries({ groups }: TokenReport): readonly MetricSeries[] {
  const rows = groups.model ?? []
  const perModel = (valueOf: (row: TokenRow) => number): MetricSeries['values'] =>
    rows.map((row) => ({ labels: [row.name ?? ''], value: valueOf(row) }))
  return [
    {
      name: 'blueprint_agent_tokens_total',
      help: 'Tokens of agents, each response once. The kinds add up to all of them.',
      kind: 'counter',
      labels: ['model', 'kind'],
      values: rows.flatMap(({ name, usage }) => {
        const kinds = {
          input: usage.inputTokens,
          cache_write: cacheWriteTokens(usage),
          cache_read: usage.cacheReadTokens,
          output: usage.outputTokens,
        }
        return Object.entries(kinds).map(([kind, value]) => ({ labels: [name ?? '', kind], value }))
      }),
    },
    {
      name: 'blueprint_agent_responses_total',
      help: 'Responses of agents, each once.',
      kind: 'counter',
      labels: ['model'],
      values: perModel(({ responses }) => responses),
    },
    {
      name: 'blueprint_agent_cost_usd_total',
      help: 'Cost in US dollars of what could be priced.',
      kind: 'counter',
      labels: ['model'],
      values: perModel(({ costUsd }) => costUsd),
    },
    {
      name: 'blueprint_agent_unpriced_responses_total',
      help: 'Responses whose price is unknown.',
      kind: 'counter',
      labels: ['model'],
      values: perModel(({ unpricedResponses }) => unpricedResponses),
    },
  ]
}
