import { describe, isJsonObject, own, fail, ok } from 'blueprint-command-engine/base'
import type { JsonObject, Result } from 'blueprint-command-engine/base'

export type HeartbeatStatus = 'analyzing' | 'working' | 'complete' | 'failed'

/** `heartbeat.json`. Its age is the file's: an agent's clock is not trusted. */
export interface Heartbeat {
  readonly work_item_id: string
  readonly status: HeartbeatStatus
  /** 0..100; null if the program cannot tell. */
  readonly progress: number | null
  readonly step: string
  /** Seconds since 1970, as the agent's clock says. */
  readonly timestamp: number
}

/** What an item cost, as far as it is known. */
export interface Usage {
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  /** All tokens; a program may know only these. */
  readonly totalTokens: number | null
  readonly costUsd: number | null
}

/** `result.json`: what an agent says it has done. It is judged by evidence, not believed. */
export interface TaskResult {
  readonly work_item_id: string
  readonly status: 'success' | 'failed'
  readonly output: {
    readonly files: readonly string[]
    readonly commits: readonly string[]
    readonly errors: readonly string[]
    /** Reviews only. */
    readonly review?: { readonly score: number; readonly findings: readonly string[] }
  }
  readonly metrics: { readonly duration_seconds: number | null; readonly usage: Usage }
  readonly fence: number | null
}

export const NO_USAGE: Usage = { inputTokens: null, outputTokens: null, totalTokens: null, costUsd: null }

const STATUSES: readonly HeartbeatStatus[] = ['analyzing', 'working', 'complete', 'failed']
const MAX_TEXT = 1000
const MAX_ENTRIES = 10_000

/** Reads a heartbeat; the error says what was expected and what came. */
export function readHeartbeat(text: string, itemId: string): Result<Heartbeat, string> {
  const object = readObject(text, itemId)
  if (!object.ok) return object
  const status = STATUSES.find((each) => each === own(object.value, 'status'))
  if (status === undefined)
    return fail(`expected status to be ${STATUSES.join(', ')}, got ${describe(own(object.value, 'status'))}`)
  const progress = own(object.value, 'progress') ?? null
  if (progress !== null && !isNumberIn(progress, 0, 100))
    return fail(`expected progress to be 0 to 100, got ${describe(progress)}`)
  const step = own(object.value, 'step') ?? ''
  if (typeof step !== 'string') return fail(`expected step to be a string, got ${describe(step)}`)
  const timestamp = own(object.value, 'timestamp') ?? 0
  if (!isNumberIn(timestamp, 0, Number.MAX_SAFE_INTEGER))
    return fail(`expected timestamp to be seconds, got ${describe(timestamp)}`)
  return ok({ work_item_id: itemId, status, progress, step: step.slice(0, MAX_TEXT), timestamp })
}

/**
 * Reads a result.
 *
 * @param fence the attempt's fence: a result that names another one is of an attempt that was given up
 */
export function readTaskResult(text: string, itemId: string, fence: number): Result<TaskResult, string> {
  const object = readObject(text, itemId)
  if (!object.ok) return object
  const status = own(object.value, 'status')
  if (status !== 'success' && status !== 'failed')
    return fail(`expected status to be success or failed, got ${describe(status)}`)
  const named = own(object.value, 'fence') ?? null
  if (named !== null && named !== fence) return fail(`expected fence ${fence}, got ${describe(named)}`)
  const output = partOf(object.value, 'output')
  if (output === null)
    return fail(`expected output to be an object, got ${describe(own(object.value, 'output'))}`)
  const [files, commits, errors] = [
    textsOf(output, 'files'),
    textsOf(output, 'commits'),
    textsOf(output, 'errors'),
  ]
  if (files === null || commits === null || errors === null)
    return fail('expected output.files, output.commits and output.errors to be lists of texts')
  const review = reviewOf(output)
  if (review === undefined) return fail('expected output.review to have a score of 0 to 10 and findings')
  const metrics = partOf(object.value, 'metrics')
  if (metrics === null)
    return fail(`expected metrics to be an object, got ${describe(own(object.value, 'metrics'))}`)
  return ok({
    work_item_id: itemId,
    status,
    output: { files, commits, errors, ...(review !== null && { review }) },
    metrics: { duration_seconds: numberOf(metrics, 'duration_seconds'), usage: usageOf(metrics) },
    fence,
  })
}

function readObject(text: string, itemId: string): Result<JsonObject, string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('is no JSON, or only half written')
  }
  if (!isJsonObject(value)) return fail(`expected an object, got ${describe(value)}`)
  const id = own(value, 'work_item_id')
  return id === itemId ? ok(value) : fail(`expected work_item_id ${itemId}, got ${describe(id)}`)
}

/** An object below a key; an empty one if there is none, null if it is something else. */
function partOf(object: JsonObject, key: string): JsonObject | null {
  const value = own(object, key) ?? {}
  return isJsonObject(value) ? value : null
}

function textsOf(object: JsonObject, key: string): readonly string[] | null {
  const value = own(object, key) ?? []
  if (!Array.isArray(value) || value.length > MAX_ENTRIES) return null
  const list: readonly unknown[] = value
  return list.every((each) => typeof each === 'string') ? list.map((each) => each.slice(0, MAX_TEXT)) : null
}

/** Undefined if it is there and wrong. */
function reviewOf(output: JsonObject): TaskResult['output']['review'] | null | undefined {
  const review = own(output, 'review') ?? null
  if (review === null) return null
  if (!isJsonObject(review)) return undefined
  const score = own(review, 'score')
  const findings = textsOf(review, 'findings')
  return isNumberIn(score, 0, 10) && findings !== null ? { score, findings } : undefined
}

function usageOf(metrics: JsonObject): Usage {
  const [inputTokens, outputTokens] = [numberOf(metrics, 'input_tokens'), numberOf(metrics, 'output_tokens')]
  const sum = inputTokens !== null && outputTokens !== null ? inputTokens + outputTokens : null
  return {
    inputTokens,
    outputTokens,
    totalTokens: numberOf(metrics, 'tokens') ?? sum,
    costUsd: numberOf(metrics, 'cost'),
  }
}

/** A count or amount that makes sense, else null: what an agent counts wrong is unknown. */
function numberOf(object: JsonObject, key: string): number | null {
  const value = own(object, key)
  return isNumberIn(value, 0, Number.MAX_SAFE_INTEGER) ? value : null
}

function isNumberIn(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max
}

/** What is known of both, added; what neither knows stays unknown. */
export function addUsage(a: Usage, b: Usage): Usage {
  const add = (x: number | null, y: number | null): number | null => (x === null ? y : y === null ? x : x + y)
  return {
    inputTokens: add(a.inputTokens, b.inputTokens),
    outputTokens: add(a.outputTokens, b.outputTokens),
    totalTokens: add(a.totalTokens, b.totalTokens),
    costUsd: add(a.costUsd, b.costUsd),
  }
}
