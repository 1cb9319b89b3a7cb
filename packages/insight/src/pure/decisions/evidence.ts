import type { BatchMetrics, BatchOperation, MetricSource } from '../metrics/batch-metrics.ts'
import { BATCH_OPERATIONS } from '../metrics/batch-metrics.ts'
import { describeNumbers, observe } from '../metrics/measures.ts'
import type { MeasureName, Statistics } from '../metrics/measures.ts'
import { measuredWaste } from './waste.ts'
import type { Impact, Trigger, TriggerMeasure } from './candidate.ts'

/** What the metrics say about a trigger. */
export interface Evidence {
  readonly status: 'triggered' | 'not triggered' | 'unknown'
  /** The mean, the rate or the count of the operation that speaks most for it; null where nothing is known. */
  readonly value: number | null
  readonly operation: BatchOperation | null
  /** Operations that were looked at. */
  readonly count: number
  readonly sources: { readonly [source in MetricSource]?: number }
  /** The share that could be won by the numbers: above the best run, or up to every item succeeding. */
  readonly potential: number | null
  /** The share that went into items that failed, or that were done again; null where no item says. */
  readonly waste: number | null
  /** The framework's word for that share; null where it is not known. */
  readonly measuredImpact: Impact | null
}

/** Numbers that no file holds, as somebody states them. */
export type Claims = { readonly [measure in TriggerMeasure]?: number }

const UNKNOWN: Evidence = {
  status: 'unknown',
  value: null,
  operation: null,
  count: 0,
  sources: {},
  potential: null,
  waste: null,
  measuredImpact: null,
}

/** Looks a trigger up in the metrics; a claim goes before them. What is not known triggers nothing. */
export function findEvidence(
  trigger: Trigger,
  files: readonly BatchMetrics[],
  claims: Claims = {},
): Evidence {
  if (trigger.kind === 'always') return { ...UNKNOWN, status: 'triggered' }
  const claim = claims[trigger.measure]
  if (claim !== undefined)
    return judge(trigger, { ...UNKNOWN, value: claim, count: 1, sources: { claimed: 1 } })
  const operations = trigger.operation === undefined ? BATCH_OPERATIONS : [trigger.operation]
  const found = operations.flatMap((operation) => {
    const evidence = evidenceOf(trigger, operation, files)
    return evidence === undefined ? [] : [judge(trigger, evidence)]
  })
  const sign = trigger.comparison === 'above' ? 1 : -1
  return found.reduce(
    (worst, next) => (sign * (next.value! - worst.value!) > 0 ? next : worst),
    found[0] ?? UNKNOWN,
  )
}

function judge(trigger: Extract<Trigger, { kind: 'measure' }>, evidence: Evidence): Evidence {
  const value = evidence.value!
  const isMet = trigger.comparison === 'above' ? value > trigger.threshold : value < trigger.threshold
  return { ...evidence, status: isMet ? 'triggered' : 'not triggered' }
}

function evidenceOf(
  trigger: Extract<Trigger, { kind: 'measure' }>,
  operation: BatchOperation,
  files: readonly BatchMetrics[],
): Evidence | undefined {
  const { measure, threshold } = trigger
  const runs = files.filter((metrics) => metrics.operation === operation)
  if (measure === 'feedback requests') return undefined
  if (measure === 'repeated items') return repeatedItems(operation, runs)
  const statistics = describeNumbers(observe(runs, measure))
  if (statistics === null) return undefined
  const value = measure === 'success rate' ? successRate(runs) : statistics.mean
  const waste = measure === 'success rate' ? null : measuredWaste(measure, runs)
  const potential = potentialOf(measure, value, statistics, threshold, waste)
  return {
    status: 'not triggered',
    value,
    operation,
    count: statistics.count,
    sources: statistics.sources,
    potential,
    waste,
    measuredImpact: impactOf(potential),
  }
}

/** Over all items, so that a large batch counts for more than a small one. */
function successRate(runs: readonly BatchMetrics[]): number {
  const known = observe(runs, 'success rate').map(({ metrics }) => metrics.metrics)
  const total = known.reduce((sum, counts) => sum + (counts.total_items ?? 0), 0)
  return known.reduce((sum, counts) => sum + (counts.success_count ?? 0), 0) / total
}

/**
 * The most that any look at it shows: the share above the best run, the share above the threshold, and what was wasted. Steady
 * use far above the threshold has no best run, and something to win all the same.
 */
function potentialOf(
  measure: MeasureName,
  value: number,
  { mean, min }: Statistics,
  threshold: number,
  waste: number | null,
): number {
  if (measure === 'success rate') return 1 - value
  return mean <= 0 ? 0 : Math.max((mean - min) / mean, (mean - threshold) / mean, waste ?? 0, 0)
}

/** High above 50%, medium from 20%, low below. */
function impactOf(potential: number): Impact {
  if (potential > 0.5) return 'high'
  return potential >= 0.2 ? 'medium' : 'low'
}

/** Items that ran again although an equal input had succeeded before; unknown where no file records inputs. */
function repeatedItems(operation: BatchOperation, runs: readonly BatchMetrics[]): Evidence | undefined {
  const seen = new Set<string>()
  let ran = 0
  let repeated = 0
  for (const { items = [] } of runs) {
    for (const { input_hash: hash, status, from_cache: fromCache } of items) {
      if (typeof hash !== 'string' || fromCache === true) continue
      ran += 1
      if (seen.has(hash)) repeated += 1
      if (status === 'success') seen.add(hash)
    }
  }
  if (ran === 0) return undefined
  const potential = repeated / ran
  return {
    status: 'not triggered',
    value: repeated,
    operation,
    count: runs.length,
    sources: { measured: runs.length },
    potential,
    waste: potential,
    measuredImpact: impactOf(potential),
  }
}
