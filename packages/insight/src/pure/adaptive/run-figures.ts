import type { LogNode } from './log/log-tree.ts'
import { isNotDone, wordsOf } from './log/key-words.ts'
import { executionModelOf, readModel } from './log/model-names.ts'
import { isBlank } from './log/outcome.ts'
import type { TicketFacts, Unclear } from './log/ticket-facts.ts'
import { isOutcome } from './log/outcome-lines.ts'
import { isFixCount, readTicket } from './log/ticket-facts.ts'
import type { TicketRecords } from './log/ticket-records.ts'
import { allNodes, findTickets, nodesOf, ownersOf, runNodes } from './log/ticket-records.ts'
import { isTokenBlock } from './log/token-amounts.ts'
import { readCriteria } from './criteria.ts'
import type { StatedCriterion } from './criteria.ts'
import { baselineTokens, findMinutes, statedRates } from './run-context.ts'
import {
  completedOf,
  countedOf,
  fixLoopsOf,
  planningSavingsOf,
  planningTokensOf,
  reviewAttemptsOf,
  reviewsPassedOf,
  totalTokensOf,
} from './run-parts.ts'
import type { Figure, RunNodes, StatedRate } from './figure.ts'
import { checkSums } from './sum-check.ts'
import type { SumCheck } from './sum-check.ts'
import { findUnread } from './unread.ts'

/** What the logs of one run say, whatever their form. Null: they do not say it. */
export interface RunFigures {
  readonly name: string
  /** `A1_conservative`. */
  readonly phase: string | null
  /** All that are named, planned ones included. */
  readonly tickets: readonly TicketFacts[]
  readonly plannedTickets: number
  readonly completedTickets: Figure | null
  /** Recomputed from the parts where they are listed, else as stated. */
  readonly totalTokens: Figure | null
  readonly planningTokens: Figure | null
  /** What planning each ticket on its own would take beyond the shared planning. */
  readonly planningSavings: Figure | null
  readonly fixLoops: Figure | null
  /** The most of any ticket. */
  readonly reviewAttempts: Figure | null
  readonly reviewsPassed: boolean | null
  readonly minutes: Figure | null
  /** Of the execution, as the logs name it. */
  readonly executionModel: string | null
  /** Tokens for the same tickets by one agent alone. */
  readonly singleAgentTokens: Figure | null
  readonly v2Tokens: Figure | null
  /** Shares that the logs state, in percent, by the words of their keys. */
  readonly statedRates: readonly StatedRate[]
  readonly criteria: readonly StatedCriterion[]
  readonly sums: readonly SumCheck[]
  /** Lines that could not be understood. */
  readonly unclear: readonly Unclear[]
  /** Files with lines that are no YAML: what stands there is missing. */
  readonly damage: readonly Unclear[]
}

/** Reads the documents of one run: its metadata, its log, its results, in any order. */
export function readRunFigures(
  name: string,
  roots: readonly LogNode[],
  damage: readonly Unclear[] = [],
): RunFigures {
  const unclear: Unclear[] = []
  const records = findTickets(roots)
  const owners = ownersOf(records)
  const facts = records.map((ticket) =>
    readTicket(
      ticket,
      nodesOf(ticket, owners),
      (node) => owners.has(node) && owners.get(node) !== ticket.id,
      unclear,
    ),
  )
  const all = allNodes(roots)
  const tickets = withListsAsWhole(withoutFixesWhereOthersSayFixed(facts), records)
  const told = roots.filter(tells)
  const nodes: RunNodes = {
    all,
    run: runNodes(told, owners),
    tickets,
    plannedTickets: Math.max(tickets.length, plannedOf(all)),
  }
  const criteria = readCriteria(all)
  const fixLoops = fixLoopsOf(nodes)
  const figures = {
    name,
    phase: phaseOf(all, name),
    tickets: withTheRunsFixLoops(tickets, fixLoops),
    plannedTickets: nodes.plannedTickets,
    completedTickets: completedOf(nodes),
    totalTokens: totalTokensOf(nodes),
    planningTokens: planningTokensOf(told),
    planningSavings: planningSavingsOf(told),
    fixLoops,
    reviewAttempts: reviewAttemptsOf(nodes, fixLoops),
    reviewsPassed: reviewsPassedOf(nodes),
    minutes: findMinutes(nodes),
    executionModel: modelOf(nodes),
    singleAgentTokens: baselineTokens(nodes, (words) => words.includes('single') && words.includes('agent')),
    v2Tokens: baselineTokens(nodes, (words) => words.includes('v2')),
    statedRates: statedRates(nodes.run),
    criteria,
    sums: roots.flatMap(checkSums),
  }
  return { ...figures, unclear: [...unclear, ...findUnread(told, unclear)], damage }
}

