/** A source of time. The core owns none: the engine is given one, or looks for the host's. */
export interface Clock {
  /** Monotonic time in microseconds; only differences have a meaning. */
  now(): number
}

interface HostPerformance {
  now(): number
}

/**
 * A clock that somebody else wrote: where it throws, or gives no number, time stands still. Telling how long a command took is
 * never a reason not to carry it out.
 */
export function steadyClock(clock: Clock): Clock {
  let last = 0
  return {
    now() {
      try {
        const time: unknown = clock.now()
        if (typeof time === 'number' && Number.isFinite(time)) last = time
      } catch {
        // As if no time had passed.
      }
      return last
    },
  }
}

/** The host's `performance.now()` in microseconds, or a clock that stands still where the host has none. */
export function hostClock(): Clock {
  const host = (globalThis as { readonly performance?: HostPerformance }).performance
  if (host === undefined) return { now: () => 0 }
  return { now: () => host.now() * 1000 }
}
