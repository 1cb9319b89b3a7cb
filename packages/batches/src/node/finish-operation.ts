import { join } from 'node:path'
import type { Result } from 'blueprint-command-engine/base'
import { fail, ok } from 'blueprint-command-engine/base'
import { renderReport } from '../pure/report.ts'
import type { ReportInput } from '../pure/report.ts'
import { describeFileIssue, writeTextFileAtomic } from '@blueprint-engine/files'
import { metricsFileName } from '@blueprint-engine/insight'
import { saveBatchMetrics } from '@blueprint-engine/insight/node'
import { leadsOutOf } from './inside-project.ts'
import type { BatchFolders } from './batch-folders.ts'

/** What an operation on a batch came to. */
export interface OperationOutcome extends ReportInput {
  /** Null if they could not be written. */
  readonly metricsPath: string | null
  readonly reportPath: string | null
  /** Exit code 0: everything that was asked for is done. */
  readonly isComplete: boolean
}

/**
 * Leaves the metrics and the report of an operation in `completed-batches/`. The work is done when this is called: what cannot be
 * written is reported, and changes nothing about it.
 */
export async function finishOperation(
  folders: BatchFolders,
  report: ReportInput,
  isComplete: boolean,
): Promise<OperationOutcome> {
  const reading = await writeResults(folders, report)
  return reading.ok
    ? { ...report, ...reading.value, isComplete }
    : {
        ...report,
        remarks: [...report.remarks, `The figures could not be kept: ${reading.error}`],
        metricsPath: null,
        reportPath: null,
        isComplete,
      }
}

async function writeResults(
  { root, completed }: BatchFolders,
  report: ReportInput,
): Promise<Result<{ readonly metricsPath: string; readonly reportPath: string }, string>> {
  const metricsPath = join(completed, metricsFileName(report.metrics))
  const reportPath = metricsPath.replace(/\.json$/, '.md')
  for (const path of [completed, metricsPath, reportPath]) {
    const outside = await leadsOutOf(root, path)
    if (outside !== null) return fail(outside)
  }
  const saved = await saveBatchMetrics(completed, report.metrics)
  if (!saved.ok) return fail(describeFileIssue(saved.error))
  const written = await writeTextFileAtomic(reportPath, renderReport(report))
  return written.ok ? ok({ metricsPath, reportPath }) : fail(describeFileIssue(written.error))
}
