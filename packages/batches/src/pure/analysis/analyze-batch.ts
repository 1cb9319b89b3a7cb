import { compareItemIds } from '../work-item/item-id.ts'
import type { ItemStatus } from '../work-item/item-status.ts'
import type {
  BatchCounts,
  BatchMetrics,
  BatchOperation,
  BatchTokenUsage,
  Disagreement,
  ItemMetrics,
  MetricSource,
  StageDuration,
} from '@blueprint-engine/insight'
import type { BatchCommit } from './batch-commits.ts'
import { workSeconds } from './work-time.ts'

/** What the front matter of a work item claims. */
export interface ClaimedItem {
  readonly id: string
  readonly stage: number | null
  readonly status: ItemStatus
  readonly complexity: string | null
  /** Of its `git_commit`, whether git has it; null if it names none. */
  readonly hasNamedCommit: boolean | null
}

export interface BatchHistory {
  readonly batch: string
  readonly items: readonly ClaimedItem[]
  readonly commits: readonly BatchCommit[]
  /** From transcripts, where there are some. */
  readonly tokens: ReadonlyMap<BatchOperation, BatchTokenUsage>
  /** Longer pauses between commits are not work. */
  readonly maxGapSeconds: number
}

export interface BatchAnalysis {
  /** Null if nothing at all is known of the operation. */
  readonly metrics: BatchMetrics | null
  readonly remarks: readonly string[]
}

/**
 * Metrics of a batch that was run without the framework, from git, front matter and transcripts. Every number says where it
 * comes from; what cannot be known is null. Only `execute` has outcomes: an item that is pending or cancelled was not
 * tried, and one of unknown status leaves the counts unknown.
 */
export function analyzeBatch(history: BatchHistory, operation: BatchOperation): BatchAnalysis {
  const commits = history.commits.filter((commit) => commit.operation === operation)
  const [first] = commits
  const name = `${operation} of batch ${history.batch}`
  if (first === undefined) {
    return { metrics: null, remarks: [`${name}: no commit shows it, so nothing is known`] }
  }
  const tried = operation === 'execute' ? history.items.filter(wasTried) : history.items
  const tokens = history.tokens.get(operation)
  const duration = workSeconds(commits.map(timeOf), history.maxGapSeconds)
  const outcomes = outcomesOf(operation, tried)
  const metrics: BatchMetrics = {
    batch_id: history.batch,
    operation,
    timestamp: new Date(first.authoredMs).toISOString(),
    duration_seconds: duration,
    metrics: {
      total_items: tried.length > 0 ? tried.length : null,
      stages: countStages(tried),
      ...outcomes,
      token_usage: tokens ?? null,
      stage_durations: stageDurations(tried, commits, history.maxGapSeconds),
    },
    conflicts: null,
    parallelism_achieved: null,
    ...(operation === 'execute' ? { items: itemMetrics(tried, commits, history.maxGapSeconds) } : {}),
    sources: sourcesOf(operation, tokens !== undefined),
    ...disagreementsOf(operation, tried, commits),
  }
  return { metrics, remarks: remarksOf(name, history, tried, commits, duration) }
}

function timeOf({ authoredMs }: BatchCommit): number {
  return authoredMs
}

function wasTried({ status }: ClaimedItem): boolean {
  return status !== 'pending' && status !== 'cancelled'
}

function countStages(items: readonly ClaimedItem[]): number | null {
  const stages = items.map(({ stage }) => stage)
  return stages.length === 0 || stages.includes(null) ? null : new Set(stages).size
}

const OUTCOMES: { readonly [status in ItemStatus]?: ItemMetrics['status'] } = {
  completed: 'success',
  failed: 'failure',
  'in-progress': 'partial',
  blocked: 'blocked',
}

const UNKNOWN_OUTCOMES = {
  success_count: null,
  failure_count: null,
  partial_count: null,
  blocked_count: null,
}

function outcomesOf(operation: BatchOperation, items: readonly ClaimedItem[]): Partial<BatchCounts> {
  // An item that lies there was generated; which ones were asked for is not known.
  if (operation === 'generate' && items.length > 0)
    return { ...UNKNOWN_OUTCOMES, success_count: items.length }
  const isKnown = items.length > 0 && items.every(({ status }) => OUTCOMES[status] !== undefined)
  if (operation !== 'execute' || !isKnown) return UNKNOWN_OUTCOMES
  const count = (outcome: ItemMetrics['status']): number =>
    items.filter(({ status }) => OUTCOMES[status] === outcome).length
  return {
    success_count: count('success'),
    failure_count: count('failure'),
    partial_count: count('partial'),
    blocked_count: count('blocked'),
  }
}

