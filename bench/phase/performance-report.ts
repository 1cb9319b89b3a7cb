// docs/performance.md: what the engine costs, before and after, made from the reference runs.
import { Figures } from './figures.ts'
import type { References } from './figures.ts'
import { describeRun, REPRODUCED } from './runs.ts'
import {
  ablationLines,
  ablationTable,
  beforeAndAfterTable,
  memoryTable,
  peersTable,
  scalingTable,
  stagesTable,
  traceTable,
} from './tables.ts'

export function makeReport(references: References): string {
  const figures = new Figures(references)
  return `# Performance: before and after

What a command costs, what each optimisation gains, how cost grows, and what other ways of editing cost. \`npm run bench\`
measures all of it, \`npm run phase\` writes this page from runs that are kept in \`bench/results/\`; no figure is typed.

${describeRun('Bench', references.bench.environment)}
${describeRun('Memory', references.memory.environment)}
${REPRODUCED}

## Before and after

The unoptimised pipeline of the roadmap (deep copies as snapshots, full validation after each step, \`JSON.stringify\`, no
cache, one call a step) and the engine, in turn in one run, with the same results to the byte.

${beforeAndAfterTable(figures)}

The ten commands are the standard set; several of them move or grow every card and push the rest, so what they change is as
large as the document. The steps of the other workloads change one component each.

## Where the time goes

The four stages of a command on a known document, p50.

${stagesTable(figures)}

## What each optimisation gains

Share of the time that it saves: switched off alone while all others are on, and on alone while all others are off.

${ablationLines(figures)}

Step batching has nothing to join where a command has one step (ten-commands). Keeping pieces of text is a bet on the next
command: one that changes every component writes every piece anew, at up to twice the price of writing the document in one
go, and the commands after it write only what they change.

${ablationTable(figures)}

## Cost by size

${scalingTable(figures)}

## Beside other ways to edit a document

The libraries are told the place and edit it; the engine finds it, verifies the result and writes the delta.

${peersTable(figures)}

## Memory

What a step of the history keeps, and what a snapshot by copying would.

${memoryTable(figures)}

The trace of a command that \`explain\` asks for, as objects and packed.

${traceTable(figures)}

## Measure it yourself

\`npm run bench -- --filter TEXT\` runs a part, \`npm run bench -- --compare FOLDER\` compares two builds in turn in one
process, \`npm run profile -- SCENARIO\` draws a flame graph. \`bench/README.md\` and \`profiles/README.md\` say how to read them.
`
}
