import { addUsage, NO_USAGE } from '../protocol/task-report.ts'
import type { Advanced, Beat, Effect, ScheduleEvent } from './advance.ts'
import {
  attemptsOf,
  backoffOf,
  feelPulse,
  isStale,
  MAX_CONFLICTS,
  MAX_LIMITS,
  MAX_OWN_FAILURES,
  modelOf,
} from './policy.ts'
import type { Policy } from './policy.ts'
import {
  attemptIn,
  blockDependents,
  countOf,
  hasWaiting,
  isReady,
  isSettled,
  mayStart,
  runningIn,
  seconds,
  signOf,
  stageTimesOf,
} from './readiness.ts'
import { isRetryable, NO_RECORD } from './schedule-state.ts'
import type { Failure, MutableSchedule, Schedule } from './schedule-state.ts'

/** Longest first wait after a failure of the executor itself. */
const OWN_FAILURE_WAIT_MS = 1000

/** A copy of a schedule that is worked on within one event. */
export class ScheduleDraft {
  readonly #state: MutableSchedule
  readonly #nowMs: number
  readonly #effects: Effect[] = []

  constructor(state: Schedule, nowMs: number) {
    this.#state = {
      ...state,
      items: new Map(state.items),
      records: new Map(state.records),
    }
    this.#nowMs = nowMs
  }

  start(): void {
    this.#state.status = 'running'
    this.#state.startedMs = this.#nowMs
    blockDependents(this.#state)
    this.#proceed()
  }

  look(beats: ReadonlyMap<string, Beat>): void {
    for (const [item, beat] of beats) {
      const state = this.#state.items.get(item)
      if (state?.status !== 'running') continue
      const { progress, step, usage } = beat
      const sign = signOf(beat)
      const isNew = sign !== null && sign !== state.pulse.sign
      this.#state.items.set(item, {
        ...state,
        pulse: isNew ? { atMs: this.#nowMs, sign, missed: 0 } : state.pulse,
        progress: progress ?? state.progress,
        step,
        usage: usage ?? state.usage,
      })
    }
    // What waits for a pause or the rate to be over is started when it is.
    this.#proceed()
  }

  poll(beats: ReadonlyMap<string, Beat>): void {
    const { policy } = this.#state
    for (const [item, state] of this.#state.items) {
      if (state.status !== 'running') continue
      const beat = beats.get(item)
      const pulse = feelPulse(state.pulse, beat === undefined ? null : signOf(beat), this.#nowMs, policy)
      this.#state.items.set(item, { ...state, pulse })
      if (state.stopping !== null) continue
      const ranMs = this.#nowMs - state.run.startedMs
      if (ranMs > policy.timeoutMs)
        this.#stop(item, {
          code: 'timeout',
          message: `ran longer than ${seconds(policy.timeoutMs)} s`,
        })
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
    if (failure === null) {
      // The service answers again.
      if (this.#state.metered.has(item)) this.#state.limits = 0
      this.#state.items.set(item, { status: 'worked' })
    } else this.#afterFailure(item, attempt, failure)
    this.#proceed()
  }

  merged(failures: ReadonlyMap<string, Failure>): void {
    const { joining } = this.#state
    this.#state.joining = []
    for (const item of joining) {
      const failure = failures.get(item)
      if (failure === undefined) this.#state.items.set(item, { status: 'done' })
      else this.#afterConflict(item, failure)
    }
    if (this.#state.isCancelled) this.#stopAll()
    this.#proceed()
  }

  /** What is being joined is finished first: it takes a moment, and its work would be lost. */
  cancel(): void {
    const { status } = this.#state
    if (status === 'done' || status === 'cancelled') return
    this.#state.isCancelled = true
    if (status === 'new') this.#state.startedMs = this.#nowMs
    this.#stopAll()
    this.#proceed()
  }

  close(): Advanced {
    const stage = this.#state.stages.findIndex((ids) => !ids.every((id) => isSettled(this.#state, id)))
    this.#state.stage = stage === -1 ? this.#state.stages.length : stage
    this.#state.stageTimes = stageTimesOf(this.#state, this.#nowMs)
    return { state: this.#state, effects: this.#effects }
  }

  #stopAll(): void {
    this.#state.status = 'stopping'
    for (const [item, state] of this.#state.items)
      if (state.status === 'running' && state.stopping === null)
        this.#stop(item, {
          code: 'cancelled',
          message: 'the batch was cancelled',
        })
  }

  #afterFailure(item: string, attempt: number, failure: Failure): void {
    if (this.#state.status === 'stopping') this.#state.items.set(item, { status: 'waiting', attempt })
    else if (failure.code === 'limited' && countOf(this.#state, item, 'limited') <= MAX_LIMITS)
      this.#pause(item, attempt, failure)
    else if (failure.code === 'executor' && countOf(this.#state, item, 'executor') <= MAX_OWN_FAILURES)
      this.#state.items.set(item, {
        status: 'waiting',
        attempt,
        notBeforeMs: this.#nowMs + OWN_FAILURE_WAIT_MS * (countOf(this.#state, item, 'executor') - 1),
      })
    else if (isRetryable(failure) && attempt < attemptsOf(this.#ladder(item))) this.#again(item, attempt + 1)
    else this.#fail(item, failure)
  }

  /** A limit is met by all agents of an account: none is started until it may be over. It costs the item no attempt. */
  #pause(item: string, attempt: number, { retryAfterMs }: Failure): void {
    this.#state.limits += 1
    const untilMs = this.#nowMs + backoffOf(this.#state.policy, this.#state.limits, retryAfterMs ?? null)
    this.#state.pausedUntilMs = Math.max(this.#state.pausedUntilMs ?? 0, untilMs)
    this.#state.items.set(item, { status: 'waiting', attempt })
  }

  /** Work that could not be joined is done again, from what was joined meanwhile. */
  #afterConflict(item: string, failure: Failure): void {
    const record = this.#state.records.get(item)
    const last = record?.attempts.at(-1)
    if (record !== undefined && last !== undefined)
      this.#state.records.set(item, {
        ...record,
        attempts: [...record.attempts.slice(0, -1), { ...last, failure }],
      })
    const conflicts = countOf(this.#state, item, 'conflict')
    if (
      failure.code === 'conflict' &&
      conflicts > 0 &&
      conflicts <= MAX_CONFLICTS &&
      !this.#state.isCancelled
    )
      this.#state.items.set(item, {
        status: 'waiting',
        attempt: (last?.attempt ?? 0) + 1,
      })
    else this.#fail(item, failure)
  }

  /** Starts what may start; has what is worked joined; ends when nothing is left to wait for. */
  #proceed(): void {
    const { items, policy, status } = this.#state
    if (status !== 'running' && status !== 'stopping') return
    if (status === 'running') {
      this.#haltIfSpent()
      let running = runningIn(this.#state)
      const isFull = running >= policy.workers
      const ready = isFull ? [] : [...items.keys()].filter((item) => isReady(this.#state, item, this.#nowMs))
      // Longest chain first; the order of the plan where they are equal.
      ready.sort((a, b) => this.#state.tails.get(b)! - this.#state.tails.get(a)!)
      for (const item of ready) {
        if (running >= policy.workers) break
        if (!mayStart(this.#state, item, this.#nowMs)) continue
        this.#again(item, attemptIn(items.get(item)))
        running++
      }
    }
    this.#join()
    if (runningIn(this.#state) > 0 || this.#state.joining.length > 0) return
    if (status === 'stopping') this.#end('cancelled')
    else if (this.#state.halt !== null || !hasWaiting(this.#state)) this.#end('done')
  }

  #join(): void {
    if (this.#state.joining.length > 0) return
    const worked = this.#state.stages
      .flat()
      .filter((item) => this.#state.items.get(item)?.status === 'worked')
    // A cancelled batch joins no more: what is worked is kept, and joined when it goes on.
    if (worked.length === 0 || this.#state.status === 'stopping') return
    this.#state.joining = worked
    this.#effects.push({ kind: 'merge', items: worked })
  }

  #haltIfSpent(): void {
    const { halt, policy, records } = this.#state
    if (halt !== null || policy.maxCostUsd === undefined) return
    const spent = [...records.values()].reduce((sum, { usage }) => sum + (usage.costUsd ?? 0), 0)
    if (spent >= policy.maxCostUsd)
      this.#state.halt = `$${spent.toFixed(2)} are spent, and no more than $${policy.maxCostUsd} may be`
  }

  #end(status: 'done' | 'cancelled'): void {
    // Cancelled when nothing was left to do: it is done.
    const isOver = [...this.#state.items.values()].every(
      (state) => state.status !== 'waiting' && state.status !== 'worked',
    )
    this.#state.status = status === 'cancelled' && isOver ? 'done' : status
    this.#state.endedMs = this.#nowMs
    this.#effects.push({ kind: 'end' })
  }

  #again(item: string, attempt: number): void {
    if (!mayStart(this.#state, item, this.#nowMs)) {
      this.#state.items.set(item, { status: 'waiting', attempt })
      return
    }
    this.#run(item, attempt)
  }

  #run(item: string, attempt: number): void {
    const { nextFence, metered, policy, starts } = this.#state
    const model = modelOf(this.#ladder(item), attempt)
    this.#state.nextFence = nextFence + 1
    if (metered.has(item) && policy.rate !== undefined) {
      const since = this.#nowMs - policy.rate.perMs
      this.#state.starts = [...starts.filter((atMs) => atMs > since), this.#nowMs]
    }
    this.#state.items.set(item, {
      status: 'running',
      run: { attempt, fence: nextFence, model, startedMs: this.#nowMs },
      pulse: { atMs: this.#nowMs, sign: null, missed: 0 },
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

  #fail(item: string, failure: Failure): void {
    this.#state.items.set(item, { status: 'failed', failure })
    if (this.#state.policy.isFailFast === true) this.#state.halt ??= `${item} failed`
    blockDependents(this.#state)
  }
}
