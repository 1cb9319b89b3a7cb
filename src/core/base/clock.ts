/** A source of time. The core owns none: the engine is given one, or looks for the host's. */
export interface Clock {
  /** Monotonic time in microseconds; only differences have a meaning. */
  now(): number
}

interface HostPerformance {
  now(): number
}

/** The host's `performance.now()` in microseconds, or a clock that stands still where the host has none. */
export function hostClock(): Clock {
  const host = (globalThis as { readonly performance?: HostPerformance }).performance
  if (host === undefined) return { now: () => 0 }
  return { now: () => host.now() * 1000 }
}
