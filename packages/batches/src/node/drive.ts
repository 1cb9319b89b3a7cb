import type { Task } from '../pure/ports/attempt.ts'
import { NO_USAGE } from '../pure/protocol/task-report.ts'
import type { Usage } from '../pure/protocol/task-report.ts'
import { advance } from '../pure/schedule/advance.ts'
import type { Beat, Effect, ScheduleEvent } from '../pure/schedule/advance.ts'
import type { Failure, Schedule } from '../pure/schedule/schedule-state.ts'

export interface Outcome {
  readonly failure: Failure | null
  readonly usage: Usage
  readonly notes: readonly string[]
}

/** An attempt under way. */
export interface Attempt {
  readonly outcome: Promise<Outcome>
  beat(): Promise<Beat>
  /** Ends it with everything it started; `outcome` settles soon after. */
  stop(): Promise<void>
}

export interface Drive {
  readonly schedule: Schedule
  readonly begin: (task: Task) => Attempt
  /** Joins the work of items; what could not be joined comes back with the reason. */
  readonly join: (items: readonly string[]) => Promise<ReadonlyMap<string, Failure>>
  readonly onEvent?: (event: ScheduleEvent, state: Schedule, effects: readonly Effect[]) => void
  readonly cancel?: AbortSignal
}

/**
 * The time by a clock that only goes forward, at the pace of the machine: neither somebody who sets the clock nor a machine
 * that slept makes an attempt look old.
 */
const startedMs = Date.now() - performance.now()
function nowMs(): number {
  return startedMs + performance.now()
}

/** How often those that run are looked at for the view; whether they are alive is judged at the pace of the policy. */
const LOOK_MS = 1000

/**
 * Runs a schedule to its end: does what the state machine wants done, and tells it what came of it. Errors of `join` end
 * everything that runs, and are thrown.
 */
export async function drive(options: Drive): Promise<Schedule> {
  return new Driver(options).run()
}

class Driver {
  readonly #options: Drive
  readonly #attempts = new Map<string, Attempt>()
  #state: Schedule
  #resolve: (state: Schedule) => void = () => undefined
  #reject: (error: unknown) => void = () => undefined

  constructor(options: Drive) {
    this.#options = options
    this.#state = options.schedule
  }

  async run(): Promise<Schedule> {
    const { cancel, schedule } = this.#options
    const ended = new Promise<Schedule>((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    const onCancel = (): void => this.#send({ kind: 'cancel', nowMs: nowMs() })
    const { pollMs } = schedule.policy
    const polling = setInterval(() => void this.#look('poll'), pollMs)
    const looking = setInterval(() => void this.#look('look'), Math.min(LOOK_MS, pollMs))
    try {
      this.#send({ kind: 'start', nowMs: nowMs() })
      if (cancel?.aborted === true) onCancel()
      cancel?.addEventListener('abort', onCancel, { once: true })
      return await ended
    } finally {
      clearInterval(polling)
      clearInterval(looking)
      cancel?.removeEventListener('abort', onCancel)
      await Promise.all([...this.#attempts.values()].map(async (attempt) => attempt.stop()))
    }
  }

  #send(event: ScheduleEvent): void {
    const { state, effects } = advance(this.#state, event)
    this.#state = state
    this.#options.onEvent?.(event, state, effects)
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: Effect): void {
    switch (effect.kind) {
      case 'run':
        return this.#begin(effect)
      case 'stop':
        // Its outcome follows, and is what counts.
        this.#attempts.get(keyOf(effect))?.stop().catch(this.#reject)
        return
      case 'merge':
        this.#options
          .join(effect.items)
          .then((failures) => this.#send({ kind: 'merged', nowMs: nowMs(), failures }))
          .catch(this.#reject)
        return
      default:
        return this.#resolve(this.#state)
    }
  }

  #begin(task: Task): void {
    const attempt = this.#options.begin(task)
    const key = keyOf(task)
    this.#attempts.set(key, attempt)
    attempt.outcome
      .catch((error: unknown): Outcome => ({
        failure: { code: 'executor', message: error instanceof Error ? error.message : String(error) },
        usage: NO_USAGE,
        notes: [],
      }))
      // oxlint-disable-next-line promise/always-return -- the end of the chain
      .then((outcome) => {
        this.#attempts.delete(key)
        this.#send({ kind: 'finished', nowMs: nowMs(), item: task.item, fence: task.fence, ...outcome })
      })
      .catch(this.#reject)
  }

  async #look(kind: 'look' | 'poll'): Promise<void> {
    try {
      const running = [...this.#state.items].filter(([, { status }]) => status === 'running')
      const beats = new Map<string, Beat>()
      await Promise.all(
        running.map(async ([item, state]) => {
          if (state.status !== 'running') return
          const attempt = this.#attempts.get(keyOf({ item, fence: state.run.fence }))
          if (attempt !== undefined) beats.set(item, await attempt.beat())
        }),
      )
      this.#send({ kind, nowMs: nowMs(), beats })
    } catch (error) {
      this.#reject(error)
    }
  }
}

function keyOf({ item, fence }: Pick<Task, 'item' | 'fence'>): string {
  return `${item} ${fence}`
}
