// Targets that set one way of doing something against another, measured in turn.
import type { Compared } from './alternate.ts'
import { BATCH } from './scenarios/batch.ts'

export interface RatioVerdict {
  readonly what: string
  /** The slowest of the comparisons that have to reach it. */
  readonly comparison: string
  /** Time of the one divided by the time of the other. */
  readonly measured: number
  readonly limit: number
  readonly isMet: boolean
}

interface RatioTarget {
  readonly what: string
  readonly comparisons: string
  readonly variant: string
  readonly against: string
  readonly limit: number
}

/** Two ways that cost the same differ by so much from run to run. */
const NOISE = 1.05

export const UNOPTIMISED = 'unoptimised'
export const ENGINE = 'engine'
export const UNOPTIMISED_RUNS = 'five unoptimised runs'
export const SINGLE_RUNS = 'five runs of the engine'
export const ONE_BATCH = 'one batch of the engine'

const ratioTargets: readonly RatioTarget[] = [
  {
    what: 'half the time of the unoptimised pipeline, ten commands',
    comparisons: 'baseline/ten-commands',
    variant: ENGINE,
    against: UNOPTIMISED,
    limit: 0.5,
  },
  {
    what: `a batch of ${BATCH}: a third of the time of five unoptimised runs`,
    comparisons: `baseline/batch-of-${BATCH}`,
    variant: ONE_BATCH,
    against: UNOPTIMISED_RUNS,
    limit: 1 / 3,
  },
  {
    what: `a batch of ${BATCH}: not slower than five single runs`,
    comparisons: `baseline/batch-of-${BATCH}`,
    variant: ONE_BATCH,
    against: SINGLE_RUNS,
    limit: NOISE,
  },
]

/** Judges what was compared; targets of which nothing ran are left out. */
export function judgeRatios(comparisons: readonly Compared[]): readonly RatioVerdict[] {
  return ratioTargets.flatMap(({ what, comparisons: prefix, variant, against, limit }) => {
    const ratios = comparisons.flatMap((comparison) => {
      if (!comparison.name.startsWith(prefix)) return []
      const one = comparison.variants.find(({ name }) => name === variant)
      const other = comparison.variants.find(({ name }) => name === against)
      return one === undefined || other === undefined
        ? []
        : [{ comparison: comparison.name, measured: one.ratio / other.ratio }]
    })
    if (ratios.length === 0) return []
    const slowest = ratios.reduce((a, b) => (b.measured > a.measured ? b : a))
    return [{ what, ...slowest, limit, isMet: slowest.measured <= limit }]
  })
}
