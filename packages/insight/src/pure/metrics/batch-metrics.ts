/**
 * The content of `completed-batches/batch-{id}-{operation}.json`: what one operation on one batch took and brought.
 * The names are those of the file; schemas/batch-metrics.json is its JSON Schema. Null is "not known" and never zero.
 */
export interface BatchMetrics {
  readonly batch_id: string
  readonly operation: BatchOperation
  /** Start of the operation, ISO 8601. */
  readonly timestamp: string
  /** Time of work; for batches read from git without the long gaps. */
  readonly duration_seconds?: number | null
  readonly metrics: BatchCounts
  readonly optimization_metrics?: OptimizationMetrics
  /** Files that two items changed in ways that exclude each other. */
  readonly conflicts?: readonly FileConflict[] | null
  /** The most items that ran at the same time. */
  readonly parallelism_achieved?: number | null
  readonly items?: readonly ItemMetrics[]
  /** Where numbers come from, by JSON pointer; an entry speaks for everything below it. Default: claimed. */
  readonly sources?: { readonly [pointer: string]: MetricSource }
  /** Numbers of which several sources say different things; the value in the document is the first one. */
  readonly disagreements?: readonly Disagreement[]
}

export const BATCH_OPERATIONS = ['generate', 'execute', 'review', 'update-context'] as const
export type BatchOperation = (typeof BATCH_OPERATIONS)[number]

/**
 * How far a number can be trusted: `measured` by the framework itself, read from a `transcript` or from `git`, or
 * `claimed` by an agent, a front matter or a person.
 */
export const METRIC_SOURCES = ['measured', 'transcript', 'git', 'claimed'] as const
export type MetricSource = (typeof METRIC_SOURCES)[number]

export interface BatchCounts {
  readonly total_items?: number | null
  readonly stages?: number | null
  readonly success_count?: number | null
  readonly failure_count?: number | null
  readonly partial_count?: number | null
  /** Items that did not run because one they depend on failed. */
  readonly blocked_count?: number | null
  readonly token_usage?: BatchTokenUsage | null
  readonly stage_durations?: readonly StageDuration[]
  readonly errors?: readonly ItemError[]
}

export interface BatchTokenUsage {
  /** All input, cache writes and reads included. */
  readonly input_tokens?: number | null
  readonly output_tokens?: number | null
  readonly total_tokens?: number | null
  /** US dollars. */
  readonly estimated_cost?: number | null
}

export interface StageDuration {
  readonly stage: number
  readonly duration_seconds?: number | null
  readonly items?: readonly string[]
}

export interface ItemError {
  readonly item_id: string
  readonly error_type: string
  readonly error_message?: string
}

export interface OptimizationMetrics {
  /** Tokens of the context that the reviews shared, at four characters each. */
  readonly shared_context_size?: number | null
  /** Tokens that the work found in the cache had taken. */
  readonly token_savings?: number | null
  /**
   * Speed against one item after the other, where the same work was done so; 1 is no gain. Files from before `concurrency` was
   * told apart hold that here.
   */
  readonly parallel_efficiency?: number | null
  /** Attempts under way at a time, on average; waiting counts as much as working, so that it is no speed. */
  readonly concurrency?: number | null
  readonly drift_scores?: readonly { readonly prp_id: string; readonly drift: number }[]
}

export interface FileConflict {
  readonly file: string
  readonly items: readonly string[]
  readonly resolution?: string
}

export type ItemOutcome = 'success' | 'failure' | 'partial' | 'blocked'

export interface ItemMetrics {
  readonly item_id: string
  readonly status: ItemOutcome
  readonly stage?: number | null
  readonly duration_seconds?: number | null
  /** 1: it worked, or failed for good, at the first try. */
  readonly attempts?: number | null
  /** Of the last attempt. */
  readonly model?: string | null
  /** All attempts in order: `success`, or why it failed. */
  readonly tries?: readonly ItemTry[]
  /** Items that had to be done before. */
  readonly depends_on?: readonly string[]
  readonly complexity?: string | null
  readonly total_tokens?: number | null
  readonly estimated_cost?: number | null
  /** Hash of item, inputs and executor: equal hashes are the same work done again. */
  readonly input_hash?: string | null
  readonly from_cache?: boolean
}

export interface ItemTry {
  readonly model: string | null
  readonly outcome: string
  /** Seconds after the start of the operation. */
  readonly start_seconds?: number | null
  readonly end_seconds?: number | null
}

export interface Disagreement {
  readonly pointer: string
  readonly values: readonly { readonly source: MetricSource; readonly value: number | string }[]
}

/** `batch-47-execute.json`. */
export function metricsFileName({
  batch_id: id,
  operation,
}: Pick<BatchMetrics, 'batch_id' | 'operation'>): string {
  return `batch-${id}-${operation}.json`
}

/** Where the number at a JSON pointer comes from: its own entry, else that of the nearest part around it. */
export function sourceOf(metrics: Pick<BatchMetrics, 'sources'>, pointer: string): MetricSource {
  const sources = new Map(Object.entries(metrics.sources ?? {}))
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const source = sources.get(pointer.slice(0, end))
    if (source !== undefined) return source
    if (end === 0) break
  }
  return 'claimed'
}
