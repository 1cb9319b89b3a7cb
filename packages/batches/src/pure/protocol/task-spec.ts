export type Operation = 'generate' | 'execute' | 'review' | 'update-context'

/** `spec.json`: what an agent is asked to do, in a folder of its own for each attempt. */
export interface TaskSpec {
  readonly operation: Operation | 'plan'
  readonly batch_id: string
  readonly work_item_id: string
  readonly input: {
    readonly type: 'phase' | 'work-item' | 'notes'
    /** The phase or work item as its file has it. */
    readonly content: string
    /** A file that all items of the batch share; written once. */
    readonly shared_context?: string
  }
  readonly timeout_minutes: number
  /** 1 for the first try. */
  readonly attempt: number
  /** Grows with every attempt of the batch: what carries an older one is ignored. */
  readonly fence: number
  /** The model to use; null leaves it to the program. */
  readonly model: string | null
  /** From the second attempt on: what became of the one before. */
  readonly previous?: PreviousAttempt
}

/** What the next attempt should know of one that was not accepted. */
export interface PreviousAttempt {
  readonly attempt: number
  /** One sentence. */
  readonly reason: string
  /** What the gate that failed had printed last. */
  readonly gate_output?: string
  /** What it had changed, as a diff against the commit that it began from, cut where it is long. */
  readonly diff?: string
}

/** Names of the files of an attempt's folder. */
export const TASK_FILES: {
  readonly spec: 'spec.json'
  readonly heartbeat: 'heartbeat.json'
  readonly result: 'result.json'
} = { spec: 'spec.json', heartbeat: 'heartbeat.json', result: 'result.json' }

/** Bytes of a heartbeat or result that are read; larger ones count as not written. */
export const MAX_TASK_FILE_BYTES: number = 1_048_576
