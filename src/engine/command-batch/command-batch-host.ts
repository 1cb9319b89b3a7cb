import type { Step } from '../../command/step.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { AnswerMaker } from '../answer-maker.ts'
import type { Answer } from '../answer.ts'
import type { CommandReader } from '../command-reader.ts'
import type { Documents } from '../documents.ts'
import type { Settings } from '../options.ts'

export type Command = string | readonly Step[]

/** What a batch needs of its engine. */
export interface CommandBatchHost {
  readonly settings: Settings
  readonly documents: Documents
  readonly reader: CommandReader
  readonly answers: AnswerMaker
  /** Runs a command by itself; `cache` is what the intent cache said when it was read, null if it was not. */
  run(blueprint: Blueprint, command: Command, cache: Answer['cache'] | null): Answer
  /** The same for a command that has been counted already. */
  rerun(blueprint: Blueprint, command: Command): Answer
}
