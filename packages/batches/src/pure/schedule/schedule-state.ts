import type { Usage } from '../protocol/task-report.ts'
import { NO_USAGE } from '../protocol/task-report.ts'
import type { Policy, Pulse } from './policy.ts'

/** Why an attempt failed. */
export interface Failure {
  readonly code: FailureCode
  /** One sentence. */
  readonly message: string
  /** For `conflict`: the files, and the items that changed them before. */
  readonly conflict?: {
    readonly files: readonly string[]
    readonly others: readonly string[]
  }
  /** For `limited`: how long to wait, where it was said. */
  readonly retryAfterMs?: number
  /** A file that tells more, as a path within the project. */
  readonly log?: string
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
  /** It made a git repository within its checkout. */
  | 'nested-repository'
  /** The change cannot be joined with that of another item. */
  | 'conflict'
  /** The item asks for something that cannot be done at all. */
  | 'invalid'
  | 'cancelled'
  /** The service that the agent uses refuses for now: a usage limit, too many requests. */
  | 'limited'
  /** The executor itself failed: git, the disk. It is no fault of the item. */
  | 'executor'

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
  | {
      readonly status: 'waiting'
      /** The number of its next attempt; absent: 1. */
      readonly attempt?: number
      /** It is not to start before. */
      readonly notBeforeMs?: number
    }
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
  /** The plan's picture: what could be done at the same time. An item starts when what it needs is done. */
  readonly stages: readonly (readonly string[])[]
  /** What must be done before an item; without it the item is blocked. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  /** What must be over before an item, done or not: it touches the same files. */
  readonly after: ReadonlyMap<string, readonly string[]>
  /** Items that cost: usage limits, rates and costs are for them. */
  readonly metered: ReadonlySet<string>
  /** How long the longest chain of work is that begins with an item. */
  readonly tails: ReadonlyMap<string, number>
  /** Models for single items, from the first to the strongest; the others have those of the policy. */
  readonly ladders: ReadonlyMap<string, readonly string[]>
  readonly items: ReadonlyMap<string, ItemState>
  readonly records: ReadonlyMap<string, ItemRecord>
  /** Position of the first stage with work left; the number of stages when all are through. */
  readonly stage: number
  readonly status: 'new' | 'running' | 'stopping' | 'done' | 'cancelled'
  /** Items whose work is being joined. */
  readonly joining: readonly string[]
  /** It is to end as soon as nothing is under way. */
  readonly isCancelled: boolean
  /** Why nothing new is started; null while all goes on. */
  readonly halt: string | null
  /** No metered item is started before; null without a limit. */
  readonly pausedUntilMs: number | null
  /** Usage limits that were met in a row. */
  readonly limits: number
  /** When metered items were started, as far back as the rate looks. */
  readonly starts: readonly number[]
  readonly nextFence: number
  /** By stage; null if none of its items was started. */
  readonly stageTimes: readonly (StageTime | null)[]
  readonly startedMs: number
  readonly endedMs: number | null
}

/** A schedule that is worked on within one event. */
export type MutableSchedule = { -readonly [K in keyof Schedule]: Schedule[K] } & {
  readonly items: Map<string, ItemState>
  readonly records: Map<string, ItemRecord>
}

export interface ScheduleInput {
  readonly policy: Policy
  readonly stages: readonly (readonly string[])[]
  readonly dependencies: ReadonlyMap<string, readonly string[]>
  readonly after?: ReadonlyMap<string, readonly string[]>
  readonly metered?: ReadonlySet<string>
  /** Estimates, in any one unit; an item without one counts 1. */
  readonly weights?: ReadonlyMap<string, number>
  readonly ladders?: ReadonlyMap<string, readonly string[]>
  /** Items that were done before: they are not run again. */
  readonly done?: ReadonlySet<string>
  /** Items that cannot run, by the item that they wait for and that will not be done. */
  readonly blocked?: ReadonlyMap<string, string>
  /** Higher than every fence given out before. */
  readonly firstFence?: number
}

export const NO_RECORD: ItemRecord = {
  attempts: [],
  usage: NO_USAGE,
  notes: [],
}

export function createSchedule(input: ScheduleInput): Schedule {
  const ids = input.stages.flat()
  return {
    policy: input.policy,
    stages: input.stages,
    dependencies: input.dependencies,
    ladders: input.ladders ?? new Map(),
    items: new Map(ids.map((id) => [id, firstStateOf(id, input)])),
    records: new Map(),
    after: input.after ?? new Map(),
    metered: input.metered ?? new Set(),
    tails: tailsOf(input),
    stage: 0,
    status: 'new',
    joining: [],
    halt: null,
    pausedUntilMs: null,
    limits: 0,
    starts: [],
    isCancelled: false,
    nextFence: input.firstFence ?? 1,
    stageTimes: input.stages.map(() => null),
    startedMs: 0,
    endedMs: null,
  }
}

function firstStateOf(id: string, { done, blocked }: ScheduleInput): ItemState {
  if (done?.has(id) === true) return { status: 'done' }
  const by = blocked?.get(id)
  return by === undefined ? { status: 'waiting' } : { status: 'blocked', by }
}

/** The weight of the heaviest chain from each item on; items stand behind what they need. O(items + edges). */
function tailsOf({ stages, dependencies, after, weights }: ScheduleInput): ReadonlyMap<string, number> {
  const tails = new Map<string, number>()
  for (const id of stages.flat().reverse()) {
    const tail = (tails.get(id) ?? 0) + (weights?.get(id) ?? 1)
    tails.set(id, tail)
    for (const before of [...(dependencies.get(id) ?? []), ...(after?.get(id) ?? [])])
      tails.set(before, Math.max(tails.get(before) ?? 0, tail))
  }
  return tails
}
