import type { Issue } from '../../command/issue.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { Answer, Timings } from '../answer.ts'
import { commandBatchAnswer, NO_CHANGE } from './command-batch.ts'
import type { CommandBatchAnswer, CommandBatchOptions } from './command-batch.ts'
import { safeOrder } from './command-batch-order.ts'
import type { CommandBatchHost, Command } from './command-batch-host.ts'
import { MergingRun } from './merging-run.ts'

/**
 * Runs commands on one document. O(sum of the commands).
 *
 * @param start when the batch came, in microseconds
 */
export function runCommandBatch(
  host: CommandBatchHost,
  blueprint: Blueprint,
  commands: readonly Command[],
  options: CommandBatchOptions,
  start: number,
): CommandBatchAnswer {
  const opened = host.documents.open(blueprint)
  if (!opened.ok) return refuseAll(host, blueprint, commands, opened.error, start)
  let run: MergingRun
  if (options.order === 'safe') {
    const reads = Array.from(commands, (command) => host.reader.read(command, opened.value, null))
    run = new MergingRun(host, blueprint, commands, {
      caches: reads.map((read) => read?.cache ?? null),
      order: safeOrder(opened.value, reads, host.settings),
    })
  } else run = new MergingRun(host, blueprint, commands, null)
  const log = run.all()
  const { answers } = log
  const firstFailed = answers.findIndex(({ status }) => status !== 'applied' && status !== 'answered')
  const failedAt = options.atomic === false ? -1 : firstFailed
  const isUndone = failedAt >= 0
  const anyApplied = !isUndone && answers.some(({ status }) => status === 'applied')
  const status = firstFailed < 0 ? 'applied' : anyApplied ? 'partial' : 'rejected'
  return commandBatchAnswer(
    {
      status,
      blueprint: isUndone ? blueprint : log.current,
      answers,
      failedAt,
      issues: answers.flatMap(({ issues }) => issues),
      plan: { groups: log.groups, dependencies: log.dependencies },
      timings: { ...sumOfTimings(answers), total: host.settings.clock.now() - start },
    },
    isUndone ? NO_CHANGE : log.total(),
    true,
  )
}

/** The time of all commands, stage by stage. */
export function sumOfTimings(answers: readonly Pick<Answer, 'timings'>[]): Omit<Timings, 'total'> {
  const sum = { decompose: 0, execute: 0, verify: 0, serialize: 0 }
  for (const { timings } of answers) {
    sum.decompose += timings.decompose
    sum.execute += timings.execute
    sum.verify += timings.verify
    sum.serialize += timings.serialize
  }
  return sum
}

/** Nothing can be done with what is no document; it is looked at once, not once a command. */
function refuseAll(
  host: CommandBatchHost,
  blueprint: Blueprint,
  commands: readonly Command[],
  issues: readonly Issue[],
  start: number,
): CommandBatchAnswer {
  const { clock } = host.settings
  const answers = Array.from(commands, (command) =>
    host.answers.refuse(blueprint, command, issues, clock.now()),
  )
  return commandBatchAnswer(
    {
      status: 'rejected',
      blueprint,
      answers,
      failedAt: answers.length === 0 ? -1 : 0,
      issues,
      plan: { groups: [], dependencies: [] },
      timings: { decompose: 0, execute: 0, verify: 0, serialize: 0, total: clock.now() - start },
    },
    NO_CHANGE,
    false,
  )
}
