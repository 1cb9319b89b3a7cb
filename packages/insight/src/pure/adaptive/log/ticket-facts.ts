import type { Complexity } from '../complexity.ts'
import { readComplexity } from '../complexity.ts'
import { readAmount } from '../quantity.ts'
import type { Range } from '../range.ts'
import { ANY_AMOUNT, atLeast, exactly, hullOf } from '../range.ts'
import { attemptsIn, isOutcome, PROSE } from './outcome-lines.ts'
import { hasWord, wordsOf } from './key-words.ts'
import type { LogNode, Place } from './log-tree.ts'
import type { Outcome } from './outcome.ts'
import { isBlank, readOutcome } from './outcome.ts'
import type { TicketRecords } from './ticket-records.ts'
import { amountIn, isTokenKey, sumAmounts } from './token-amounts.ts'
import type { TokenAmount } from './token-amounts.ts'
import { readModel } from './model-names.ts'

/** What a run's logs say of one ticket. Null: they do not say. */
export interface TicketFacts {
  readonly id: string
  readonly outcome: 'done' | 'failed' | 'unfinished' | null
  readonly reviewPassed: boolean | null
  /** From 0 up without end where nothing is said. */
  readonly fixLoops: Range
  readonly tokens: TokenAmount | null
  readonly model: string | null
  readonly complexity: Complexity | null
  /** Lines that tell the outcome and the fix loops. */
  readonly places: readonly Place[]
}

/** A line that looks as if it held a figure, and cannot be read. */
export interface Unclear extends Place {
  readonly path: string
  readonly text: string
  readonly reason: string
}

const REVIEW = new Set(['review', 'gate', 'checklist', 'verdict'])
const FIX_COUNT = new Set(['loop', 'cycle', 'round', 'iteration', 'count', 'attempt', 'needed', 'required'])
const NOT_A_COUNT = new Set([
  'rate',
  'percent',
  'percentage',
  'token',
  'cost',
  'minute',
  'time',
  'duration',
  'average',
  'avg',
])

/** `fix_loops`, `fix_loop_count`, `rework_cycles`; a list counts its entries. */
export function isFixCount({ key, path }: LogNode): boolean {
  const words = wordsOf(key)
  return (
    words.some((word) => word === 'fix' || word === 'rework') &&
    words.some((word) => FIX_COUNT.has(word)) &&
    !words.some((word) => NOT_A_COUNT.has(word)) &&
    !path.slice(0, -1).some(isTokenKey)
  )
}

/** More is not a number of rounds but of something else. */
const MAX_LOOPS = 100

/** The number of fix loops at a node; undefined if it cannot be read. */
export function fixCountOf(node: LogNode): Range | undefined {
  if (node.kind === 'list') return exactly(node.children.length)
  if (node.kind === 'mapping') {
    const count = node.children.find(({ key }) => hasWord(key, FIX_COUNT) || key === 'total')
    return count === undefined ? undefined : fixCountOf(count)
  }
  if (typeof node.value === 'boolean') return node.value ? atLeast(1) : exactly(0)
  const amount = readAmount(node.value)
  if (amount !== undefined) return amount.low <= MAX_LOOPS ? amount : undefined
  if (typeof node.value === 'string' && /^(?:none|no|never|zero)\b/i.test(node.value.trim()))
    return exactly(0)
  return undefined
}

export function readTicket(
  ticket: TicketRecords,
  nodes: readonly LogNode[],
  isOthers: (node: LogNode) => boolean,
  unclear: Unclear[],
): TicketFacts {
  const { earlier, tries } = attemptsIn(nodes)
  const told = nodes
    .filter((node) => isOutcome(node) && !earlier.has(node))
    .map((node) => ({ node, outcome: readOutcome(node.value) }))
  for (const { node, outcome } of told) {
    if (outcome.kind === 'unclear') unclear.push(unclearAt(node, 'no outcome that is known'))
    if (outcome.kind === 'blank') unclear.push(unclearAt(node, 'not filled in'))
  }
  const isDirect = ({ path }: LogNode): boolean =>
    ticket.records.some(
      (record) =>
        path.length === record.path.length + 1 && path.join('\0').startsWith(record.path.join('\0')),
    )
  const direct = told.filter(({ node }) => isDirect(node))
  const outcome = outcomeOf(ticket, direct, told)
  const counts = nodes.filter(isFixCount).flatMap((node) => {
    const count = fixCountOf(node)
    if (count === undefined && !isSaidInWords(node))
      unclear.push(unclearAt(node, isBlank(node.value) ? 'not filled in' : 'no number of fix loops'))
    return count === undefined ? [] : [{ node, count }]
  })
  return {
    id: ticket.id,
    outcome,
    reviewPassed: reviewOf(told),
    fixLoops: fixLoopsOf(
      nodes,
      [...counts.map(({ count }) => count), ...tries.map((count) => exactly(count - 1))],
      told,
      isDirect,
    ),
    tokens: tokensOf(ticket, outcome !== null, isOthers),
    model: modelOf(nodes, tries.length > 0),
    complexity: complexityOf(nodes, unclear),
    places: [...told.map(({ node }) => node), ...counts.map(({ node }) => node)],
  }
}

/** `fix_loop: PASS` judges, and counts nothing. */
export function isSaidInWords({ value, path }: LogNode): boolean {
  const { kind } = readOutcome(value)
  return (kind !== 'unclear' && kind !== 'blank') || path.some((key) => hasWord(key, PROSE))
}

interface Told {
  readonly node: LogNode
  readonly outcome: Outcome
}

