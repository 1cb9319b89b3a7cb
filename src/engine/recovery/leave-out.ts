import type { Issue, IssueCode } from '../../command/issue.ts'
import type { Outcome, Parts } from '../pipeline.ts'

/** Parts that are left out because of what they break, at most. */
const MAX_LEFT_OUT = 8

/** Runs some parts of a command on the document as it came. */
export type RunParts = (parts: Parts) => Outcome

/** The issue by which a rule rejects what was done; undefined if none does. */
function brokenRule({ issues, change }: Outcome): Issue | undefined {
  if (change.patches.length > 0) return undefined
  return issues.find(({ severity, stage }) => severity === 'error' && stage === 'verify')
}

/**
 * Does the parts of a command that break no rule: the first part that does is found by halving, left out, and so on. Where too
 * many do, or one breaks a rule that is not skipped, nothing is done. O(parts left out x log parts) runs.
 */
export function withoutBreakers(
  count: number,
  outcome: Outcome,
  skipped: ReadonlySet<IssueCode>,
  run: RunParts,
): Outcome {
  const leftOut = new Map<number, Issue>()
  let present = outcome
  for (let broken = brokenRule(present); broken !== undefined; broken = brokenRule(present)) {
    if (leftOut.size === MAX_LEFT_OUT || !skipped.has(broken.code)) return outcome
    let fine = 0
    let wrong = count
    let reason = broken
    while (wrong - fine > 1) {
      const middle = (fine + wrong) >> 1
      const found = brokenRule(run({ first: middle, leftOut }))
      if (found === undefined) fine = middle
      else [wrong, reason] = [middle, found]
    }
    if (leftOut.has(wrong - 1)) return outcome
    leftOut.set(wrong - 1, reason)
    present = run({ first: count, leftOut })
  }
  return present
}
