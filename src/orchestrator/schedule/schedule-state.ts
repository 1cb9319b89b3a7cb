import type { Usage } from '../protocol/task-report.ts'
import { NO_USAGE } from '../protocol/task-report.ts'
import type { Policy, Pulse } from './policy.ts'

/** Why an attempt failed. */
export interface Failure {
  readonly code: FailureCode
  /** One sentence. */
  readonly message: string
  /** For `conflict`: the files, and the items that changed them before. */
  readonly conflict?: { readonly files: readonly string[]; readonly others: readonly string[] }
}

export type FailureCode =
  /** No heartbeat for too long. */
  | 'stale'
  | 'timeout'
  /** The program ended with an error or a signal. */
  | 'crashed'
  /** No result, or one that cannot be read. */
  | 'no-result'
  /** The agent itself says so. */
  | 'reported'
  /** It says success, and git shows no change. */
  | 'no-change'
  /** A gate's command failed. */
  | 'gate'
  /** The engine refused a command, or the document is not sound. */
  | 'refused'
  /** The change cannot be joined with that of another item. */
  | 'conflict'
  /** The item asks for something that cannot be done at all. */
  | 'invalid'
  | 'cancelled'

/** Failures that another try cannot mend. */
const FINAL: ReadonlySet<FailureCode> = new Set(['refused', 'conflict', 'invalid', 'cancelled'])

export function isRetryable({ code }: Failure): boolean {
  return !FINAL.has(code)
}

export interface Run {
  readonly attempt: number
  readonly fence: number
  readonly model: string | null
  readonly startedMs: number
}

export type ItemState =
  | { readonly status: 'waiting' }
  | {
      readonly status: 'running'
      readonly run: Run
      readonly pulse: Pulse
      readonly progress: number | null
      readonly step: string
      /** Of this attempt, until now. */
      readonly usage: Usage
      /** It was told to stop, for this reason. */
      readonly stopping: Failure | null
    }
  /** The work is there and waits to be joined with that of its stage. */
  | { readonly status: 'worked' }
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly failure: Failure }
  /** An item it depends on was not done. */
  | { readonly status: 'blocked'; readonly by: string }

/** What is kept of an item's attempts, whatever comes after. */
export interface ItemRecord {
  readonly attempts: readonly {
    readonly attempt: number
    readonly model: string | null
    readonly startedMs: number
    readonly endedMs: number
    readonly failure: Failure | null
  }[]
  readonly usage: Usage
  /** Things to know about work that was accepted. */
  readonly notes: readonly string[]
}

export interface StageTime {
  readonly startedMs: number
  readonly endedMs: number | null
}

export interface Schedule {
  readonly policy: Policy
  readonly stages: readonly (readonly string[])[]
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  /** Models for single items, from the first to the strongest; the others have those of the policy. */
  readonly ladders: ReadonlyMap<string, readonly string[]>
  readonly items: ReadonlyMap<string, ItemState>
  readonly records: ReadonlyMap<string, ItemRecord>
  /** Position of the stage that runs; the number of stages when all are through. */
  readonly stage: number
  readonly status: 'new' | 'running' | 'merging' | 'stopping' | 'done' | 'cancelled'
  /** It is to end as soon as nothing is under way. */
  readonly isCancelled: boolean
  readonly nextFence: number
  readonly stageTimes: readonly StageTime[]
  readonly startedMs: number
  readonly endedMs: number | null
}

export interface ScheduleInput {
  readonly policy: Policy
  readonly stages: readonly (readonly string[])[]
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  readonly ladders?: ReadonlyMap<string, readonly string[]>
  /** Items that were done before: they are not run again. */
  readonly done?: ReadonlySet<string>
  /** Items that cannot run, by the item that they wait for and that will not be done. */
  readonly blocked?: ReadonlyMap<string, string>
  /** Higher than every fence given out before. */
  readonly firstFence?: number
}

export const NO_RECORD: ItemRecord = { attempts: [], usage: NO_USAGE, notes: [] }

export function createSchedule(input: ScheduleInput): Schedule {
  const ids = input.stages.flat()
  return {
    policy: input.policy,
    stages: input.stages,
    dependencies: input.dependencies,
    ladders: input.ladders ?? new Map(),
    items: new Map(ids.map((id) => [id, firstStateOf(id, input)])),
    records: new Map(),
    stage: 0,
    status: 'new',
    isCancelled: false,
    nextFence: input.firstFence ?? 1,
    stageTimes: [],
    startedMs: 0,
    endedMs: null,
  }
}

function firstStateOf(id: string, { done, blocked }: ScheduleInput): ItemState {
  if (done?.has(id) === true) return { status: 'done' }
  const by = blocked?.get(id)
  return by === undefined ? { status: 'waiting' } : { status: 'blocked', by }
}
