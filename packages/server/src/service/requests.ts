import type { CommandBatchOptions } from 'blueprint-command-engine'
import type { Command } from '../format/document-format.ts'

/** Which revision a change is meant for. One of the two must be given. */
export interface Expectation {
  /** The last revision that the sender has seen. */
  readonly revision?: number
  /** Where the document has moved on: work it out again on the newest revision, and say so. Default false. */
  readonly rebase?: boolean
}

/** Who asks, and the key under which the request is done once. */
export interface Sender {
  readonly author: string
  readonly key?: string
}

export interface CommandRequest extends Expectation {
  readonly command: Command
  /** Apply what can be applied and report the rest; default false. */
  readonly partial?: boolean
  /** Ids that "this" and "it" mean. */
  readonly selection?: readonly string[]
  /** Token of a preview: apply exactly what it showed, or nothing. */
  readonly preview?: string
}

export interface BatchRequest extends Expectation, CommandBatchOptions {
  readonly commands: readonly Command[]
}

export interface RollbackRequest extends Expectation {
  readonly to: number
}
