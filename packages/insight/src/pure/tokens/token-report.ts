import type { Assignment, AssignmentSources } from './attribution.ts'
import { assignResponse, UNASSIGNED } from './attribution.ts'
import { PriceList } from './price-list.ts'
import type { CountedResponse, LineCounts, ResponseLedger, Spawn } from './response-ledger.ts'
import { blockStarts, Calendar, isWithin } from './time-frames.ts'
import type { TimeFrame } from './time-frames.ts'
import type { TokenUsage } from './token-usage.ts'
import { addUsage, NO_TOKENS, totalTokens } from './token-usage.ts'

export const GROUPINGS = [
  'model',
  'session',
  'agent',
  'tool',
  'project',
  'day',
  'week',
  'month',
  'block',
  'batch',
  'item',
  'phase',
  'batch and phase',
] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Which responses count, and whose days. */
export interface ReportScope extends TimeFrame {
  /** An IANA time zone; absent: that of the system. */
  readonly timeZone?: string
  /** Part of the name of the project's folder. */
  readonly project?: string
}

/** The sums of one group. */
export interface TokenRow {
  /** Null: what does not belong to any group, as the main thread for agents. */
  readonly name: string | null
  readonly responses: number
  readonly usage: TokenUsage
  readonly totalTokens: number
  /** Of what could be priced. */
  readonly costUsd: number
  /** Responses whose model the price list does not know; their cost is missing in `costUsd`. */
  readonly unpricedResponses: number
}

export interface TokenReport {
  readonly counts: LineCounts
  readonly total: TokenRow
  readonly groups: { readonly [grouping in Grouping]?: readonly TokenRow[] }
  readonly spawns: readonly Spawn[]
  /** From the first to the last response; null if no line has a time. */
  readonly firstTimestampMs: number | null
  readonly lastTimestampMs: number | null
}

interface Sum {
  responses: number
  usage: TokenUsage
  costUsd: number
  unpriced: number
}

/**
 * Sums up what a ledger counted. Every grouping adds up to the total, also the one by tool: a response that calls
 * several tools is shared among its calls in equal parts.
 * O(responses x groupings), and O(rows log rows) to sort; the largest row comes first.
 */
export function reportTokens(
  ledger: ResponseLedger,
  groupings: readonly Grouping[],
  assignments: Partial<Omit<AssignmentSources, 'spawns'>> = {},
  scope: ReportScope = {},
): TokenReport {
  const prices = new PriceList()
  const sums = groupings.map((grouping) => ({ grouping, byName: new Map<string | null, Sum>() }))
  const total = emptySum()
  const spawns = ledger.spawns()
  const agentNames = nameAgents(spawns)
  const sources = {
    rules: assignments.rules ?? [],
    specs: assignments.specs ?? new Map(),
    spawns: purposesOf(spawns),
  }
  const assigned = groupings.some((name) => ['batch', 'item', 'phase', 'batch and phase'].includes(name))
  let first: number | null = null
  let last: number | null = null
  const calendar = new Calendar(scope.timeZone)
  const responses = ledger
    .responses()
    .filter(
      (response) =>
        isWithin(response.origin.timestampMs, scope, calendar) &&
        (scope.project === undefined || projectOf(response).includes(scope.project)),
    )
  const names = new TimeNames(calendar, groupings.includes('block') ? responses : [])
  for (const response of responses) {
    const { timestampMs } = response.origin
    const costUsd = prices.usd(response.usage, response.model, timestampMs, response.extras)
    const assignment = assigned ? assignResponse(response, sources) : undefined
    addTo(total, response.usage, costUsd, 1)
    for (const { grouping, byName } of sums) {
      const rowNames = namesOf(response, grouping, assignment, agentNames, names)
      addShares(byName, rowNames, response.usage, costUsd)
    }
    if (timestampMs === undefined) continue
    first = first === null ? timestampMs : Math.min(first, timestampMs)
    last = last === null ? timestampMs : Math.max(last, timestampMs)
  }
  const groups = Object.fromEntries(
    sums.map(({ grouping, byName }) => [grouping, toRows(byName, TIME_GROUPINGS.has(grouping))]),
  )
  return {
    counts: ledger.counts(),
    total: toRow(null, total),
    groups,
    spawns,
    firstTimestampMs: first,
    lastTimestampMs: last,
  }
}

function namesOf(
  response: CountedResponse,
  grouping: Grouping,
  assignment: Assignment | undefined,
  agentNames: ReadonlyMap<string, string>,
  times: TimeNames,
): readonly (string | null)[] {
  switch (grouping) {
    case 'day':
    case 'week':
    case 'month':
    case 'block':
      return [times.nameOf(grouping, response.origin.timestampMs)]
    case 'project':
      return [projectOf(response)]
    case 'model':
      return [response.model]
    case 'session':
      return [response.origin.sessionId ?? null]
    case 'agent': {
      const { agentId } = response.origin
      return [agentId === undefined ? null : (agentNames.get(agentId) ?? agentId)]
    }
    case 'tool':
      return response.tools.length === 0 ? [null] : response.tools
    case 'batch and phase': {
      const { batch, phase } = assignment ?? UNASSIGNED
      return [batch === null || phase === null ? batch : `${batch} ${phase}`]
    }
    default:
      return [assignment?.[grouping] ?? null]
  }
}

