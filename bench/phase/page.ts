// PHASE_10_3.md: made from the reference runs, but for the decisions, which people write.
import type { Environment } from '../environment.ts'
import { CRITERIA_HEAD, GUARANTEES, performanceRows, reliabilityRows } from './criteria.ts'
import { Figures } from './figures.ts'
import type { References } from './figures.ts'
import { markdownTable } from './markdown.ts'
import { PHASES_HEAD, phaseRows } from './phases.ts'
import {
  ablationLines,
  ablationTable,
  beforeAndAfterTable,
  memoryTable,
  peersTable,
  scalingTable,
  targetsTable,
  traceTable,
} from './tables.ts'

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
Ratios hold elsewhere, absolute times are this machine's. Percentiles leave out runs that the system interrupted.

## Goals and success criteria

${markdownTable(CRITERIA_HEAD, [...performanceRows(figures), ...reliabilityRows(figures)])}

## The six phases

${markdownTable(PHASES_HEAD, phaseRows)}

## Guarantees that optimising must not change

${markdownTable(['guarantee', 'shown by'], GUARANTEES)}

## Targets

A full run fails above five times a median's limit; the hard line fails every run, CI's too.

${targetsTable(figures)}

## Before and after

The unoptimised pipeline of the roadmap (deep copies as snapshots, full validation after each step, \`JSON.stringify\`, no
cache, one call a step) and the engine, in turn in one run, with the same results to the byte.

${beforeAndAfterTable(figures)}

## What each optimisation gains

Share of the time that it saves: switched off alone while all others are on, and on alone while all others are off.

${ablationLines(figures)}

${ablationTable(figures)}

## Cost by size

${scalingTable(figures)}

## Beside other ways to edit a document

The libraries are told the place and edit it; the engine finds it, verifies the result and writes the delta.

${peersTable(figures)}

## Memory

What a step of the history keeps, and what a snapshot by copying would.

${memoryTable(figures)}

${traceTable(figures)}

## Decisions

Newest last; each with its context, the choice and what it costs.

${DECISIONS_MARK}
${decisionsOf(present)}`
}

function describeRun(what: string, { cpu, cores, load, node, commit, date }: Environment): string {
  return `${what}: ${cpu}, ${cores} cores (load ${load}), Node ${node}, commit ${commit}, ${date}.`
}

/** @throws Error when the page has lost its mark: the decisions must not get lost with it. */
function decisionsOf(page: string): string {
  const mark = page.indexOf(DECISIONS_MARK)
  if (mark < 0) throw new Error(`expected the line "${DECISIONS_MARK}" in PHASE_10_3.md`)
  return page.slice(mark + DECISIONS_MARK.length + 1)
}
