import type { LogNode } from './log/log-tree.ts'
import { isInList } from './log/log-tree.ts'
import { hasWord, wordsOf } from './log/key-words.ts'
import { readOutcome } from './log/outcome.ts'
import type { TicketFacts } from './log/ticket-facts.ts'
import { isOutcome } from './log/outcome-lines.ts'
import { fixCountOf, isFixCount } from './log/ticket-facts.ts'
import { doneNodes } from './log/ticket-records.ts'
import { amountIn, isPart, isTokenBlock, roleOf } from './log/token-amounts.ts'
import type { TokenAmount } from './log/token-amounts.ts'
import { readAmount } from './quantity.ts'
import { addRanges, ANY_AMOUNT, exactly, hullOf, isExact } from './range.ts'
import type { Figure, RunNodes } from './figure.ts'

/** Told tickets: those of which the logs say how they ended. */
function judged(tickets: readonly TicketFacts[]): readonly TicketFacts[] {
  return tickets.filter(({ outcome }) => outcome === 'done' || outcome === 'failed')
}

export function completedOf({ run, tickets }: RunNodes): Figure | null {
  const stated = run.flatMap((node) => {
    const words = wordsOf(node.key)
    const isCount = words.includes('ticket') && words.some((word) => COMPLETED.has(word))
    const count = isCount ? countedOf(node.value) : undefined
    return count === undefined ? [] : [{ count, node }]
  })
  const done = tickets.filter(({ outcome }) => outcome === 'done')
  const open = tickets.filter(({ outcome }) => outcome === null).length
  const [first] = stated
  if (done.length === 0 && open === tickets.length) {
    return first === undefined ? null : { range: exactly(first.count.done), places: [first.node] }
  }
  const range = { low: done.length, high: done.length + open }
  const places = done.flatMap((ticket) => ticket.places.slice(0, 1))
  const isWithin = first !== undefined && first.count.done >= range.low && first.count.done <= range.high
  return isWithin ? { range: exactly(first.count.done), places: [first.node] } : { range, places }
}

/** `5`, `5/6`, `5 of 6`; undefined for anything else. */
export function countedOf(value: unknown): { readonly done: number; readonly of: number | null } | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? { done: value, of: null } : undefined
  const [, done, whole] =
    /^\s{0,9}(\d{1,6})\s?(?:\/|of|out of)\s?(\d{1,6})(?![\d.])/i.exec(String(value)) ?? []
  return done === undefined ? undefined : { done: Number(done), of: Number(whole) }
}

const COMPLETED = new Set(['completed', 'executed', 'done', 'finished', 'passed'])

/**
 * The sum of what the run lists, else what it states, else the sum over its tickets and the shared planning. A ticket whose
 * tokens nobody tells leaves the sum open to above; statements that contradict each other leave it between them.
 */
export function totalTokensOf(nodes: RunNodes): Figure | null {
  const { run, tickets } = nodes
  const inBlocks = new Set<LogNode>()
  const skip = (): boolean => false
  const blocks = run.flatMap((node) => {
    if (inBlocks.has(node) || !isTokenBlock(node)) return []
    for (const inner of doneNodes(node)) inBlocks.add(inner)
    return amountIn(node, { isTold: true, skip }) ?? []
  })
  const stated = run.flatMap((node) => {
    const role = node.kind === 'scalar' && !inBlocks.has(node) ? roleOf(node.key, false) : 'none'
    const tokens = role === 'actual' || role === 'own' || role === 'sum' ? readAmount(node.value) : undefined
    return tokens === undefined || hasParts(node, run) ? [] : [{ tokens, places: [node], isEstimate: false }]
  })
  const listed = blocks.length > 0 ? blocks : stated
  const byTicket = ofTickets(nodes)
  if (listed.length === 0) return byTicket
  const range = hullOf(listed.map(({ tokens }) => tokens))!
  const figure = {
    range,
    places: listed.flatMap(({ places }) => places),
    isEstimate: listed.some(({ isEstimate }) => isEstimate),
  }
  // Tickets cannot take more than the whole.
  const isLess = byTicket !== null && tickets.length > 0 && range.high < byTicket.range.low * (1 - ROUNDING)
  return isLess ? { ...figure, range: { low: range.low, high: byTicket.range.low } } : figure
}

const ROUNDING = 0.01

/** A step's own tokens are part of a sum, and not the run's. */
function hasParts(node: LogNode, run: readonly LogNode[]): boolean {
  const parent = node.path.slice(0, -1)
  const owner = run.find(
    ({ file, path, kind }) =>
      kind === 'mapping' && file === node.file && path.join('\0') === parent.join('\0'),
  )
  return owner !== undefined && wordsOf(owner.key).some((word) => STEPS.has(word))
}

const STEPS = new Set([
  'planning',
  'review',
  'monitoring',
  'implementation',
  'finalization',
  'spawn',
  'task',
  'step',
])

function ofTickets({ run, tickets }: RunNodes): Figure | null {
  const told = tickets.filter(({ outcome, tokens }) => outcome !== null || tokens !== null)
  const known = told.flatMap(({ tokens }) => tokens ?? [])
  if (known.length === 0) return null
  const isOpen = known.length < told.length
  const planning = planningIn(run)
  const parts = [...known, ...(planning === undefined ? [] : [planning])]
  return {
    range: addRanges([...parts.map(({ tokens }) => tokens), ...(isOpen ? [ANY_AMOUNT] : [])]),
    places: parts.flatMap(({ places }) => places),
    isEstimate: parts.some(({ isEstimate }) => isEstimate),
  }
}

