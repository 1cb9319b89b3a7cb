import type { Issue } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Status } from './answer.ts'
import type { Outcome } from './pipeline.ts'
import type { RecoveryPolicies } from './recovery/policies.ts'

/** A command that was refused before anything ran. */
export function nothingDone(index: DocumentIndex, issues: readonly Issue[]): Outcome {
  const root = index.root
  return {
    change: {
      before: root,
      after: root,
      patches: [],
      inverse: [],
      changed: [],
      touched: [],
      touchedTokens: [],
      copies: NO_COPIES,
    },
    issues,
    steps: [],
    failed: 1,
    reply: null,
    planMicros: 0,
    executeMicros: 0,
    verifyMicros: 0,
  }
}

/** Whether nothing is wrong but what the caller is to be asked about. */
function asks({ issues }: Outcome, policies: RecoveryPolicies): boolean {
  const errors = issues.filter((issue) => issue.severity === 'error')
  return errors.length > 0 && errors.every(({ code }) => policies[code] === 'ask')
}

/** Whether all that was said were questions. */
function onlyAsks({ reply, steps }: Outcome): boolean {
  return reply !== null && steps.every(({ parameters }) => parameters.every(({ kind }) => kind === 'ask'))
}

export function statusOf(outcome: Outcome, policies: RecoveryPolicies): Status {
  if (outcome.failed === 0) return onlyAsks(outcome) ? 'answered' : 'applied'
  // A dry run has no patches left.
  if (outcome.change.changed.length > 0) return 'partial'
  return asks(outcome, policies) ? 'clarify' : 'rejected'
}

/** A bug in the engine, told as an issue: nothing is thrown at the caller. */
export function internalIssue(error: unknown): Issue {
  let text = 'an unknown error'
  try {
    text = error instanceof Error ? error.message : String(error)
  } catch {
    // What was thrown throws when it is read.
  }
  return {
    code: 'internal',
    severity: 'error',
    stage: 'input',
    message: `the engine failed on this input; nothing was changed: ${text}`,
  }
}

/** What a command comes to: the same text for the same steps. */
export function effectOf({ steps }: Outcome): string {
  return JSON.stringify(steps.map(({ parameters }) => parameters))
}

/** Whether another reading came further: fewer failures, something done instead of nothing, or a question instead of a refusal. */
export function isBetter(outcome: Outcome, than: Outcome, policies: RecoveryPolicies): boolean {
  if (outcome.failed !== than.failed) return outcome.failed < than.failed
  if (outcome.failed === 0) return outcome.change.changed.length > 0 && than.change.changed.length === 0
  return asks(outcome, policies) && !asks(than, policies)
}

const NO_COPIES: ReadonlyMap<string, string> = new Map()
