import { findChangesTogether } from '../statistics/changes-together.ts'
import type { SeriesFinding } from '../statistics/changes-together.ts'
import type { BatchMetrics, BatchOperation } from './batch-metrics.ts'
import { kindOfRun, KINDS_OF_RUN } from './comparable-work.ts'
import type { KindOfRun } from './comparable-work.ts'
import { MEASURES, observe } from './measures.ts'
import type { MeasureName, Observation } from './measures.ts'

/** A place at which a measure went to another level. */
export interface ChangeAt {
  /** Medians before and after. */
  readonly before: number
  readonly after: number
  /** (after - before) / before; null if it was 0 before. */
  readonly relative: number | null
  readonly isRegression: boolean
  /** The first operation on the new level. */
  readonly batchId: string
  readonly timestamp: string
  /** Comparable runs on the two levels: since the change before this one, and until the one after it. */
  readonly runsBefore: number
  readonly runsAfter: number
}

/** The outcome of one measure of one operation over time; a series that changed twice is there twice. */
export type SeriesChange = {
  readonly operation: BatchOperation
  readonly measure: MeasureName
  /** Which runs are compared with each other; null: all of them. */
  readonly runs: KindOfRun | null
  readonly count: number
} & (
  | { readonly status: 'insufficient data'; readonly needed: number }
  | { readonly status: 'none'; readonly pValue: number }
  | ({ readonly status: 'change'; readonly pValue: number } & ChangeAt)
  /** Remarkable alone, and not among so many series as the report looks at. */
  | ({ readonly status: 'not confirmed'; readonly pValue: number } & ChangeAt)
)

export type FoundChange = Extract<SeriesChange, { status: 'change' | 'not confirmed' }>

export interface ChangeOptions {
  /** Of all that is reported as changed, the share that may be chance; with no change at all, the chance of any. */
  readonly level: number
  readonly minSample: number
  /** Smaller steps are not told: a share of the level before, or of the rate itself. */
  readonly leastEffect: number
  readonly seed: number
}

interface Series {
  readonly operation: BatchOperation
  readonly measure: MeasureName
  readonly runs: KindOfRun | null
  readonly observations: readonly Observation[]
}

/**
 * Tests every series for changes. Which of them hold is decided over the whole report (Benjamini and Hochberg, 1995); whether
 * there are numbers enough, for each series alone.
 */
export function findSeriesChanges(
  operations: readonly { readonly operation: BatchOperation; readonly runs: readonly BatchMetrics[] }[],
  options: ChangeOptions,
): SeriesChange[] {
  const groups = operations.flatMap(({ operation, runs }) =>
    MEASURES.map((measure) => seriesOf(operation, measure, observe(runs, measure))),
  )
  const testable = groups.flat().filter(({ observations }) => observations.length >= options.minSample)
  const results = testAll(testable, options)
  return groups.flatMap((series): SeriesChange[] => {
    const tested = results.filter((result) =>
      series.some(({ observations }) => observations === result.observations),
    )
    const [largest] = [...series].sort((a, b) => b.observations.length - a.observations.length)
    if (largest === undefined) return []
    if (tested.length > 0) return tested.flatMap((result) => result.changes)
    return [{ ...headOf(largest), status: 'insufficient data', needed: options.minSample }]
  })
}

/** A rate is of all runs; times and amounts are compared among runs of a kind. */
function seriesOf(
  operation: BatchOperation,
  measure: MeasureName,
  observations: readonly Observation[],
): readonly Series[] {
  if (observations.length === 0) return []
  if (measure === 'success rate') return [{ operation, measure, runs: null, observations }]
  const kinds = new Map(observations.map((one) => [one, kindOfRun(one.metrics)] as const))
  return KINDS_OF_RUN.flatMap((runs) => {
    const own = observations.filter((one) => kinds.get(one) === runs)
    return own.length === 0 ? [] : [{ operation, measure, runs, observations: own }]
  })
}

function headOf({
  operation,
  measure,
  runs,
  observations,
}: Series): Pick<SeriesChange, 'operation' | 'measure' | 'runs' | 'count'> {
  return { operation, measure, runs, count: observations.length }
}

interface Result {
  readonly observations: Series['observations']
  readonly changes: readonly SeriesChange[]
}

function testAll(series: readonly Series[], options: ChangeOptions): readonly Result[] {
  const findings = findChangesTogether(
    series.map(({ measure, observations }) => ({
      values: observations.map(({ value }) => value),
      isWorth: worth(measure, options.leastEffect),
    })),
    options,
  )
  return series.map((one, i) => ({ observations: one.observations, changes: changesOf(one, findings[i]!) }))
}

function worth(measure: MeasureName, leastEffect: number): (before: number, after: number) => boolean {
  return (before, after) => {
    const scale = measure === 'success rate' ? 1 : Math.abs(before)
    return Math.abs(after - before) > 0 && Math.abs(after - before) >= leastEffect * scale * (1 - 1e-9)
  }
}

function changesOf(series: Series, { pValue, points, holds }: SeriesFinding): readonly SeriesChange[] {
  const head = { ...headOf(series), pValue }
  if (points.length === 0) return [{ ...head, status: 'none' }]
  return points.map(({ at, before, after }, i) => {
    const first = series.observations[at]!.metrics
    return {
      ...head,
      status: holds ? 'change' : 'not confirmed',
      before,
      after,
      relative: before === 0 ? null : (after - before) / before,
      isRegression: series.measure === 'success rate' ? after < before : after > before,
      batchId: first.batch_id,
      timestamp: first.timestamp,
      runsBefore: at - (points[i - 1]?.at ?? 0),
      runsAfter: (points[i + 1]?.at ?? series.observations.length) - at,
    }
  })
}
