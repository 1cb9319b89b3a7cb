import type { AssignmentSources } from '../tokens/attribution.ts'
import type { ResponseLedger } from '../tokens/response-ledger.ts'
import { reportTokens } from '../tokens/token-report.ts'
import { allInputTokens } from '../tokens/token-usage.ts'
import type { BatchOperation, BatchTokenUsage } from './batch-metrics.ts'
import { BATCH_OPERATIONS } from './batch-metrics.ts'

/**
 * The tokens of one batch by operation. A response of the batch whose phase is not known counts as execution: ids in
 * branches and worktrees come from there. A cost with an unknown price in it is unknown.
 */
export function batchTokens(
  ledger: ResponseLedger,
  batch: string,
  assignments: Partial<Omit<AssignmentSources, 'spawns'>>,
): ReadonlyMap<BatchOperation, BatchTokenUsage> {
  const { groups } = reportTokens(ledger, ['batch and phase'], assignments)
  const usages = new Map<BatchOperation, BatchTokenUsage>()
  for (const operation of BATCH_OPERATIONS) {
    const names = new Set([`${batch} ${operation}`, ...(operation === 'execute' ? [batch] : [])])
    const rows = (groups['batch and phase'] ?? []).filter(({ name }) => name !== null && names.has(name))
    if (rows.length === 0) continue
    const sum = (numberOf: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((total, row) => total + numberOf(row), 0)
    usages.set(operation, {
      input_tokens: sum(({ usage }) => allInputTokens(usage)),
      output_tokens: sum(({ usage }) => usage.outputTokens),
      total_tokens: sum(({ totalTokens }) => totalTokens),
      estimated_cost:
        sum(({ unpricedResponses }) => unpricedResponses) > 0 ? null : sum(({ costUsd }) => costUsd),
    })
  }
  return usages
}
