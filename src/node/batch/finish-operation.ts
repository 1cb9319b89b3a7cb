import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import type { BatchMetrics } from '../../orchestrator/batch-metrics.ts'
import { renderReport } from '../../orchestrator/report.ts'
import type { ReportInput } from '../../orchestrator/report.ts'
import { describeFileIssue, writeTextFileAtomic } from '../files.ts'
import type { BatchFolders } from './batch-folders.ts'

/** What an operation on a batch came to. */
export interface OperationOutcome extends ReportInput {
  readonly metricsPath: string
  readonly reportPath: string
  /** Exit code 0: everything that was asked for is done. */
  readonly isComplete: boolean
}

/** Leaves the metrics and the report of an operation in `completed-batches/`. */
export async function finishOperation(
  folders: BatchFolders,
  report: ReportInput,
  isComplete: boolean,
): Promise<Result<OperationOutcome, string>> {
  await mkdir(folders.completed, { recursive: true })
  const name = `batch-${report.batchId}-${report.operation}`
  const metricsPath = join(folders.completed, `${name}.json`)
  const reportPath = join(folders.completed, `${name}.md`)
  for (const [path, text] of [
    [metricsPath, metricsText(report.metrics)],
    [reportPath, renderReport(report)],
  ] as const) {
    const written = await writeTextFileAtomic(path, text)
    if (!written.ok) return fail(describeFileIssue(written.error))
  }
  return ok({ ...report, metricsPath, reportPath, isComplete })
}

function metricsText(metrics: BatchMetrics): string {
  return `${JSON.stringify(metrics, null, 2)}\n`
}