function outcomeOf(
  ticket: TicketRecords,
  direct: readonly Told[],
  told: readonly Told[],
): TicketFacts['outcome'] {
  const said = direct.length > 0 ? direct : told
  const kinds = new Set<string>([...said.map(({ outcome }) => outcome.kind), ...ticket.listedAs])
  for (const kind of ['failed', 'unfinished', 'done'] as const) if (kinds.has(kind)) return kind
  return null
}

/** Verdicts decide, and statuses of reviews; the last one of a review stands for it. */
function reviewOf(told: readonly Told[]): boolean | null {
  const verdicts = told.flatMap(({ node, outcome }) => {
    const isReview =
      /verdict|result$/i.test(node.key) || node.path.slice(0, -1).some((key) => hasWord(key, REVIEW))
    if (!isReview) return []
    return outcome.kind === 'done' ? [true] : outcome.kind === 'failed' ? [false] : []
  })
  return verdicts.length === 0 ? null : verdicts.every(Boolean)
}

/** Counts and words together: where they contradict each other, the range holds both. */
function fixLoopsOf(
  nodes: readonly LogNode[],
  counts: readonly Range[],
  told: readonly Told[],
  isDirect: (node: LogNode) => boolean,
): Range {
  const words = told.flatMap(({ outcome }) => outcome.fixLoops ?? [])
  const attempts = nodes.flatMap((node) => {
    const names = wordsOf(node.key)
    const isReview =
      isDirect(node) ||
      names.includes('review') ||
      node.path.slice(0, -1).some((key) => wordsOf(key).includes('review'))
    const amount = names.at(-1) === 'attempt' && isReview ? readAmount(node.value) : undefined
    return amount === undefined
      ? []
      : [{ low: Math.max(0, amount.low - 1), high: Math.max(0, amount.high - 1) }]
  })
  const turnedBack = nodes.some(
    ({ key, value }) =>
      wordsOf(key).some((word) => word === 'initial') && readOutcome(value).kind === 'failed',
  )
  const [exact] = counts
  if (exact !== undefined) {
    // A word that names no number agrees with every number it allows.
    const against = words.filter(({ low, high }) => exact.high < low || exact.low > high)
    return hullOf([...counts, ...against.map(({ low }) => exactly(low))])!
  }
  const exactWords = words.filter(({ low, high }) => low === high)
  if (exactWords.length > 0 && !turnedBack) return hullOf(exactWords)!
  if (attempts.length > 0) return hullOf(attempts)!
  return words.length > 0 || turnedBack ? atLeast(1) : ANY_AMOUNT
}

function tokensOf(
  ticket: TicketRecords,
  isTold: boolean,
  isOthers: (node: LogNode) => boolean,
): TokenAmount | null {
  // Of a record within another one the outer one tells everything.
  const outer = ticket.records.filter(
    (record) => !ticket.records.some((other) => other !== record && isWithin(record, other)),
  )
  const amounts = outer.flatMap(
    (record) => amountIn(record, { isTold: isTold && hasOutcome(record), skip: isOthers }) ?? [],
  )
  if (amounts.length <= 1) return amounts[0] ?? null
  const equal = amounts.every(
    ({ tokens }) => tokens.low === amounts[0]!.tokens.low && tokens.high === amounts[0]!.tokens.high,
  )
  if (equal) return amounts[0]!
  const counted = amounts.filter(({ isEstimate }) => !isEstimate)
  const chosen = counted.length > 0 ? counted : amounts
  if (chosen.length === 1) return chosen[0]!
  return { ...sumAmounts(chosen), tokens: hullOf(chosen.map(({ tokens }) => tokens))! }
}

function hasOutcome(node: LogNode): boolean {
  return isOutcome(node) || isFixCount(node) || node.children.some(hasOutcome)
}

function isWithin(inner: LogNode, outer: LogNode): boolean {
  return (
    inner.file === outer.file &&
    inner.path.length > outer.path.length &&
    outer.path.every((key, i) => inner.path[i] === key)
  )
}

const OTHER_WORK = new Set([
  'planning',
  'monitoring',
  'review',
  'reviewer',
  'lead',
  'orchestrator',
  'finalization',
  'upgrade',
  'fallback',
])

/** The model that did the work, not the ones that planned or reviewed it. */
function modelOf(nodes: readonly LogNode[], hasAttempts: boolean): string | null {
  const found = nodes.flatMap(({ key, path, value, kind }) =>
    kind !== 'scalar' || path.some((one) => hasWord(one, OTHER_WORK)) ? [] : (readModel(key, value) ?? []),
  )
  // Of several attempts by several models none did the work alone.
  if (hasAttempts && new Set(found).size > 1) return null
  return found[0] ?? null
}

function complexityOf(nodes: readonly LogNode[], unclear: Unclear[]): Complexity | null {
  for (const names of [['complexity'], ['review_tier', 'tier', 'review']]) {
    for (const node of nodes) {
      if (node.kind !== 'scalar' || !names.includes(node.key.toLowerCase())) continue
      const complexity = readComplexity(node.value)
      if (complexity !== undefined) return complexity
      if (node.key.toLowerCase() === 'complexity') {
        unclear.push(unclearAt(node, isBlank(node.value) ? 'not filled in' : 'no complexity that is known'))
      }
    }
  }
  return null
}

export function unclearAt(node: LogNode, reason: string): Unclear {
  const { file, line, path, value } = node
  return { file, line, path: path.join('.'), text: value === null ? '' : String(value).slice(0, 200), reason }
}
