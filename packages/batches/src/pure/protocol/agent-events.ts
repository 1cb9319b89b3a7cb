import { isJsonObject, own } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'
import { NO_TOKENS, addUsage, readUsage } from '@blueprint-engine/insight'
import type { TokenUsage } from '@blueprint-engine/insight'

/** What a line of an agent's output tells. */
export type AgentEvent =
  | {
      readonly kind: 'step'
      readonly step: string
      /** What it says to whoever asked; the last one is its answer. */
      readonly answer?: string
      readonly response?: AgentResponse
    }
  /** Something went wrong, and it may yet go on. */
  | { readonly kind: 'trouble'; readonly message: string }
  | {
      readonly kind: 'end'
      readonly isSuccess: boolean
      /** Its answer, or why it failed; null if this event does not say. */
      readonly message: string | null
      /** Of the whole run; null if it does not say. */
      readonly tokens: TokenUsage | null
      readonly costUsd: number | null
    }

/** A model's response on the way. The lines of one response repeat its tokens. */
export interface AgentResponse {
  readonly id: string
  readonly model: string
  readonly tokens: TokenUsage
}

/** Longest line that is read; longer ones (whole files in a tool's result) say nothing about progress. */
const MAX_LINE = 1_048_576

/** One event of `claude -p --output-format stream-json`; null for a line that tells nothing. */
export function readClaudeEvent(line: string): AgentEvent | null {
  const event = eventOf(line)
  if (event === null) return null
  switch (own(event, 'type')) {
    case 'system':
      return { kind: 'step', step: 'starting' }
    case 'assistant': {
      const message = partOf(event, 'message')
      const response = claudeResponse(message)
      const step = lastStepOf(own(message, 'content')) ?? 'thinking'
      return { kind: 'step', step, ...(response !== null && { response }) }
    }
    case 'result':
      return {
        kind: 'end',
        isSuccess: own(event, 'subtype') === 'success' && own(event, 'is_error') !== true,
        message: textOf(event, 'result') ?? errorsOf(event) ?? textOf(event, 'subtype'),
        tokens: claudeTokens(event),
        costUsd: amountOf(event, 'total_cost_usd'),
      }
    default:
      return null
  }
}

/** One event of `codex exec --json`; null for a line that tells nothing. */
export function readCodexEvent(line: string): AgentEvent | null {
  const event = eventOf(line)
  if (event === null) return null
  switch (own(event, 'type')) {
    case 'thread.started':
    case 'turn.started':
      return { kind: 'step', step: 'starting' }
    case 'item.started':
    case 'item.updated':
    case 'item.completed': {
      const item = partOf(event, 'item')
      const [type, text] = [textOf(item, 'type') ?? 'working', textOf(item, 'text')]
      const detail = textOf(item, 'command') ?? text ?? ''
      return {
        kind: 'step',
        step: `${type}${detail === '' ? '' : `: ${shorten(detail)}`}`,
        ...(type === 'agent_message' && text !== null && { answer: text }),
      }
    }
    case 'turn.completed':
      return { ...END, isSuccess: true, tokens: codexTokens(partOf(event, 'usage')) }
    case 'turn.failed':
      return { ...END, message: textOf(partOf(event, 'error'), 'message') }
    case 'error':
      // "Reconnecting... 1/5" is one as well: the turn tells whether it failed.
      return { kind: 'trouble', message: textOf(event, 'message') ?? 'error' }
    default:
      return null
  }
}

const END = { kind: 'end', isSuccess: false, message: null, tokens: null, costUsd: null } as const

function eventOf(line: string): JsonObject | null {
  if (line.length > MAX_LINE || !line.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(line)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

/** The last tool or text of a message. */
function lastStepOf(content: unknown): string | null {
  if (!Array.isArray(content)) return null
  const parts: readonly unknown[] = content
  for (const part of parts.toReversed()) {
    if (!isJsonObject(part)) continue
    if (own(part, 'type') === 'tool_use') return `using ${textOf(part, 'name') ?? 'a tool'}`
    const text = textOf(part, 'text')
    if (text !== null) return shorten(text)
  }
  return null
}

function claudeResponse(message: JsonObject): AgentResponse | null {
  const [id, model] = [textOf(message, 'id'), textOf(message, 'model')]
  const tokens = readUsage(own(message, 'usage'))
  return id === null || model === null || tokens === undefined || tokens === 'invalid'
    ? null
    : { id, model, tokens }
}

/** `usage` leaves out the models that work beside the main one; `modelUsage`, if there is one, has all that the cost is for. */
function claudeTokens(event: JsonObject): TokenUsage | null {
  const byModel = Object.values(partOf(event, 'modelUsage')).filter(isJsonObject)
  if (byModel.length > 0)
    return byModel
      .map((usage) => ({
        inputTokens: countOf(usage, 'inputTokens'),
        outputTokens: countOf(usage, 'outputTokens'),
        cacheWrite5mTokens: countOf(usage, 'cacheCreationInputTokens'),
        cacheWrite1hTokens: 0,
        cacheReadTokens: countOf(usage, 'cacheReadInputTokens'),
      }))
      .reduce(addUsage, NO_TOKENS)
  const tokens = readUsage(own(event, 'usage'))
  return tokens === undefined || tokens === 'invalid' ? null : tokens
}

/** `input_tokens` holds the cached ones already, and `output_tokens` those of reasoning. */
function codexTokens(usage: JsonObject): TokenUsage | null {
  if (own(usage, 'input_tokens') === undefined) return null
  const input = countOf(usage, 'input_tokens')
  const cached = Math.min(input, countOf(usage, 'cached_input_tokens'))
  return {
    ...NO_TOKENS,
    inputTokens: input - cached,
    cacheReadTokens: cached,
    outputTokens: countOf(usage, 'output_tokens'),
  }
}

function errorsOf(event: JsonObject): string | null {
  const errors = own(event, 'errors')
  const texts = Array.isArray(errors) ? errors.filter((each) => typeof each === 'string') : []
  return texts.length === 0 ? null : texts.slice(0, 10).join('; ')
}

function amountOf(object: JsonObject, key: string): number | null {
  const value = own(object, key)
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : null
}

function countOf(object: JsonObject, key: string): number {
  const value = amountOf(object, key)
  return value !== null && Number.isInteger(value) ? value : 0
}

function partOf(object: JsonObject, key: string): JsonObject {
  const value = own(object, key)
  return isJsonObject(value) ? value : {}
}

function textOf(object: JsonObject, key: string): string | null {
  const value = own(object, key)
  return typeof value === 'string' ? value : null
}

function shorten(text: string): string {
  const line = text.trim().split('\n', 1)[0]!
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
