import { matchesFile } from '../dependencies/shared-files.ts'
import type { TaskResult } from '../protocol/task-report.ts'
import type { Failure } from '../schedule/schedule-state.ts'
import type { WorkItem } from '../work-item/work-item.ts'

/** What can be seen of an attempt's work, whatever it says of itself. */
export interface Evidence {
  /** Files that differ from what the attempt began with, as git shows. */
  readonly changedFiles: readonly string[]
  /** The gates' commands, run again after the work. */
  readonly gates: readonly { readonly command: string; readonly isPassed: boolean; readonly output: string }[]
}

export interface Judgement {
  /** Null when the work is accepted. */
  readonly failure: Failure | null
  /** What should be known about accepted work. */
  readonly notes: readonly string[]
}

/** Judges what an agent says it has done by what can be seen. */
export function judgeWork(
  item: Pick<WorkItem, 'files'>,
  claim: Pick<TaskResult, 'output'>,
  { changedFiles, gates }: Evidence,
): Judgement {
  const refuse = (code: Failure['code'], message: string): Judgement => ({
    failure: { code, message },
    notes: [],
  })
  if (item.files.length > 0) {
    if (changedFiles.length === 0) return refuse('no-change', 'it says success, but git shows no change')
    if (!changedFiles.some((file) => item.files.some((declared) => matchesFile(declared, file))))
      return refuse(
        'no-change',
        `it changed ${listOf(changedFiles)}, but none of the files that the item names`,
      )
  }
  const failed = gates.find(({ isPassed }) => !isPassed)
  if (failed !== undefined) return refuse('gate', `the gate \`${failed.command}\` failed: ${failed.output}`)
  const undeclared = changedFiles.filter(
    (file) => !item.files.some((declared) => matchesFile(declared, file)),
  )
  const unseen = claim.output.files.filter((file) => !changedFiles.includes(file.replace(/^\.\//, '')))
  return {
    failure: null,
    notes: [
      ...(undeclared.length === 0 ? [] : [`changed without having declared it: ${listOf(undeclared)}`]),
      ...(unseen.length === 0 ? [] : [`says it changed ${listOf(unseen)}, which git does not show`]),
    ],
  }
}

function listOf(files: readonly string[]): string {
  const shown = files.slice(0, 5).join(', ')
  return files.length > 5 ? `${shown} and ${files.length - 5} more` : shown
}
