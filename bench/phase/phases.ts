export const PHASES_HEAD = ['phase', 'what is done', 'verified by'] as const

/** The outcome of each phase of the roadmap. */
export const phaseRows: readonly (readonly [phase: string, stands: string, shownBy: string])[] = [
  [
    '10.3.1 profiling',
    'stage timers in every answer, flame graphs and lists of hot functions for any scenario',
    '`npm run profile`, profiles/',
  ],
  [
    '10.3.2 core optimisations',
    'scoped validation, serialization from cached pieces and packed traces, delta snapshots, intent cache, step batching; each measured separately',
    '`npm run bench -- --filter ablation`',
  ],
  [
    '10.3.3 batch processing',
    'engine.batch and engine.batchAll, atomic by default',
    '`npx vitest run test/engine`',
  ],
  [
    '10.3.4 error recovery',
    'conflict detection by dry run, certain corrections applied with a note, tested suggestions, partial application, policies by error code',
    '`npm run recovery`, docs/recovery.md',
  ],
  [
    '10.3.5 analytics and monitoring',
    'engine.stats(), observers, Prometheus, OpenTelemetry, one log line per command, dashboard, bench history',
    '`npx vitest run packages/telemetry packages/cli`, docs/observability.md',
  ],
  [
    '10.3.6 documentation',
    'guides whose examples a test runs, API reference from the sources, this page',
    '`npx vitest run test/docs.test.ts`',
  ],
]
