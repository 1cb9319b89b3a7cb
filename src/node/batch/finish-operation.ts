import type { Result } from '../../core/base/result.ts'
import { fail, ok } from '../../core/base/result.ts'
import { renderReport } from '../../orchestrator/report.ts'
import type { ReportInput } from '../../orchestrator/report.ts'
import { describeFileIssue, writeTextFileAtomic } from '../files.ts'
import { saveBatchMetrics } from '../save-metrics.ts'
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
  const saved = await saveBatchMetrics(folders.completed, report.metrics)
  if (!saved.ok) return fail(describeFileIssue(saved.error))
  const metricsPath = saved.value.path
  const reportPath = metricsPath.replace(/\.json$/, '.md')
  const written = await writeTextFileAtomic(reportPath, renderReport(report))
  if (!written.ok) return fail(describeFileIssue(written.error))
  return ok({ ...report, metricsPath, reportPath, isComplete })
}
