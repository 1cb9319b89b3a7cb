import type { Beat } from '../schedule/advance.ts'
import { PriceList, addUsage, allInputTokens, NO_TOKENS, totalTokens } from '@blueprint-engine/insight'
import type { TokenUsage } from '@blueprint-engine/insight'
import type { AgentEvent, AgentResponse } from './agent-events.ts'
import { NO_USAGE } from './task-report.ts'
import type { Usage } from './task-report.ts'

/** How a run ended, as its own events tell. */
export interface StreamEnd {
  /** Null if the output ended before it said. */
  readonly isSuccess: boolean | null
  /** Its answer, or why it failed. */
  readonly message: string
  readonly usage: Usage
}

/** Responses that are reported apart; what is used beyond is not counted until the end tells it. */
const MAX_RESPONSES = 10_000

/** What the events of one run of a program add up to. O(responses) for a beat. */
export class AgentStream {
  readonly #read: (line: string) => AgentEvent | null
  readonly #model: string | null
  readonly #prices = new PriceList()
  readonly #responses = new Map<string, AgentResponse>()
  #end: Extract<AgentEvent, { kind: 'end' }> | null = null
  #answer: string | null = null
  #trouble: string | null = null
  #step = ''
  #atMs: number | null = null

  /** @param model what the program was told to use; null if it chose by itself */
  constructor(read: (line: string) => AgentEvent | null, model: string | null) {
    this.#read = read
    this.#model = model
  }

  take(line: string, nowMs: number): void {
    const event = this.#read(line)
    if (event === null) return
    this.#atMs = nowMs
    switch (event.kind) {
      case 'step':
        this.#step = event.step
        this.#answer = event.answer ?? this.#answer
        if (event.response !== undefined) this.#count(event.response)
        return
      case 'trouble':
        this.#step = event.message
        this.#trouble = event.message
        return
      default:
        this.#step = 'done'
        this.#end = event
    }
  }

  beat(): Beat {
    return { atMs: this.#atMs, progress: null, step: this.#step, usage: this.#usage() }
  }

  end(): StreamEnd {
    const usage = this.#usage()
    if (this.#end === null)
      return {
        isSuccess: null,
        message: `it ended without saying how${this.#trouble === null ? '' : `: ${this.#trouble}`}`,
        usage,
      }
    const { isSuccess, message } = this.#end
    return {
      isSuccess,
      message: message ?? (isSuccess ? this.#answer : this.#trouble) ?? (isSuccess ? '' : 'it failed'),
      usage,
    }
  }

  #count(response: AgentResponse): void {
    const before = this.#responses.get(response.id)
    if (before === undefined && this.#responses.size >= MAX_RESPONSES) return
    if (before !== undefined && totalTokens(before.tokens) > totalTokens(response.tokens)) return
    this.#responses.set(response.id, response)
  }

  /** Until the end tells, what the responses have told: a lower bound, for the last of them may still be written. */
  #usage(): Usage {
    const told = this.#end?.tokens ?? null
    if (told !== null)
      return usageOf(told, this.#end?.costUsd ?? (this.#model === null ? null : this.#usd(told, this.#model)))
    if (this.#responses.size === 0) return { ...NO_USAGE, costUsd: this.#end?.costUsd ?? null }
    let tokens = NO_TOKENS
    let costUsd: number | null = 0
    for (const response of this.#responses.values()) {
      tokens = addUsage(tokens, response.tokens)
      const usd = this.#usd(response.tokens, response.model)
      costUsd = costUsd === null || usd === null ? null : costUsd + usd
    }
    return usageOf(tokens, this.#end?.costUsd ?? costUsd)
  }

  #usd(tokens: TokenUsage, model: string): number | null {
    return this.#prices.usd(tokens, model, this.#atMs ?? undefined)
  }
}

function usageOf(tokens: TokenUsage, costUsd: number | null): Usage {
  return {
    inputTokens: allInputTokens(tokens),
    outputTokens: tokens.outputTokens,
    totalTokens: totalTokens(tokens),
    costUsd,
  }
}
