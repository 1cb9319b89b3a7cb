import type { Issue } from '../command/issue.ts'
import type { Step } from '../command/step.ts'
import type { Blueprint } from '../document/blueprint.ts'
import type { Patch } from '../document/patch.ts'
import { blueprintText } from '../serialize/blueprint-text.ts'
import type { Answer, Status } from './answer.ts'

export interface BatchOptions {
  /** One failure leaves everything as it was; default true. Otherwise each command stands alone. */
  readonly atomic?: boolean
}

/** The answers to several commands on one document, each run on the result of the one before. */
export interface BatchAnswer {
  /** `applied` when all were, `partial` when some were, `rejected` when none was or one failed an atomic batch. */
  readonly status: Extract<Status, 'applied' | 'partial' | 'rejected'>
  readonly blueprint: Blueprint
  readonly json: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** One for each command, in their order. After the failure of an atomic batch the later ones are not run. */
  readonly answers: readonly Answer[]
  /** Position of the command that made an atomic batch fail, -1 where none did. */
  readonly failedAt: number
  readonly issues: readonly Issue[]
}

type Run = (blueprint: Blueprint, command: string | readonly Step[]) => Answer

/** Runs commands in order. O(sum of the commands). */
export function runBatch(
  run: Run,
  blueprint: Blueprint,
  commands: readonly (string | readonly Step[])[],
  options: BatchOptions,
): BatchAnswer {
  const atomic = options.atomic !== false
  const answers: Answer[] = []
  let current = blueprint
  let failedAt = -1
  for (const [i, command] of commands.entries()) {
    const answer = run(current, command)
    answers.push(answer)
    if (answer.status === 'applied') current = answer.blueprint
    else if (atomic) {
      failedAt = i
      break
    }
  }
  const isUndone = failedAt >= 0
  const applied = answers.filter((answer) => answer.status === 'applied')
  return batchAnswer(blueprint, isUndone ? blueprint : current, isUndone ? [] : applied, answers, failedAt)
}

function batchAnswer(
  before: Blueprint,
  after: Blueprint,
  applied: readonly Answer[],
  answers: readonly Answer[],
  failedAt: number,
): BatchAnswer {
  const allApplied = failedAt < 0 && applied.length === answers.length
  return {
    status: allApplied ? 'applied' : applied.length > 0 ? 'partial' : 'rejected',
    blueprint: after,
    get json(): string {
      return after === before && failedAt >= 0 ? answers[failedAt]!.json : blueprintText(after)
    },
    patches: applied.flatMap((answer) => answer.patches),
    inverse: applied.toReversed().flatMap((answer) => answer.inverse),
    answers,
    failedAt,
    issues: answers.flatMap((answer) => answer.issues),
  }
}

/** A batch that is none: what was sent instead of a list of commands. */
export function refusedBatch(blueprint: Blueprint, answer: Answer): BatchAnswer {
  return {
    status: 'rejected',
    blueprint,
    json: answer.json,
    patches: [],
    inverse: [],
    answers: [],
    failedAt: -1,
    issues: answer.issues,
  }
}
