import { isJsonObject } from '../../core/base/json.ts'
import type {
  AgentResult,
  RecordOrigin,
  SpawnRequest,
  ToolCall,
  TranscriptRecord,
} from './transcript-record.ts'
import { readTranscriptRecord, SYNTHETIC_MODEL } from './transcript-record.ts'
import type { TokenUsage } from './token-usage.ts'
import { totalTokens } from './token-usage.ts'

/** One answer of a model, counted once however many lines and files repeat it. */
export interface CountedResponse {
  readonly model: string
  readonly usage: TokenUsage
  readonly origin: RecordOrigin
  /** The file in which it was met first in the order of time. */
  readonly file: string
  /** The tools it called, one entry a call. */
  readonly tools: readonly string[]
}

/** A subagent that was started by a call of the Task or Agent tool. */
export interface Spawn extends SpawnRequest {
  readonly tool: string
  readonly sessionId: string | undefined
  /** Known once its result was met. */
  readonly agentId: string | undefined
  readonly claimedTokens: number | undefined
}

/** How many lines were met, by what became of them. */
export interface LineCounts {
  readonly lines: number
  /** Lines that state a usage, repeated ones included. */
  readonly usageLines: number
  readonly brokenLines: number
  readonly oversizedLines: number
  readonly invalidUsageLines: number
  readonly syntheticLines: number
  /** What adding up every line would give; the difference to the real total is what repetition would cost. */
  readonly naiveTotalTokens: number
}

interface Entry {
  model: string
  usage: TokenUsage
  total: number
  origin: RecordOrigin
  file: string
  tools: string[]
}

const NO_TOOLS: string[] = []
const UNKNOWN_MODEL = 'unknown'

/**
 * Takes the lines of any number of transcripts in any order and keeps each response once: the copy with the larger
 * total, at the place where it stood first in time. The outcome does not depend on the order of the lines, unless two
 * copies agree in time and differ in place. Memory is O(unique responses and tool calls); texts are not kept.
 *
 * @example
 * const ledger = new ResponseLedger()
 * for (const line of text.split('\n')) ledger.addLine(line, 'session.jsonl')
 * console.log(ledger.responses().length, ledger.counts().brokenLines)
 */
export class ResponseLedger {
  readonly #entries = new Map<string, Entry>()
  readonly #spawns = new Map<string, Spawn>()
  readonly #results = new Map<string, AgentResult>()
  readonly #toolUses = new Set<string>()
  /** One copy of each repeated text: models, sessions, branches and folders are few and lines are many. */
  readonly #texts = new Map<string, string>()
  readonly #counts = {
    lines: 0,
    usageLines: 0,
    brokenLines: 0,
    oversizedLines: 0,
    invalidUsageLines: 0,
    syntheticLines: 0,
    naiveTotalTokens: 0,
  }
  #unkeyed = 0

  addLine(line: string, file: string): void {
    if (line.trim() === '') return
    this.#counts.lines += 1
    const value = parseLine(line)
    if (value === undefined) this.#counts.brokenLines += 1
    else this.#add(readTranscriptRecord(value), file)
  }

  /** Counts a line that was too long to be read. */
  addOversizedLine(): void {
    this.#counts.lines += 1
    this.#counts.oversizedLines += 1
  }

  counts(): LineCounts {
    return { ...this.#counts }
  }

  /** In the order in which they were met first. */
  responses(): CountedResponse[] {
    return [...this.#entries.values()]
  }

  spawns(): Spawn[] {
    return [...this.#spawns].map(([id, spawn]) => {
      const result = this.#results.get(id)
      return { ...spawn, agentId: result?.agentId, claimedTokens: result?.claimedTokens }
    })
  }

  #add(record: TranscriptRecord, file: string): void {
    const { usage, agentResult } = record
    if (agentResult?.toolUseId !== undefined) this.#results.set(agentResult.toolUseId, agentResult)
    if (record.model === SYNTHETIC_MODEL) {
      this.#counts.syntheticLines += 1
      return
    }
    if (usage === 'invalid') this.#counts.invalidUsageLines += 1
    if (usage === undefined || usage === 'invalid') return
    this.#counts.usageLines += 1
    this.#counts.naiveTotalTokens += totalTokens(usage)
    const entry = this.#count(record, usage, file)
    for (const call of record.toolCalls) this.#addToolCall(call, entry)
  }

  #count(record: TranscriptRecord, usage: TokenUsage, file: string): Entry {
    this.#unkeyed += record.responseKey === undefined ? 1 : 0
    const key = record.responseKey ?? `\u0000${this.#unkeyed}`
    const total = totalTokens(usage)
    const model = this.#shared(record.model ?? UNKNOWN_MODEL)
    const entry = this.#entries.get(key)
    if (entry === undefined) {
      const created = {
        model,
        usage,
        total,
        origin: this.#sharedOrigin(record.origin),
        file,
        tools: NO_TOOLS,
      }
      this.#entries.set(key, created)
      return created
    }
    if (total > entry.total || (total === entry.total && usage.outputTokens > entry.usage.outputTokens)) {
      Object.assign(entry, { usage, total, model })
    }
    if (isEarlier(record.origin, entry.origin)) {
      Object.assign(entry, { origin: this.#sharedOrigin(record.origin), file })
    }
    return entry
  }

  #addToolCall(call: ToolCall, entry: Entry): void {
    if (call.id !== undefined) {
      if (this.#toolUses.has(call.id)) return
      this.#toolUses.add(call.id)
    }
    const name = this.#shared(call.name)
    if (entry.tools === NO_TOOLS) entry.tools = [name]
    else entry.tools.push(name)
    if (call.spawn === undefined) return
    this.#spawns.set(call.id ?? `\u0000${this.#spawns.size}`, {
      ...call.spawn,
      tool: name,
      sessionId: entry.origin.sessionId,
      agentId: undefined,
      claimedTokens: undefined,
    })
  }

  #sharedOrigin(origin: RecordOrigin): RecordOrigin {
    return {
      sessionId: this.#shared(origin.sessionId),
      agentId: this.#shared(origin.agentId),
      branch: this.#shared(origin.branch),
      folder: this.#shared(origin.folder),
      timestampMs: origin.timestampMs,
    }
  }

  #shared<T extends string | undefined>(text: T): T {
    if (text === undefined) return text
    const known = this.#texts.get(text)
    // The map gives back the equal text that was put in.
    if (known !== undefined) return known as T
    this.#texts.set(text, text)
    return text
  }
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A copy in a resumed session carries the original's time; the smaller session id then decides, whatever the order. */
function isEarlier(a: RecordOrigin, b: RecordOrigin): boolean {
  const timeA = a.timestampMs ?? Number.POSITIVE_INFINITY
  const timeB = b.timestampMs ?? Number.POSITIVE_INFINITY
  if (timeA !== timeB) return timeA < timeB
  return (a.sessionId ?? '') < (b.sessionId ?? '')
}
