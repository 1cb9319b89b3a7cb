import { fail, ok } from 'blueprint-command-engine/base'
import type { Result } from 'blueprint-command-engine/base'
import type { Problem } from './problem.ts'
import type { Expectation } from './requests.ts'

/**
 * Whether a change may be worked out on the last revision: the sender has seen it, or wants it on whatever is the last.
 * The value tells the revision that the sender had seen where that was an older one.
 */
export function meets(
  { revision, rebase = false }: Expectation,
  head: number,
): Result<{ readonly rebasedFrom?: number }, Problem> {
  if (revision === head) return ok({})
  if (revision === undefined) return rebase ? ok({}) : fail(nothingExpected(head))
  if (rebase && revision < head) return ok({ rebasedFrom: revision })
  const detail = `expected the last revision to be ${revision}, it is ${head}: look at it and send the change again, or ask for it to be rebased`
  return fail({ kind: 'stale', detail, revision: head })
}

function nothingExpected(head: number): Problem {
  const detail =
    'say which revision the change is meant for, or that it should be worked out on the newest (rebase)'
  return { kind: 'precondition-required', detail, revision: head }
}
