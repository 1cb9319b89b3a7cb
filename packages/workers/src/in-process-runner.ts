import { setImmediate } from 'node:timers/promises'
import { createEngine } from 'blueprint-command-engine'
import type { Engine } from 'blueprint-command-engine'
import { resultOf } from './document-result.ts'
import type { BatchRunner, DocumentJob, DocumentResult, RunnerOptions } from './document-result.ts'
import { runJob } from './run-job.ts'

/** Works on jobs one after the other in this thread; between two of them others get their turn. */
export class InProcessRunner implements BatchRunner {
  readonly #engine: Engine

  constructor(engine: Engine = createEngine()) {
    this.#engine = engine
  }

  async batchAll(
    jobs: readonly DocumentJob[],
    options: RunnerOptions = {},
  ): Promise<readonly DocumentResult[]> {
    const results: DocumentResult[] = []
    for (const [position, job] of jobs.entries()) {
      options.signal?.throwIfAborted()
      const { data, after } = runJob(this.#engine, job, options)
      // The engine knows the document that it made: that very object shall come back in.
      const result = after === null ? resultOf(data, 'null') : { ...data, blueprint: after }
      results.push(result)
      await options.onResult?.(result, position)
      await setImmediate()
    }
    return results
  }

  async close(): Promise<void> {
    // Nothing was started.
  }
}
