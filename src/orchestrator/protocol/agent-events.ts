import { isJsonObject, own } from '../../core/base/json.ts'
import type { JsonObject } from '../../core/base/json.ts'
import { NO_USAGE } from './task-report.ts'
import type { Usage } from './task-report.ts'

/** What a line of an agent's output tells. */
export type AgentEvent =
  | { readonly kind: 'step'; readonly step: string; readonly usage?: Usage }
  | { readonly kind: 'end'; readonly isSuccess: boolean; readonly message: string; readonly usage: Usage }

/** Longest line that is read; longer ones (whole files in a tool's result) say nothing about progress. */
const MAX_LINE = 1_048_576

/** One event of `claude -p --output-format stream-json`; null for a line that tells nothing. */
export function readClaudeEvent(line: string): AgentEvent | null {
  const event = eventOf(line)
  if (event === null) return null
  switch (own(event, 'type')) {
    case 'system':
      return { kind: 'step', step: 'starting' }
    case 'assistant':
      return { kind: 'step', step: lastStepOf(own(partOf(event, 'message'), 'content')) ?? 'thinking' }
    case 'result':
      return {
        kind: 'end',
        isSuccess: own(event, 'subtype') === 'success' && own(event, 'is_error') !== true,
        message: textOf(event, 'result') ?? textOf(event, 'subtype') ?? '',
        usage: claudeUsage(event),
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
      const detail = textOf(item, 'command') ?? textOf(item, 'text') ?? ''
      return {
        kind: 'step',
        step: `${textOf(item, 'type') ?? 'working'}${detail === '' ? '' : `: ${shorten(detail)}`}`,
      }
    }
    case 'turn.completed':
      return { kind: 'end', isSuccess: true, message: '', usage: codexUsage(partOf(event, 'usage')) }
    case 'turn.failed':
      return {
        kind: 'end',
        isSuccess: false,
        message: textOf(partOf(event, 'error'), 'message') ?? 'the turn failed',
        usage: NO_USAGE,
      }
    case 'error':
      return { kind: 'end', isSuccess: false, message: textOf(event, 'message') ?? 'error', usage: NO_USAGE }
    default:
      return null
  }
}

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

/** Input counts what was read from the cache and written to it as well: all of it went in. */
function claudeUsage(event: JsonObject): Usage {
  const usage = partOf(event, 'usage')
  const output = countOf(usage, 'output_tokens')
  const input = sumOf([
    countOf(usage, 'input_tokens'),
    countOf(usage, 'cache_creation_input_tokens'),
    countOf(usage, 'cache_read_input_tokens'),
  ])
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: sumOf([input, output]),
    costUsd: countOf(event, 'total_cost_usd'),
  }
}

/** `input_tokens` holds the cached ones already. */
function codexUsage(usage: JsonObject): Usage {
  const [inputTokens, outputTokens] = [countOf(usage, 'input_tokens'), countOf(usage, 'output_tokens')]
  return { inputTokens, outputTokens, totalTokens: sumOf([inputTokens, outputTokens]), costUsd: null }
}

function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((each) => each !== null)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

function countOf(object: JsonObject, key: string): number | null {
  const value = own(object, key)
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : null
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
