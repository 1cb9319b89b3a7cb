import type { BatchMetrics, BatchOperation } from './batch-metrics.ts'
import { measureText } from './measure-text.ts'
import type { OperationTrend } from './trend.ts'

/** What is too much, or for the success rate too little. */
export interface Thresholds {
  readonly durationSeconds: number
  readonly successRate: number
  readonly costUsd: number
  readonly tokens: number
}

export interface Bottleneck {
  readonly kind: 'long duration' | 'high failure rate' | 'high cost' | 'high token usage'
  readonly operation: BatchOperation
  /** The mean, or the rate. */
  readonly value: number
  readonly threshold: number
  /** What could be won: the share of the mean above the best run, or the missing successes. */
  readonly potential: number
  readonly recommendation: string
}

/** Judges one operation by the thresholds; what is not known is no bottleneck. */
export function findBottlenecks(
  { operation, statistics, success }: OperationTrend,
  runs: readonly BatchMetrics[],
  thresholds: Thresholds,
): Bottleneck[] {
  const { duration, tokens, cost } = statistics
  const found: Bottleneck[] = []
  if (duration !== null && duration.mean > thresholds.durationSeconds) {
    const stage = slowestStage(runs)
    const where =
      stage === undefined ? '' : `, starting with stage ${stage.stage} (mean ${seconds(stage.mean)})`
    found.push({
      kind: 'long duration',
      operation,
      value: duration.mean,
      threshold: thresholds.durationSeconds,
      potential: potentialOf(duration, thresholds.durationSeconds),
      recommendation: `Look into the duration of ${operation}: mean ${seconds(duration.mean)}, best ${seconds(duration.min)}${where}`,
    })
  }
  if (success !== null && success.rate < thresholds.successRate) {
    const causes = commonErrors(runs)
    found.push({
      kind: 'high failure rate',
      operation,
      value: success.rate,
      threshold: thresholds.successRate,
      potential: 1 - success.rate,
      recommendation: `Look into the failures of ${operation}: ${success.success} of ${success.total} items succeed${causes === '' ? '' : `; most common: ${causes}`}`,
    })
  }
  if (cost !== null && cost.mean > thresholds.costUsd) {
    found.push({
      kind: 'high cost',
      operation,
      value: cost.mean,
      threshold: thresholds.costUsd,
      potential: potentialOf(cost, thresholds.costUsd),
      recommendation: `Look into the cost of ${operation}: mean $${cost.mean.toFixed(2)}, highest $${cost.max.toFixed(2)}; use cheaper models where they are proven`,
    })
  }
  if (tokens !== null && tokens.mean > thresholds.tokens) {
    found.push({
      kind: 'high token usage',
      operation,
      value: tokens.mean,
      threshold: thresholds.tokens,
      potential: potentialOf(tokens, thresholds.tokens),
      recommendation: `Look into the tokens of ${operation}: mean ${measureText('tokens', tokens.mean)}, highest ${measureText('tokens', tokens.max)}; share context and cache repeated work`,
    })
  }
  return found
}

/** The share above the best run, or above the threshold: steady use has no better run, and something to win all the same. */
function potentialOf(
  { mean, min }: { readonly mean: number; readonly min: number },
  threshold: number,
): number {
  return mean === 0 ? 0 : Math.max((mean - min) / mean, (mean - threshold) / mean)
}

function slowestStage(
  runs: readonly BatchMetrics[],
): { readonly stage: number; readonly mean: number } | undefined {
  const sums = new Map<number, { seconds: number; count: number }>()
  for (const { metrics } of runs) {
    for (const { stage, duration_seconds: duration } of metrics.stage_durations ?? []) {
      if (typeof duration !== 'number') continue
      const sum = sums.get(stage) ?? { seconds: 0, count: 0 }
      sums.set(stage, { seconds: sum.seconds + duration, count: sum.count + 1 })
    }
  }
  const means = [...sums].map(([stage, sum]) => ({ stage, mean: sum.seconds / sum.count }))
  return means.sort((a, b) => b.mean - a.mean || a.stage - b.stage)[0]
}

const MAX_CAUSES = 3

function commonErrors(runs: readonly BatchMetrics[]): string {
  const counts = new Map<string, number>()
  for (const { metrics } of runs) {
    for (const { error_type: type } of metrics.errors ?? []) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_CAUSES)
    .map(([type, count]) => `${type} (${count})`)
    .join(', ')
}

function seconds(value: number): string {
  return value >= 120 ? `${(value / 60).toFixed(1)} min` : `${value.toFixed(0)} s`
}
