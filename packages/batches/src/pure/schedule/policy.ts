/** How a batch is run. All times are in milliseconds. */
export interface Policy {
  /** Items that run at the same time; default 4. */
  readonly workers: number
  /** Models from the weakest to the strongest; empty leaves the choice to the program. */
  readonly models: readonly string[]
  /** How long one attempt may take. */
  readonly timeoutMs: number
  /** How often signs of life are judged; default 30 s. */
  readonly pollMs: number
  /** Without a sign of life for longer than this an agent is dead; default 60 s. */
  readonly staleMs: number
  /** The first pause after an agent has met a usage limit; doubled each time; default 60 s. */
  readonly backoffMs?: number
  /** Nothing new is started once this much has been spent, in USD; default without end. */
  readonly maxCostUsd?: number
  /** So many agents may be started in so much time; default without end. */
  readonly rate?: Rate
  /** The first failure lets nothing new start; default: what does not depend on it goes on. */
  readonly isFailFast?: boolean
}

export interface Rate {
  readonly count: number
  readonly perMs: number
}

export const DEFAULT_POLICY: Policy = {
  workers: 4,
  models: [],
  timeoutMs: 60 * 60_000,
  pollMs: 30_000,
  staleMs: 60_000,
}

const BACKOFF_MS = 60_000
const MAX_BACKOFF_MS = 30 * 60_000

/**
 * How long nothing is started after a usage limit.
 *
 * @param times limits that were met in a row, this one included
 * @param toldMs what the agent's service says itself
 */
export function backoffOf({ backoffMs = BACKOFF_MS }: Policy, times: number, toldMs: number | null): number {
  if (toldMs !== null) return Math.max(0, Math.min(toldMs, 24 * 60 * 60_000))
  return Math.min(backoffMs * 2 ** Math.min(times - 1, 20), MAX_BACKOFF_MS)
}

/** Tries after failures of the executor itself (git, the disk), which cost the item nothing. */
export const MAX_OWN_FAILURES = 3
/** Usage limits that an item meets before it is given up: a day of them, about. */
export const MAX_LIMITS = 60
/** Tries of work that could not be joined with that of others: each begins from the joined work. */
export const MAX_CONFLICTS = 2

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

/** What is known of a running attempt's life. */
export interface Pulse {
  /** When the attempt started, or the last new sign of life was seen, by the clock of whoever looks. */
  readonly atMs: number
  /** The last sign. */
  readonly sign: string | null
  /** Looks since then that found nothing new. */
  readonly missed: number
}

/**
 * The pulse after a look. Only whether the sign is another one counts: the times that files and agents state are those of
 * other clocks. A look misses only when a whole interval has passed without a new sign.
 *
 * @param sign the time of the heartbeat file, the length of the output; null while there is nothing
 */
export function feelPulse(pulse: Pulse, sign: string | null, nowMs: number, { pollMs }: Policy): Pulse {
  if (sign !== null && sign !== pulse.sign) return { atMs: nowMs, sign, missed: 0 }
  return nowMs - pulse.atMs >= pollMs ? { ...pulse, missed: pulse.missed + 1 } : pulse
}

export function isStale({ atMs, missed }: Pulse, nowMs: number, { staleMs }: Policy): boolean {
  return missed >= MAX_MISSED || nowMs - atMs > staleMs
}
