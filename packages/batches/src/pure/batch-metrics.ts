import type { BatchMetrics, FileConflict, ItemMetrics, MetricSource } from '@blueprint-engine/insight'
import type { Operation } from './protocol/task-spec.ts'
import { addUsage, NO_USAGE } from './protocol/task-report.ts'
import type { ItemState, Schedule } from './schedule/schedule-state.ts'

/** What the last attempt at an item depended on. */
export interface ItemTrace {
  /** Hash of item, inputs and executor. */
  readonly inputHash: string
  readonly isFromCache: boolean
  /** What the work had taken that was found in the cache; null if nobody counted, or nothing was found. */
  readonly savedTokens: number | null
}

export interface MetricsInput {
  readonly batchId: string
  readonly operation: Operation
  /** ISO 8601. */
  readonly timestamp: string
  readonly schedule: Schedule
  /** The items that the operation was for, by id. */
  readonly items: readonly string[]
  /** Where token counts come from; null if no agent ran. */
  readonly usageFrom: Extract<MetricSource, 'transcript' | 'claimed'> | null
  /** What items say of their own complexity, by id. */
  readonly complexities?: ReadonlyMap<string, string | null>
  readonly traces?: ReadonlyMap<string, ItemTrace>
  /** Length of what the items were given in common; null or absent where they were given nothing. */
  readonly sharedCharacters?: number | null
  readonly driftScores?: readonly { readonly id: string; readonly drift: number }[]
}

/** Metrics with everything that a schedule tells. */
export type MeasuredBatch = BatchMetrics & {
  readonly duration_seconds: number
  readonly parallelism_achieved: number
  readonly metrics: {
    readonly [
      K in 'total_items' | 'success_count' | 'failure_count' | 'partial_count' | 'blocked_count'
    ]: number
  }
  readonly optimization_metrics: { readonly concurrency: number | null }
}

/** The figures that an operation leaves, counted from its schedule. What is not known is null, not 0. */
export function batchMetrics(input: MetricsInput): MeasuredBatch {
  const { schedule } = input
  const states = input.items.map((id) => [id, schedule.items.get(id)!] as const)
  const count = (...statuses: readonly string[]): number =>
    states.filter(([, { status }]) => statuses.includes(status)).length
  const usage = [...schedule.records.values()].reduce((sum, record) => addUsage(sum, record.usage), NO_USAGE)
  const elapsedMs = (schedule.endedMs ?? schedule.startedMs) - schedule.startedMs
  const attempts = [...schedule.records.values()].flatMap((record) => record.attempts)
  const workedMs = attempts.reduce((sum, attempt) => sum + lengthMs(attempt), 0)
  return {
    batch_id: input.batchId,
    operation: input.operation,
    timestamp: input.timestamp,
    duration_seconds: seconds(elapsedMs),
    metrics: {
      total_items: states.length,
      stages: schedule.stages.length,
      success_count: count('done'),
      failure_count: count('failed'),
      partial_count: count('waiting', 'worked', 'running'),
      blocked_count: count('blocked'),
      token_usage: {
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        total_tokens: usage.totalTokens,
        estimated_cost: usage.costUsd,
      },
      stage_durations: schedule.stageTimes.flatMap((time, i) =>
        time === null
          ? []
          : [
              {
                stage: i + 1,
                duration_seconds: seconds(
                  (time.endedMs ?? schedule.endedMs ?? time.startedMs) - time.startedMs,
                ),
                items: schedule.stages[i]!,
              },
            ],
      ),
      errors: states.flatMap(([id, state]) =>
        state.status === 'failed'
          ? [{ item_id: id, error_type: state.failure.code, error_message: clipped(state.failure.message) }]
          : state.status === 'blocked'
            ? [{ item_id: id, error_type: 'blocked', error_message: `blocked by ${state.by}` }]
            : [],
      ),
    },
    optimization_metrics: {
      shared_context_size:
        input.sharedCharacters === undefined || input.sharedCharacters === null
          ? null
          : Math.ceil(input.sharedCharacters / CHARACTERS_PER_TOKEN),
      token_savings: tokenSavings(input),
      // What the items took one after the other nobody knows but who ran them so.
      parallel_efficiency: null,
      concurrency:
        elapsedMs > 0 && attempts.length > 0 ? Math.round((workedMs / elapsedMs) * 100) / 100 : null,
      drift_scores: (input.driftScores ?? []).map(({ id, drift }) => ({ prp_id: id, drift })),
    },
    conflicts: states.flatMap(([id, state]) => conflictsOf(id, state)),
    parallelism_achieved: mostAtOnce(attempts),
    items: states.map(([id, state]) => itemMetrics(input, id, state)),
    sources: {
      '': 'measured',
      ...(input.operation === 'execute' && {
        '/metrics/success_count': 'git' as const,
        '/conflicts': 'git' as const,
      }),
      ...(input.usageFrom !== null && usageSources(input.usageFrom, states.length)),
      ...(input.driftScores !== undefined && { '/optimization_metrics/drift_scores': 'git' as const }),
    },
  }
}

