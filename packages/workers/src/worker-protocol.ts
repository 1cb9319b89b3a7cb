import type { CommandBatchOptions, Step } from 'blueprint-command-engine'
import type { ResultData } from './document-result.ts'

/** A job as a worker gets it. */
export interface WorkerTask {
  /** Under which name the worker keeps the document; null for not at all. */
  readonly key: number | null
  /** Under which name the resulting document is kept; null for not at all. */
  readonly resultKey: number | null
  /** The document's JSON text; null if the worker is expected to have it. */
  readonly text: string | null
  readonly commands: readonly (string | readonly Step[])[]
  readonly options: CommandBatchOptions
}

/** `missing`: the worker does not have the document any more, and has to be sent it. */
export type WorkerReply = { readonly kind: 'missing' } | { readonly kind: 'done'; readonly data: ResultData }
