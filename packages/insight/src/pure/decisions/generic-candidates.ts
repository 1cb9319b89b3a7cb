import type { BatchMetrics } from '../metrics/batch-metrics.ts'
import type { Bottleneck, Thresholds } from '../metrics/bottlenecks.ts'
import type { MeasureName } from '../metrics/measures.ts'
import { analyzeTrends, defaultTrendOptions } from '../metrics/trend.ts'
import type { Candidate, Impact } from './candidate.ts'

const MEASURE_OF: { readonly [kind in Bottleneck['kind']]: MeasureName } = {
  'long duration': 'duration',
  'high failure rate': 'success rate',
  'high cost': 'cost',
  'high token usage': 'tokens',
}
/** To look into something and remove its first cause. */
const EFFORT_HOURS = 8

/**
 * A candidate for each bottleneck that no other one is for: to look into it. What a candidate is for is the measure of its
 * trigger, and its operation where it names one.
 */
export function genericCandidates(
  candidates: readonly Candidate[],
  files: readonly BatchMetrics[],
  thresholds: Thresholds = defaultTrendOptions.thresholds,
): readonly Candidate[] {
  const { bottlenecks } = analyzeTrends(files, { ...defaultTrendOptions, thresholds })
  return bottlenecks
    .filter(
      ({ kind, operation }) => !candidates.some((candidate) => isFor(candidate, MEASURE_OF[kind], operation)),
    )
    .map((bottleneck): Candidate => {
      const { kind, operation, threshold, potential, recommendation } = bottleneck
      return {
        id: `look-into-${kind.replaceAll(' ', '-')}-of-${operation}`,
        title: `Look into the ${kind} of ${operation}`,
        impact: impactOf(potential),
        effortHours: EFFORT_HOURS,
        effort: 2,
        trigger: {
          kind: 'measure',
          measure: MEASURE_OF[kind],
          comparison: kind === 'high failure rate' ? 'below' : 'above',
          threshold,
          operation,
        },
        description: recommendation,
      }
    })
}

function isFor({ trigger }: Candidate, measure: MeasureName, operation: Bottleneck['operation']): boolean {
  return (
    trigger.kind === 'measure' &&
    trigger.measure === measure &&
    (trigger.operation === undefined || trigger.operation === operation)
  )
}

/** By the framework's scale, and never less than medium: the threshold says that it matters. */
function impactOf(potential: number): Impact {
  return potential > 0.5 ? 'high' : 'medium'
}
