import type { MeasuredBatch } from './batch-metrics.ts'
import type { Edge } from './dependencies/explain-edges.ts'
import type { Operation } from './protocol/task-spec.ts'
import type { ItemState, Schedule } from './schedule/schedule-state.ts'

/** What a report tells of an item besides its state. */
export interface ReportedItem {
  readonly id: string
  readonly title: string
  /** What the operation found or did. */
  readonly notes: readonly string[]
}

export interface ReportInput {
  readonly batchId: string
  readonly operation: Operation
  readonly schedule: Schedule
  readonly items: readonly ReportedItem[]
  readonly edges: readonly Edge[]
  readonly metrics: MeasuredBatch
  /** Sentences about the whole. */
  readonly remarks: readonly string[]
}

/** The report of an operation in Markdown, kept beside its metrics. */
export function renderReport({
  batchId,
  operation,
  schedule,
  items,
  edges,
  metrics,
  remarks,
}: ReportInput): string {
  const byId = new Map(items.map((item) => [item.id, item]))
  const {
    success_count: done,
    failure_count: failed,
    partial_count: left,
    blocked_count: blocked,
  } = metrics.metrics
  const rest = left + blocked
  const spent = spentText(metrics)
  const lines = [
    `# Batch ${batchId}: ${operation}`,
    '',
    `${done} done, ${failed} failed, ${rest} not run; ${metrics.duration_seconds} s, at most ${metrics.parallelism_achieved} at a time` +
      `${metrics.optimization_metrics.concurrency === null ? '' : `, ${metrics.optimization_metrics.concurrency} on average`}${spent === null ? '' : `, ${spent}`}.`,
    ...remarks.flatMap((remark) => ['', remark]),
  ]
  for (const [i, ids] of schedule.stages.entries()) {
    lines.push('', `## Stage ${i + 1}`, '')
    for (const id of ids) {
      const item = byId.get(id)
      lines.push(`- ${id} ${oneLine(item?.title ?? '')}: ${describeItemState(schedule.items.get(id)!)}`)
      const attempts = schedule.records.get(id)?.attempts.length ?? 0
      if (attempts > 1) lines.push(`  - ${attempts} attempts`)
      for (const note of [...(item?.notes ?? []), ...(schedule.records.get(id)?.notes ?? [])])
        lines.push(`  - ${oneLine(note)}`)
    }
  }
  if (edges.length > 0) lines.push('', '## Why this order', '', ...edges.map(({ why }) => `- ${why}`))
  return `${lines.join('\n')}\n`
}

/** `8,450 tokens, $0.42`; null if nobody counted. */
export function spentText({ metrics }: MeasuredBatch): string | null {
  const { total_tokens: tokens, estimated_cost: cost } = metrics.token_usage ?? {}
  const parts = [
    ...(typeof tokens === 'number' ? [`${tokens.toLocaleString('en-US')} tokens`] : []),
    ...(typeof cost === 'number' ? [`$${cost.toFixed(2)}`] : []),
  ]
  return parts.length === 0 ? null : parts.join(', ')
}

/** A text of somebody else's on one line, without signs that a terminal would obey. O(length). */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replaceAll(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}

/** One phrase. */
export function describeItemState(state: ItemState): string {
  switch (state.status) {
    case 'failed':
      return `failed (${state.failure.code}): ${oneLine(state.failure.message)}${state.failure.log === undefined ? '' : ` (log: ${state.failure.log})`}`
    case 'blocked':
      return `blocked by ${state.by}`
    case 'waiting':
      return 'not run'
    default:
      return state.status
  }
}
