import { readQuantity } from './quantity.ts'
import type { RunFigures } from './run-figures.ts'

/** Measures that a criterion can speak of; all numbers, so that every criterion has a figure to show. */
export type Measure =
  | 'total tokens'
  | 'tokens per ticket'
  | 'planning tokens'
  | 'planning savings'
  | 'review attempts'
  | 'fix loops'
  | 'all tickets passed review'
  | 'minutes'
  | 'savings vs V2 %'
  | 'savings vs single agent %'

export interface Criterion {
  readonly name: string
  readonly measure: Measure
  readonly comparison: '<' | '<=' | '>' | '>='
  readonly limit: number
}

export interface Verdict {
  readonly name: string
  /** UNKNOWN: the logs lack the figure, or the criterion's text is not understood. */
  readonly verdict: 'PASS' | 'FAIL' | 'UNKNOWN'
  readonly measure: Measure | null
  readonly actual: number | null
  readonly comparison: Criterion['comparison'] | null
  readonly limit: number | null
  /** As it was written, for criteria of a log. */
  readonly text: string
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

/** The figure of a measure; null where the logs do not hold it. Whether all passed is 1 or 0. */
export function measure(run: RunFigures, name: Measure): number | null {
  const tickets = run.completedTickets ?? 0
  switch (name) {
    case 'total tokens':
      return run.totalTokens
    case 'tokens per ticket':
      return run.totalTokens === null || tickets === 0 ? null : run.totalTokens / tickets
    case 'planning tokens':
      return run.planningTokens
    case 'planning savings':
      return run.planningSavings
    case 'review attempts':
      return run.reviewAttempts
    case 'fix loops':
      return run.fixLoops
    case 'all tickets passed review':
      if (isUnfinished(run)) return 0
      return run.reviewsPassed === null ? null : Number(run.reviewsPassed)
    case 'minutes':
      return run.minutes
    case 'savings vs V2 %':
      return savingsPercent(run, run.v2Tokens)
    default:
      return savingsPercent(run, run.singleAgentTokens)
  }
}

function isUnfinished({ completedTickets, tickets }: RunFigures): boolean {
  return completedTickets !== null && completedTickets < tickets.length
}

/**
 * A baseline speaks of all planned tickets; of a run that stopped early only its share counts.
 */
function savingsPercent(run: RunFigures, baseline: number | null): number | null {
  if (run.totalTokens === null || baseline === null || baseline <= 0) return null
  const planned = run.tickets.length
  const share = planned > 0 && run.completedTickets !== null ? Math.min(1, run.completedTickets / planned) : 1
  return share === 0 ? null : (1 - run.totalTokens / (baseline * share)) * 100
}

/** The run's own criteria where it states some, else those of its phase. */
export function evaluateRun(run: RunFigures): readonly Verdict[] {
  if (run.criteria.size > 0) {
    return [...run.criteria].flatMap(([name, text]) => {
      const criteria = readCriterion(name, text)
      return criteria.length === 0
        ? [notUnderstood(name, text)]
        : criteria.map((one) => judge(run, one, text))
    })
  }
  const phase = /^(A\d)/i.exec(run.phase ?? '')?.[1]?.toUpperCase() ?? ''
  return (PHASE_CRITERIA.get(phase) ?? []).map((criterion) => judge(run, criterion, ''))
}

const LIMIT = /(<=|>=|≤|≥|<|>)\s{0,3}(.{1,40})/u
const WITHIN = /pass(?:es)? review within (\d{1,4}) /i

/** Reads a criterion as people write it: `< 120k total (vs 363k V2)`, `Planning savings > 10k`. */
function readCriterion(name: string, text: string): Criterion[] {
  const within = WITHIN.exec(text)
  if (within !== null) {
    return [
      { name: `${name}: reviews`, measure: 'all tickets passed review', comparison: '>=', limit: 1 },
      { name: `${name}: attempts`, measure: 'review attempts', comparison: '<=', limit: Number(within[1]) },
    ]
  }
  const match = LIMIT.exec(text)
  const limit = readQuantity(match?.[2])
  if (match === null || limit === undefined) return []
  const spoken = measureOf(
    `${name} ${text}`.toLowerCase().replace(/\(.{0,300}\)/u, ''),
    limit.unit === 'percent',
  )
  if (spoken === undefined) return []
  const sign = match[1]!.replace('≤', '<=').replace('≥', '>=')
  // The expression lets through only these.
  return [{ name, measure: spoken, comparison: sign as Criterion['comparison'], limit: limit.value }]
}

function measureOf(text: string, isPercent: boolean): Measure | undefined {
  if (isPercent) return text.includes('single') ? 'savings vs single agent %' : 'savings vs V2 %'
  if (/minute|\btime\b/.test(text)) return 'minutes'
  if (/planning savings|batching savings/.test(text)) return 'planning savings'
  if (text.includes('planning')) return 'planning tokens'
  if (text.includes('fix loop')) return 'fix loops'
  if (text.includes('attempt')) return 'review attempts'
  if (/average|per.ticket/.test(text)) return 'tokens per ticket'
  return /total|token/.test(text) ? 'total tokens' : undefined
}

function judge(run: RunFigures, criterion: Criterion, text: string): Verdict {
  const actual = measure(run, criterion.measure)
  return {
    name: criterion.name,
    verdict: verdictOf(run, criterion, actual),
    measure: criterion.measure,
    actual,
    comparison: criterion.comparison,
    limit: criterion.limit,
    text,
  }
}

function verdictOf(run: RunFigures, criterion: Criterion, actual: number | null): Verdict['verdict'] {
  if (actual === null) return 'UNKNOWN'
  if (!holds(actual, criterion)) return 'FAIL'
  // Being below a limit for the whole with a part of the work done shows nothing.
  const isForWhole = criterion.measure === 'total tokens' || criterion.measure === 'minutes'
  return isForWhole && criterion.comparison.startsWith('<') && isUnfinished(run) ? 'UNKNOWN' : 'PASS'
}

function holds(actual: number, { comparison, limit }: Criterion): boolean {
  switch (comparison) {
    case '<':
      return actual < limit
    case '<=':
      return actual <= limit
    case '>':
      return actual > limit
    default:
      return actual >= limit
  }
}

function notUnderstood(name: string, text: string): Verdict {
  return { name, verdict: 'UNKNOWN', measure: null, actual: null, comparison: null, limit: null, text }
}
