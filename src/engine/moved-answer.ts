import type { Issue } from '../command/issue.ts'
import type { Blueprint } from '../document/blueprint.ts'
import { changedBetween } from '../document/document-difference.ts'
import type { Patch } from '../document/patch.ts'
import type { Answer } from './answer.ts'
import { CommandAnswer } from './command-answer.ts'

/** A way from one version of a document to another. */
export interface Moved {
  readonly before: Blueprint
  readonly after: Blueprint
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
}

/**
 * The answer to a request to the history, made of the one that refused it for want of a session.
 *
 * @param issue why nothing was done; null where it was
 */
export function movedAnswer(
  refused: Answer,
  { before, after, patches, inverse }: Moved,
  issue: Issue | null,
): Answer {
  const isDone = issue === null
  return new CommandAnswer(
    {
      status: isDone ? 'applied' : 'rejected',
      blueprint: after,
      delta: null,
      patches,
      inverse,
      steps: refused.steps.map((step) => ({
        ...step,
        status: isDone ? 'applied' : 'failed',
        notes: isDone ? [] : [issue.message],
      })),
      changed: isDone ? changedBetween(before, after) : [],
      issues: isDone ? [] : [issue],
      confidence: isDone ? 1 : 0,
      timings: refused.timings,
      cache: refused.cache,
      reply: null,
    },
    true,
    () => refused.trace,
  )
}
