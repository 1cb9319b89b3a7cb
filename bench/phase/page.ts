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

The roadmap asked for a pipeline that is 50% faster than 1.72 ms per command, scales to 50 steps and 100 components, accepts
batches, recovers from errors and can be observed. This page shows what is done, how it is verified, and why it is built this
way. \`npm run phase\` generates it from the runs in \`bench/results/\`; only the decisions are written by hand.

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

## Guarantees that optimisations must not change

${markdownTable(['guarantee', 'verified by'], GUARANTEES)}

## Targets

A full run fails if a median exceeds five times its limit. The hard line fails every run, including CI.

${targetsTable(figures)}

[docs/performance.md](docs/performance.md) has the figures behind them: before and after, by optimisation, by size, and compared with
other libraries.

## Decisions

Newest last. Each has its context, the choice and the cost.

${DECISIONS_MARK}
${decisionsOf(present)}`
}

/** @throws Error when the page has lost its mark: the decisions must not get lost with it. */
function decisionsOf(page: string): string {
  const mark = page.indexOf(DECISIONS_MARK)
  if (mark < 0) throw new Error(`expected the line "${DECISIONS_MARK}" in PHASE_10_3.md`)
  return page.slice(mark + DECISIONS_MARK.length + 1)
}
