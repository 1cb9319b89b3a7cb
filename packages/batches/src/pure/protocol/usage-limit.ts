/** Words of services that refuse for now. They stand in what agents say when they fail; nothing else tells it. */
const LIMIT =
  /\b(?:usage|rate|spend(?:ing)?|session|weekly|daily|hourly|request|token|message)[ -]limits?\b.{0,40}\b(?:reached|exceeded|hit)|\b(?:reached|exceeded|hit) (?:your |the |an? )?(?:[a-z0-9-]{1,20} ){0,2}limit\b|\blimit reached\b|\brate[ _-]?limit(?:ed|_error)?\b|too many requests|\b(?:http|status|error|code)[ :=]{0,3}(?:429|529)\b|\b429\b.{0,40}\brequests?\b|insufficient_quota|quota (?:exceeded|reached)|exceeded your (?:current )?quota|resource_exhausted|overloaded_error|\boverloaded\b.{0,30}\btry again\b/i

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 }
const AFTER =
  /\b(?:retry|try again|again|wait|resets?)\b.{0,30}?\b(?:in|after)[ :]{1,3}(\d{1,6}(?:\.\d{1,3})?) {0,2}(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)?\b/i
const RETRY_AFTER = /\bretry-after\b["':= ]{1,6}(\d{1,6})/i

/** Longest text that is looked at: the end says it. */
const MAX_TEXT = 4000

/**
 * Whether what an agent says is that its service refuses for now: a usage limit, too many requests.
 *
 * @returns how long to wait, in milliseconds; `null` for it where it does not say. Undefined where it is no limit.
 */
export function usageLimitIn(text: string): { readonly retryAfterMs: number | null } | undefined {
  const end = text.slice(-MAX_TEXT)
  if (!LIMIT.test(end)) return undefined
  const seconds = RETRY_AFTER.exec(end)?.[1]
  if (seconds !== undefined) return { retryAfterMs: Number(seconds) * 1000 }
  const [, amount, unit = 's'] = AFTER.exec(end) ?? []
  if (amount === undefined) return { retryAfterMs: null }
  const scale = /^m(?:s|illi)/i.test(unit) ? 1 : (UNITS[unit[0]!.toLowerCase()] ?? 1000)
  return { retryAfterMs: Math.round(Number(amount) * scale) }
}
