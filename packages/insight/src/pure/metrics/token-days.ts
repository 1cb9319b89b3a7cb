import type { BatchMetrics, ItemMetrics } from './batch-metrics.ts'
import { observe } from './measures.ts'

/** What one model took on one day, by the metrics of batches. */
export interface TokenDay {
  /** `2026-03-01`, UTC: the day on which the operation started. */
  readonly day: string
  /** Null where no item names a model. An item that changed models is counted under all of them: `haiku + sonnet`. */
  readonly model: string | null
  readonly tokens: number
  /** US dollars; null if any part of it is unknown. */
  readonly costUsd: number | null
}

interface Sum {
  tokens: number
  costUsd: number | null
}

/**
 * Tokens and costs of batches by day and model, oldest day first. Items say which model did them; what an operation used
 * beyond its items has no model. Operations without token counts are left out. O(items + rows log rows)
 *
 * @example
 * for (const { day, model, tokens } of tokensByDay(files)) console.log(day, model ?? 'unknown model', tokens)
 */
export function tokensByDay(files: readonly BatchMetrics[]): readonly TokenDay[] {
  const days = new Map<string, Map<string | null, Sum>>()
  for (const { metrics, value: total } of observe(files, 'tokens')) {
    const day = new Date(metrics.timestamp).toISOString().slice(0, 10)
    let models = days.get(day)
    if (models === undefined) days.set(day, (models = new Map<string | null, Sum>()))
    let open: Sum = { tokens: total, costUsd: metrics.metrics.token_usage?.estimated_cost ?? null }
    for (const item of metrics.items ?? []) {
      const tokens = item.total_tokens ?? 0
      // More than the operation used in all: one of the two is wrong, and the sum is what is shown elsewhere.
      if (tokens <= 0 || tokens > open.tokens) continue
      const costUsd = item.estimated_cost ?? null
      add(models, modelsOf(item), { tokens, costUsd })
      open = { tokens: open.tokens - tokens, costUsd: difference(open.costUsd, costUsd) }
    }
    if (open.tokens > 0) add(models, null, open)
  }
  return [...days]
    .sort(byName)
    .flatMap(([day, models]) =>
      [...models]
        .sort((a, b) => b[1].tokens - a[1].tokens || byName([a[0] ?? ''], [b[0] ?? '']))
        .map(([model, sum]) => ({ day, model, ...sum })),
    )
}

function modelsOf({ model, tries = [] }: ItemMetrics): string | null {
  const names = tries.flatMap((one) => one.model ?? [])
  if (names.length === 0) return model ?? null
  return [...new Set(names)].join(' + ')
}

/** What an item cost and the operation does not know of, or less than nothing, is not known. */
function difference(whole: number | null, part: number | null): number | null {
  if (whole === null || part === null) return null
  return whole - part < -1e-9 ? null : Math.max(0, whole - part)
}

function add(models: Map<string | null, Sum>, model: string | null, { tokens, costUsd }: Sum): void {
  const sum = models.get(model)
  if (sum === undefined) models.set(model, { tokens, costUsd })
  else {
    sum.tokens += tokens
    sum.costUsd = sum.costUsd === null || costUsd === null ? null : sum.costUsd + costUsd
  }
}

function byName([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : Number(a > b)
}
