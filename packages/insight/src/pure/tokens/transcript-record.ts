import { isJsonObject, own } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'
import { readCount, readText, readTime } from './json-values.ts'
import type { TokenUsage } from './token-usage.ts'

/** What one line of a transcript says about tokens; most lines say nothing. */
export interface TranscriptRecord {
  /** Equal for all lines that repeat one response; undefined if nothing tells it apart. */
  readonly responseKey: string | undefined
  readonly model: string | undefined
  /** Undefined: the line states no usage. `invalid`: it states one that cannot be read. */
  readonly usage: TokenUsage | 'invalid' | undefined
  readonly origin: RecordOrigin
  readonly toolCalls: readonly ToolCall[]
  readonly agentResult: AgentResult | undefined
  /** What is charged beside the tokens; absent where nothing is. */
  readonly extras?: UsageExtras
}

/** What changes the price of a response beside its tokens. */
export interface UsageExtras {
  readonly webSearches: number
  /** Answered in the faster and dearer mode. */
  readonly isFast: boolean
}

/** Where a response comes from, as far as its line says. */
export interface RecordOrigin {
  readonly sessionId: string | undefined
  /** Of the subagent; undefined for the main thread. */
  readonly agentId: string | undefined
  readonly branch: string | undefined
  readonly folder: string | undefined
  /** Milliseconds since 1970 UTC. */
  readonly timestampMs: number | undefined
}

export interface ToolCall {
  readonly id: string | undefined
  readonly name: string
  /** Set where the call starts a subagent. */
  readonly spawn: SpawnRequest | undefined
}

export interface SpawnRequest {
  readonly agentType: string | undefined
  readonly agentName: string | undefined
  readonly description: string | undefined
  readonly model: string | undefined
}

/** What the parent was told when a subagent ended. */
export interface AgentResult {
  readonly toolUseId: string | undefined
  readonly agentId: string | undefined
  /** The subagent's own statement; its transcript, where it is at hand, says more. */
  readonly claimedTokens: number | undefined
}

export const SYNTHETIC_MODEL = '<synthetic>'
/** Stands for a subagent whose lines carry no id of their own. */
const UNNAMED_AGENT = 'sidechain'

/** Both names of the tool that starts a subagent are in use. */
const SPAWNING_TOOLS = new Set(['Task', 'Agent'])
const MAX_TOOL_CALLS = 1000

/**
 * Reads one line's value. Whatever does not look as expected is left out; nothing throws. Progress lines that carry a
 * subagent's message inside are read as that message. O(size of the content list).
 */
export function readTranscriptRecord(line: JsonObject): TranscriptRecord {
  const data = own(line, 'data')
  const carried = isJsonObject(data) ? own(data, 'message') : undefined
  if (isJsonObject(data) && isJsonObject(carried) && own(data, 'type') === 'agent_progress') {
    return readLine({ ...line, ...carried }, readText(own(data, 'agentId')) ?? UNNAMED_AGENT)
  }
  const sidechain = own(line, 'isSidechain') === true ? UNNAMED_AGENT : undefined
  return readLine(line, readText(own(line, 'agentId')) ?? sidechain)
}

function readLine(line: JsonObject, agentId: string | undefined): TranscriptRecord {
  const body = own(line, 'message')
  const message = isJsonObject(body) ? body : {}
  const model = readText(own(message, 'model'))
  const content = own(message, 'content')
  return {
    responseKey: keyOf(line, message),
    model,
    usage: readUsage(own(message, 'usage')),
    origin: {
      sessionId: readText(own(line, 'sessionId')),
      agentId,
      branch: readText(own(line, 'gitBranch')),
      folder: readText(own(line, 'cwd')),
      timestampMs: readTime(own(line, 'timestamp')),
    },
    toolCalls: Array.isArray(content) && own(message, 'role') !== 'user' ? readToolCalls(content) : [],
    agentResult: readAgentResult(own(line, 'toolUseResult'), content),
    ...readExtras(own(message, 'usage')),
  }
}

