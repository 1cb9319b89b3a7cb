import type { DeclaredFile } from '../plan/declared-files.ts'
import { TASK_FILES } from './task-spec.ts'
import type { TaskSpec } from './task-spec.ts'

/**
 * What an agent is told on its standard input; everything in it stands in `spec.json` and the file that it names as well.
 *
 * @param writesResult it reads and writes files of the task's folder; one that does not may be kept from reading there
 * @param sharedText what all items of the batch share, if anything
 */
export function agentPrompt(
  spec: TaskSpec,
  files: readonly DeclaredFile[],
  writesResult: boolean,
  sharedText: string | null,
): string {
  const { work_item_id: id, batch_id: batch, input } = spec
  const task =
    spec.operation === 'review'
      ? [
          `Review the work item ${id} of batch ${batch}. Change no file.`,
          'Judge whether it is complete, unambiguous, feasible in this repository and consistent with the other items.',
          writesResult
            ? 'Put your verdict into output.review of the result: {"score": 0 to 10, "findings": ["..."]}.'
            : 'End with one line of JSON and nothing after it: {"score": 0 to 10, "findings": ["..."]}',
        ]
      : [
          `Do the work item ${id} of batch ${batch} in the current folder, a checkout of your own.`,
          files.length === 0
            ? 'It declares no files.'
            : `Change only the files that it declares: ${files.map(({ text }) => text).join(', ')}.`,
          'Do not commit: what differs when you end becomes one commit. It is checked against git and the gates.',
        ]
  return [
    ...task,
    ...(input.shared_context === undefined || (sharedText !== null && !writesResult)
      ? []
      : [`What all items share stands in ${input.shared_context}.`]),
    ...(writesResult
      ? [
          `The folder in $BLUEPRINT_TASK_DIR holds ${TASK_FILES.spec}. Write ${TASK_FILES.heartbeat} there every 30 seconds or more often,`,
          `and ${TASK_FILES.result} when you are done, each under another name first and then renamed.`,
        ]
      : []),
    '',
    `The ${input.type} follows.`,
    '',
    input.content,
    ...(sharedText === null || writesResult ? [] : ['', 'What all items share follows.', '', sharedText]),
    '',
  ].join('\n')
}
