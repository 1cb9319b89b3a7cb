import type { Figure } from './figure.ts'
import { exactOf } from './range.ts'
import type { RunFigures } from './run-figures.ts'
import type { Verdict } from './success-criteria.ts'

const FIGURES = [
  'completedTickets',
  'totalTokens',
  'planningTokens',
  'planningSavings',
  'fixLoops',
  'reviewAttempts',
  'minutes',
  'singleAgentTokens',
  'v2Tokens',
] as const

/**
 * A run and its verdicts for programs: a figure is a number where it is known exactly, else null; `figures` holds its limits
 * (`high` null: none) and the lines it comes from.
 */
export function evaluationJson(run: RunFigures, verdicts: readonly Verdict[]): unknown {
  const known = FIGURES.flatMap((name): (readonly [string, Figure])[] => {
    const figure = run[name]
    return figure === null ? [] : [[name, figure]]
  })
  return {
    name: run.name,
    phase: run.phase,
    tickets: run.tickets.map(({ id }) => id),
    plannedTickets: run.plannedTickets,
    ...Object.fromEntries(FIGURES.map((name) => [name, exactOf(run[name]?.range ?? null)])),
    reviewsPassed: run.reviewsPassed,
    executionModel: run.executionModel,
    figures: Object.fromEntries(
      known.map(([name, { range, places, isEstimate = false }]) => [
        name,
        { ...range, isEstimate, places: bare(places) },
      ]),
    ),
    ticketFacts: run.tickets.map((ticket) => ({
      ...ticket,
      tokens: ticket.tokens === null ? null : { ...ticket.tokens, places: bare(ticket.tokens.places) },
      places: bare(ticket.places),
    })),
    verdicts: verdicts.map(({ actual, places, ...verdict }) => ({
      ...verdict,
      actual: exactOf(actual),
      range: actual,
      places: bare(places),
    })),
    sums: run.sums,
    notUnderstood: run.unclear,
    damage: run.damage,
  }
}

function bare(places: Figure['places']): Figure['places'] {
  return places.map(({ file, line }) => ({ file, line }))
}