function planningIn(nodes: readonly LogNode[]): TokenAmount | undefined {
  const inTokens = new Set<LogNode>()
  for (const node of nodes) {
    const isTokens = isTokenBlock(node) || inTokens.has(node)
    if (isTokens) for (const child of node.children) inTokens.add(child)
    if (!wordsOf(node.key).includes('planning') || !isPart(node.key)) continue
    if (node.kind !== 'scalar') {
      const amount = amountIn(node, { isTold: true, skip: () => false }, isTokens)
      if (amount !== undefined) return amount
      continue
    }
    const tokens = isTokens || roleOf(node.key, false) !== 'none' ? readAmount(node.value) : undefined
    if (tokens !== undefined) return { tokens, places: [node], isEstimate: false }
  }
  return undefined
}

export function planningTokensOf(told: readonly LogNode[]): Figure | null {
  const found = planningIn(told.flatMap((root) => [...doneNodes(root)]))
  return found === undefined
    ? null
    : { range: found.tokens, places: found.places, isEstimate: found.isEstimate }
}

export function planningSavingsOf(told: readonly LogNode[]): Figure | null {
  for (const node of told.flatMap((root) => [...doneNodes(root)])) {
    const words = wordsOf(node.key)
    const isSaving = words.includes('saving') && (words.includes('batching') || words.includes('planning'))
    const range = isSaving && node.kind === 'scalar' ? readAmount(node.value) : undefined
    if (range !== undefined) return { range, places: [node] }
  }
  return null
}

export function fixLoopsOf({ run, tickets }: RunNodes): Figure | null {
  const told = tickets.filter(
    ({ outcome, fixLoops }) => outcome === 'done' || outcome === 'failed' || fixLoops.low > 0,
  )
  const byTicket = told.length === 0 ? undefined : addRanges(told.map(({ fixLoops }) => fixLoops))
  const counts = run.filter(isFixCount).flatMap((node) => {
    const range = fixCountOf(node)
    return range === undefined || isInList(node) ? [] : [{ range, places: [node] }]
  })
  const words = run.filter(isOutcome).flatMap((node) => {
    const { fixLoops } = readOutcome(node.value)
    return fixLoops === null ? [] : [{ range: fixLoops, places: [node] }]
  })
  const places = told.flatMap((ticket) => ticket.places)
  if (byTicket !== undefined && isExact(byTicket)) {
    return {
      range: hullOf([byTicket, ...counts.map(({ range }) => range)])!,
      places: [...places, ...counts.flatMap((one) => one.places)],
    }
  }
  const [stated] = counts
  // The sum of the tickets may only raise what the run states of itself.
  if (stated !== undefined) {
    const low = byTicket?.low ?? 0
    return {
      ...stated,
      range: {
        low: stated.range.low,
        high: Math.max(stated.range.high, low),
      },
    }
  }
  const spoken = spokenFixLoops(run, tickets)
  if (spoken !== null) return spoken
  if (byTicket !== undefined) return { range: byTicket, places }
  return words[0] ?? null
}

const SPOKEN = /\b(no|zero|\d{1,3}) fix[ -]?loops?\b/i
const DOUBTFUL = /\b(?:if|would|should|could|expect|target|include|break|max|up to|at most|fewer|less|allow)/i

/** `0 fix loops needed` in what was learned, where all that is said agrees. */
function spokenFixLoops(run: readonly LogNode[], tickets: readonly TicketFacts[]): Figure | null {
  const said = run.flatMap((node) => {
    const count =
      typeof node.value === 'string' && !DOUBTFUL.test(node.value) ? SPOKEN.exec(node.value)?.[1] : undefined
    return count === undefined ? [] : [{ count: /^\d/.test(count) ? Number(count) : 0, node }]
  })
  const [first] = said
  if (first === undefined || said.some(({ count }) => count !== first.count)) return null
  const known = addRanges(tickets.map(({ fixLoops }) => ({ low: fixLoops.low, high: fixLoops.low })))
  return first.count < known.low
    ? null
    : { range: exactly(first.count), places: said.map(({ node }) => node) }
}

export function reviewAttemptsOf({ run, tickets }: RunNodes, fixLoops: Figure | null): Figure | null {
  const stated = run.find((node) => {
    const words = wordsOf(node.key)
    return words.includes('review') && words.at(-1) === 'attempt' && readAmount(node.value) !== undefined
  })
  if (stated !== undefined) return { range: readAmount(stated.value)!, places: [stated] }
  const told = judged(tickets)
  if (told.length === 0) {
    return fixLoops === null ? null : { ...fixLoops, range: { low: 1, high: fixLoops.range.high + 1 } }
  }
  const loops = told.map(({ fixLoops: own }) => own)
  return {
    range: {
      low: Math.max(...loops.map(({ low }) => low)) + 1,
      // No ticket has more than all together.
      high:
        Math.min(
          fixLoops?.range.high ?? Number.POSITIVE_INFINITY,
          Math.max(...loops.map(({ high }) => high)),
        ) + 1,
    },
    places: [...told.flatMap(({ places }) => places), ...(fixLoops?.places ?? [])],
  }
}

export function reviewsPassedOf({ run, tickets }: RunNodes): boolean | null {
  const told = judged(tickets)
  if (told.some(({ outcome, reviewPassed }) => outcome === 'failed' || reviewPassed === false)) return false
  if (told.length > 0 && told.every(({ reviewPassed }) => reviewPassed === true)) return true
  const verdicts = run.filter(isOutcome).flatMap((node) => {
    const isReview = /verdict/i.test(node.key) || node.path.some((key) => hasWord(key, REVIEW))
    const { kind } = readOutcome(node.value)
    return isReview && (kind === 'done' || kind === 'failed') ? [kind] : []
  })
  if (verdicts.includes('failed')) return false
  return verdicts.length > 0 ? true : null
}

const REVIEW = new Set(['review', 'gate', 'checklist'])