/** A document that tells what was done: it states an outcome, counts fixes, or lists what was spent. */
function tells(root: LogNode): boolean {
  const visit = (node: LogNode): boolean =>
    !isNotDone(node.key) &&
    (isOutcome(node) ||
      isFixCount(node) ||
      isTokenBlock(node) ||
      isDoneList(node) ||
      node.children.some(visit))
  return visit(root)
}

function isDoneList({ key }: LogNode): boolean {
  const words = wordsOf(key)
  return words.includes('ticket') && words.some((word) => ['completed', 'done', 'executed'].includes(word))
}

/**
 * Where verdicts of a run tell the tickets apart that needed fixes, a ticket that plainly passed needed none.
 */
function withoutFixesWhereOthersSayFixed(tickets: readonly TicketFacts[]): readonly TicketFacts[] {
  if (!tickets.some(({ fixLoops }) => fixLoops.low > 0)) return tickets
  return tickets.map((ticket) =>
    ticket.reviewPassed === true &&
    ticket.fixLoops.low === 0 &&
    ticket.fixLoops.high === Number.POSITIVE_INFINITY
      ? { ...ticket, fixLoops: { low: 0, high: 0 } }
      : ticket,
  )
}

/** A list of completed tickets is one of all that are: the others are not. */
function withListsAsWhole(
  tickets: readonly TicketFacts[],
  records: readonly TicketRecords[],
): readonly TicketFacts[] {
  if (!records.some(({ listedAs }) => listedAs.has('done'))) return tickets
  return tickets.map((ticket) => (ticket.outcome === null ? { ...ticket, outcome: 'unfinished' } : ticket))
}

/** What the run says of its fix loops is said of its one ticket, and none at all is said of each. */
function withTheRunsFixLoops(tickets: readonly TicketFacts[], figure: Figure | null): readonly TicketFacts[] {
  if (figure === null) return tickets
  const told = tickets.filter(({ outcome }) => outcome === 'done' || outcome === 'failed')
  if (figure.range.high > 0 && told.length !== 1) return tickets
  return tickets.map((ticket) => (told.includes(ticket) ? { ...ticket, fixLoops: figure.range } : ticket))
}

function phaseOf(nodes: readonly LogNode[], name: string): string | null {
  const stated = textOf(nodes, ['phase'])
  if (stated !== null) return stated
  const spoken = [...nodes.map(({ key }) => key), name].map(
    (text) => /phase[ _-]?(a\d)(?![a-z\d])/i.exec(text)?.[1],
  )
  return spoken.find((phase) => phase !== undefined)?.toUpperCase() ?? null
}

function textOf(nodes: readonly LogNode[], keys: readonly string[]): string | null {
  for (const key of keys) {
    for (const node of nodes) {
      if (node.key === key && typeof node.value === 'string' && !isBlank(node.value)) return node.value
    }
  }
  return null
}

const PLANNED = new Set(['planned', 'executed', 'total', 'attempted', 'completed', 'done'])

/** `tickets_planned: 5`, or a list of them; `tickets_executed: 5` and `tickets_completed: 4/5` say at least so many. */
function plannedOf(nodes: readonly LogNode[]): number {
  const planned = nodes.flatMap(({ key, kind, value, path, children }) => {
    const words = wordsOf(key)
    const word = words.find((one) => PLANNED.has(one))
    if (!words.includes('ticket') || word === undefined || path.some((one) => /next|recommend/i.test(one)))
      return []
    if (words.some((one) => one === 'token' || one === 'cost' || one === 'per')) return []
    if (kind === 'list') return [children.length]
    const count = countedOf(value)
    return count === undefined ? [] : [count.of ?? count.done]
  })
  return Math.max(0, ...planned)
}

function modelOf({ all, tickets }: RunNodes): string | null {
  const used = new Set(tickets.flatMap(({ model }) => model ?? []))
  if (used.size > 0) return [...used].join(', ')
  const meant = all.filter(({ path }) => !path.some(isNotDone))
  const stated = EXECUTION_KEYS.flatMap((key) => meant.filter((node) => node.key === key)).find(
    ({ value }) => readModel('execution_model', value) !== undefined,
  )
  if (stated !== undefined) return readModel('execution_model', stated.value) ?? null
  return executionModelOf(textOf(meant, ['strategy']) ?? '') ?? null
}

const EXECUTION_KEYS = ['execution_model', 'estimated_execution']
