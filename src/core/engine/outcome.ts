import type { Issue } from '../command/issue.ts'
import type { DocumentIndex } from '../document/document-index.ts'
import type { Status } from './answer.ts'
import type { Outcome } from './pipeline.ts'

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
    },
    issues,
    steps: [],
    failed: 1,
    planMicros: 0,
    executeMicros: 0,
    verifyMicros: 0,
  }
}

const SPELLED: ReadonlySet<Issue['code']> = new Set([
  'not-understood',
  'reference-unknown',
  'value-missing',
  'command-empty',
])

/** Whether other spellings could help. */
export function mayBeMisspelled(outcome: Outcome): boolean {
  return outcome.issues.some((issue) => issue.severity === 'error' && SPELLED.has(issue.code))
}

/** Whether nothing is wrong but that references fit several components. */
function clarifies(outcome: Outcome): boolean {
  const errors = outcome.issues.filter((issue) => issue.severity === 'error')
  return errors.length > 0 && errors.every((issue) => issue.code === 'reference-ambiguous')
}

export function statusOf(outcome: Outcome): Status {
  if (outcome.failed === 0) return 'applied'
  if (outcome.change.patches.length > 0) return 'partial'
  return clarifies(outcome) ? 'clarify' : 'rejected'
}

/** A bug in the engine, told as an issue: nothing is thrown at the caller. */
export function internalIssue(error: unknown): Issue {
  let text = 'something that cannot be told'
  try {
    text = error instanceof Error ? error.message : String(error)
  } catch {
    // What was thrown throws when it is read.
  }
  return {
    code: 'internal',
    severity: 'error',
    stage: 'input',
    message: `the engine failed on this input, nothing was changed: ${text}`,
  }
}

/** Whether another spelling came further: fewer failures, or a question instead of a refusal. */
export function isBetter(outcome: Outcome, than: Outcome): boolean {
  return (
    outcome.failed < than.failed || (outcome.failed === than.failed && clarifies(outcome) && !clarifies(than))
  )
}