function readExtras(usage: unknown): { readonly extras?: UsageExtras } {
  if (!isJsonObject(usage)) return {}
  const tools = own(usage, 'server_tool_use')
  const searches = isJsonObject(tools) ? readCount(own(tools, 'web_search_requests')) : 0
  const webSearches = searches === 'invalid' ? 0 : searches
  const isFast = own(usage, 'speed') === 'fast'
  return webSearches > 0 || isFast ? { extras: { webSearches, isFast } } : {}
}

function keyOf(line: JsonObject, message: JsonObject): string | undefined {
  const id = readText(own(message, 'id'))
  // Without the provider's id a line is reported apart by its own; a copied line is still counted once.
  if (id === undefined) return readText(own(line, 'uuid'))
  return `${id} ${readText(own(line, 'requestId')) ?? ''}`
}

/** The `usage` of a message; undefined if there is none. */
export function readUsage(value: unknown): TokenUsage | 'invalid' | undefined {
  if (value === undefined || value === null) return undefined
  if (!isJsonObject(value)) return 'invalid'
  const detail = own(value, 'cache_creation')
  const byAge = isJsonObject(detail) ? detail : {}
  const stated = readCount(own(value, 'cache_creation_input_tokens'))
  const written5m = readCount(own(byAge, 'ephemeral_5m_input_tokens'))
  const written1h = readCount(own(byAge, 'ephemeral_1h_input_tokens'))
  const inputTokens = readCount(own(value, 'input_tokens'))
  const outputTokens = readCount(own(value, 'output_tokens'))
  const cacheReadTokens = readCount(own(value, 'cache_read_input_tokens'))
  const counts = [stated, written5m, written1h, inputTokens, outputTokens, cacheReadTokens]
  if (counts.some((count) => count === 'invalid')) return 'invalid'
  const written = numberOf(stated) > 0 ? numberOf(stated) : numberOf(written5m) + numberOf(written1h)
  // The stated sum is what is billed; what the ages leave over is five minutes, the default.
  const cacheWrite1hTokens = Math.min(written, numberOf(written1h))
  return {
    inputTokens: numberOf(inputTokens),
    outputTokens: numberOf(outputTokens),
    cacheWrite5mTokens: written - cacheWrite1hTokens,
    cacheWrite1hTokens,
    cacheReadTokens: numberOf(cacheReadTokens),
  }
}

function numberOf(count: number | 'invalid'): number {
  return count === 'invalid' ? 0 : count
}

function readToolCalls(content: readonly unknown[]): ToolCall[] {
  const calls: ToolCall[] = []
  for (const block of content.slice(0, MAX_TOOL_CALLS)) {
    if (!isJsonObject(block) || own(block, 'type') !== 'tool_use') continue
    const name = readText(own(block, 'name'))
    if (name === undefined) continue
    const input = own(block, 'input')
    const spawn = SPAWNING_TOOLS.has(name) ? readSpawn(isJsonObject(input) ? input : {}) : undefined
    calls.push({ id: readText(own(block, 'id')), name, spawn })
  }
  return calls
}

function readSpawn(input: JsonObject): SpawnRequest {
  return {
    agentType: readText(own(input, 'subagent_type')),
    agentName: readText(own(input, 'name')),
    description: readText(own(input, 'description')),
    model: readText(own(input, 'model')),
  }
}

function readAgentResult(result: unknown, content: unknown): AgentResult | undefined {
  if (!isJsonObject(result)) return undefined
  const agentId = readText(own(result, 'agentId'))
  const claimed = readCount(own(result, 'totalTokens'))
  const claimedTokens = claimed === 'invalid' || claimed === 0 ? undefined : claimed
  if (agentId === undefined && claimedTokens === undefined) return undefined
  const answered = Array.isArray(content) ? content.find(isJsonObject) : undefined
  const toolUseId = answered === undefined ? undefined : readText(own(answered, 'tool_use_id'))
  return { toolUseId, agentId, claimedTokens }
}
