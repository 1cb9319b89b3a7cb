import type { Result } from 'blueprint-command-engine/base'
import type { OperationOutcome } from '@blueprint-engine/batches/node'
import type { ScheduleEvent, Schedule } from '@blueprint-engine/batches'
import { createProgress } from '../../batch-progress.ts'
import { spentText } from '@blueprint-engine/batches'
import { exitCodes } from '../../exit-codes.ts'
import { printLines, refuse, viewOf } from '../../host.ts'
import type { Host } from '../../host.ts'
import { duration } from '../../render/batch-view.ts'
import { printable } from '../../render/printable.ts'

export interface BatchControl {
  readonly cancel: AbortSignal
  readonly onEvent: (event: ScheduleEvent, state: Schedule) => void
  readonly setTitles: (titles: ReadonlyMap<string, string>) => void
}

/** Runs an operation with its view, ends it in order when it is interrupted, and prints what came of it. */
export async function runBatch<O extends OperationOutcome>(
  host: Host,
  title: string,
  { json, isLong }: { readonly json?: boolean | undefined; readonly isLong: boolean },
  operation: (control: BatchControl) => Promise<Result<O, string>>,
): Promise<O | null> {
  const cancel = new AbortController()
  const release = host.onInterrupt?.(() => cancel.abort())
  const isJson = json === true
  const progress = createProgress(host, title, isJson, isLong)
  const result = await operation({
    cancel: cancel.signal,
    onEvent: progress.onEvent,
    setTitles: progress.setTitles,
  }).finally(() => {
    progress.close()
    release?.()
  })
  if (!result.ok) {
    refuse(host, printable(result.error))
    return null
  }
  const outcome = result.value
  host.exitCode = outcome.isComplete
    ? 0
    : outcome.schedule.status === 'cancelled'
      ? exitCodes.interrupted
      : exitCodes.rejected
  if (isJson) {
    const { metrics, metricsPath, reportPath, remarks } = outcome
    host.stdout.write(
      `${JSON.stringify({ event: 'end', isComplete: outcome.isComplete, remarks, metricsPath, reportPath, metrics })}\n`,
    )
  } else printLines(host.stdout, summaryLines(host, outcome))
  return outcome
}

function summaryLines(
  host: Host,
  { items, schedule, metrics, remarks, reportPath, metricsPath }: OperationOutcome,
): string[] {
  const { palette } = viewOf(host, host.stdout)
  const {
    success_count: done,
    failure_count: failed,
    partial_count: left,
    blocked_count: blocked,
  } = metrics.metrics
  const rest = left + blocked
  const counts = [
    palette.good(`${done} done`),
    ...(failed > 0 ? [palette.bad(`${failed} failed`)] : []),
    ...(rest > 0 ? [palette.warning(`${rest} not run`)] : []),
  ]
  const { concurrency } = metrics.optimization_metrics
  const usage = spentText(metrics)
  return [
    ...items.flatMap(({ id, notes }) =>
      [...notes, ...(schedule.records.get(id)?.notes ?? [])].map(
        (note) => `  ${palette.id(id)} ${printable(note)}`,
      ),
    ),
    `${counts.join(', ')} in ${duration(metrics.duration_seconds * 1000)}, at most ${metrics.parallelism_achieved} at a time${concurrency === null ? '' : `, ${concurrency} on average`}${usage === null ? '' : `, ${usage}`}`,
    ...remarks.map(printable),
    ...(reportPath === null || metricsPath === null
      ? []
      : [palette.faint(`report: ${reportPath}, metrics: ${metricsPath}`)]),
  ]
}
