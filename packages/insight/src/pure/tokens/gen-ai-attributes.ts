import type { Spawn } from './response-ledger.ts'
import type { Grouping, TokenReport, TokenRow } from './token-report.ts'
import { allInputTokens, cacheWriteTokens } from './token-usage.ts'

/** The attribute that names a group; where OpenTelemetry has none the name is our own, under `blueprint.`. */
const NAME_ATTRIBUTES: { readonly [grouping in Grouping]: string } = {
  model: 'gen_ai.response.model',
  session: 'gen_ai.conversation.id',
  agent: 'gen_ai.agent.name',
  tool: 'gen_ai.tool.name',
  project: 'blueprint.project',
  day: 'blueprint.day',
  week: 'blueprint.week',
  month: 'blueprint.month',
  block: 'blueprint.block',
  batch: 'blueprint.batch.id',
  item: 'blueprint.item.id',
  phase: 'blueprint.phase',
  'batch and phase': 'blueprint.batch.phase',
}

export type Attributes = { readonly [attribute: string]: string | number | null }

/**
 * A row under the names of OpenTelemetry's GenAI conventions
 * (https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/). As they ask for it,
 * `gen_ai.usage.input_tokens` holds all input, cache writes and reads included; the fresh part has a name of its own.
 */
function toAttributes(row: TokenRow, grouping?: Grouping): Attributes {
  const { usage } = row
  return {
    ...(grouping === undefined ? {} : { [NAME_ATTRIBUTES[grouping]]: row.name }),
    'gen_ai.usage.input_tokens': allInputTokens(usage),
    'gen_ai.usage.output_tokens': usage.outputTokens,
    'gen_ai.usage.cache_creation.input_tokens': cacheWriteTokens(usage),
    'gen_ai.usage.cache_read.input_tokens': usage.cacheReadTokens,
    'blueprint.usage.uncached_input_tokens': usage.inputTokens,
    'blueprint.usage.cache_creation_5m.input_tokens': usage.cacheWrite5mTokens,
    'blueprint.usage.cache_creation_1h.input_tokens': usage.cacheWrite1hTokens,
    'blueprint.usage.total_tokens': row.totalTokens,
    'blueprint.responses': row.responses,
    // A sum without the responses of unknown price is not the cost.
    'blueprint.cost_usd': row.unpricedResponses > 0 ? null : row.costUsd,
    'blueprint.priced_cost_usd': row.costUsd,
    'blueprint.unpriced_responses': row.unpricedResponses,
  }
}

/** The whole report as `tokens extract --json` prints it. */
export function tokenReportJson(report: TokenReport): unknown {
  const { counts, spawns } = report
  return {
    counts: {
      lines: counts.lines,
      usage_lines: counts.usageLines,
      unique_responses: report.total.responses,
      broken_lines: counts.brokenLines,
      oversized_lines: counts.oversizedLines,
      invalid_usage_lines: counts.invalidUsageLines,
      synthetic_lines: counts.syntheticLines,
      naive_total_tokens: counts.naiveTotalTokens,
    },
    first_timestamp: timeOf(report.firstTimestampMs),
    last_timestamp: timeOf(report.lastTimestampMs),
    total: toAttributes(report.total),
    groups: Object.fromEntries(
      Object.entries(report.groups).map(([grouping, rows]) => [
        grouping,
        // The keys of groups are groupings.
        rows.map((row) => toAttributes(row, grouping as Grouping)),
      ]),
    ),
    spawns: spawns.map(spawnAttributes),
  }
}

function spawnAttributes(spawn: Spawn): Attributes {
  return {
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.tool.name': spawn.tool,
    'gen_ai.conversation.id': spawn.sessionId ?? null,
    'gen_ai.agent.id': spawn.agentId ?? null,
    'gen_ai.agent.name': spawn.agentName ?? spawn.agentType ?? null,
    'gen_ai.agent.description': spawn.description ?? null,
    'gen_ai.request.model': spawn.model ?? null,
    'blueprint.usage.claimed_tokens': spawn.claimedTokens ?? null,
  }
}

function timeOf(timestampMs: number | null): string | null {
  return timestampMs === null ? null : new Date(timestampMs).toISOString()
}
