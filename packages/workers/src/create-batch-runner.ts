import { availableParallelism } from 'node:os'
import type { BatchRunner, DocumentJob, DocumentResult, RunnerOptions } from './document-result.ts'
import { InProcessRunner } from './in-process-runner.ts'
import { paysOff } from './pays-off.ts'
import { WorkerRunner } from './worker-runner.ts'

export interface BatchRunnerOptions {
  /** Worker threads at most; 0 for none. Default: one a processor, up to 8. */
  readonly workers?: number
}

const MOST_WORKERS = 8

/**
 * Makes a runner for batches over many documents. It uses worker threads where they are done sooner than this thread would
 * be, which depends on the amount of work; the answers are the same.
 *
 * @throws RangeError when `workers` is not a whole number of at least 0.
 * @example
 * const runner = createBatchRunner()
 * const results = await runner.batchAll([{ document: shop, commands: ['make the header navy', 'hide the banner'] }])
 * await runner.close()
 */
export function createBatchRunner(options: BatchRunnerOptions = {}): BatchRunner {
  const workers = options.workers ?? Math.min(MOST_WORKERS, availableParallelism())
  if (!Number.isInteger(workers) || workers < 0)
    throw new RangeError(`expected workers to be a whole number of at least 0, got ${String(workers)}`)
  return new ChoosingRunner(workers)
}

class ChoosingRunner implements BatchRunner {
  readonly #workers: number
  readonly #inProcess = new InProcessRunner()
  #pool: WorkerRunner | null = null

  constructor(workers: number) {
    this.#workers = workers
  }

  async batchAll(
    jobs: readonly DocumentJob[],
    options: RunnerOptions = {},
  ): Promise<readonly DocumentResult[]> {
    if (!paysOff(jobs, this.#workers, this.#pool !== null)) return this.#inProcess.batchAll(jobs, options)
    this.#pool ??= new WorkerRunner({ workers: this.#workers })
    return this.#pool.batchAll(jobs, options)
  }

  async close(): Promise<void> {
    const pool = this.#pool
    this.#pool = null
    await pool?.close()
  }
}
