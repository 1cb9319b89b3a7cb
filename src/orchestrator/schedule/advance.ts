import { unreachable } from '../../core/base/invariant.ts'
import { addUsage, NO_USAGE } from '../protocol/task-report.ts'
import type { Usage } from '../protocol/task-report.ts'
import { attemptsOf, feelPulse, isStale, modelOf } from './policy.ts'
import type { Policy } from './policy.ts'
import { isRetryable, NO_RECORD } from './schedule-state.ts'
import type { Failure, ItemRecord, ItemState, Schedule } from './schedule-state.ts'

/** What happened. Times are those of one clock, in milliseconds; only differences have a meaning. */
export type ScheduleEvent =
  | { readonly kind: 'start'; readonly nowMs: number }
  /** What those that run are at, for whoever watches; no judgement on how long they are silent. */
  | { readonly kind: 'look'; readonly nowMs: number; readonly beats: ReadonlyMap<string, Beat> }
  /** A look at the heartbeats of all that run: those that give no sign of life are ended. */
  | { readonly kind: 'poll'; readonly nowMs: number; readonly beats: ReadonlyMap<string, Beat> }
  | {
      readonly kind: 'finished'
      readonly nowMs: number
      readonly item: string
      readonly fence: number
      /** Null when the work was found good. */
      readonly failure: Failure | null
      readonly usage: Usage
      readonly notes: readonly string[]
    }
  | { readonly kind: 'merged'; readonly nowMs: number; readonly failures: ReadonlyMap<string, Failure> }
  | { readonly kind: 'cancel'; readonly nowMs: number }

export interface Beat {
  /** When the heartbeat file was written; null while there is none. */
  readonly atMs: number | null
  readonly progress: number | null
  readonly step: string
  /** What it has used until now, where that is known. */
  readonly usage?: Usage
}

/** What is to be done now. */
export type Effect =
  | {
      readonly kind: 'run'
      readonly item: string
      readonly attempt: number
      readonly fence: number
      readonly model: string | null
    }
  /** End it with everything it started; `finished` must follow. */
  | { readonly kind: 'stop'; readonly item: string; readonly fence: number }
  /** Join the work of a stage, in this order; `merged` must follow. */
  | { readonly kind: 'merge'; readonly stage: number; readonly items: readonly string[] }
  | { readonly kind: 'end' }

export interface Advanced {
  readonly state: Schedule
  readonly effects: readonly Effect[]
}

/** The only way a schedule changes: the same state and event always give the same state and effects. O(items). */
export function advance(state: Schedule, event: ScheduleEvent): Advanced {
  const draft = new Draft(state, event.nowMs)
  switch (event.kind) {
    case 'start':
      if (state.status === 'new') draft.start()
      break
    case 'look':
      draft.look(event.beats)
      break
    case 'poll':
      draft.look(event.beats)
      draft.poll(event.beats)
      break
    case 'finished':
      draft.finish(event)
      break
    case 'merged':
      if (state.status === 'merging') draft.merged(event.failures)
      break
    case 'cancel':
      draft.cancel()
      break
    default:
      return unreachable(event)
  }
  return draft.close()
}

type Mutable = { -readonly [K in keyof Schedule]: Schedule[K] } & {
  readonly items: Map<string, ItemState>
  readonly records: Map<string, ItemRecord>
}

/** A copy of a schedule that is worked on within one event. */
class Draft {
  readonly #state: Mutable
  readonly #nowMs: number
  readonly #effects: Effect[] = []

  constructor(state: Schedule, nowMs: number) {
    this.#state = { ...state, items: new Map(state.items), records: new Map(state.records) }
    this.#nowMs = nowMs
  }

  start(): void {
    this.#state.status = 'running'
    this.#state.startedMs = this.#nowMs
    this.#openStage()
  }

