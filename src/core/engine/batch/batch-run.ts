import type { Issue } from '../../command/issue.ts'
import type { Blueprint } from '../../document/blueprint.ts'
import type { Answer, Timings } from '../answer.ts'
import { batchAnswer, NO_CHANGE } from './batch.ts'
import type { BatchAnswer, BatchOptions } from './batch.ts'
import { safeOrder } from './batch-order.ts'
import type { BatchHost, Command } from './batch-host.ts'
import { MergingRun } from './merging-run.ts'

/**
 * Runs commands on one document. O(sum of the commands).
 *
 * @param start when the batch came, in microseconds
 */
export function runBatch(
  host: BatchHost,
  blueprint: Blueprint,
  commands: readonly Command[],
  options: BatchOptions,
  start: number,
): BatchAnswer {
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
  const firstFailed = answers.findIndex(({ status }) => status !== 'applied')
  const failedAt = options.atomic === false ? -1 : firstFailed
  const isUndone = failedAt >= 0
  const anyApplied = !isUndone && answers.some(({ status }) => status === 'applied')
  const status = firstFailed < 0 ? 'applied' : anyApplied ? 'partial' : 'rejected'
  return batchAnswer(
    {
      status,
      blueprint: isUndone ? blueprint : log.current,
      answers,
      failedAt,
      issues: answers.flatMap(({ issues }) => issues),
      plan: { groups: log.groups, dependencies: log.dependencies },
      timings: { ...sumOf(answers), total: host.settings.clock.now() - start },
    },
    isUndone ? NO_CHANGE : log.total(),
    true,
  )
}

function sumOf(answers: readonly Answer[]): Omit<Timings, 'total'> {
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
  host: BatchHost,
  blueprint: Blueprint,
  commands: readonly Command[],
  issues: readonly Issue[],
  start: number,
): BatchAnswer {
  const { clock } = host.settings
  const answers = Array.from(commands, (command) =>
    host.answers.refuse(blueprint, command, issues, clock.now()),
  )
  return batchAnswer(
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
