/** Microseconds, from single samples. */
export interface Summary {
  readonly samples: number
  readonly p25: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly min: number
  readonly mean: number
  /** The middle half of the samples, as a share of the median. */
  readonly spread: number
}

/** Nearest-rank percentiles: each is a time that was really measured. O(n log n). */
export function summarize(samples: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(samples).sort()
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  let sum = 0
  for (const sample of sorted) sum += sample
  const p50 = at(0.5)
  return {
    samples: sorted.length,
    p25: round(at(0.25)),
    p50: round(p50),
    p95: round(at(0.95)),
    p99: round(at(0.99)),
    min: round(at(0)),
    mean: round(sorted.length === 0 ? 0 : sum / sorted.length),
    spread: round(p50 === 0 ? 0 : (at(0.75) - at(0.25)) / p50),
  }
}

/** Three significant digits, at least two decimals below 10. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
