import type { IssueCode } from '../../command/issue.ts'

/**
 * What the engine does about an error:
 * - `correct`: it looks for a reading that was surely meant, says so and goes on; where there is none, as `rollback`
 * - `skip`: it leaves out the part with the error and does the rest; the answer is `partial`
 * - `ask`: it does nothing and answers `clarify`, with what it could do
 * - `retry`: it runs the command once more with nothing remembered; where that fails too, as `rollback`
 * - `rollback`: it leaves everything as it was and answers `rejected`, with commands that would work where it knows some
 *
 * With `partial: true` every part whose error is not corrected is skipped.
 */
export type RecoveryAction = (typeof recoveryActions)[number]

export const recoveryActions = ['correct', 'skip', 'ask', 'retry', 'rollback'] as const

export type RecoveryPolicies = { readonly [Code in IssueCode]: RecoveryAction }

/** Codes that are only told, and never stop anything, stand here too: a rule that is raised to an error has its code. */
export const defaultPolicies: RecoveryPolicies = {
  // Nothing was read yet that could be read otherwise.
  'command-invalid': 'rollback',
  'command-too-long': 'rollback',
  'too-many-steps': 'rollback',
  'step-invalid': 'rollback',
  'document-invalid': 'rollback',
  'document-too-large': 'rollback',
  'document-too-deep': 'rollback',
  'document-cycle': 'rollback',
  'duplicate-id': 'rollback',
  'text-too-long': 'rollback',
  'session-invalid': 'rollback',
  // Words: spelling, units, words said twice, joined or broken.
  'command-empty': 'correct',
  'not-understood': 'correct',
  'reference-unknown': 'correct',
  'value-missing': 'correct',
  // A wish that cannot be measured has no right reading (spec, "Answers").
  unmeasurable: 'rollback',
  'reference-ambiguous': 'ask',
  // A number out of range becomes the nearest one in it.
  'value-invalid': 'correct',
  // What was deleted too early: only where the order can be turned round without losing anything.
  'conflict-deleted': 'correct',
  'not-applicable': 'rollback',
  'out-of-scope': 'rollback',
  'session-needed': 'rollback',
  corrected: 'rollback',
  overridden: 'rollback',
  clamped: 'rollback',
  'no-effect': 'rollback',
  schema: 'rollback',
  'identity-changed': 'rollback',
  'box-invalid': 'rollback',
  overlap: 'rollback',
  'outside-parent': 'rollback',
  contrast: 'rollback',
  'contrast-unknown': 'rollback',
  'target-size': 'rollback',
  'token-reference': 'rollback',
  'color-syntax': 'rollback',
  'label-dangling': 'rollback',
  internal: 'retry',
}

/** Every code there is: with `partial` no error stops the rest. */
export const everyCode: ReadonlySet<IssueCode> = new Set(codesOf(defaultPolicies))

/** No error lets the rest be done. */
export const NO_CODES: ReadonlySet<IssueCode> = new Set()

/** The codes of errors for which a part is left out and the rest is done. */
export function skippedBy(policies: RecoveryPolicies): ReadonlySet<IssueCode> {
  return new Set(codesOf(policies).filter((code) => policies[code] === 'skip'))
}

function codesOf(policies: RecoveryPolicies): readonly IssueCode[] {
  // The keys are those of the type.
  return Object.keys(policies) as IssueCode[]
}
