// PHASE_10_3.md: made from the reference runs, but for the decisions, which people write.
import { CRITERIA_HEAD, GUARANTEES, performanceRows, reliabilityRows } from './criteria.ts'
import { Figures } from './figures.ts'
import type { References } from './figures.ts'
import { markdownTable } from './markdown.ts'
import { PHASES_HEAD, phaseRows } from './phases.ts'
import { describeRun, REPRODUCED } from './runs.ts'
import { targetsTable } from './tables.ts'

/** Everything behind this line stays as it is: whoever decides something adds it at the end of the page. */
export const DECISIONS_MARK = '<!-- decisions: written by hand from here on -->'

/** The page with the figures of the references and the decisions of the page as it is. */
export function makePage(references: References, present: string): string {
  const figures = new Figures(references)
  return `# Phase 10.3: status

The roadmap asked for a pipeline that is 50% faster than 1.72 ms a command, scales to 50 steps and 100 components, takes
batches, recovers from errors and can be observed. This page says what of it stands, what shows it, and why it was built
as it is. \`npm run phase\` writes it from runs that are kept in \`bench/results/\`; only the decisions are written by hand.

${describeRun('Figures of the bench', references.bench.environment)}
${describeRun('Memory', references.memory.environment)}
${describeRun('Reliability', references.reliability.environment)}
${describeRun(`Fuzzing, ${references.fuzz.seconds} s from seed ${references.fuzz.seed}`, references.fuzz.environment)}
${describeRun('Recovery', references.recovery.environment)}
${REPRODUCED}

## Goals and success criteria

${markdownTable(CRITERIA_HEAD, [...performanceRows(figures), ...reliabilityRows(figures)])}

## The six phases

${markdownTable(PHASES_HEAD, phaseRows)}

## Guarantees that optimising must not change

${markdownTable(['guarantee', 'shown by'], GUARANTEES)}

## Targets

A full run fails above five times a median's limit; the hard line fails every run, CI's too.

${targetsTable(figures)}

The figures behind them, before and after, by optimisation, by size and beside other libraries, stand in
[docs/performance.md](docs/performance.md).

## Decisions

Newest last; each with its context, the choice and what it costs.

${DECISIONS_MARK}
${decisionsOf(present)}`
}

/** @throws Error when the page has lost its mark: the decisions must not get lost with it. */
function decisionsOf(page: string): string {
  const mark = page.indexOf(DECISIONS_MARK)
  if (mark < 0) throw new Error(`expected the line "${DECISIONS_MARK}" in PHASE_10_3.md`)
  return page.slice(mark + DECISIONS_MARK.length + 1)
}
