/** How an attempt ended. `unavailable`: overload, rate limit, lost connection; the work was not judged. */
export type AttemptOutcome = 'failed' | 'timed-out' | 'stale' | 'unavailable'

export interface PastAttempt {
  readonly model: string
  readonly outcome: AttemptOutcome
}

export interface FallbackPolicy {
  /** Models from the one to start with to the strongest. */
  readonly models: readonly string[]
  /** Tries with one model before the next stronger one; at least 1. */
  readonly triesPerModel: number
  /** More tries for what says nothing about the model, as overload. */
  readonly triesWhenUnavailable: number
  /** Before the second try; it doubles from try to try up to the limit. */
  readonly backoffSeconds: number
  readonly maxBackoffSeconds: number
  readonly maxAttempts: number
}

export const defaultFallback: Omit<FallbackPolicy, 'models'> = {
  triesPerModel: 2,
  triesWhenUnavailable: 4,
  backoffSeconds: 5,
  maxBackoffSeconds: 300,
  maxAttempts: 8,
}

export type NextAttempt =
  | { readonly kind: 'try'; readonly model: string; readonly waitSeconds: number; readonly reason: string }
  /** What is left: take what was done in part, block what depends on it, go on with the rest. */
  | { readonly kind: 'degrade'; readonly reason: string }

/**
 * What to do after the attempts so far: the same model again, then the next stronger one, then degrade. Pure: the
 * history alone decides. O(attempts).
 *
 * @throws RangeError when there are no models.
 * @example
 * nextAttempt({ ...defaultFallback, models: ['haiku', 'sonnet'] }, []) // { kind: 'try', model: 'haiku', ... }
 */
export function nextAttempt(policy: FallbackPolicy, past: readonly PastAttempt[]): NextAttempt {
  const { models } = policy
  const [first] = models
  if (first === undefined) throw new RangeError('nextAttempt: there are no models')
  const last = past.at(-1)
  if (last === undefined) return { kind: 'try', model: first, waitSeconds: 0, reason: 'first attempt' }
  if (past.length >= policy.maxAttempts) return { kind: 'degrade', reason: `${past.length} attempts failed` }
  const tries = past.length - (past.findLastIndex(({ model }) => model !== last.model) + 1)
  const judged = past.slice(-tries).filter(({ outcome }) => outcome !== 'unavailable').length
  const isLimitReached = judged >= policy.triesPerModel || tries >= policy.triesWhenUnavailable
  if (!isLimitReached) {
    const waitSeconds = Math.min(policy.maxBackoffSeconds, policy.backoffSeconds * 2 ** (tries - 1))
    return { kind: 'try', model: last.model, waitSeconds, reason: `${last.model} ${last.outcome}, once more` }
  }
  const stronger = models[models.indexOf(last.model) + 1]
  if (stronger === undefined || !models.includes(last.model)) {
    return { kind: 'degrade', reason: `${last.model} ${last.outcome}, and no stronger model is left` }
  }
  return { kind: 'try', model: stronger, waitSeconds: 0, reason: `${last.model} ${last.outcome}: upgraded` }
}
