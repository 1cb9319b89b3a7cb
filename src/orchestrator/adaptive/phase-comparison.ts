import { measure } from './success-criteria.ts'
import type { RunFigures } from './run-figures.ts'

export interface ComparisonRow {
  readonly label: string
  /** One cell a run; null where its logs do not say. */
  readonly cells: readonly (number | string | boolean | null)[]
}

export interface PhaseComparison {
  readonly runs: readonly string[]
  readonly rows: readonly ComparisonRow[]
  /** Sums that the logs state wrongly, and what their parts make. */
  readonly wrongSums: readonly {
    readonly run: string
    readonly path: string
    readonly stated: number
    readonly recomputed: number
  }[]
}

/** Runs side by side, with the sums that their parts make rather than those that they state. */
export function comparePhases(runs: readonly RunFigures[]): PhaseComparison {
  const row = (label: string, cell: (run: RunFigures) => ComparisonRow['cells'][number]): ComparisonRow => ({
    label,
    cells: runs.map(cell),
  })
  return {
    runs: runs.map(({ name }) => name),
    rows: [
      row('Phase', ({ phase }) => phase),
      row('Tickets done', ({ completedTickets, tickets }) =>
        completedTickets === null
          ? null
          : `${completedTickets} of ${Math.max(tickets.length, completedTickets)}`,
      ),
      row('Execution model', ({ executionModel }) => executionModel),
      row('Total tokens', (run) => measure(run, 'total tokens')),
      row('Tokens per ticket', (run) => measure(run, 'tokens per ticket')),
      row('Planning tokens', (run) => measure(run, 'planning tokens')),
      row('Fix loops', (run) => measure(run, 'fix loops')),
      row('Reviews passed', ({ reviewsPassed }) => reviewsPassed),
      row('Minutes', (run) => measure(run, 'minutes')),
      row('Savings vs V2 %', (run) => measure(run, 'savings vs V2 %')),
      row('Savings vs single agent %', (run) => measure(run, 'savings vs single agent %')),
    ],
    wrongSums: runs.flatMap(({ name, sums }) =>
      sums
        .filter(({ agrees }) => !agrees)
        .map(({ path, stated, recomputed }) => ({ run: name, path, stated, recomputed })),
    ),
  }
}
