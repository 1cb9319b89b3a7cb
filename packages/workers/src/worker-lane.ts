import { Piscina } from 'piscina'
import type { WorkerReply, WorkerTask } from './worker-protocol.ts'

/** A worker that dies over the same job so often is not to blame; the job is. */
const MAX_ATTEMPTS = 3

/**
 * One worker thread, which gets one task at a time. A worker that dies is replaced and its task done again: a task changes
 * nothing outside the worker, so doing it twice does no harm.
 */
export class WorkerLane {
  readonly #file: string
  #pool: Piscina<WorkerTask, WorkerReply> | null = null
  #deaths = 0

  /** @param file the worker's compiled module */
  constructor(file: string) {
    this.#file = file
  }

  /** Workers that have died so far. */
  get deaths(): number {
    return this.#deaths
  }

  /** The reply to a task; null when it has killed as many workers as it may. */
  async run(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerReply | null> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      signal?.throwIfAborted()
      this.#pool ??= new Piscina<WorkerTask, WorkerReply>({
        filename: this.#file,
        name: 'work',
        minThreads: 1,
        maxThreads: 1,
        idleTimeout: Infinity,
      })
      try {
        return await this.#pool.run(task, signal === undefined ? {} : { signal })
      } catch (error) {
        await this.close()
        signal?.throwIfAborted()
        // The worker answers whatever it is sent, so an error means that it is gone.
        this.#deaths++
        if (isLoadFailure(error)) throw error
      }
    }
    return null
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = null
    await pool?.destroy()
  }
}

/** The worker's module is not there: no use in trying again. */
function isLoadFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}
