import type { Place } from './log/log-tree.ts'
import type { Measure } from './criteria.ts'
import type { Range } from './range.ts'
import type { RunFigures } from './run-figures.ts'
import { measure } from './success-criteria.ts'

export interface ComparisonRow {
  readonly label: string
  /** One cell a run; null if its logs do not say. */
  readonly cells: readonly (Range | string | boolean | null)[]
}

export interface PhaseComparison {
  readonly runs: readonly string[]
  readonly rows: readonly ComparisonRow[]
  /** Sums that the logs state wrongly, and what their parts make. */
  readonly wrongSums: readonly {
    readonly run: string
    readonly path: string
    readonly place: Place
    readonly stated: number
    readonly recomputed: number
  }[]
}

const MEASURE_ROWS: readonly (readonly [label: string, measure: Measure])[] = [
  ['Total tokens', 'total tokens'],
  ['Tokens per ticket', 'tokens per ticket'],
  ['Planning tokens', 'planning tokens'],
  ['Fix loops', 'fix loops'],
  ['Fix loop rate %', 'fix loop rate %'],
  ['Success rate %', 'success rate %'],
  ['Minutes', 'minutes'],
  ['Savings vs V2 %', 'savings vs V2 %'],
  ['Savings vs single agent %', 'savings vs single agent %'],
]

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
      row('Tickets done', ticketsDone),
      row('Execution model', ({ executionModel }) => executionModel),
      row('Reviews passed', ({ reviewsPassed }) => reviewsPassed),
      ...MEASURE_ROWS.map(([label, name]) => row(label, (run) => measure(run, name)?.range ?? null)),
    ],
    wrongSums: runs.flatMap(({ name, sums }) =>
      sums
        .filter(({ agrees }) => !agrees)
        .map(({ path, place, stated, recomputed }) => ({ run: name, path, place, stated, recomputed })),
    ),
  }
}

function ticketsDone({ completedTickets, plannedTickets }: RunFigures): string | null {
  if (completedTickets === null) return null
  const { low, high } = completedTickets.range
  return `${low === high ? low : `${low} to ${high}`} of ${Math.max(plannedTickets, high)}`
}
