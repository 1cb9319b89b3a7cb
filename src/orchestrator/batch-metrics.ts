import type { Operation } from './protocol/task-spec.ts'
import { addUsage, NO_USAGE } from './protocol/task-report.ts'
import type { Schedule } from './schedule/schedule-state.ts'

/**
 * Where a number comes from: the orchestrator's own clock and counting, an agent's event stream, git, or what an agent says
 * of itself.
 */
export type Provenance = 'measured' | 'transcript' | 'git' | 'claimed'

/** What an operation leaves in `completed-batches/batch-{id}-{operation}.json`. What is not known is null, not 0. */
export interface BatchMetrics {
  readonly batch_id: string
  readonly operation: Operation
  /** Start of the operation, ISO 8601. */
  readonly timestamp: string
  readonly duration_seconds: number
  readonly metrics: {
    readonly total_items: number
    readonly stages: number
    readonly success_count: number
    readonly failure_count: number
    /** Neither done nor failed: blocked by a failure, or cancelled. */
    readonly partial_count: number
    readonly token_usage: {
      readonly input_tokens: number | null
      readonly output_tokens: number | null
      readonly total_tokens: number | null
      /** US dollars. */
      readonly estimated_cost: number | null
    }
    readonly stage_durations: readonly {
      readonly stage: number
      readonly duration_seconds: number
      readonly items: readonly string[]
    }[]
    readonly errors: readonly {
      readonly item_id: string
      readonly error_type: string
      readonly error_message: string
    }[]
  }
  readonly optimization_metrics: {
    /** Tokens of a context that items share; nothing here counts tokens, so it is not known. */
    readonly shared_context_size: number | null
    readonly token_savings: number | null
    /** Time of all attempts together over the time that passed; 1 is no gain. Null where nothing ran. */
    readonly parallel_efficiency: number | null
    readonly drift_scores: readonly { readonly prp_id: string; readonly drift: number }[]
  }
  readonly conflicts: {
    readonly file_conflicts: number
    readonly dependency_failures: number
    readonly circular_deps: number
  }
  /** Most attempts that ran at the same time. */
  readonly parallelism_achieved: number
  readonly provenance: Readonly<Record<string, Provenance>>
}

export interface MetricsInput {
  readonly batchId: string
  readonly operation: Operation
  /** ISO 8601. */
  readonly timestamp: string
  readonly schedule: Schedule
  /** The items that the operation was for, by id. */
  readonly items: readonly string[]
  /** Where token counts come from; null where no agent ran. */
  readonly usageFrom: Extract<Provenance, 'transcript' | 'claimed'> | null
  readonly driftScores?: readonly { readonly id: string; readonly drift: number }[]
}

export function batchMetrics(input: MetricsInput): BatchMetrics {
  const { schedule } = input
  const states = input.items.map((id) => [id, schedule.items.get(id)!] as const)
  const count = (...statuses: readonly string[]): number =>
    states.filter(([, { status }]) => statuses.includes(status)).length
  const usage = [...schedule.records.values()].reduce((sum, record) => addUsage(sum, record.usage), NO_USAGE)
  const elapsedMs = (schedule.endedMs ?? schedule.startedMs) - schedule.startedMs
  const attempts = [...schedule.records.values()].flatMap((record) => record.attempts)
  const workedMs = attempts.reduce((sum, { startedMs, endedMs }) => sum + endedMs - startedMs, 0)
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
      partial_count: count('blocked', 'waiting', 'worked', 'running'),
      token_usage: {
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
        total_tokens: usage.totalTokens,
        estimated_cost: usage.costUsd,
      },
      stage_durations: schedule.stageTimes.map(({ startedMs, endedMs }, i) => ({
        stage: i + 1,
        duration_seconds: seconds((endedMs ?? schedule.endedMs ?? startedMs) - startedMs),
        items: schedule.stages[i]!,
      })),
      errors: states.flatMap(([id, state]) =>
        state.status === 'failed'
          ? [{ item_id: id, error_type: state.failure.code, error_message: state.failure.message }]
          : state.status === 'blocked'
            ? [{ item_id: id, error_type: 'blocked', error_message: `blocked by ${state.by}` }]
            : [],
      ),
    },
    optimization_metrics: {
      shared_context_size: null,
      token_savings: null,
      parallel_efficiency:
        elapsedMs > 0 && attempts.length > 0 ? Math.round((workedMs / elapsedMs) * 100) / 100 : null,
      drift_scores: (input.driftScores ?? []).map(({ id, drift }) => ({ prp_id: id, drift })),
    },
    conflicts: {
      file_conflicts: states.filter(
        ([, state]) => state.status === 'failed' && state.failure.code === 'conflict',
      ).length,
      dependency_failures: count('blocked'),
      circular_deps: 0,
    },
    parallelism_achieved: mostAtOnce(attempts),
    provenance: {
      duration_seconds: 'measured',
      success_count: input.operation === 'execute' ? 'git' : 'measured',
      stage_durations: 'measured',
      parallel_efficiency: 'measured',
      file_conflicts: 'git',
      ...(input.usageFrom !== null && { token_usage: input.usageFrom }),
      ...(input.driftScores !== undefined && { drift_scores: 'git' as const }),
    },
  }
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