/** Of English prose and code, roughly: no tokenizer of a model is at hand. */
const CHARACTERS_PER_TOKEN = 4

/** What the work taken from the cache had cost before. Null if no agent ran, or where nobody had counted. */
function tokenSavings({ traces, usageFrom }: MetricsInput): number | null {
  const found = [...(traces?.values() ?? [])].filter(({ isFromCache }) => isFromCache)
  if (traces === undefined || (usageFrom === null && found.length === 0)) return null
  return found.reduce<number | null>(
    (sum, { savedTokens }) => (sum === null || savedTokens === null ? null : sum + savedTokens),
    0,
  )
}

function conflictsOf(id: string, state: ItemState): FileConflict[] {
  if (state.status !== 'failed' || state.failure.conflict === undefined) return []
  const { files, others } = state.failure.conflict
  return files.map((file) => ({ file, items: [...others, id], resolution: clipped(state.failure.message) }))
}

function usageSources(source: MetricSource, items: number): Record<string, MetricSource> {
  const own = Array.from({ length: items }, (_, i) => [
    [`/items/${i}/total_tokens`, source] as const,
    [`/items/${i}/estimated_cost`, source] as const,
  ])
  return {
    '/metrics/token_usage': source,
    '/optimization_metrics/token_savings': source,
    ...Object.fromEntries(own.flat()),
  }
}

function itemMetrics(
  { schedule, complexities, traces }: MetricsInput,
  id: string,
  state: ItemState,
): ItemMetrics {
  const trace = traces?.get(id)
  const record = schedule.records.get(id)
  const attempts = record?.attempts ?? []
  return {
    item_id: id,
    status: OUTCOMES[state.status],
    stage: schedule.stages.findIndex((ids) => ids.includes(id)) + 1,
    duration_seconds:
      attempts.length === 0 ? null : seconds(attempts.reduce((sum, attempt) => sum + lengthMs(attempt), 0)),
    attempts: attempts.length === 0 ? null : attempts.length,
    model: attempts.at(-1)?.model ?? null,
    tries: attempts.map(({ model, failure, startedMs, endedMs }) => ({
      model,
      outcome: failure?.code ?? 'success',
      start_seconds: seconds(startedMs - schedule.startedMs),
      end_seconds: seconds(Math.max(startedMs, endedMs) - schedule.startedMs),
    })),
    depends_on: schedule.dependencies.get(id) ?? [],
    ...(complexities !== undefined && { complexity: complexities.get(id) ?? null }),
    total_tokens: record?.usage.totalTokens ?? null,
    estimated_cost: record?.usage.costUsd ?? null,
    ...(trace !== undefined && { input_hash: trace.inputHash, from_cache: trace.isFromCache }),
  }
}

/** Messages hold what agents and gates say; more than this is in their own output. */
function clipped(text: string): string {
  return text.slice(0, 2000)
}

const OUTCOMES: Readonly<Record<ItemState['status'], ItemMetrics['status']>> = {
  done: 'success',
  failed: 'failure',
  blocked: 'blocked',
  waiting: 'partial',
  worked: 'partial',
  running: 'partial',
}

/** A clock that was set back makes no negative time. */
function lengthMs({ startedMs, endedMs }: { readonly startedMs: number; readonly endedMs: number }): number {
  return Math.max(0, endedMs - startedMs)
}

function mostAtOnce(attempts: readonly { readonly startedMs: number; readonly endedMs: number }[]): number {
  const moments = attempts.flatMap(({ startedMs, endedMs }) => [
    [startedMs, 1] as const,
    [endedMs, -1] as const,
  ])
  let now = 0
  let most = 0
  // One that ends makes room for one that starts at the same time.
  for (const [, change] of moments.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
    most = Math.max(most, (now += change))
  return most
}

function seconds(ms: number): number {
  return Math.round(ms) / 1000
}
