import type {
  Answer,
  CommandBatchAnswer,
  CommandBatchOptions,
  Blueprint,
  Issue,
  Result,
  RunOptions,
  Step,
} from 'blueprint-command-engine'
import type { Change } from '../store/revision.ts'

export type Command = string | readonly Step[]

/** A document in memory, as its format holds it. Never changed in place. */
export interface Content {
  /** What the engine takes. */
  readonly value: unknown
  /** What the format wants to remember of the text, such as its layout. */
  readonly layout: unknown
}

/** What the service tells of a command. */
export type CommandOutcome = Pick<
  Answer,
  'status' | 'steps' | 'changed' | 'issues' | 'confidence' | 'timings' | 'reply' | 'found'
>

/** What the service tells of several. */
export interface BatchOutcome extends Pick<CommandBatchAnswer, 'status' | 'issues' | 'timings' | 'changed'> {
  readonly answers: readonly Pick<Answer, 'status' | 'changed' | 'issues' | 'confidence'>[]
}

/** What a command came to, and the document after it. */
export interface Changed<T> {
  readonly answer: T
  readonly content: Content
  readonly change: Change
}

/**
 * A kind of document: how its text is read, changed and written again. Documents are stored as they came; a change is one of
 * the format's own, so that nothing passes through another format on its way.
 */
export interface DocumentFormat {
  /** Stored with each document. */
  readonly name: string
  /** Media types that mean this format; the first is the one that it is served as. */
  readonly mediaTypes: readonly [string, ...string[]]
  read(text: string): Result<Content, readonly Issue[]>
  write(content: Content): string
  run(content: Content, command: Command, options: RunOptions): Changed<CommandOutcome>
  batch(content: Content, commands: readonly Command[], options: CommandBatchOptions): Changed<BatchOutcome>
  /** @throws Error where the change does not fit the document. */
  apply(content: Content, change: Change, direction: 'forward' | 'back'): Content
  /** The document as the engine sees it: for looking, not for changing. */
  blueprint(content: Content): Blueprint
}
