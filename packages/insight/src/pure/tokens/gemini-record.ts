import { isJsonObject, own } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'
import { readCount, readText, readTime } from './json-values.ts'
import { NO_TOKENS } from './token-usage.ts'
import type { TokenUsage } from './token-usage.ts'
import type { TranscriptRecord } from './transcript-record.ts'

/** The kinds of messages that Gemini CLI records. */
const KINDS = new Set(['user', 'gemini', 'info', 'error', 'warning'])

/** The messages of a whole session (`session-*.json` in a folder `chats`); undefined for what is none. */
export function readGeminiSession(value: JsonObject): readonly TranscriptRecord[] | undefined {
  const messages = own(value, 'messages')
  const sessionId = readText(own(value, 'sessionId'))
  if (sessionId === undefined || !Array.isArray(messages)) return undefined
  return messages.flatMap((message: unknown) =>
    isJsonObject(message) ? (readGeminiMessage(message, sessionId) ?? []) : [],
  )
}

/** One message, as a session lists it or as a line of its own. Input holds what came from the cache; thoughts are output. */
export function readGeminiMessage(message: JsonObject, sessionId?: string): TranscriptRecord | undefined {
  const kind = own(message, 'type')
  if (typeof kind !== 'string' || !KINDS.has(kind) || own(message, 'message') !== undefined) return undefined
  const id = readText(own(message, 'id'))
  const tokens = own(message, 'tokens')
  if (sessionId === undefined && !isJsonObject(tokens)) return undefined
  const session = sessionId ?? readText(own(message, 'sessionId'))
  return {
    responseKey: id === undefined ? undefined : `gemini ${session ?? ''} ${id}`,
    model: readText(own(message, 'model')),
    usage: tokens === undefined || tokens === null ? undefined : readUsage(tokens),
    origin: {
      sessionId: session,
      agentId: undefined,
      branch: undefined,
      folder: undefined,
      timestampMs: readTime(own(message, 'timestamp')),
    },
    toolCalls: [],
    agentResult: undefined,
  }
}

function readUsage(value: unknown): TokenUsage | 'invalid' {
  if (!isJsonObject(value)) return 'invalid'
  const [input, output, cached, thoughts, tool] = ['input', 'output', 'cached', 'thoughts', 'tool'].map(
    (key) => readCount(own(value, key)),
  )
  if (
    input === 'invalid' ||
    output === 'invalid' ||
    cached === 'invalid' ||
    thoughts === 'invalid' ||
    tool === 'invalid'
  )
    return 'invalid'
  const read = Math.min(input!, cached!)
  return {
    ...NO_TOKENS,
    inputTokens: input! - read + tool!,
    cacheReadTokens: read,
    outputTokens: output! + thoughts!,
  }
}