  look(beats: ReadonlyMap<string, Beat>): void {
    for (const [item, beat] of beats) {
      const state = this.#state.items.get(item)
      if (state?.status !== 'running') continue
      const { progress, step, usage } = beat
      this.#state.items.set(item, {
        ...state,
        progress: progress ?? state.progress,
        step,
        usage: usage ?? state.usage,
      })
    }
  }

  poll(beats: ReadonlyMap<string, Beat>): void {
    const { policy } = this.#state
    for (const [item, state] of this.#state.items) {
      if (state.status !== 'running') continue
      const beat = beats.get(item)
      const pulse = feelPulse(state.pulse, beat?.atMs ?? null, this.#nowMs, policy)
      this.#state.items.set(item, { ...state, pulse })
      if (state.stopping !== null) continue
      const ranMs = this.#nowMs - state.run.startedMs
      if (ranMs > policy.timeoutMs)
        this.#stop(item, { code: 'timeout', message: `ran longer than ${seconds(policy.timeoutMs)} s` })
      else if (isStale(pulse, this.#nowMs, policy))
        this.#stop(item, {
          code: 'stale',
          message: `gave no sign of life for ${seconds(this.#nowMs - pulse.atMs)} s`,
        })
    }
  }

  finish(event: Extract<ScheduleEvent, { kind: 'finished' }>): void {
    const { item, fence, usage, notes } = event
    const state = this.#state.items.get(item)
    // An attempt that was given up has no say any more.
    if (state?.status !== 'running' || state.run.fence !== fence) return
    const failure = state.stopping ?? event.failure
    const record = this.#state.records.get(item) ?? NO_RECORD
    const { attempt, model, startedMs } = state.run
    this.#state.records.set(item, {
      attempts: [...record.attempts, { attempt, model, startedMs, endedMs: this.#nowMs, failure }],
      usage: addUsage(record.usage, usage),
      notes: failure === null ? notes : record.notes,
    })
    if (failure === null) this.#state.items.set(item, { status: 'worked' })
    else if (this.#state.status === 'stopping') this.#state.items.set(item, { status: 'waiting' })
    else if (isRetryable(failure) && attempt < attemptsOf(this.#ladder(item))) this.#run(item, attempt + 1)
    else this.#fail(item, failure)
    this.#proceed()
  }

  merged(failures: ReadonlyMap<string, Failure>): void {
    for (const item of this.#state.stages[this.#state.stage]!) {
      if (this.#state.items.get(item)?.status !== 'worked') continue
      const failure = failures.get(item)
      if (failure === undefined) this.#state.items.set(item, { status: 'done' })
      else this.#fail(item, failure)
    }
    this.#state.status = this.#state.isCancelled ? 'stopping' : 'running'
    this.#closeStage()
  }

  /** What is being joined is finished first: it takes a moment, and its work would be lost. */
  cancel(): void {
    const { status } = this.#state
    if (status === 'done' || status === 'cancelled') return
    this.#state.isCancelled = true
    if (status === 'merging') return
    this.#state.status = 'stopping'
    for (const [item, state] of this.#state.items)
      if (state.status === 'running' && state.stopping === null)
        this.#stop(item, { code: 'cancelled', message: 'the batch was cancelled' })
    this.#proceed()
  }

  close(): Advanced {
    return { state: this.#state, effects: this.#effects }
  }

  /** Starts what may start; when nothing is left to wait for in the stage, has its work joined. */
  #proceed(): void {
    const { items, policy, stages, stage, status } = this.#state
    if (status !== 'running' && status !== 'stopping') return
    const own = stages[stage] ?? []
    let running = own.filter((item) => items.get(item)?.status === 'running').length
    if (status === 'stopping') {
      if (running === 0) this.#end('cancelled')
      return
    }
    for (const item of own) {
      if (running >= policy.workers) break
      if (items.get(item)?.status !== 'waiting') continue
      this.#run(item, 1)
      running++
    }
    if (running > 0) return
    const worked = own.filter((item) => items.get(item)?.status === 'worked')
    if (worked.length === 0) this.#closeStage()
    else {
      this.#state.status = 'merging'
      this.#effects.push({ kind: 'merge', stage, items: worked })
    }
  }

  #openStage(): void {
    const { stage, stages, stageTimes } = this.#state
    if (stage >= stages.length) return this.#end('done')
    this.#state.stageTimes = [...stageTimes, { startedMs: this.#nowMs, endedMs: null }]
    for (const item of stages[stage]!) this.#blockIfNeeded(item)
    this.#proceed()
  }

  #closeStage(): void {
    const { stageTimes } = this.#state
    this.#state.stageTimes = [...stageTimes.slice(0, -1), { ...stageTimes.at(-1)!, endedMs: this.#nowMs }]
    this.#state.stage += 1
    if (this.#state.status === 'stopping' && this.#state.stage < this.#state.stages.length)
      this.#end('cancelled')
    else this.#openStage()
  }

  #end(status: 'done' | 'cancelled'): void {
    this.#state.status = status
    this.#state.endedMs = this.#nowMs
    this.#effects.push({ kind: 'end' })
  }

  #run(item: string, attempt: number): void {
    const { nextFence } = this.#state
    const model = modelOf(this.#ladder(item), attempt)
    this.#state.nextFence = nextFence + 1
    this.#state.items.set(item, {
      status: 'running',
      run: { attempt, fence: nextFence, model, startedMs: this.#nowMs },
      pulse: { atMs: this.#nowMs, seenMs: null, missed: 0 },
      progress: null,
      step: '',
      usage: NO_USAGE,
      stopping: null,
    })
    this.#effects.push({ kind: 'run', item, attempt, fence: nextFence, model })
  }

  #ladder(item: string): Pick<Policy, 'models'> {
    const { ladders, policy } = this.#state
    return { models: ladders.get(item) ?? policy.models }
  }

  #stop(item: string, failure: Failure): void {
    const state = this.#state.items.get(item)
    if (state?.status !== 'running') return
    this.#state.items.set(item, { ...state, stopping: failure })
    this.#effects.push({ kind: 'stop', item, fence: state.run.fence })
  }

  /** Dependents stand in later stages: they are named at once, not when their turn comes. */
  #fail(item: string, failure: Failure): void {
    this.#state.items.set(item, { status: 'failed', failure })
    for (const later of this.#state.stages.slice(this.#state.stage + 1))
      for (const each of later) this.#blockIfNeeded(each)
  }

  #blockIfNeeded(item: string): void {
    const { items, dependencies } = this.#state
    if (items.get(item)?.status !== 'waiting') return
    for (const before of dependencies.get(item) ?? []) {
      const state = items.get(before)
      if (state?.status === 'failed') items.set(item, { status: 'blocked', by: before })
      else if (state?.status === 'blocked') items.set(item, { status: 'blocked', by: state.by })
      else continue
      return
    }
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
