/**
 * The tokens of one or many responses, every token in exactly one field. `inputTokens` are those that were neither
 * written to a cache nor read from one.
 */
export interface TokenUsage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly cacheWrite5mTokens: number
  readonly cacheWrite1hTokens: number
  readonly cacheReadTokens: number
}

export const NO_TOKENS: TokenUsage = {
  inputTokens: 0,
  outputTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  cacheReadTokens: 0,
}

export function addUsage(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheWrite5mTokens: a.cacheWrite5mTokens + b.cacheWrite5mTokens,
    cacheWrite1hTokens: a.cacheWrite1hTokens + b.cacheWrite1hTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
  }
}

export function cacheWriteTokens(usage: TokenUsage): number {
  return usage.cacheWrite5mTokens + usage.cacheWrite1hTokens
}

/** Everything the model read: fresh input, cache writes and cache reads. */
export function allInputTokens(usage: TokenUsage): number {
  return usage.inputTokens + cacheWriteTokens(usage) + usage.cacheReadTokens
}

export function totalTokens(usage: TokenUsage): number {
  return allInputTokens(usage) + usage.outputTokens
}
