import { fail, ok } from '../../base/result.ts'
import type { Step } from '../../command/step.ts'
import type { Reference } from '../reference.ts'
import { NO_REFERENCE } from '../reference.ts'
import type { Resolution } from '../resolve/reference-context.ts'
import { resolveReference } from '../resolve/resolve-reference.ts'
import type { LowerContext, LowerFailure, Lowering } from './lowering.ts'

/** The steps that are made of what a phrase means. */
export function withTargets(
  reference: Reference,
  context: LowerContext,
  make: (found: Resolution) => readonly Step[] | LowerFailure,
  makes = -1,
): Lowering {
  const found = resolveReference(reference, context)
  if (!found.ok) return found
  if (found.value.targets.length === 0)
    return fail({
      code: 'reference-unknown',
      reference,
      candidates: [],
      message: `nothing in the document fits "${reference.phrase}"`,
    })
  const steps = make(found.value)
  if ('code' in steps) return fail(steps)
  return ok({ steps, targets: found.value.targets, why: found.value.why, reference, makes })
}

/** The reference to one component, said as another reference was. */
export function byId({ start, end, phrase }: Reference, id: string): Reference {
  return { ...NO_REFERENCE, start, end, phrase, id }
}
