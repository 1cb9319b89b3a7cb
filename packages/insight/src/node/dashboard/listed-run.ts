import type { BatchMetrics } from '../../pure/metrics/batch-metrics.ts'
import { escapeHtml } from './page-parts.ts'

const MOST_RUNS = 200
/** Items of a run that the page tells of. */
export const MOST_ITEMS = 200

/** A run and the name that links lead to. */
export interface ListedRun {
  readonly run: BatchMetrics
  readonly anchor: string
}

/** The latest runs first. */
export function listRuns(files: readonly BatchMetrics[]): readonly ListedRun[] {
  return [...files]
    .sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
    .slice(0, MOST_RUNS)
    .map((run, i) => ({ run, anchor: `run-${i + 1}` }))
}

/** Where an item of a run is told in full; undefined where the page leaves it out. */
export function itemAnchor({ run, anchor }: ListedRun, itemId: string): string | undefined {
  const at = (run.items ?? []).findIndex(({ item_id }) => item_id === itemId)
  return at < 0 || at >= MOST_ITEMS ? undefined : `${anchor}-item-${at + 1}`
}

/** What a reader filters runs and failures by; a script of the page reads it. */
export function filterAttributes(run: BatchMetrics): string {
  const bad = countOf(run.metrics.failure_count) + countOf(run.metrics.blocked_count)
  const hasFailed = bad > 0 || (run.metrics.errors ?? []).length > 0
  return `data-operation="${escapeHtml(run.operation)}" data-batch="${escapeHtml(run.batch_id)}" data-outcome="${hasFailed ? 'failed' : 'clean'}" data-models="${escapeHtml(modelsOf(run).join('\n'))}"`
}

function countOf(count: number | null | undefined): number {
  return count ?? 0
}

export function modelsOf({ items = [] }: BatchMetrics): readonly string[] {
  const names = items.flatMap(({ model, tries = [] }) => [model, ...tries.map((one) => one.model)])
  return [...new Set(names.flatMap((name) => name ?? []))]
}
