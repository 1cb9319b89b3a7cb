export const PHASES_HEAD = ['phase', 'what stands', 'shown by'] as const

/** What became of each phase of the roadmap. */
export const phaseRows: readonly (readonly [phase: string, stands: string, shownBy: string])[] = [
  [
    '10.3.1 profiling',
    'timers of the four stages in every answer, flame graphs and lists of hot functions for any scenario',
    '`npm run profile`, profiles/',
  ],
  [
    '10.3.2 core optimisations',
    'scoped validation, serialization from kept pieces and packed traces, delta snapshots, intent cache, step batching; each measured alone',
    '`npm run bench -- --filter ablation`',
  ],
  [
    '10.3.3 batch processing',
    'engine.batch and engine.batchAll, atomic unless said otherwise',
    '`npx vitest run test/core/engine`',
  ],
  [
    '10.3.4 error recovery',
    'conflicts told by a dry run, what was surely meant done with a note, suggestions that have been tried, parts, policies by code',
    '`npm run recovery`, docs/recovery.md',
  ],
  [
    '10.3.5 analytics and monitoring',
    'engine.stats(), observers, Prometheus, OpenTelemetry, a log line a command, dashboard, history of the bench',
    '`npx vitest run test/node test/cli`, docs/observability.md',
  ],
  [
    '10.3.6 documentation',
    'guides whose examples are run by a test, reference from the sources, this page',
    '`npx vitest run test/docs.test.ts`',
  ],
]
