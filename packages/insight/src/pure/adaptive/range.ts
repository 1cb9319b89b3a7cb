/** A number that is known within limits; Infinity where a log gives no upper one. Known exactly: low equals high. */
export interface Range {
  readonly low: number
  readonly high: number
}

export function exactly(value: number): Range {
  return { low: value, high: value }
}

export function atLeast(value: number): Range {
  return { low: value, high: Number.POSITIVE_INFINITY }
}

/** Anything that a count or an amount can be. */
export const ANY_AMOUNT: Range = atLeast(0)

export function isExact({ low, high }: Range): boolean {
  return low === high
}

export function addRanges(ranges: readonly Range[]): Range {
  return ranges.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), exactly(0))
}

/** The smallest range that holds all; undefined of none. */
export function hullOf(ranges: readonly Range[]): Range | undefined {
  const [first, ...rest] = ranges
  return first === undefined
    ? undefined
    : rest.reduce((a, b) => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }), first)
}

/** The number where it is known exactly, else null. */
export function exactOf(range: Range | null): number | null {
  return range !== null && isExact(range) ? range.low : null
}
