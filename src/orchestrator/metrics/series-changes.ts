import type { BatchMetrics, BatchOperation } from './batch-metrics.ts'
import { findChangePoint, MIN_SEGMENT } from '../statistics/change-point.ts'
import type { ChangePoint } from '../statistics/change-point.ts'
import { MEASURES, observe } from './measures.ts'
import type { MeasureName, Observation } from './measures.ts'

/** What became of one measure of one operation over time. */
export type SeriesChange = {
  readonly operation: BatchOperation
  readonly measure: MeasureName
  readonly count: number
} & (
  | { readonly status: 'insufficient data'; readonly needed: number }
  | { readonly status: 'none'; readonly pValue: number }
  | {
      readonly status: 'change'
      readonly pValue: number
      readonly before: number
      readonly after: number
      /** (after - before) / before; null where it was 0 before. */
      readonly relative: number | null
      readonly isRegression: boolean
      /** The first operation on the new level. */
      readonly batchId: string
      readonly timestamp: string
    }
)

interface Series {
  readonly operation: BatchOperation
  readonly measure: MeasureName
  readonly observations: readonly Observation[]
}

/**
 * Tests every series for a change. The level holds for all of them together (S. Holm, 1979): the series with the smallest
 * chance is tested most strictly.
 */
export function findSeriesChanges(
  operations: readonly { readonly operation: BatchOperation; readonly runs: readonly BatchMetrics[] }[],
  options: { readonly level: number; readonly minSample: number; readonly seed: number },
): SeriesChange[] {
  const series = operations.flatMap(({ operation, runs }) =>
    MEASURES.map((measure): Series => ({ operation, measure, observations: observe(runs, measure) })),
  )
  const testable = series.filter(({ observations }) => observations.length >= options.minSample)
  const significant = testHolm(testable, options)
  return series
    .filter(({ observations }) => observations.length > 0)
    .map(({ operation, measure, observations }): SeriesChange => {
      const head = { operation, measure, count: observations.length }
      const found = significant.get(observations)
      if (found === undefined) return { ...head, status: 'insufficient data', needed: options.minSample }
      if (found.status === 'none') return { ...head, status: 'none', pValue: found.pValue }
      const { before, after, pValue, at } = found
      const first = observations[at]!.metrics
      return {
        ...head,
        status: 'change',
        pValue,
        before,
        after,
        relative: before === 0 ? null : (after - before) / before,
        isRegression: measure === 'success rate' ? after < before : after > before,
        batchId: first.batch_id,
        timestamp: first.timestamp,
      }
    })
}

function testHolm(
  series: readonly Series[],
  { level, seed }: { readonly level: number; readonly seed: number },
): Map<Series['observations'], ChangePoint> {
  const results = new Map<Series['observations'], ChangePoint>()
  const ranked = series
    .flatMap(({ observations }) => {
      const found = findChangePoint(
        observations.map(({ value }) => value),
        // As strict as the strictest comparison will be, so that its chance is known finely enough.
        { level: level / series.length, minSegment: MIN_SEGMENT, seed },
      )
      return found === undefined ? [] : [{ observations, found }]
    })
    .sort((a, b) => a.found.pValue - b.found.pValue)
  let isOpen = true
  ranked.forEach(({ observations, found }, i) => {
    isOpen = isOpen && found.pValue <= level / (ranked.length - i)
    results.set(observations, { ...found, status: isOpen ? 'change' : 'none' })
  })
  return results
}
