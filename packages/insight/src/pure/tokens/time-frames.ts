/** Names of the days, weeks and months that moments fall into, in one time zone. */
export class Calendar {
  readonly #format: Intl.DateTimeFormat

  /**
   * @param timeZone an IANA name; undefined: that of the system
   * @throws RangeError for a name that is none
   */
  constructor(timeZone?: string) {
    this.#format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  }

  /** `2026-03-01`. */
  dayOf(timestampMs: number): string {
    return this.#format.format(timestampMs)
  }

  /** The Monday that the week begins with (ISO 8601). */
  weekOf(timestampMs: number): string {
    const dayMs = Date.parse(`${this.dayOf(timestampMs)}T00:00:00Z`)
    const sinceMonday = (new Date(dayMs).getUTCDay() + 6) % 7
    return new Date(dayMs - sinceMonday * DAY_MS).toISOString().slice(0, 10)
  }

  /** `2026-03`. */
  monthOf(timestampMs: number): string {
    return this.dayOf(timestampMs).slice(0, 7)
  }
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const BLOCK_HOURS = 5

/**
 * The five-hour blocks in which Claude's limits are counted: one begins at the full hour of the first response after the one
 * before has ended. Returns the start of the block for each moment, in the order given. O(n log n)
 */
export function blockStarts(timestampsMs: readonly number[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  let start = Number.NEGATIVE_INFINITY
  for (const timestampMs of [...timestampsMs].sort((a, b) => a - b)) {
    if (timestampMs >= start + BLOCK_HOURS * HOUR_MS) start = Math.floor(timestampMs / HOUR_MS) * HOUR_MS
    starts.set(timestampMs, start)
  }
  return starts
}

/** Which responses count: days include both ends, and are those of the calendar. */
export interface TimeFrame {
  readonly since?: string
  readonly until?: string
}

/** Whether a moment lies in a frame; one that is not known lies only in a frame without ends. */
export function isWithin(
  timestampMs: number | undefined,
  { since, until }: TimeFrame,
  calendar: Calendar,
): boolean {
  if (since === undefined && until === undefined) return true
  if (timestampMs === undefined) return false
  const day = calendar.dayOf(timestampMs)
  return (since === undefined || day >= since) && (until === undefined || day <= until)
}