/** The last part of the folder that was worked in, else of the one the transcript lies in. */
function projectOf({ origin, file }: CountedResponse): string {
  const parts = (origin.folder ?? file.replace(/[^/\\]{0,300}$/, '')).split(/[/\\]/)
  return parts.findLast((part) => part !== '') ?? file
}

class TimeNames {
  readonly #calendar: Calendar
  readonly #blocks: ReadonlyMap<number, number>

  constructor(calendar: Calendar, responses: readonly CountedResponse[]) {
    this.#calendar = calendar
    this.#blocks = blockStarts(responses.flatMap(({ origin }) => origin.timestampMs ?? []))
  }

  nameOf(grouping: 'day' | 'week' | 'month' | 'block', timestampMs: number | undefined): string | null {
    if (timestampMs === undefined) return null
    switch (grouping) {
      case 'day':
        return this.#calendar.dayOf(timestampMs)
      case 'week':
        return this.#calendar.weekOf(timestampMs)
      case 'month':
        return this.#calendar.monthOf(timestampMs)
      default:
        return new Date(this.#blocks.get(timestampMs)!).toISOString().slice(0, 16).replace('T', ' ')
    }
  }
}

/** `reviewer (a1b2)`: the type alone would merge agents, the id alone says nothing. */
function nameAgents(spawns: readonly Spawn[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { agentId, agentType, agentName } of spawns) {
    const name = agentName ?? agentType
    if (agentId !== undefined && name !== undefined) names.set(agentId, `${name} (${agentId})`)
  }
  return names
}

function purposesOf(spawns: readonly Spawn[]): Map<string, string> {
  const purposes = new Map<string, string>()
  for (const { agentId, agentName, description } of spawns) {
    if (agentId !== undefined) purposes.set(agentId, `${description ?? ''} ${agentName ?? ''}`)
  }
  return purposes
}

function addShares(
  byName: Map<string | null, Sum>,
  names: readonly (string | null)[],
  usage: TokenUsage,
  costUsd: number | null,
): void {
  names.forEach((name, i) => {
    let sum = byName.get(name)
    if (sum === undefined) byName.set(name, (sum = emptySum()))
    const share = names.length === 1 ? usage : shareOf(usage, names.length, i)
    // A response counts once for each tool it calls, at its first call.
    const isFirst = names.indexOf(name) === i
    addTo(sum, share, costUsd === null ? null : costUsd / names.length, isFirst ? 1 : 0)
  })
}

/** The i-th of n parts in whole tokens; the parts add up to the whole. */
function shareOf(usage: TokenUsage, n: number, i: number): TokenUsage {
  const part = (tokens: number) => Math.floor((tokens * (i + 1)) / n) - Math.floor((tokens * i) / n)
  return {
    inputTokens: part(usage.inputTokens),
    outputTokens: part(usage.outputTokens),
    cacheWrite5mTokens: part(usage.cacheWrite5mTokens),
    cacheWrite1hTokens: part(usage.cacheWrite1hTokens),
    cacheReadTokens: part(usage.cacheReadTokens),
  }
}

function emptySum(): Sum {
  return { responses: 0, usage: NO_TOKENS, costUsd: 0, unpriced: 0 }
}

function addTo(sum: Sum, usage: TokenUsage, costUsd: number | null, responses: number): void {
  Object.assign(sum, {
    responses: sum.responses + responses,
    usage: addUsage(sum.usage, usage),
    costUsd: sum.costUsd + (costUsd ?? 0),
    unpriced: sum.unpriced + (costUsd === null ? responses : 0),
  })
}

const TIME_GROUPINGS: ReadonlySet<Grouping> = new Set(['day', 'week', 'month', 'block'])

/** The largest first; times in their order. */
function toRows(byName: ReadonlyMap<string | null, Sum>, isTime: boolean): TokenRow[] {
  return [...byName]
    .map(([name, sum]) => toRow(name, sum))
    .sort((a, b) => (isTime ? 0 : b.totalTokens - a.totalTokens) || compareNames(a.name ?? '', b.name ?? ''))
}

function toRow(name: string | null, sum: Sum): TokenRow {
  return {
    name,
    responses: sum.responses,
    usage: sum.usage,
    totalTokens: totalTokens(sum.usage),
    costUsd: sum.costUsd,
    unpricedResponses: sum.unpriced,
  }
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
