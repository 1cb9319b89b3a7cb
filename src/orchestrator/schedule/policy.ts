/** How a batch is run. All times are in milliseconds. */
export interface Policy {
  /** Items that run at the same time; default 4. */
  readonly workers: number
  /** Models from the weakest to the strongest; empty leaves the choice to the program. */
  readonly models: readonly string[]
  /** How long one attempt may take. */
  readonly timeoutMs: number
  /** How often heartbeats are looked at; default 30 s. */
  readonly pollMs: number
  /** A heartbeat older than this is that of a dead agent; default 60 s. */
  readonly staleMs: number
}

export const DEFAULT_POLICY: Policy = {
  workers: 4,
  models: [],
  timeoutMs: 60 * 60_000,
  pollMs: 30_000,
  staleMs: 60_000,
}

/** Looks in a row that may find nothing new. */
const MAX_MISSED = 2

/** Twice with the first model, then once with each stronger one. */
export function attemptsOf({ models }: Pick<Policy, 'models'>): number {
  return Math.max(2, models.length + 1)
}

/** @param attempt from 1 */
export function modelOf({ models }: Pick<Policy, 'models'>, attempt: number): string | null {
  return models[Math.max(0, attempt - 2)] ?? models.at(-1) ?? null
}

/** What is known of a running attempt's heartbeat. */
export interface Pulse {
  /** When the attempt started, or the last heartbeat was written. */
  readonly atMs: number
  /** The time that the last heartbeat's file bore. */
  readonly seenMs: number | null
  /** Looks since then that found nothing new. */
  readonly missed: number
}

/**
 * The pulse after a look. A look misses only when a whole interval has passed without a heartbeat. A time in the future is
 * that of a wrong clock and counts as now.
 *
 * @param seenMs when the heartbeat file was last written; null while there is none
 */
export function feelPulse(pulse: Pulse, seenMs: number | null, nowMs: number, { pollMs }: Policy): Pulse {
  if (seenMs !== null && seenMs !== pulse.seenMs)
    return { atMs: Math.max(pulse.atMs, Math.min(seenMs, nowMs)), seenMs, missed: 0 }
  return nowMs - pulse.atMs >= pollMs ? { ...pulse, missed: pulse.missed + 1 } : pulse
}

export function isStale({ atMs, missed }: Pulse, nowMs: number, { staleMs }: Policy): boolean {
  return missed >= MAX_MISSED || nowMs - atMs > staleMs
}
