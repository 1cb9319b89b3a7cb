import { isJsonObject } from '../../core/base/json.ts'
import type { JsonObject } from '../../core/base/json.ts'
import type { Complexity } from './complexity.ts'
import { readComplexity } from './complexity.ts'
import { readQuantity } from './quantity.ts'
import { checkSums, sumOf, visit } from './sum-check.ts'
import type { SumCheck } from './sum-check.ts'

/** What the logs of one run say, whatever their form. Null: they do not say it. */
export interface RunFigures {
  readonly name: string
  /** `A1_conservative`. */
  readonly phase: string | null
  readonly tickets: readonly string[]
  readonly completedTickets: number | null
  /** Recomputed from the parts where they are listed, else as stated. */
  readonly totalTokens: number | null
  readonly planningTokens: number | null
  /** What planning each ticket on its own would take beyond the shared planning. */
  readonly planningSavings: number | null
  readonly fixLoops: number | null
  readonly reviewAttempts: number | null
  readonly reviewsPassed: boolean | null
  readonly minutes: number | null
  /** Of the execution, as the logs name it. */
  readonly executionModel: string | null
  readonly complexity: Complexity | null
  /** Tokens for the same tickets by one agent alone. */
  readonly singleAgentTokens: number | null
  readonly v2Tokens: number | null
  /** The texts of `success_criteria`. */
  readonly criteria: ReadonlyMap<string, string>
  readonly sums: readonly SumCheck[]
}

type Leaf = readonly [key: string, value: unknown, path: readonly string[]]

const TOKEN_BLOCK = /^(?:totals?|token_(?:tracking|usage|summary))$/
/** Below these keys stands what somebody wishes for, and nothing that was done. */
const NOT_DONE = /^(?:recommendations|next_|projected|path_forward|optimization_opportunities)/
const PASSED = /^(?:all_gates_)?pass(?:ed)?(?:_after_fixes)?\b|^approved?\b/i
const FAILED = /^fail|^reject|^request_changes/i

/** Reads the documents of one run: its metadata, its log, its results, in any order. */
export function readRunFigures(name: string, documents: readonly unknown[]): RunFigures {
  const leaves = documents.flatMap(leavesOf)
  const blocks = documents.flatMap(tokenBlocks)
  const tickets = readTickets(documents)
  const sums = documents.flatMap(checkSums)
  const fixLoops = readFixLoops(leaves)
  const reviewsPassed = readReviews(leaves)
  return {
    name,
    phase: textOf(leaves, ['phase']),
    tickets,
    completedTickets: readCompleted(documents, leaves, tickets),
    totalTokens: blocks.map((block) => sumOf(block)?.value).find((value) => value !== undefined) ?? null,
    planningTokens: numberOf(leaves, [
      'planning_phase',
      'lead_planning',
      'shared_planning',
      'planning',
      'estimated_tokens@shared_planning',
    ]),
    planningSavings: numberOf(leaves, ['batching_savings', 'planning_savings']),
    fixLoops,
    reviewAttempts: numberOf(leaves, ['review_attempts']) ?? (fixLoops === null ? null : fixLoops + 1),
    reviewsPassed,
    minutes:
      numberOf(leaves, ['total_time_minutes', 'duration_minutes', 'time_minutes']) ?? spanMinutes(leaves),
    executionModel:
      textOf(leaves, ['execution_model', 'model@implementation', 'estimated_execution']) ??
      modelOfStrategy(textOf(leaves, ['strategy'])),
    complexity: readComplexity(textOf(leaves, ['complexity'])) ?? null,
    singleAgentTokens: numberOf(leaves, [
      'single_agent_baseline',
      'single_agent_cost',
      'single_agent_total',
      'single_agent',
    ]),
    v2Tokens: numberOf(leaves, ['v2_orchestration', 'v2_baseline', 'v2_total', 'baseline_comparison']),
    criteria: readCriteria(documents),
    sums,
  }
}

function leavesOf(document: unknown): Leaf[] {
  const leaves: Leaf[] = []
  visit(document, [], (mapping, path) => {
    if (path.some((part) => NOT_DONE.test(part))) return
    for (const [key, value] of Object.entries(mapping)) {
      if (!isJsonObject(value)) leaves.push([key, value, path])
    }
  })
  return leaves
}

function tokenBlocks(document: unknown): JsonObject[] {
  const blocks: JsonObject[] = []
  visit(document, [], (mapping) => {
    for (const [key, value] of Object.entries(mapping)) {
      if (TOKEN_BLOCK.test(key) && isJsonObject(value)) blocks.push(value)
    }
  })
  return blocks
}

