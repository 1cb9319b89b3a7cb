import type { Criterion, Measure, Scope } from './criteria.ts'
import { readCriterion } from './criteria.ts'
import type { Place } from './log/log-tree.ts'
import type { Range } from './range.ts'
import { exactly } from './range.ts'
import type { Figure } from './figure.ts'
import { isFirstTry, isSuccess, rate } from './rates.ts'
import type { RunFigures } from './run-figures.ts'

export interface Verdict {
  readonly name: string
  /** UNKNOWN: the logs lack the figure or tell it only in part, or the criterion's text is not understood. */
  readonly verdict: 'PASS' | 'FAIL' | 'UNKNOWN'
  readonly measure: Measure | null
  readonly scope: Scope | null
  /** Within which limits the logs tell the figure; null if they do not. */
  readonly actual: Range | null
  readonly comparison: Criterion['comparison'] | null
  readonly limit: number | null
  /** As it was written, for criteria of a log. */
  readonly text: string
  /** Why it is UNKNOWN. */
  readonly reason: string | null
  /** Lines the figure comes from. */
  readonly places: readonly Place[]
}

/** The plan's own criteria for the phases, which hold where a run states none. */
const PHASE_CRITERIA: ReadonlyMap<string, readonly Criterion[]> = new Map([
  [
    'A1',
    [
      { name: 'token efficiency', measure: 'total tokens', comparison: '<', limit: 40_000 },
      { name: 'quality: review attempts', measure: 'review attempts', comparison: '<=', limit: 2 },
      { name: 'quality: fix loops', measure: 'fix loops', comparison: '<=', limit: 1 },
      { name: 'time', measure: 'minutes', comparison: '<', limit: 30 },
      { name: 'savings', measure: 'savings vs V2 %', comparison: '>=', limit: 60 },
    ],
  ],
  [
    'A2',
    [
      { name: 'token efficiency', measure: 'total tokens', comparison: '<', limit: 45_000 },
      { name: 'quality: review attempts', measure: 'review attempts', comparison: '<=', limit: 2 },
      { name: 'haiku validation', measure: 'fix loops', comparison: '<=', limit: 1 },
    ],
  ],
  [
    'A3',
    [
      { name: 'token efficiency', measure: 'total tokens', comparison: '<', limit: 100_000 },
      { name: 'per-ticket average', measure: 'tokens per ticket', comparison: '<', limit: 35_000 },
      { name: 'batching efficiency', measure: 'planning savings', comparison: '>', limit: 0 },
      { name: 'quality: reviews', measure: 'all tickets passed review', comparison: '>=', limit: 1 },
      { name: 'savings', measure: 'savings vs V2 %', comparison: '>=', limit: 60 },
    ],
  ],
])

/** The figure of a measure; null if the logs do not hold it. Whether all passed is 1 or 0. */
export function measure(run: RunFigures, name: Measure, scope: Scope = {}): Figure | null {
  switch (name) {
    case 'total tokens':
      return run.totalTokens
    case 'tokens per ticket':
      return tokensPerTicket(run)
    case 'planning tokens':
      return run.planningTokens
    case 'planning savings':
      return run.planningSavings
    case 'review attempts':
      return run.reviewAttempts
    case 'fix loops':
      return run.fixLoops
    case 'fix loop rate %':
      return rate(
        run,
        scope,
        ({ fixLoops }) => (fixLoops.low > 0 ? true : fixLoops.high === 0 ? false : null),
        ['fix', 'rate'],
      )
    case 'success rate %':
      return rate(run, scope, isSuccess, ['success', 'rate'])
    case 'first-try rate %':
      return rate(run, scope, isFirstTry, ['first', 'rate'])
    case 'tickets done':
      return run.completedTickets
    case 'all tickets passed review':
      return reviews(run)
    case 'minutes':
      return run.minutes
    case 'savings vs V2 %':
      return savingsPercent(run, run.v2Tokens)
    case 'savings vs single agent %':
      return savingsPercent(run, run.singleAgentTokens)
    default:
      return negated(savingsPercent(run, run.singleAgentTokens))
  }
}

function negated(figure: Figure | null): Figure | null {
  return figure === null ? null : { ...figure, range: { low: -figure.range.high, high: -figure.range.low } }
}

function tokensPerTicket({ totalTokens, completedTickets }: RunFigures): Figure | null {
  if (totalTokens === null || completedTickets === null || completedTickets.range.low === 0) return null
  const { low, high } = completedTickets.range
  return { ...totalTokens, range: { low: totalTokens.range.low / high, high: totalTokens.range.high / low } }
}

