import { isJsonObject } from 'blueprint-command-engine/base'
import type {
  AgentResult,
  RecordOrigin,
  SpawnRequest,
  ToolCall,
  UsageExtras,
  TranscriptRecord,
} from './transcript-record.ts'
import { CodexRollout } from './codex-record.ts'
import { readGeminiMessage, readGeminiSession } from './gemini-record.ts'
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
  readonly extras?: UsageExtras | undefined
}

/** A subagent that was started by a call of the Task or Agent tool. */
export interface Spawn extends SpawnRequest {
  readonly tool: string
  readonly sessionId: string | undefined
  /** Known once its result was met. */
  readonly agentId: string | undefined
  readonly claimedTokens: number | undefined
}

/** How many lines were met, by the outcome of them. */
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
  extras: UsageExtras | undefined
  /** Other sessions that hold it at the same time; which one it came from shows when all is read. */
  rivals: { origin: RecordOrigin; file: string }[]
}

/** One of these stands in every line of Claude Code. */
const CLAUDE_KEYS = ['sessionId', 'uuid', 'message', 'leafUuid', 'data']
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
  readonly #known = new Set<string>()
  readonly #rollouts = new Map<string, CodexRollout>()

  /** @param line one line; a byte order mark before it is passed over */
  addLine(line: string, file: string): void {
    if (line.trim() === '') return
    this.#counts.lines += 1
    const value = parseLine(line.startsWith('\uFEFF') ? line.slice(1) : line)
    if (value === undefined) this.#counts.brokenLines += 1
    else for (const record of this.#recordsOf(value, file)) this.#add(record, file)
  }

  /** Whether any line of the file belongs to a transcript of a form that is known. */
  isTranscript(file: string): boolean {
    return this.#known.has(file)
  }

  /** The records of a value, by the form of its file: rollouts of Codex, sessions of Gemini CLI, else Claude Code. */
  #recordsOf(value: Record<string, unknown>, file: string): readonly TranscriptRecord[] {
    let rollout = this.#rollouts.get(file)
    if (rollout === undefined) this.#rollouts.set(file, (rollout = new CodexRollout()))
    const codex = rollout.read(value)
    const records =
      codex === undefined ? (readGeminiSession(value) ?? orUndefined(readGeminiMessage(value))) : [codex]
    if (records !== undefined) {
      this.#known.add(file)
      return records
    }
    if (CLAUDE_KEYS.some((key) => Object.hasOwn(value, key)) && typeof value['type'] === 'string')
      this.#known.add(file)
    return [readTranscriptRecord(value)]
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
    this.#settleRivals()
    return [...this.#entries.values()]
  }

  /**
   * A resumed session holds copies with the times of the originals. The session that began first by records of its own, which
   * no other session holds, is where they come from.
   */
  #settleRivals(): void {
    const began = new Map<string, number>()
    for (const { rivals, origin } of this.#entries.values()) {
      const { sessionId, timestampMs } = origin
      if (rivals.length > 0 || sessionId === undefined || timestampMs === undefined) continue
      began.set(sessionId, Math.min(began.get(sessionId) ?? Number.POSITIVE_INFINITY, timestampMs))
    }
    const beganAt = ({ sessionId }: RecordOrigin): number =>
      began.get(sessionId ?? '') ?? Number.POSITIVE_INFINITY
    for (const entry of this.#entries.values()) {
      for (const rival of entry.rivals) {
        const order = beganAt(rival.origin) - beganAt(entry.origin)
        const isFirst =
          order === 0 || Number.isNaN(order) ? isSmallerSession(rival.origin, entry.origin) : order < 0
        if (!isFirst) continue
        const { origin, file } = entry
        Object.assign(entry, rival)
        Object.assign(rival, { origin, file })
      }
    }
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
        extras: record.extras,
        rivals: [],
      }
      this.#entries.set(key, created)
      return created
    }
    if (total > entry.total || (total === entry.total && usage.outputTokens > entry.usage.outputTokens)) {
      Object.assign(entry, { usage, total, model, extras: record.extras })
    }
    const order = timeOf(record.origin) - timeOf(entry.origin)
    if (order < 0) Object.assign(entry, { origin: this.#sharedOrigin(record.origin), file, rivals: [] })
    else if (!(order > 0) && record.origin.sessionId !== entry.origin.sessionId)
      this.#addRival(entry, record.origin, file)
    return entry
  }

  #addRival(entry: Entry, origin: RecordOrigin, file: string): void {
    if (entry.rivals.some((rival) => rival.origin.sessionId === origin.sessionId)) return
    entry.rivals.push({ origin: this.#sharedOrigin(origin), file })
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
    // The map returns the equal text that was put in.
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

function timeOf({ timestampMs }: RecordOrigin): number {
  return timestampMs ?? Number.MAX_SAFE_INTEGER
}

function isSmallerSession(a: RecordOrigin, b: RecordOrigin): boolean {
  return (a.sessionId ?? '') < (b.sessionId ?? '')
}

function orUndefined(record: TranscriptRecord | undefined): readonly TranscriptRecord[] | undefined {
  return record === undefined ? undefined : [record]
}
