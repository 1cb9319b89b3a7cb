const MAX_TEXT_LENGTH = 300
/** More than any response can hold, and small enough that millions of them add up exactly. */
const MAX_COUNT = 1e12

/** A count of tokens; what is missing is none. */
export function readCount(value: unknown): number | 'invalid' {
  if (value === undefined || value === null) return 0
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'invalid'
  return value >= 0 && value <= MAX_COUNT ? value : 'invalid'
}

/** A text that is not empty, cut to what a name needs. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  return value.length > MAX_TEXT_LENGTH ? value.slice(0, MAX_TEXT_LENGTH) : value
}

/** Milliseconds since 1970 UTC. */
export function readTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > MAX_TEXT_LENGTH) return undefined
  const timestampMs = Date.parse(value)
  return Number.isNaN(timestampMs) ? undefined : timestampMs
}
