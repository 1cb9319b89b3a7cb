import { fail } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { KeptAnswer, NewRevision } from '../store/revision.ts'
import type { RevisionStore } from '../store/revision-store.ts'
import type { Head } from './head.ts'
import type { Heads } from './heads.ts'
import { isTransient } from './problem.ts'
import type { Problem } from './problem.ts'

/** What a piece of work came to; `advanced` where it makes a revision. */
export interface Work<T> {
  readonly result: Result<T, Problem>
  readonly advanced?: { readonly head: Head; readonly revision: NewRevision }
}

/** Names a request, so that it is done once however often it is sent. */
export interface RequestKey {
  readonly key: string
  /** Hash of what is asked for. */
  readonly request: string
}

export interface Job<T> {
  readonly key?: RequestKey | undefined
  /** Reads the stored history, so that nothing may be waiting to be stored before it. */
  readonly readsHistory?: boolean
  readonly work: (head: Head) => Work<T> | Promise<Work<T>>
}

export interface Outcome<T> {
  readonly result: Result<T, Problem>
  /** The answer was given to an earlier request with the same key. */
  readonly isRepeated: boolean
}

/** What a lane needs of its service. */
export interface LaneHost {
  readonly store: RevisionStore
  readonly heads: Heads
  readonly now: () => number
  /** Told of the number of revisions that an append has added. */
  readonly onAppended: (count: number) => void
  readonly onIdle: () => void
}

interface Waiting extends Job<unknown> {
  readonly resolve: (outcome: Outcome<unknown>) => void
  readonly reject: (error: unknown) => void
}

interface Batch {
  readonly head: Head
  readonly outcomes: readonly Outcome<unknown>[]
  readonly revisions: readonly NewRevision[]
  readonly answers: readonly KeptAnswer[]
}

/** Jobs that share one append. */
const MAX_BATCH = 64
const MAX_WAITING = 10_000
/** Appends that lose against another server before the jobs are returned. */
const MAX_ATTEMPTS = 20

/**
 * All changes of one document, one after the other. What arrives while an append is on its way to the disk is worked out
 * together afterwards and shares the next append; nobody is answered before the append is acknowledged. Where another
 * server was faster, the whole batch is worked out again on what stands then.
 */
export class Lane {
  readonly #id: string
  readonly #host: LaneHost
  readonly #waiting: Waiting[] = []
  #isRunning = false

  constructor(id: string, host: LaneHost) {
    this.#id = id
    this.#host = host
  }

  async submit<T>(job: Job<T>): Promise<Outcome<T>> {
    if (this.#waiting.length >= MAX_WAITING) {
      const detail = `${MAX_WAITING} changes of this document are waiting; try again later`
      return { result: fail({ kind: 'overloaded', detail }), isRepeated: false }
    }
    return new Promise((resolve, reject) => {
      // The outcome that comes back is that of the job's own work.
      this.#waiting.push({ ...job, resolve: resolve as Waiting['resolve'], reject })
      if (!this.#isRunning) void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      const jobs = this.#take()
      try {
        const outcomes = await this.#settle(jobs)
        for (const [i, job] of jobs.entries()) job.resolve(outcomes[i]!)
      } catch (error) {
        // Whether the append has happened is not known, so what is known of the document is given up.
        this.#host.heads.forget(this.#id)
        for (const { reject } of jobs) reject(error)
      }
    }
    this.#isRunning = false
    this.#host.onIdle()
  }

  #take(): readonly Waiting[] {
    const alone = this.#waiting.findIndex(({ readsHistory }) => readsHistory === true)
    const count = alone === -1 ? MAX_BATCH : Math.min(MAX_BATCH, Math.max(1, alone))
    return this.#waiting.splice(0, count)
  }

  async #settle(jobs: readonly Waiting[]): Promise<readonly Outcome<unknown>[]> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const kept = await this.#keptAnswers(jobs)
      const head = await this.#host.heads.known(this.#id)
      if (!head.ok) return jobs.map(() => ({ result: head, isRepeated: false }))
      const batch = await this.#workOut(jobs, head.value, kept)
      if (await this.#keep(head.value, batch)) {
        this.#host.heads.put(this.#id, batch.head)
        return batch.outcomes
      }
      this.#host.heads.forget(this.#id)
    }
    const detail = `other servers changed the document ${MAX_ATTEMPTS} times meanwhile; try again`
    return jobs.map(() => ({ result: fail({ kind: 'contended', detail }), isRepeated: false }))
  }

  /** True if what was worked out stands: it has been appended, or there was nothing to append and the head was the last. */
  async #keep(head: Head, { revisions, answers }: Batch): Promise<boolean> {
    if (revisions.length === 0 && answers.length === 0) return this.#host.heads.isCurrent(this.#id, head)
    const appended = await this.#host.store.append(this.#id, head.number, { revisions, answers })
    if (appended === 'appended' && revisions.length > 0) this.#host.onAppended(revisions.length)
    return appended === 'appended'
  }

  async #keptAnswers(jobs: readonly Waiting[]): Promise<Map<string, KeptAnswer>> {
    const keys = [...new Set(jobs.flatMap(({ key }) => (key === undefined ? [] : [key.key])))]
    const answers = await Promise.all(keys.map(async (key) => this.#host.store.answer(this.#id, key)))
    return new Map(answers.flatMap((answer) => (answer === null ? [] : [[answer.key, answer]])))
  }

  async #workOut(
    jobs: readonly Waiting[],
    start: Head,
    kept: ReadonlyMap<string, KeptAnswer>,
  ): Promise<Batch> {
    const known = new Map(kept)
    const outcomes: Outcome<unknown>[] = []
    const revisions: NewRevision[] = []
    let head = start
    for (const { key, work } of jobs) {
      const earlier = key === undefined ? undefined : known.get(key.key)
      if (key !== undefined && earlier !== undefined) {
        outcomes.push(repeat(key, earlier))
        continue
      }
      const { result, advanced } = await work(head)
      outcomes.push({ result, isRepeated: false })
      if (advanced !== undefined) {
        head = advanced.head
        revisions.push(advanced.revision)
      }
      if (key !== undefined && (result.ok || !isTransient(result.error)))
        known.set(key.key, { ...key, body: JSON.stringify(result), time: this.#host.now() })
    }
    const answers = [...known.values()].filter(({ key }) => !kept.has(key))
    return { head, outcomes, revisions, answers }
  }
}

function repeat({ key, request }: RequestKey, kept: KeptAnswer): Outcome<unknown> {
  if (kept.request === request) {
    // Only lanes keep answers.
    return { result: JSON.parse(kept.body) as Outcome<unknown>['result'], isRepeated: true }
  }
  const detail = `the idempotency key ${JSON.stringify(key)} was used for another request; use a new key`
  return { result: fail({ kind: 'key-reused', detail }), isRepeated: false }
}
