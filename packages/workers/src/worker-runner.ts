import { fileURLToPath } from 'node:url'
import { createEngine } from 'blueprint-command-engine'
import type { Blueprint, Engine } from 'blueprint-command-engine'
import { refusedData, resultOf } from './document-result.ts'
import type {
  BatchRunner,
  DocumentJob,
  DocumentResult,
  ResultData,
  RunnerOptions,
} from './document-result.ts'
import { runJob } from './run-job.ts'
import { WorkerLane } from './worker-lane.ts'
import type { WorkerTask } from './worker-protocol.ts'

export interface WorkerRunnerOptions {
  readonly workers: number
  /** The worker's compiled module; default: the one beside this file. */
  readonly workerFile?: string
}

/** Which worker keeps a document, and under which name. */
interface Residence {
  readonly lane: number
  readonly key: number
}

interface Queued {
  readonly job: DocumentJob
  readonly position: number
}

/**
 * Works on jobs in worker threads. A document that was sent once stays with its worker, and so does the outcome of it: as
 * long as the program uses these objects, later jobs send commands there and get patches back.
 */
export class WorkerRunner implements BatchRunner {
  readonly #lanes: readonly WorkerLane[]
  readonly #residences = new WeakMap<Blueprint, Residence>()
  readonly #engine: Engine = createEngine()
  #nextKey = 0

  /** @throws RangeError when `workers` is not a whole number of at least 1. */
  constructor({ workers, workerFile }: WorkerRunnerOptions) {
    if (!Number.isInteger(workers) || workers < 1)
      throw new RangeError(`expected workers to be a whole number of at least 1, got ${String(workers)}`)
    const file = workerFile ?? fileURLToPath(new URL('batch-worker.js', import.meta.url))
    this.#lanes = Array.from({ length: workers }, () => new WorkerLane(file))
  }

  /** Workers that have died so far. */
  get deaths(): number {
    return this.#lanes.reduce((sum, { deaths }) => sum + deaths, 0)
  }

  async batchAll(
    jobs: readonly DocumentJob[],
    options: RunnerOptions = {},
  ): Promise<readonly DocumentResult[]> {
    const results: DocumentResult[] = []
    const anywhere: Queued[] = []
    const own = this.#lanes.map((): Queued[] => [])
    Array.from(jobs).forEach((job, position) => {
      const residence = this.#residenceOf(job)
      ;(residence === undefined ? anywhere : own[residence.lane]!).push({ job, position })
    })
    // Taken from their ends.
    anywhere.reverse()
    for (const queue of own) queue.reverse()
    let isStopped = false
    const work = async (lane: number): Promise<void> => {
      for (;;) {
        options.signal?.throwIfAborted()
        const next = isStopped ? undefined : (own[lane]!.pop() ?? anywhere.pop())
        if (next === undefined) return
        try {
          const result = await this.#run(lane, next.job, options)
          results[next.position] = result
          await options.onResult?.(result, next.position)
        } catch (error) {
          isStopped = true
          throw error
        }
      }
    }
    const lanes = this.#lanes.flatMap((_, lane) =>
      lane < anywhere.length || own[lane]!.length > 0 ? [lane] : [],
    )
    await Promise.all(lanes.map(work))
    return results
  }

  #residenceOf(job: DocumentJob | null): Residence | undefined {
    const document: unknown = job?.document
    return typeof document === 'object' && document !== null
      ? this.#residences.get(document as Blueprint)
      : undefined
  }

  async #run(lane: number, job: DocumentJob, options: RunnerOptions): Promise<DocumentResult> {
    const known = this.#residenceOf(job)
    const parcel = pack(job, known !== undefined)
    // What cannot be sent is rejected here, in the words in which a worker would.
    if (parcel === null) return resultOf(runJob(this.#engine, job, options).data, 'null')
    const { document, commands, text } = parcel
    const { atomic, order, signal } = options
    const batchOptions = {
      ...(atomic !== undefined && { atomic }),
      ...(order !== undefined && { order }),
    }
    const base = { text: null, commands, options: batchOptions }
    if (typeof document === 'string')
      return resultOf(
        await this.#ask(lane, { ...base, key: null, resultKey: null, text: document }, signal),
        document,
      )
    const key = known?.key ?? this.#nextKey++
    const task = { ...base, key, resultKey: this.#nextKey++ }
    let data = known === undefined ? null : await this.#askResident(lane, task, signal)
    data ??= await this.#ask(lane, { ...task, text: text ?? JSON.stringify(document) }, signal)
    const result = resultOf(data, document)
    if (data.answers.length > 0) {
      this.#residences.set(document, { lane, key })
      if (result.blueprint !== document) this.#residences.set(result.blueprint, { lane, key: task.resultKey })
    }
    return result
  }

  /** Null if the worker has forgotten the document, or is another one now. */
  async #askResident(
    lane: number,
    task: WorkerTask,
    signal: AbortSignal | undefined,
  ): Promise<ResultData | null> {
    const reply = await this.#lanes[lane]!.run(task, signal)
    return reply?.kind === 'done' ? reply.data : null
  }

  async #ask(lane: number, task: WorkerTask, signal: AbortSignal | undefined): Promise<ResultData> {
    const reply = await this.#lanes[lane]!.run(task, signal)
    if (reply?.kind === 'done') return reply.data
    const message = 'the workers that took on this document have all died over it; nothing was changed'
    return refusedData({ code: 'internal', severity: 'error', stage: 'input', message }, task.text ?? 'null')
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map(async (lane) => lane.close()))
  }
}

/** A job as it can be sent; without a text where the worker has the document. */
interface Parcel extends DocumentJob {
  readonly text: string | null
}

/** Null for what is no job, or cannot be sent. A document goes as its JSON text, which costs least. */
function pack(job: DocumentJob | null | undefined, isKnown: boolean): Parcel | null {
  try {
    const { document, commands } = job!
    if (!Array.isArray(commands)) return null
    const sent = commands.every((command) => typeof command === 'string')
      ? commands
      : structuredClone(commands)
    if (typeof document === 'string') return { document, commands: sent, text: document }
    if (typeof document !== 'object' || document === null) return null
    return { document, commands: sent, text: isKnown ? null : JSON.stringify(document) }
  } catch {
    return null
  }
}
