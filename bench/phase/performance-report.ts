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

What a command costs, what each optimisation gains, how the cost grows, and what other ways of editing cost. \`npm run bench\`
measures all of it, and \`npm run phase\` generates this page from the runs in \`bench/results/\`.

${describeRun('Bench', references.bench.environment)}
${describeRun('Memory', references.memory.environment)}
${REPRODUCED}

## Before and after

The unoptimised pipeline of the roadmap (deep copies as snapshots, full validation after each step, \`JSON.stringify\`, no
cache, one call per step) and the engine, alternating in one run, with byte-identical results.

${beforeAndAfterTable(figures)}

The ten commands are the standard set; several of them move or grow every card and push the rest, so the change is as
large as the document. The steps of the other workloads change one component each.

## Where the time goes

The four stages of a command on a known document (p50).

${stagesTable(figures)}

## What each optimisation gains

The share of time that each saves: switched off while all others are on, and switched on while all others are off.

${ablationLines(figures)}

Step batching has nothing to merge in commands with one step (ten-commands). Caching pieces of text pays off with the next
command: a command that changes every component writes every piece again, at up to twice the cost of writing the document at
once, and the commands after it write only what they change.

${ablationTable(figures)}

## Cost by size

${scalingTable(figures)}

## Compared with other ways to edit a document

The libraries receive the position and edit it; the engine finds it, verifies the result and writes the delta.

${peersTable(figures)}

## Memory

The size of a history entry, and of a snapshot by copying.

${memoryTable(figures)}

The size of a command's trace (\`explain\`), as objects and packed.

${traceTable(figures)}

## Measure it yourself

\`npm run bench -- --filter TEXT\` runs a part, \`npm run bench -- --compare FOLDER\` compares two builds, alternating in one
process, and \`npm run profile -- SCENARIO\` draws a flame graph. \`bench/README.md\` and \`profiles/README.md\` explain how to read them.
`
}