function reviews(run: RunFigures): Figure | null {
  const places = run.tickets.flatMap((ticket) => ticket.places.slice(0, 1))
  if (run.reviewsPassed === false) return { range: exactly(0), places }
  const unfinished = run.tickets.some(({ outcome }) => outcome === 'unfinished')
  const short = run.completedTickets !== null && run.completedTickets.range.high < run.plannedTickets
  if (unfinished || short) return { range: exactly(0), places }
  if (run.reviewsPassed === null) return null
  const isWhole = isAllDone(run) || run.plannedTickets === 0
  return { range: { low: isWhole ? 1 : 0, high: 1 }, places }
}

/** Known to be done, all of them. */
function isAllDone({ completedTickets, plannedTickets }: RunFigures): boolean {
  return (
    completedTickets !== null &&
    completedTickets.range.low > 0 &&
    completedTickets.range.low >= plannedTickets
  )
}

/** A baseline speaks of all planned tickets; of a run that stopped early only its share counts. */
function savingsPercent(run: RunFigures, baseline: Figure | null): Figure | null {
  const { totalTokens, completedTickets, plannedTickets } = run
  if (totalTokens === null || baseline === null || baseline.range.low <= 0) return null
  if (completedTickets === null || completedTickets.range.low === 0 || plannedTickets === 0) return null
  const shareOf = (done: number): number => Math.min(1, done / plannedTickets)
  const { low, high } = completedTickets.range
  return {
    range: {
      low: (1 - totalTokens.range.high / (baseline.range.low * shareOf(low))) * 100,
      high: (1 - totalTokens.range.low / (baseline.range.high * shareOf(high))) * 100,
    },
    places: [...totalTokens.places, ...baseline.places],
  }
}

/** The run's own criteria where it states some, else those of its phase. */
export function evaluateRun(run: RunFigures): readonly Verdict[] {
  if (run.criteria.length > 0) {
    return run.criteria.flatMap(({ name, text, place }) => {
      const criteria = readCriterion(name, text)
      return criteria.length === 0
        ? [notUnderstood(name, text, place)]
        : criteria.map((one) => judge(run, one, text))
    })
  }
  const phase = /^(A\d)/i.exec(run.phase ?? '')?.[1]?.toUpperCase() ?? ''
  return (PHASE_CRITERIA.get(phase) ?? []).map((criterion) => judge(run, criterion, ''))
}

function judge(run: RunFigures, criterion: Criterion, text: string): Verdict {
  const figure = measure(run, criterion.measure, criterion.scope)
  const { verdict, reason } = verdictOf(run, criterion, figure)
  return {
    name: criterion.name,
    verdict,
    measure: criterion.measure,
    scope: criterion.scope ?? null,
    actual: figure?.range ?? null,
    comparison: criterion.comparison,
    limit: criterion.limit,
    text,
    reason,
    places: figure?.places ?? [],
  }
}

const WHOLES: ReadonlySet<Measure> = new Set([
  'total tokens',
  'minutes',
  'fix loops',
  'fix loop rate %',
  'review attempts',
])

/** PASS only where everything that the figure can be would pass, and all the work it stands for is known to be done. */
function verdictOf(
  run: RunFigures,
  criterion: Criterion,
  figure: Figure | null,
): Pick<Verdict, 'verdict' | 'reason'> {
  if (figure === null) return { verdict: 'UNKNOWN', reason: 'not in the logs' }
  const { low, high } = figure.range
  if (!canHold(criterion, figure.range)) return { verdict: 'FAIL', reason: null }
  if (!holds(low, criterion) || !holds(high, criterion))
    return { verdict: 'UNKNOWN', reason: 'told only in part' }
  // Being below a limit for the whole with a part of the work done shows nothing.
  const isForWhole = WHOLES.has(criterion.measure) && !criterion.comparison.startsWith('>')
  if (isForWhole && !isAllDone(run)) {
    return { verdict: 'UNKNOWN', reason: 'the logs do not say that all tickets are done' }
  }
  if (run.damage.length > 0) return { verdict: 'UNKNOWN', reason: 'a log has lines that could not be read' }
  return { verdict: 'PASS', reason: null }
}

/** Whether any value of the range would pass. */
function canHold(criterion: Criterion, { low, high }: Range): boolean {
  if (criterion.comparison === '=') return low <= criterion.limit && criterion.limit <= high
  return holds(criterion.comparison.startsWith('<') ? low : high, criterion)
}

function holds(actual: number, { comparison, limit }: Criterion): boolean {
  switch (comparison) {
    case '<':
      return actual < limit
    case '<=':
      return actual <= limit
    case '>':
      return actual > limit
    case '>=':
      return actual >= limit
    default:
      return actual === limit
  }
}

function notUnderstood(name: string, text: string, place: Place): Verdict {
  return {
    name,
    verdict: 'UNKNOWN',
    measure: null,
    scope: null,
    actual: null,
    comparison: null,
    limit: null,
    text,
    reason: 'the criterion is not understood',
    places: [place],
  }
}
