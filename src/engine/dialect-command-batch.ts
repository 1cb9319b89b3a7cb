import type { Blueprint } from '../document/blueprint.ts'
import { commandBatchAnswer, NO_CHANGE } from './command-batch/command-batch.ts'
import type {
  CommandBatchAnswer,
  CommandBatchGroup,
  CommandBatchOptions,
} from './command-batch/command-batch.ts'
import { runCommandBatch, sumOfTimings } from './command-batch/run-command-batch.ts'
import type { CommandBatchHost, Command } from './command-batch/command-batch-host.ts'
import type { DialectAnswer } from './dialect-answer.ts'
import type { DialectRunner } from './dialect-runner.ts'

/** {@link CommandBatchAnswer} for a document of a dialect: blueprint and patches are in its own format, edits stand in each answer. */
export interface DialectCommandBatchAnswer<Source> extends Omit<CommandBatchAnswer, 'blueprint' | 'answers'> {
  readonly blueprint: Source
  readonly answers: readonly DialectAnswer<Source>[]
}

export type AnyCommandBatchAnswer = CommandBatchAnswer | DialectCommandBatchAnswer<Blueprint>

/** Runs a batch on a native document, or on one of a dialect. */
export function runAnyCommandBatch(
  host: CommandBatchHost,
  dialects: DialectRunner | null,
  document: Blueprint,
  commands: readonly Command[],
  options: CommandBatchOptions,
  start: number,
): AnyCommandBatchAnswer {
  const elapsed = (): number => host.settings.clock.now() - start
  const foreign =
    dialects === null ? null : runDialectCommandBatch(dialects, document, commands, options, elapsed)
  return foreign ?? runCommandBatch(host, document, commands, options, start)
}

/** Runs commands on a document of a dialect, one after the other, as they are given; null where it is of none. */
function runDialectCommandBatch<Source>(
  dialects: DialectRunner,
  source: Source,
  commands: readonly Command[],
  options: CommandBatchOptions,
  elapsed: () => number,
): DialectCommandBatchAnswer<Source> | null {
  const answers: DialectAnswer<Source>[] = []
  let current = source
  for (const command of commands) {
    const answer = dialects.run(current, command, {})
    if (answer === null) return null
    answers.push(answer)
    current = answer.blueprint
  }
  const firstFailed = answers.findIndex(({ status }) => status !== 'applied' && status !== 'answered')
  const failedAt = options.atomic === false ? -1 : firstFailed
  const isUndone = failedAt >= 0
  const anyApplied = !isUndone && answers.some(({ status }) => status === 'applied')
  const blueprint = isUndone ? source : current
  const done = commandBatchAnswer(
    {
      status: firstFailed < 0 ? 'applied' : anyApplied ? 'partial' : 'rejected',
      // The parts of a batch's answer are put together alike, whatever format its document is of.
      blueprint: blueprint as unknown as Blueprint,
      answers: answers as unknown as CommandBatchAnswer['answers'],
      failedAt,
      issues: answers.flatMap(({ issues }) => issues),
      plan: { groups: commands.map((_, i) => oneByOne(i)), dependencies: [] },
      timings: { ...sumOfTimings(answers), total: elapsed() },
    },
    isUndone
      ? NO_CHANGE
      : {
          patches: () => answers.flatMap(({ patches }) => patches),
          inverse: () => answers.toReversed().flatMap(({ inverse }) => inverse),
          changed: () => answers.flatMap(({ changed }) => changed),
        },
    false,
  )
  return done as unknown as DialectCommandBatchAnswer<Source>
}

/** Each command of a dialect is written back before the next one is run. */
function oneByOne(command: number): CommandBatchGroup {
  return { commands: [command], mode: 'alone', apart: command === 0 ? null : 'the document is of a dialect' }
}