function itemMetrics(
  items: readonly ClaimedItem[],
  commits: readonly BatchCommit[],
  maxGapSeconds: number,
): ItemMetrics[] {
  return items.flatMap((item) => {
    const status = OUTCOMES[item.status]
    if (status === undefined) return []
    const own = commits.filter((commit) => commit.items.includes(item.id))
    const duration = workSeconds(own.map(timeOf), maxGapSeconds)
    return [
      {
        item_id: item.id,
        status,
        stage: item.stage,
        duration_seconds: duration,
        complexity: item.complexity,
      },
    ]
  })
}

function stageDurations(
  items: readonly ClaimedItem[],
  commits: readonly BatchCommit[],
  maxGapSeconds: number,
): StageDuration[] {
  const stages = [...new Set(items.flatMap(({ stage }) => (stage === null ? [] : [stage])))].sort(
    (a, b) => a - b,
  )
  return stages.map((stage) => {
    const ids = items.filter((item) => item.stage === stage).map(({ id }) => id)
    const own = commits.filter((commit) => commit.items.some((id) => ids.includes(id)))
    return {
      stage,
      duration_seconds: workSeconds(own.map(timeOf), maxGapSeconds),
      items: ids.sort(compareItemIds),
    }
  })
}

function sourcesOf(
  operation: BatchOperation,
  hasTokens: boolean,
): { readonly [pointer: string]: MetricSource } {
  return {
    '/timestamp': 'git',
    '/duration_seconds': 'git',
    // Front matter: what its writer says.
    '/metrics': 'claimed',
    ...(operation === 'generate'
      ? { '/metrics/total_items': 'git' as const, '/metrics/success_count': 'git' as const }
      : {}),
    '/metrics/stage_durations': 'git',
    ...(hasTokens ? { '/metrics/token_usage': 'transcript' as const } : {}),
    '/items': 'claimed',
  }
}

/** An item that is said to be done, and of which git shows no commit. */
function isUnproved(item: ClaimedItem, commits: readonly BatchCommit[]): boolean {
  if (item.status !== 'completed' || item.hasNamedCommit === true) return false
  return !commits.some((commit) => commit.items.includes(item.id))
}

function disagreementsOf(
  operation: BatchOperation,
  items: readonly ClaimedItem[],
  commits: readonly BatchCommit[],
): { readonly disagreements?: readonly Disagreement[] } {
  const claimed = items.filter(({ status }) => status === 'completed').length
  const unproved = items.filter((item) => isUnproved(item, commits)).length
  if (operation !== 'execute' || unproved === 0) return {}
  return {
    disagreements: [
      {
        pointer: '/metrics/success_count',
        values: [
          { source: 'claimed', value: claimed },
          { source: 'git', value: claimed - unproved },
        ],
      },
    ],
  }
}

function remarksOf(
  name: string,
  { items, maxGapSeconds }: BatchHistory,
  tried: readonly ClaimedItem[],
  commits: readonly BatchCommit[],
  duration: number | null,
): string[] {
  const remarks: string[] = []
  if (items.length === 0) remarks.push(`${name}: no work item of the batch was found`)
  if (duration === null) {
    const why =
      commits.length === 1 ? 'one commit alone has no length' : `no two commits within ${maxGapSeconds} s`
    remarks.push(`${name}: the duration is unknown, ${why}`)
  }
  if (!name.startsWith('execute')) return remarks
  if (tried.length < items.length)
    remarks.push(`${name}: ${items.length - tried.length} items were not tried`)
  for (const item of tried) {
    if (item.status === 'unknown')
      remarks.push(`${name}: the status of ${item.id} is unknown, and so are the counts`)
    if (isUnproved(item, commits)) {
      remarks.push(`${name}: ${item.id} is said to be completed, and no commit names it`)
    }
    if (item.hasNamedCommit === false) remarks.push(`${name}: git has no such commit as ${item.id} names`)
  }
  return remarks
}
