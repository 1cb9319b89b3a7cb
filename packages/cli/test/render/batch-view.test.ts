import { expect, test } from 'vitest'
import { batchView } from '../../src/render/batch-view.ts'
import { NO_USAGE } from '../../../batches/src/pure/protocol/task-report.ts'
import { advance } from '../../../batches/src/pure/schedule/advance.ts'
import type { ScheduleEvent } from '../../../batches/src/pure/schedule/advance.ts'
import { DEFAULT_POLICY } from '../../../batches/src/pure/schedule/policy.ts'
import { createSchedule } from '../../../batches/src/pure/schedule/schedule-state.ts'
import { plainView } from './plain-view.ts'

test('the view of a batch shows stages, what runs is at, and tokens and cost of what is done and of what runs', () => {
  const titles = new Map([
    ['PRP-47.1.1', 'Make a'],
    ['PRP-47.1.2', 'Make b'],
    ['PRP-47.2.1', 'Make c'],
  ])
  const events: readonly ScheduleEvent[] = [
    { kind: 'start', nowMs: 0 },
    {
      kind: 'finished',
      nowMs: 1000,
      item: 'PRP-47.1.1',
      fence: 1,
      failure: null,
      usage: { ...NO_USAGE, totalTokens: 8000, costUsd: 0.25 },
      notes: [],
    },
    {
      kind: 'look',
      nowMs: 2000,
      beats: new Map([
        [
          'PRP-47.1.2',
          {
            atMs: 2000,
            progress: null,
            step: 'using Edit',
            usage: { ...NO_USAGE, totalTokens: 450, costUsd: 0.17 },
          },
        ],
      ]),
    },
  ]
  let schedule = createSchedule({
    policy: DEFAULT_POLICY,
    stages: [['PRP-47.1.1', 'PRP-47.1.2'], ['PRP-47.2.1']],
    dependencies: new Map([['PRP-47.2.1', ['PRP-47.1.1']]]),
  })
  for (const event of events) schedule = advance(schedule, event).state
  expect(batchView(plainView, { title: 'BATCH 47: execute', schedule, titles, nowMs: 65_000 })).toEqual([
    'BATCH 47: execute',
    '═'.repeat(60),
    'Stage 1 [1/2] ⧖ IN_PROGRESS (1m 5s)',
    '  PRP-47.1.1 [WORKED] Make a',
    '  PRP-47.1.2 [RUNNING] using Edit',
    'Stage 2 [2/2] ⧗ PENDING',
    '  PRP-47.2.1 (waiting) Make c',
    '─'.repeat(60),
    'Elapsed: 1m 5s | Tokens: 8,450 | Cost: $0.42',
  ])
})
