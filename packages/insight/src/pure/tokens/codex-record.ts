import { isJsonObject, own } from 'blueprint-command-engine/base'
import type { JsonObject } from 'blueprint-command-engine/base'
import { readCount, readText, readTime } from './json-values.ts'
import type { TokenUsage } from './token-usage.ts'
import { NO_TOKENS } from './token-usage.ts'
import type { TranscriptRecord } from './transcript-record.ts'

/** The running totals that a rollout states after every response. */
interface Totals {
  readonly input: number
  readonly cached: number
  readonly output: number
}

const NOTHING: Totals = { input: 0, cached: 0, output: 0 }
const KINDS = new Set(['session_meta', 'turn_context', 'event_msg', 'response_item', 'compacted'])

/**
 * Reads the rollout of one Codex session (`~/.codex/sessions/YYYY/MM/DD/rollout-*.jsonl`), line by line. It states running totals
 * and repeats them, so that a response is the step from one total to the next; input holds what came from the cache, and
 * output the reasoning.
 */
export class CodexRollout {
  #sessionId: string | undefined
  #folder: string | undefined
  #branch: string | undefined
  #model: string | undefined
  #totals: Totals = NOTHING
  #count = 0

  /** Undefined for a line that is none of a rollout. */
  read(line: JsonObject): TranscriptRecord | undefined {
    const kind = own(line, 'type')
    const payload = own(line, 'payload')
    if (typeof kind !== 'string' || !KINDS.has(kind) || !isJsonObject(payload)) return undefined
    if (kind === 'session_meta') this.#readMeta(payload)
    if (kind === 'turn_context') {
      this.#model = readText(own(payload, 'model')) ?? this.#model
      this.#folder = readText(own(payload, 'cwd')) ?? this.#folder
    }
    const usage =
      kind === 'event_msg' && own(payload, 'type') === 'token_count' ? this.#step(payload) : undefined
    if (usage !== undefined) this.#count += 1
    return {
      responseKey:
        usage === undefined
          ? undefined
          : `codex ${this.#sessionId ?? ''} ${this.#count} ${this.#totals.input} ${this.#totals.output}`,
      model: this.#model,
      usage,
      origin: {
        sessionId: this.#sessionId,
        agentId: undefined,
        branch: this.#branch,
        folder: this.#folder,
        timestampMs: readTime(own(line, 'timestamp')),
      },
      toolCalls: [],
      agentResult: undefined,
    }
  }

  #readMeta(payload: JsonObject): void {
    const git = own(payload, 'git')
    this.#sessionId ??= readText(own(payload, 'id'))
    this.#folder = readText(own(payload, 'cwd')) ?? this.#folder
    this.#branch = isJsonObject(git) ? readText(own(git, 'branch')) : this.#branch
  }

  #step(payload: JsonObject): TokenUsage | 'invalid' | undefined {
    const info = own(payload, 'info')
    if (!isJsonObject(info)) return undefined
    const totals = readTotals(own(info, 'total_token_usage'))
    if (totals === 'invalid') return 'invalid'
    const before = this.#totals
    this.#totals = totals
    const isLess = totals.input < before.input || totals.output < before.output
    // Totals that begin anew, as after a fork: the last response is all that is known.
    const last = isLess ? readTotals(own(info, 'last_token_usage')) : totals
    if (last === 'invalid') return 'invalid'
    const from = isLess ? NOTHING : before
    const step = {
      input: last.input - from.input,
      cached: Math.max(0, last.cached - from.cached),
      output: last.output - from.output,
    }
    if (step.input === 0 && step.output === 0) return undefined
    const cached = Math.min(step.input, step.cached)
    return {
      ...NO_TOKENS,
      inputTokens: step.input - cached,
      cacheReadTokens: cached,
      outputTokens: step.output,
    }
  }
}

function readTotals(value: unknown): Totals | 'invalid' {
  if (!isJsonObject(value)) return 'invalid'
  const counts = ['input_tokens', 'cached_input_tokens', 'output_tokens'].map((key) =>
    readCount(own(value, key)),
  )
  const [input, cached, output] = counts
  if (input === 'invalid' || cached === 'invalid' || output === 'invalid') return 'invalid'
  return { input: input!, cached: cached!, output: output! }
}
