import { NO_USAGE } from '../pure/protocol/task-report.ts'
import type { Policy } from '../pure/schedule/policy.ts'
import { createSchedule } from '../pure/schedule/schedule-state.ts'
import type { Schedule } from '../pure/schedule/schedule-state.ts'
import { drive } from './drive.ts'
import type { Task } from '../pure/ports/attempt.ts'
import type { Attempt, Drive, Outcome } from './drive.ts'

export interface OperationRun {
  readonly policy: Policy
  readonly ids: readonly string[]
  readonly begin: (task: Task) => Attempt
  readonly onEvent?: Drive['onEvent'] | undefined
  readonly cancel?: AbortSignal | undefined
}

/** Runs an operation whose items stand in nobody's way: all in one stage, nothing to join. */
export async function runOperation({ policy, ids, begin, onEvent, cancel }: OperationRun): Promise<Schedule> {
  return drive({
    schedule: createSchedule({ policy, stages: ids.length === 0 ? [] : [ids], dependencies: new Map() }),
    begin,
    join: async () => Promise.resolve(new Map()),
    ...(onEvent !== undefined && { onEvent }),
    ...(cancel !== undefined && { cancel }),
  })
}

/** Work of this process: it is over in a moment and cannot be stopped. */
export function ownWork(work: () => Promise<Partial<Outcome>>): Attempt {
  return {
    outcome: work().then((outcome) => ({ failure: null, usage: NO_USAGE, notes: [], ...outcome })),
    beat: async () => Promise.resolve({ atMs: null, sign: `${performance.now()}`, progress: null, step: '' }),
    stop: async () => Promise.resolve(),
  }
}
