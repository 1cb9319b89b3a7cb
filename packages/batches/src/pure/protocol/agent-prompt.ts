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
      : spec.operation === 'plan'
        ? PLAN_TASK
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
    ...previousLines(spec),
    `The ${input.type} follows.`,
    '',
    input.content,
    ...(sharedText === null || writesResult ? [] : ['', 'What all items share follows.', '', sharedText]),
    '',
  ].join('\n')
}

const PLAN_TASK = [
  'Write a plan of work for the notes below into the file PLAN.md of the current folder. Change no other file.',
  'It begins with a title: "# ...". Each piece of work that can be done and checked by itself is a heading "### Phase N: Title" with these labels below it:',
  '**Goal**: one or two sentences. **Estimated Hours**: a number. **Complexity**: low, medium or high.',
  '**Files Modified**: a bullet for each path; new files as "path (new)". **Dependencies**: None, or Phase N (why).',
  '**Implementation Steps**: a numbered list. **Validation Gates**: "- [ ] ..." for each; a command that must succeed as "- [ ] `$ command`".',
  'Phases that touch the same file run one after the other: cut the work so that few do.',
]

/** Whoever tries again should not fail the same way. */
function previousLines({ previous }: TaskSpec): readonly string[] {
  if (previous === undefined) return []
  const { attempt, reason, gate_output: output, diff } = previous
  return [
    `Attempt ${attempt} was not accepted: ${reason}`,
    ...(output === undefined || output === '' ? [] : ['The gate printed:', '', output, '']),
    ...(diff === undefined || diff === ''
      ? ['It left nothing; you begin from a clean checkout.']
      : ['It had changed this, which is not in your checkout; take from it what is good:', '', diff, '']),
    '',
  ]
}
