import { saysAny } from '../../decompose/read/words-ahead.ts'
import type { Chart } from './chart.ts'
import type { Filled } from './fill.ts'
import type { Spoken } from './frame.ts'
import { amounts } from './amounts.ts'
import { distances } from './distances.ts'
import { edits } from './edits.ts'
import { history } from './history.ts'
import { kinds } from './kinds.ts'
import { questions } from './questions.ts'
import { recoloring } from './recoloring.ts'
import { sections } from './sections.ts'
import { series } from './series.ts'
import { sharedLines } from './shared-lines.ts'
import { valueQuestions } from './value-questions.ts'

const all: readonly Spoken[] = [
  ...questions,
  ...valueQuestions,
  ...history,
  ...recoloring,
  ...edits,
  ...amounts,
  ...kinds,
  ...sections,
  ...series,
  ...distances,
  ...sharedLines,
]

/** So many readings of the noun phrase that such a clause begins with are tried. */
const MOST_READINGS = 6

/** The clauses that begin at a place and are said in a fixed order. */
export function spokenAt(chart: Chart, start: number): readonly Filled[] {
  return all
    .filter(({ needs }) => saysAny(chart.lexemes, needs))
    .flatMap(({ name, stake, cost, read }) =>
      chart.variants(start, read, MOST_READINGS).map((found): Filled => ({
        frame: name,
        stake,
        wish: found.value,
        end: found.end,
        cost: found.cost + cost,
        isBorrowing: false,
        said: { head: null, property: undefined },
      })),
    )
}