/** The first leaf of one of the names; `key@parent` asks for the mapping it lies in as well. */
function find<T>(
  leaves: readonly Leaf[],
  names: readonly string[],
  read: (value: unknown) => T | undefined,
): T | null {
  for (const name of names) {
    const [key, parent] = name.split('@')
    for (const [leafKey, value, path] of leaves) {
      if (leafKey !== key || (parent !== undefined && path.at(-1) !== parent)) continue
      const result = read(value)
      if (result !== undefined) return result
    }
  }
  return null
}

function numberOf(leaves: readonly Leaf[], names: readonly string[]): number | null {
  return find(leaves, names, (value) => {
    const quantity = readQuantity(value)
    return quantity?.unit === 'none' ? quantity.value : undefined
  })
}

function textOf(leaves: readonly Leaf[], names: readonly string[]): string | null {
  return find(leaves, names, (value) => (typeof value === 'string' && value !== '' ? value : undefined))
}

/** `Sonnet planning + Sonnet execution (batched)`. */
function modelOfStrategy(strategy: string | null): string | null {
  return /\b(\w{1,40}) execution\b/i.exec(strategy ?? '')?.[1]?.toLowerCase() ?? null
}

function readTickets(documents: readonly unknown[]): string[] {
  const tickets = new Set<string>()
  for (const document of documents) {
    visit(document, [], (mapping) => {
      const { tickets: listed, ticket } = mapping as { readonly tickets?: unknown; readonly ticket?: unknown }
      if (Array.isArray(listed)) for (const id of listed) if (typeof id === 'string') tickets.add(id)
      if (isJsonObject(listed)) {
        // Beside tickets a real log holds leftovers of its template; a ticket has a number in its name.
        for (const id of Object.keys(listed)) if (/\d/.test(id)) tickets.add(id)
      }
      if (isJsonObject(ticket) && typeof ticket['id'] === 'string') tickets.add(ticket['id'])
    })
  }
  return [...tickets]
}

function readCompleted(
  documents: readonly unknown[],
  leaves: readonly Leaf[],
  tickets: readonly string[],
): number | null {
  const listed = find(leaves, ['completed_tickets'], (value) =>
    Array.isArray(value) ? value.length : undefined,
  )
  if (listed !== null) return listed
  const stated = numberOf(leaves, ['tickets_executed', 'tickets_completed'])
  if (stated !== null) return stated
  const hasTokens = documents.some((document) =>
    tokenBlocks(document).some((block) => sumOf(block) !== undefined),
  )
  return hasTokens && tickets.length > 0 ? tickets.length : null
}

function readFixLoops(leaves: readonly Leaf[]): number | null {
  const counted = leaves.flatMap(([key, value]) => (key === 'fix_loops' ? [readQuantity(value)?.value] : []))
  const known = counted.filter((count) => count !== undefined)
  if (known.length > 0) return known.reduce((sum, count) => sum + count, 0)
  const verdicts = leaves.filter(([key, value]) => isVerdict(key) && typeof value === 'string')
  if (verdicts.length === 0) return null
  return verdicts.some(([, value]) => /after[_ ]fixes/i.test(String(value))) ? 1 : 0
}

function readReviews(leaves: readonly Leaf[]): boolean | null {
  const verdicts = leaves.flatMap(([key, value, path]) => {
    const inReview = path.some((part) => /review|gate|checklist/.test(part))
    if (typeof value !== 'string' || !(key === 'verdict' || key === 'final_verdict' || inReview)) return []
    if (!isVerdict(key)) return []
    if (PASSED.test(value)) return [true]
    return FAILED.test(value) ? [false] : []
  })
  return verdicts.length === 0 ? null : verdicts.every(Boolean)
}

function isVerdict(key: string): boolean {
  return ['result', 'verdict', 'final_verdict', 'status', 'overall'].includes(key)
}

function spanMinutes(leaves: readonly Leaf[]): number | null {
  const times = leaves.flatMap(([key, value]) => {
    if (key !== 'start_time' && key !== 'end_time') return []
    const timeMs = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isNaN(timeMs) ? [] : [{ key, timeMs }]
  })
  // A log that only says when it began has no length.
  if (!times.some(({ key }) => key === 'end_time') || times.length < 2) return null
  const all = times.map(({ timeMs }) => timeMs)
  return (Math.max(...all) - Math.min(...all)) / 60_000
}

function readCriteria(documents: readonly unknown[]): Map<string, string> {
  const criteria = new Map<string, string>()
  for (const document of documents) {
    visit(document, [], (mapping) => {
      const listed = mapping['success_criteria']
      if (!isJsonObject(listed)) return
      for (const [name, text] of Object.entries(listed))
        if (typeof text === 'string') criteria.set(name, text)
    })
  }
  return criteria
}
