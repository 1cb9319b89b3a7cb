import { expect, test, vi } from 'vitest'
import { drive } from '../../src/node/drive.ts'
import type { Outcome } from '../../src/node/drive.ts'
import { NO_USAGE } from '../../src/pure/protocol/task-report.ts'
import { DEFAULT_POLICY } from '../../src/pure/schedule/policy.ts'
import { createSchedule } from '../../src/pure/schedule/schedule-state.ts'

const DAY_MS = 24 * 60 * 60_000

test.each([
  ['is set forward, or the machine has slept', DAY_MS],
  ['is set back', -DAY_MS],
])('no attempt looks old where the clock on the wall %s', async (_name, jumpMs) => {
  const now = Date.now.bind(Date)
  const schedule = createSchedule({
    policy: { ...DEFAULT_POLICY, pollMs: 5 },
    stages: [['a']],
    dependencies: new Map(),
  })
  let beats = 0
  const ended = await drive({
    schedule,
    begin: () => {
      let finish: (outcome: Outcome) => void = () => undefined
      const outcome = new Promise<Outcome>((resolve) => (finish = resolve))
      vi.spyOn(Date, 'now').mockImplementation(() => now() + jumpMs)
      return {
        outcome,
        beat: async () => {
          beats += 1
          if (beats === 5) finish({ failure: null, usage: NO_USAGE, notes: [] })
          return Promise.resolve({ atMs: null, sign: String(beats), progress: null, step: 'at work' })
        },
        stop: async () => {
          finish({ failure: { code: 'cancelled', message: 'it was stopped' }, usage: NO_USAGE, notes: [] })
          return Promise.resolve()
        },
      }
    },
    join: async () => Promise.resolve(new Map()),
  })
  expect(ended.items.get('a')).toEqual({ status: 'done' })
  expect(ended.records.get('a')?.attempts).toMatchObject([{ attempt: 1, failure: null }])
  const [time] = ended.records.get('a')!.attempts
  expect(time!.endedMs - time!.startedMs).toBeGreaterThanOrEqual(0)
})
